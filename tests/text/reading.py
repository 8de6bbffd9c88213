"""Short cuts of the tests in this folder."""

from __future__ import annotations

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.source import Token
from cobol_parser.text_manipulation import SourceText, TextOptions, expand_text

FIXED = TextOptions(format="fixed")
FREE = TextOptions(format="free")


def read(text: str, options: TextOptions = FIXED) -> tuple[SourceText, Diagnostics]:
    """Expand a text and return it with what was reported."""
    diagnostics = Diagnostics()
    return expand_text(text, options, diagnostics), diagnostics


def area(*lines: str) -> str:
    """Lines of fixed form whose text begins in column 8."""
    return "".join(f"       {line}\n" for line in lines)


def shapes(tokens: list[Token]) -> list[tuple[str, str]]:
    """(type, text) of the tokens but the last, which is the end."""
    return [(token.type, token.text) for token in tokens[:-1]]


def free_shapes(text: str) -> list[tuple[str, str]]:
    """(type, text) of the tokens of a clean text in free form."""
    source, diagnostics = read(text, FREE)
    assert not diagnostics.items
    return shapes(source.tokens)


def codes(diagnostics: Diagnostics) -> list[str]:
    """The codes that were reported, in order."""
    return [diagnostic.code for diagnostic in diagnostics]
