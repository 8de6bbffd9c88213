"""Which run-time checks a place of the program asks for: `>>TURN` directives and the exception-names that stand for checks.

>>TURN exception-name … CHECKING ON [WITH LOCATION] | OFF (ISO 1989:2014, 7.2.21) holds for the text behind it in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from cobol_parser.source import Token

Check: TypeAlias = Literal["subscript", "modifier", "empty part", "number", "address", "argument"]
"""A subscript and the counter of its table, a reference modification (as an empty part too), the digits of a number, the address of a BASED or LINKAGE item, an
omitted argument."""

Checks: TypeAlias = frozenset[Check]

NONE: Checks = frozenset()
SUBSCRIPTS: Checks = frozenset({"subscript"})
BOUNDS: Checks = frozenset({"subscript", "modifier"})
STRICT_BOUNDS: Checks = BOUNDS | frozenset({"empty part"})
NUMBERS: Checks = frozenset({"number"})
ALL: Checks = BOUNDS | NUMBERS | frozenset({"address", "argument"})

OF_EXCEPTION: Mapping[str, Checks] = {
    "EC-ALL": ALL,
    "EC-BOUND": BOUNDS,
    "EC-BOUND-SUBSCRIPT": SUBSCRIPTS,
    "EC-BOUND-REF-MOD": frozenset({"modifier"}),
    "EC-DATA": NUMBERS | frozenset({"address"}),
    "EC-DATA-INCOMPATIBLE": NUMBERS,
    "EC-DATA-PTR-NULL": frozenset({"address"}),
    "EC-PROGRAM": frozenset({"argument"}),
    "EC-PROGRAM-ARG-OMITTED": frozenset({"argument"}),
}
"""What is checked for an exception-name; the conditions of all other names are noted wherever they arise."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One >>TURN: from line `line` of the file `path` on, `checks` are on or off."""

    path: str
    line: int
    checks: Checks
    on: bool


def turned(names: Iterable[str]) -> Checks:
    """The checks of several exception-names. Raises ValueError for a word that is none."""
    found = NONE
    for name in names:
        if not name.startswith("EC-"):
            raise ValueError(f"{name} is not an exception-name")
        found |= OF_EXCEPTION.get(name, NONE)
    return found


@dataclass(frozen=True, slots=True)
class Checking:
    """The checks of a program: those that hold everywhere, and what directives change from a line on."""

    everywhere: Checks = NONE
    turns: tuple[Turn, ...] = field(default=())

    def at(self, token: Token) -> Checks:
        """The checks at a word of the program."""
        checks = self.everywhere
        for turn in self.turns:
            if turn.line < token.line and turn.path == token.inclusion.file.path:
                checks = checks | turn.checks if turn.on else checks - turn.checks
        return checks
