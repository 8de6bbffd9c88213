"""The sections, one module each. Importing this package registers them all."""

from __future__ import annotations

from importlib import import_module

SECTIONS = (
    "scope",
    "inventory",
    "missing",
    "ladder",
    "complexity",
    "dependencies",
    "crud",
    "dictionary",
    "dead",
    "clones",
    "risks",
    "quality",
    "parity",
    "waves",
    "effort",
)
"""Modules in the order of their numbers."""

for _name in SECTIONS:
    import_module(f"{__name__}.{_name}")
