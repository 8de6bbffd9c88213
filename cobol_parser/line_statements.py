"""Statements that take a line of their own and steer the compiler rather than the program.

Listing control (EJECT, SKIP1-3, TITLE, ``*CONTROL``/``*CBL``: Enterprise COBOL Language Reference, "Compiler-directing
statements"), CBL and PROCESS lines with compiler options, ``++INCLUDE`` and ``-INC`` of Panvalet and Librarian.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cobol_parser import comment_entries, compiler_options
from cobol_parser.diagnostics import place_in
from cobol_parser.reference_format import INDICATOR
from cobol_parser.source import Token

if TYPE_CHECKING:
    from cobol_parser.scanner import Scanner

_SPACING = frozenset({"EJECT", "SKIP1", "SKIP2", "SKIP3"})
_OPTIONS = frozenset({"CBL", "PROCESS"})
WORDS = _SPACING | _OPTIONS | {"TITLE", "*", "+"} | comment_entries.OPENING | comment_entries.CLOSING
"""First words (upper case) of lines that `look_at` wants to see."""

_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")
_OPTION_LINE = re.compile(r"(?:[0-9]{6})?\s*(CBL|PROCESS)\s", re.IGNORECASE)
_INCLUDE_LINE = re.compile(r"\s*(-INC|\+\+INCLUDE)\s+([A-Za-z0-9@#$_-]+)", re.IGNORECASE)
_STRAY_CODE = re.compile(
    r"\ *(?:MOVE|IF|ELSE|PERFORM|DISPLAY|COMPUTE|SELECT|FD|GO\ TO|CALL|OPEN|CLOSE|READ|WRITE|EVALUATE|WHEN|STOP\ RUN"
    r"|END-IF|GOBACK|01|77|88|PROCEDURE|DATA\ DIVISION|WORKING-STORAGE|IDENTIFICATION|ENVIRONMENT)\b\ ?[A-Z0-9.\"'-]",
    re.IGNORECASE,
)


def is_odd_start(scanner: Scanner, line: str) -> bool:
    """Look at a line with text in columns 1-6 that is no sequence number; True when it has been dealt with."""
    number = scanner.index
    if _CONFLICT.match(line):
        scanner.report(
            "CBL1015",
            number,
            1,
            "mark of an unfinished merge by version control; the line was left out",
            "decide between the two versions and remove the marks",
        )
        return True
    include = _INCLUDE_LINE.match(line)
    if include is not None:
        _append_include(scanner, number, include)
        return True
    if not scanner.tokens and _may_start_program(scanner.previous) and _OPTION_LINE.match(line):
        _carry_out_options(scanner, number, line.strip())
        return True
    if scanner.margins.columns and line[INDICATOR : INDICATOR + 1] not in ("*", "/"):
        stray = _STRAY_CODE.match(line)
        if stray is not None and len(line[:INDICATOR].lstrip()) < stray.end() and line[INDICATOR] in " ":
            scanner.report(
                "CBL1011",
                number,
                len(line) - len(line.lstrip()) + 1,
                "program text before column 8 is ignored",
                "begin it in column 8 or later, or read the file with --format free",
            )
    return False


def look_at(scanner: Scanner, first: int) -> None:
    """Deal with the line whose tokens begin at `first` in ``scanner.tokens``."""
    tokens = scanner.tokens
    token = tokens[first]
    word = token.upper
    if word in comment_entries.OPENING:
        scanner.identification = True
    elif word in comment_entries.CLOSING:
        scanner.identification = False
    elif word in _SPACING or word == "TITLE":
        if _is_listing_statement(scanner, first):
            _remove_listing(scanner, first)
    elif word == "*":
        if len(tokens) > first + 1 and tokens[first + 1].upper in ("CBL", "CONTROL"):
            _remove_listing(scanner, first)
    elif word == "+":
        line = scanner.lines[token.line - 1]
        include = _INCLUDE_LINE.match(line, scanner.margins.start)
        if include is not None:
            del tokens[first:]
            _append_include(scanner, token.line, include)
    elif word in _OPTIONS:
        before = tokens[first - 1] if first else scanner.previous
        rest = tokens[first + 1 : first + 2]
        is_header = bool(rest) and (rest[0].type == "PERIOD" or rest[0].upper == "SECTION")
        if _may_start_program(before) and not is_header:
            del tokens[first:]
            _carry_out_options(scanner, token.line, scanner.lines[token.line - 1].strip())


def summarize(scanner: Scanner) -> None:
    """Report once how many listing statements were left out."""
    lines = scanner.listing_lines
    if lines:
        others = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
        scanner.report("CBL2033", lines[0], 0, f"listing control was left out: this line{others}")


def _may_start_program(before: Token | None) -> bool:
    """Option lines stand before IDENTIFICATION DIVISION: first in the file or behind END PROGRAM."""
    return before is None or before.type == "PERIOD"


def _is_listing_statement(scanner: Scanner, first: int) -> bool:
    """Tell a listing statement from a user-defined word: it is alone on its line and not inside a statement,
    unless the dialect reserves the word."""
    tokens = scanner.tokens
    word = tokens[first].upper
    rest = tokens[first + 1 :]
    if word == "TITLE":
        if not rest or rest[0].type != "STRING":
            return False
        rest = rest[1:]
    if [token.type for token in rest] not in ([], ["PERIOD"]):
        return False
    if word in scanner.options.dialect.reserved:
        return True
    before = tokens[first - 1] if first else scanner.previous
    if before is not None and before.type != "PERIOD":
        return False
    return word == "TITLE" or not (rest and tokens[first].area_a)


def _remove_listing(scanner: Scanner, first: int) -> None:
    token = scanner.tokens[first]
    scanner.comments[:0] = token.comments
    scanner.listing_lines.append(token.line)
    del scanner.tokens[first:]


def _carry_out_options(scanner: Scanner, number: int, text: str) -> None:
    match = _OPTION_LINE.match(f"{text} ")
    options = text[match.end() :] if match is not None else text
    place = place_in(scanner.inclusion, number)
    compiler_options.obey(
        options, compiler_options.IBM_OPTIONS, scanner.state.settings, scanner.diagnostics, place
    )


def _append_include(scanner: Scanner, number: int, include: re.Match[str]) -> None:
    """Put the line as tokens that text manipulation takes for COPY: the word, the member and a full stop."""
    word, member = (
        Token("WORD", include[group], scanner.inclusion, number, include.start(group) + 1) for group in (1, 2)
    )
    word.comments = tuple(scanner.comments)
    scanner.comments.clear()
    stop = Token("PERIOD", "", scanner.inclusion, number, include.end(2) + 1)
    scanner.tokens += [word, member, stop]
