"""Codes CBL2xxx of source text: words, literals, COPY, REPLACE and compiler directives."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
