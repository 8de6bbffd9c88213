"""Room for programs that nest deep: recursive CALLs, and PERFORMs within PERFORMs."""

from __future__ import annotations

import sys

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

STACK = 96 << 20
"""Bytes of machine stack that are asked for: what Linux leaves free for the first thread, whatever the limit was."""

USUAL_STACK = 1 << 20

FRAME = 400
"""Bytes of machine stack a Python call may take, twice what was measured. A CALL takes about eight Python calls."""

TOO_DEEP = "CALLs or PERFORMs nest too deep"
STACK_OVERFLOW = "stack overflow, possible PERFORM depth exceeded"
"""GnuCOBOL's message in a program with run-time checks; it counts 255 PERFORMs, here the machine stack is the limit."""


def make_room() -> None:
    """Raise the limits on nesting as far as the machine stack allows."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _stack() // FRAME))


def _stack() -> int:
    """Bytes of the machine stack, after asking for more."""
    if resource is None:
        return USUAL_STACK
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = STACK if hard == resource.RLIM_INFINITY else min(STACK, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    try:
        resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))
    except (OSError, ValueError):
        return soft
    return wanted
