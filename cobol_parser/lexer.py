"""From text words to terminals: keywords, synonyms, and phrases whose first word alone does not tell what they are.

Reserved words of the dialect become keyword terminals at once. Other words that the grammar knows as keywords get the type
`SOFT` and are decided by the parser, state by state: they are keywords where nothing but a keyword can stand, and names
elsewhere. `Vocabulary.prepare` also joins the words of conditional phrases into one token, and drops IS and ARE, which
never change a meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cobol_parser.intrinsic_names import INTRINSIC_FUNCTIONS
from cobol_parser.source import Token

SOFT = "soft keyword"
"""Type of a word that is a keyword in some states only."""
HEADER = "word in area A"
"""Type of a name in area A in the middle of a sentence: perhaps a paragraph whose predecessor lacks its period."""

SYNONYMS: Mapping[str, str] = {
    "THROUGH": "THRU",
    "FOREGROUND-COLOUR": "FOREGROUND_COLOR",
    "BACKGROUND-COLOUR": "BACKGROUND_COLOR",
    "ZEROS": "ZERO",
    "ZEROES": "ZERO",
    "SPACES": "SPACE",
    "HIGH-VALUES": "HIGH_VALUE",
    "LOW-VALUES": "LOW_VALUE",
    "QUOTES": "QUOTE",
    "NULLS": "NULL",
    "VALUES": "VALUE",
    "PICTURE": "PIC",
    "CORRESPONDING": "CORR",
    "JUSTIFIED": "JUST",
    "SYNCHRONIZED": "SYNC",
    "SYNCHRONISED": "SYNC",
    "COMPUTATIONAL": "COMP",
    **{f"COMPUTATIONAL-{n}": f"COMP_{n}" for n in "123456NX"},
    "COL": "COLUMN",
    "COLS": "COLUMN",
    "COLUMNS": "COLUMNS",
    "EQUALS": "EQUAL",
    "INITIALISE": "INITIALIZE",
    "ORGANISATION": "ORGANIZATION",
    "BINARY-INT": "BINARY_LONG",
    "BINARY-LONG-LONG": "BINARY_DOUBLE",
    "STRING": "STRING_VERB",
    "COMMA": "COMMA_WORD",
    "EQUAL": "EQUAL",
    "LESS": "LESS",
    "GREATER": "GREATER",
    "PLUS": "PLUS",
    "MINUS": "MINUS",
}
"""COBOL word -> terminal, where the terminal is not the word itself."""

_NAME = " "
"""Stands for a word that is a name whatever it is spelled like."""

DROPPED = frozenset({"IS", "ARE"})

_Match = tuple[str, int]
"""A terminal, and how many tokens it stands for."""

_SIMPLE_PHRASES: Mapping[str, str] = {
    "OVERFLOW": "ON_OVERFLOW",
    "EXCEPTION": "ON_EXCEPTION",
    "ESCAPE": "ON_EXCEPTION",
}


def _phrase(words: list[str], start: int) -> _Match | None:
    """Recognise the beginning of a conditional phrase in upper-case `words` at `start`, NOT excluded."""
    word = words[start]
    if word == "ON":
        if words[start + 1] == "SIZE" and words[start + 2] == "ERROR":
            return "ON_SIZE_ERROR", 3
        name = _SIMPLE_PHRASES.get(words[start + 1])
        return (name, 2) if name else None
    if word == "AT":
        if words[start + 1] in ("EOP", "END-OF-PAGE"):
            return "AT_END_OF_PAGE", 2
        return ("AT_END", 2) if words[start + 1] == "END" else None
    if word == "SIZE":
        return ("ON_SIZE_ERROR", 2) if words[start + 1] == "ERROR" else None
    if word == "INVALID":
        return "INVALID_KEY", 2 if words[start + 1] == "KEY" else 1
    if word in ("EOP", "END-OF-PAGE"):
        return "AT_END_OF_PAGE", 1
    if word == "END":
        if words[start + 1] == "DECLARATIVES":
            return "END_DECLARATIVES", 2
        return None if words[start + 1] in ("PROGRAM", "FUNCTION", "OF", "KEY") else ("AT_END", 1)
    name = _SIMPLE_PHRASES.get(word)
    return (name, 1) if name else None


def _conditional(words: list[str], start: int) -> _Match | None:
    """`_phrase`, except for EXCEPTION as a word of USE."""
    if words[start] == "EXCEPTION" and words[start - 1] in ("AFTER", "STANDARD"):
        return None
    return _phrase(words, start)


def _negated(words: list[str], start: int) -> _Match | None:
    """NOT before a conditional phrase."""
    match = _phrase(words, start + 1)
    return None if match is None else (f"NOT_{match[0]}", match[1] + 1)


def _followed_by(second: str, terminal: str) -> Callable[[list[str], int], _Match | None]:
    """Join a word with `second` when that follows."""

    def match(words: list[str], start: int) -> _Match | None:
        return (terminal, 2) if words[start + 1] == second else None

    return match


def _every(words: list[str], start: int) -> _Match | None:
    """EVERY of a SUPPRESS phrase: an identifier could stand in its place."""
    kinds = ("NUMERIC", "NONNUMERIC", "ATTRIBUTE", "ELEMENT", "CONTENT")
    return ("EVERY", 1) if words[start + 1] in kinds else None


def _alternate_area(words: list[str], start: int) -> _Match | None:
    """RESERVE n ALTERNATE AREAS: ALTERNATE means nothing there."""
    return ("AREA", 2) if words[start + 1] in ("AREA", "AREAS") else None


def _identification(words: list[str], start: int) -> _Match | None:
    """ID DIVISION; elsewhere ID is an ordinary name."""
    return ("IDENTIFICATION", 1) if words[start + 1] == "DIVISION" else None


JOINED: Mapping[str, Callable[[list[str], int], _Match | None]] = {
    "NOT": _negated,
    **dict.fromkeys(
        ("ON", "AT", "SIZE", "INVALID", "EOP", "END-OF-PAGE", "END", "OVERFLOW", "EXCEPTION", "ESCAPE"),
        _conditional,
    ),
    "FILE": _followed_by("STATUS", "FILE_STATUS"),
    "CRT": _followed_by("STATUS", "CRT_STATUS"),
    "LINE": _followed_by("ADVANCING", "LINE_ADVANCING"),
    "NEXT": _followed_by("GROUP", "NEXT_GROUP"),
    "NO": _followed_by("DATA", "NO_DATA"),
    "PERFORM": _followed_by("FOREVER", "PERFORM_FOREVER"),
    "WITH": _followed_by("DATA", "WITH_DATA"),
    "ALTERNATE": _alternate_area,
    "EVERY": _every,
    "ID": _identification,
}
"""First word -> function that recognises what it begins."""

_PHRASE_WORDS = frozenset({"ESCAPE", "FOREVER"})
"""Words of phrases that exist only in dialects that know them."""


@dataclass(frozen=True)
class Vocabulary:
    """Words of one dialect: `fixed` are keywords everywhere, `soft` only where the parser's state wants them."""

    fixed: Mapping[str, str]
    soft: Mapping[str, str]
    names: frozenset[str]
    """Words that are names whatever they stand behind."""

    def terminal(self, word: str) -> str | None:
        """Terminal of an upper-case word, or None when it is a name."""
        return self.fixed.get(word) or self.soft.get(word)

    def prepare(self, tokens: list[Token]) -> list[Token]:
        """Give every word its terminal; return the tokens without dropped words and with joined phrases.

        A joined token is the first of its words with the phrase's terminal as type. The list ends with a `$END` token.
        """
        fixed, soft, joined = self.fixed, self.soft, JOINED
        words = [
            "" if token.type != "WORD" else _NAME if token.upper in self.names else token.upper
            for token in tokens
        ]
        words += ["", "", "", ""]
        _mark_functions(tokens, words)
        _free_program_names(tokens, words)
        prepared: list[Token] = []
        keep = prepared.append
        skip_to = 0
        for index, token in enumerate(tokens):
            if index < skip_to:
                continue
            if token.type != "WORD":
                keep(token)
                continue
            word = words[index]
            if word in joined and (match := joined[word](words, index)) is not None:
                token.type, length = match
                _inherit_comments(token, tokens[index + 1 : index + length])
                skip_to = index + length
                keep(token)
                continue
            terminal = fixed.get(word)
            if terminal is not None:
                token.type = terminal
                keep(token)
            elif word in DROPPED:
                _pass_comments(token, prepared)
            elif word in soft:
                token.type = SOFT
                keep(token)
            else:
                keep(token)
        _mark_headers(prepared)
        return prepared


def _free_program_names(tokens: list[Token], words: list[str]) -> None:
    """A program-name may be spelled like a keyword: the word behind PROGRAM-ID and END PROGRAM is a name."""
    for index, word in enumerate(words):
        if word in ("PROGRAM-ID", "FUNCTION-ID") and (not index or tokens[index - 1].type == "PERIOD"):
            name = index + 2 if tokens[index + 1].type == "PERIOD" else index + 1
        elif word in ("PROGRAM", "FUNCTION") and words[index - 1] == "END":
            name = index + 1
        else:
            continue
        if words[name]:
            words[name] = _NAME


def _mark_functions(tokens: list[Token], words: list[str]) -> None:
    """Give the words behind FUNCTION the type FUNCTION_NAME: one in expressions, several in `FUNCTION a b INTRINSIC`.

    After `FUNCTION ALL INTRINSIC` a reserved word that is a function-name as well (LENGTH, SUM) is a name before `(`.
    """
    if "FUNCTION" not in words:
        return
    everything = False
    for index, word in enumerate(words):
        if word == "FUNCTION" and words[index - 1] not in ("END", "EXIT"):
            if words[index + 1] == "ALL":
                everything = True
                continue
            last = index + 1
            while words[last] and words[last] != "INTRINSIC":
                last += 1
            last = last if words[last] == "INTRINSIC" else index + 2
            for name in range(index + 1, last):
                if words[name]:
                    tokens[name].type = "FUNCTION_NAME"
        elif everything and word in INTRINSIC_FUNCTIONS and tokens[index + 1].type == "LPAREN":
            words[index] = _NAME


def _inherit_comments(token: Token, others: list[Token]) -> None:
    """Keep the comments of the other words of a joined phrase."""
    for other in others:
        token.comments += other.comments
        token.trailing = token.trailing or other.trailing


def _pass_comments(dropped: Token, kept: list[Token]) -> None:
    """Keep the comments of a dropped word with the word before it."""
    if kept and (dropped.comments or dropped.trailing):
        _inherit_comments(kept[-1], [dropped])


def _mark_headers(tokens: list[Token]) -> None:
    """Mark names that look like headers but do not follow a period: in area A before a period, or first in a line before SECTION."""
    for index in range(1, len(tokens) - 1):
        token, previous = tokens[index], tokens[index - 1]
        if token.type != "WORD" or previous.type == "PERIOD" or token.line == previous.end_line:
            continue
        following = tokens[index + 1].type
        if following == "SECTION" or (token.area_a and following == "PERIOD"):
            token.type = HEADER


def make_vocabulary(
    keywords: Mapping[str, str], reserved: frozenset[str], context: frozenset[str] = frozenset()
) -> Vocabulary:
    """Split the grammar's keywords (word -> terminal) by the dialect's `reserved` words and those it knows in `context` only."""
    spelled = dict(keywords)
    terminals = set(keywords.values()) | {
        "EQUAL",
        "LESS",
        "GREATER",
        "PLUS",
        "MINUS",
        "STRING_VERB",
        "COMMA_WORD",
    }
    for word, terminal in SYNONYMS.items():
        if terminal in terminals:
            spelled[word] = terminal
    fixed = {word: terminal for word, terminal in spelled.items() if word in reserved}
    soft = {word: terminal for word, terminal in spelled.items() if word not in reserved}
    return Vocabulary(fixed, soft, _PHRASE_WORDS - reserved - context)
