"""Codes CBL9xxx of faults of cobolift itself."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
