"""Room on the stack for programs that nest deep."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

RECURSION_LIMIT = 5_000
"""Calls inside each other while a file is worked on: room for a few hundred levels of nesting, within the stack of any system."""


@contextmanager
def room_for_nesting() -> Iterator[None]:
    """Let programs nest deep while they are worked on."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(RECURSION_LIMIT, before))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
