"""The table of diagnostic codes, one module a stage.

CBL1xxx reading, CBL2xxx source text, CBL3xxx syntax, CBL4xxx names, CBL5xxx layout, CBL6xxx conversion,
CBL7xxx surroundings, CBL9xxx internal. A code is never reused for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cobol_parser.codes import (
    conversion,
    environment,
    internal,
    layout,
    names,
    reading,
    statements,
    syntax,
    text,
)
from cobol_parser.codes.code import Code, Severity

__all__ = ["ALL", "Code", "Severity"]

_STAGES = (reading, text, syntax, statements, names, layout, conversion, environment, internal)


def _merge() -> dict[str, Code]:
    """Put the stages' tables together; a code that is listed twice is a mistake."""
    merged: dict[str, Code] = {}
    for stage in _STAGES:
        for code in stage.CODES:
            if code.code in merged:
                raise ValueError(f"{code.code} is listed twice")
            merged[code.code] = code
    return merged


ALL: Mapping[str, Code] = MappingProxyType(_merge())
