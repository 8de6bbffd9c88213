"""Codes CBL4xxx of names: references that name nothing, or more than one thing."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
