"""The text of EXEC CICS, EXEC SQL and EXEC DLI blocks: which command, with which operands, on which tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_OPTION = re.compile(r"([A-Za-z][\w-]*)(?:\s*\()?")
_LITERAL = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
_TABLE = re.compile(
    r"\b(FROM|JOIN|INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE(?:\s+TABLE)?|LOCK\s+TABLE)\s+"
    r"([A-Z][\w$#@]*(?:\s*\.\s*[A-Z][\w$#@]*)*)",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\bDECLARE\s+([A-Z][\w$#@]*(?:\s*\.\s*[A-Z][\w$#@]*)*)\s+(TABLE|CURSOR)\b", re.IGNORECASE
)
_INCLUDE = re.compile(r"\s*INCLUDE\s+([\w$#@-]+)", re.IGNORECASE)
_OPERATIONS = {"FROM": "R", "JOIN": "R", "INSERT": "C", "UPDATE": "U", "DELETE": "D", "MERGE": "U", "TRUNCATE": "D", "LOCK": "R"}  # fmt: skip
_TWO_WORDS = frozenset({"SEND", "RECEIVE", "HANDLE", "READQ", "WRITEQ", "DELETEQ", "SYNCPOINT", "IGNORE", "PUSH", "POP"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """A command of CICS: its verb (two words where the first alone says little) and its options with their operands as written.

    An option without an operand has "".
    """

    verb: str
    options: dict[str, str] = field(default_factory=dict)


def command(text: str) -> Command:
    """Read the text of an EXEC CICS block."""
    words: list[tuple[str, str]] = []
    at = 0
    while (found := _OPTION.search(text, at)) is not None:
        operand, at = "", found.end()
        if text[found.end() - 1] == "(":
            at = _closing(text, found.end())
            operand = text[found.end() : at - 1].strip()
        words.append((found[1].upper(), operand))
    verb = words[0][0] if words else ""
    if verb in _TWO_WORDS and len(words) > 1:
        verb = f"{verb} {words[1][0]}"
    return Command(verb, dict(words))


def _closing(text: str, at: int) -> int:
    """The position behind the bracket that closes the one before `at`."""
    depth = 1
    while at < len(text) and depth:
        quoted = _LITERAL.match(text, at)
        if quoted is not None:
            at = quoted.end()
            continue
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
    return at


def literal(operand: str) -> str | None:
    """The value of an operand that is a literal; None for a data-name."""
    found = _LITERAL.fullmatch(operand.strip())
    return found[0][1:-1].strip() if found is not None else None


def sql_tables(text: str) -> Iterator[tuple[str, str]]:
    """The tables of an EXEC SQL block with C, R, U or D; literals are left out."""
    bare = _LITERAL.sub("''", text)
    seen: set[tuple[str, str]] = set()
    for found in _TABLE.finditer(bare):
        words = found[1].upper().split()
        before = bare[: found.start()].upper().split()
        if words[0] == "FROM" and before[-1:] == ["DELETE"]:
            continue
        use = re.sub(r"\s", "", found[2]).upper(), _OPERATIONS[words[0]]
        if use not in seen and not _is_fetch(before, words):
            seen.add(use)
            yield use


def _is_fetch(before: list[str], words: list[str]) -> bool:
    """FETCH … FROM cursor and FOR UPDATE OF column name no table."""
    return before[:1] == ["FETCH"] or (words == ["UPDATE"] and before[-1:] == ["FOR"])


def sql_declared(text: str) -> tuple[str, str] | None:
    """The name and TABLE or CURSOR, when the block declares one."""
    found = _DECLARED.search(_LITERAL.sub("''", text))
    return (re.sub(r"\s", "", found[1]).upper(), found[2].upper()) if found is not None else None


def sql_include(text: str) -> str | None:
    """The member that EXEC SQL INCLUDE names."""
    found = _INCLUDE.match(text)
    return found[1].upper() if found is not None else None


def without_literals(text: str) -> str:
    """The text with empty literals: words in them are no names."""
    return _LITERAL.sub("''", text)
