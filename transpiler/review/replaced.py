"""What COPY REPLACING and REPLACE made of a line: the line as it is compiled."""

from __future__ import annotations

from cobol_parser.source import Token
from transpiler.review.alignment import Alignment


def replaced_lines(alignment: Alignment) -> dict[int, str]:
    """The compiled text of every line whose words were replaced, by position."""
    found: dict[int, list[Token]] = {}
    for token in alignment.units.tokens:
        if token.type == "$END" or token.end_line != token.line:
            continue
        position = alignment.cobol.position(token.inclusion, token.line)
        if position is not None:
            found.setdefault(position, []).append(token)
    texts: dict[int, str] = {}
    for position, tokens in found.items():
        text = alignment.cobol.lines[position].text
        if any(text[token.column - 1 : token.end_column - 1] != token.text for token in tokens):
            compiled = _compiled(text, tokens)
            if compiled != text:
                texts[position] = compiled
    return texts


def _compiled(text: str, tokens: list[Token]) -> str:
    """`text` with the tokens in the places that they were written at; what stood between them stays."""
    parts: list[str] = []
    at = 0
    for token in tokens:
        start = max(token.column - 1, at)
        between = text[at:start]
        if parts and not between and token.column - 1 < at:
            between = "" if token.type in ("PERIOD", "COMMA", "RPAREN") else " "
        parts += [between, token.text]
        at = max(at, token.end_column - 1)
    return ("".join(parts) + text[at:]).rstrip()
