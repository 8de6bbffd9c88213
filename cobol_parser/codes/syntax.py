"""Codes CBL3xxx of parsing: text that is not COBOL as the grammar knows it."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
