"""Codes CBL6xxx of conversion: COBOL that was understood but is not translated."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
