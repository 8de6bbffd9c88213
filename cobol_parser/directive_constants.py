"""Constants that directives give the program: ``>>DEFINE CONSTANT``, ``$SET CONSTANT`` and CONSTANT FROM.

A word that a directive has made a constant is a literal from there on, as compilers take it; so the literal stands in its
place before anything else looks at the text. The value in force is that of the last directive before the word.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from cobol_parser.source import Token

Value = str | Decimal


def with_constants(
    tokens: list[Token], constants: Mapping[str, Value], definitions: Mapping[str, Value]
) -> list[Token]:
    """Put literals in place of constants; `01 N CONSTANT FROM X` gets the value of the compilation variable X."""
    if not constants and not definitions:
        return tokens
    out: list[Token] = []
    for token in tokens:
        if token.type != "WORD":
            out.append(token)
        elif token.upper in constants:
            out += _literal(token, constants[token.upper])
        elif token.upper in definitions and _is_taken_over(out):
            out.pop()
            out += _literal(token, definitions[token.upper])
        else:
            out.append(token)
    return out


def _is_taken_over(before: list[Token]) -> bool:
    """Whether CONSTANT [IS GLOBAL] FROM stands at the end of `before`."""
    words = [token.upper for token in before[-4:]]
    return bool(words) and words[-1] == "FROM" and "CONSTANT" in words


def _literal(word: Token, value: Value) -> list[Token]:
    """The tokens of a literal in the place of `word`; a negative number has two."""
    if isinstance(value, str):
        return [_placed(word, "STRING", '"' + value.replace('"', '""') + '"')]
    kind = "INTEGER" if value == value.to_integral_value() else "DECIMAL"
    number = _placed(word, kind, f"{abs(value):f}")
    return [_placed(word, "MINUS", "-"), number] if value < 0 else [number]


def _placed(word: Token, kind: str, text: str) -> Token:
    token = Token(
        kind,
        text,
        word.inclusion,
        word.line,
        word.column,
        end_line=word.end_line,
        end_column=word.end_column,
        area_a=word.area_a,
    )
    token.comments, token.trailing = word.comments, word.trailing
    return token
