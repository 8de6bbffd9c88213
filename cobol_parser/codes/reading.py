"""Codes CBL1xxx of reading: files, encodings and reference formats."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
