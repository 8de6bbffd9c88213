"""Codes CBL7xxx of the surroundings: files, configuration, output folders."""

from __future__ import annotations

from cobol_parser.codes.code import Code

CODES: tuple[Code, ...] = ()
