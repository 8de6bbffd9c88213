"""Words for syntax errors: what was expected, what was found, what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cobol_parser.build.registry import SyntaxProblem
from cobol_parser.dialects import DIALECTS
from cobol_parser.source import Token

if TYPE_CHECKING:
    from cobol_parser.recovery import Recovery, Stacks

SHOWN = 5
"""Longer lists of expected things are cut."""

_NAMES = {
    "WORD": "a name",
    "INTEGER": "an integer",
    "DECIMAL": "a number",
    "STRING": "a literal",
    "PICTURE": "a picture",
    "PERIOD": "a period",
    "LPAREN": "'('",
    "RPAREN": "')'",
    "COLON": "':'",
    "EQUAL": "'='",
    "PLUS": "'+'",
    "MINUS": "'-'",
    "STAR": "'*'",
    "SLASH": "'/'",
    "POWER": "'**'",
    "LESS": "'<'",
    "GREATER": "'>'",
    "LESS_EQUAL": "'<='",
    "GREATER_EQUAL": "'>='",
    "NOT_EQUAL": "'<>'",
    "AMPERSAND": "'&'",
    "EXEC_BLOCK": "EXEC",
    "FUNCTION_NAME": "a function name",
    "COMMENT_ENTRY": "a comment",
    "STRING_VERB": "STRING",
    "COMMA_WORD": "COMMA",
    "$END": "the end of the source",
}


@dataclass(frozen=True)
class Family:
    """Terminals that go by one name in a message when all of `needed` are expected."""

    name: str
    needed: frozenset[str]
    covered: frozenset[str]


_LITERALS = frozenset(
    {"STRING", "INTEGER", "DECIMAL", "ZERO", "SPACE", "HIGH_VALUE", "LOW_VALUE", "QUOTE", "NULL", "ALL"}
)
_FAMILIES = (
    Family(
        "an operand",
        frozenset({"WORD", "STRING", "INTEGER"}),
        _LITERALS | {"WORD", "FUNCTION", "LENGTH", "ADDRESS", "PLUS", "MINUS"},
    ),
    Family("a literal", frozenset({"STRING", "INTEGER"}), _LITERALS | {"PLUS", "MINUS"}),
    Family(
        "a relational operator",
        frozenset({"LESS", "GREATER", "LESS_EQUAL"}),
        frozenset(
            {"EQUAL", "LESS", "GREATER", "LESS_EQUAL", "GREATER_EQUAL", "NOT_EQUAL", "UNEQUAL", "EXCEEDS"}
        ),
    ),
    Family(
        "an arithmetic operator",
        frozenset({"STAR", "SLASH"}),
        frozenset({"PLUS", "MINUS", "STAR", "SLASH", "POWER"}),
    ),
    Family("a qualifier or subscript", frozenset({"OF", "IN", "LPAREN"}), frozenset({"OF", "IN", "LPAREN"})),
)


def spelled(terminal: str) -> str:
    """How a terminal is called in a message."""
    if terminal in _NAMES:
        return _NAMES[terminal]
    if (
        terminal.startswith(("ON_", "NOT_ON_", "AT_", "NOT_AT_", "INVALID_", "NOT_INVALID_"))
        and terminal != "AT"
    ):
        return terminal.replace("_", " ").replace("END OF PAGE", "END-OF-PAGE")
    return terminal.replace("_", "-")


def grouped(terminals: list[str], wholes: Sequence[tuple[str, frozenset[str]]]) -> list[str]:
    """Names of what is expected, families of terminals under one name, the most telling ones first.

    `wholes` are families of many terminals, such as all statements; one of them counts when more than five of its terminals
    are expected.
    """
    left = set(terminals)
    families: list[str] = []
    for name, covered in wholes:
        if len(left & covered) > 5:
            left -= covered
            if name not in families:
                families.append(name)
    for family in _FAMILIES:
        if family.needed <= left:
            families.append(family.name)
            left -= family.covered
    words = sorted(spelled(terminal) for terminal in left)
    return words + families if len(words) < SHOWN else families + words


def listed(names: list[str]) -> str:
    """`A`, `A or B`, `A, B or C`; long lists are cut."""
    if len(names) > SHOWN:
        names = [*names[: SHOWN - 1], f"one of {len(names) - SHOWN + 1} other things"]
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + " or " + names[-1]


def found(token: Token) -> str:
    """How the offending token is called."""
    if token.type == "$END":
        return "the end of the source"
    if token.type == "PERIOD":
        return "a period"
    text = token.text if len(token.text) <= 40 else token.text[:37] + "..."
    return repr(text)


def describe_error(recovery: Recovery, stacks: Stacks) -> SyntaxProblem:
    """Say what is wrong at the cursor of `recovery`."""
    cursor = recovery.cursor
    token = cursor.token
    terminals = recovery.expected(stacks)
    return (
        _unknown_statement(recovery, stacks, terminals)
        or _unmatched_end(token, cursor.kind)
        or _unexpected(recovery, token, terminals)
    )


def _unknown_statement(recovery: Recovery, stacks: Stacks, terminals: list[str]) -> SyntaxProblem | None:
    """A name at the beginning of a sentence that is followed by neither period nor SECTION: meant as a verb."""
    index = recovery.cursor.index
    if set(terminals) != {"PERIOD", "SECTION"} or not index or not isinstance(stacks.values[-1], Token):
        return None
    word = recovery.context.tokens[index - 1]
    return SyntaxProblem(
        "CBL3003",
        f"unknown statement {word.upper}",
        at=word,
        label="no statement of this dialect",
        help=near(word.upper, recovery.verb_words()),
    )


def _unmatched_end(token: Token, kind: str) -> SyntaxProblem | None:
    """END-xxx without an open xxx."""
    if not kind.startswith("END_"):
        return None
    verb = spelled(kind).removeprefix("END-")
    return SyntaxProblem(
        "CBL3004",
        f"{token.upper} has no open {verb} before it",
        at=token,
        label=f"ends no {verb} of this sentence",
        help="a period or another scope terminator before it may have ended the statement already",
    )


def _unexpected(recovery: Recovery, token: Token, terminals: list[str]) -> SyntaxProblem:
    """The general case."""
    expectation = listed(grouped(terminals, recovery.families)) if terminals else "nothing more"
    help_text: str | None = None
    label = ""
    if token.type in recovery.vocabulary.fixed.values() and "WORD" in terminals:
        label = "a reserved word cannot be a name"
        help_text = _free_elsewhere(recovery, token)
    elif token.type == "WORD":
        words = [spelled(name) for name in terminals if name not in _NAMES]
        help_text = near(token.upper, words)
    if help_text is None and recovery.cursor.index:
        help_text = _free_elsewhere(recovery, recovery.context.tokens[recovery.cursor.index - 1])
        label = label if help_text is None else ""
    return SyntaxProblem(
        "CBL3001", f"expected {expectation}; found {found(token)}", at=token, label=label, help=help_text
    )


def _free_elsewhere(recovery: Recovery, token: Token) -> str | None:
    """Which dialects do not reserve the word that is, or may have been, meant as a name."""
    dialect, word = recovery.context.dialect, token.upper
    if word not in dialect.reserved:
        return None
    others = [name for name, other in DIALECTS.items() if word not in other.reserved]
    if not others:
        return None
    which = f"the dialect{'s' * (len(others) > 1)} {', '.join(others[:-1])}{' and ' * (len(others) > 1)}{others[-1]}"
    return f"{word} is reserved in the dialect {dialect.name} but a name in {which}: choose one with --dialect, or rename it"


def near(word: str, candidates: list[str]) -> str | None:
    """A question with the nearest candidate, when one is near."""
    near = get_close_matches(word, candidates, n=1, cutoff=0.7)
    return f"did you mean {near[0]}?" if near else None
