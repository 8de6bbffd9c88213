"""Codes CBL5xxx of layout: pictures, usages, levels, REDEFINES and OCCURS."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
