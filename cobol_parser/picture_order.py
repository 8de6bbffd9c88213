"""The order in which PICTURE symbols may stand (COBOL-85 standard, VI 5.9.5, precedence rules).

A symbol's *role* here is finer than the symbol: a sign can stand fixed on the left, fixed on the right or float; Z, floating
strings and P differ before and behind the decimal point.
"""

from __future__ import annotations

from dataclasses import dataclass

_BEFORE = {
    # role: roles that may stand anywhere before it
    "insertion": "insertion comma point leading currency zero zero' sign sign' money money' 9 X V P' N",
    "comma": "insertion comma point leading currency zero zero' sign sign' money money' 9 V P'",
    "point": "insertion comma leading currency zero sign money 9",
    "leading": "",
    "trailing": "insertion comma point currency zero zero' money money' 9 V P P'",
    "credit": "insertion comma point currency zero zero' money money' 9 V P P'",
    "currency": "leading",
    "zero": "insertion comma leading currency zero",
    "zero'": "insertion comma point leading currency zero zero' V P'",
    "sign": "insertion comma currency sign",
    "sign'": "insertion comma point currency sign sign' V P'",
    "money": "insertion comma leading money",
    "money'": "insertion comma point leading money money' V P'",
    "9": "insertion comma point leading currency zero sign money 9 X S V P'",
    "X": "insertion 9 X",
    "S": "",
    "V": "insertion comma leading currency zero sign money 9 S P",
    "P": "insertion comma leading currency zero sign money 9 S P",
    "P'": "leading currency S V P'",
    "1": "1",
    "N": "insertion N",
}
_ALLOWED = {role: frozenset(before.split()) for role, before in _BEFORE.items()}

_DESCRIPTIONS = {
    "insertion": "B, 0 or /",
    "comma": "a separator",
    "point": "a decimal point",
    "leading": "a leading sign",
    "trailing": "a trailing sign",
    "credit": "CR or DB",
    "currency": "a currency symbol",
    "zero": "Z or * before the decimal point",
    "zero'": "Z or * behind the decimal point",
    "sign": "a floating sign before the decimal point",
    "sign'": "a floating sign behind the decimal point",
    "money": "a floating currency symbol before the decimal point",
    "money'": "a floating currency symbol behind the decimal point",
    "X": "A or X",
    "P": "P before the decimal point",
    "P'": "P behind the decimal point",
}

_SIMPLE = {
    "B": "insertion",
    "0": "insertion",
    "/": "insertion",
    ",": "comma",
    ".": "point",
    "CR": "credit",
    "DB": "credit",
    "9": "9",
    "A": "X",
    "X": "X",
    "S": "S",
    "V": "V",
    "1": "1",
    "N": "N",
}


@dataclass(frozen=True, slots=True)
class Position:
    """Symbol run `index` breaks the order: it must not stand behind run `after`."""

    index: int
    role: str
    after: int
    after_role: str

    @property
    def description(self) -> str:
        """The offending symbol in words."""
        return _DESCRIPTIONS.get(self.role, self.role)

    @property
    def after_description(self) -> str:
        """The symbol it must not follow, in words."""
        return _DESCRIPTIONS.get(self.after_role, self.after_role)


def check_order(symbols: list[tuple[str, int]]) -> Position | None:
    """Find the first run that breaks the precedence rules.

    `symbols` are (symbol, repetition) with "$" for the currency symbol and "." for the decimal point.
    """
    seen: dict[str, int] = {}
    for index, role in enumerate(_roles(symbols)):
        allowed = _ALLOWED[role]
        for before, place in seen.items():
            if before not in allowed:
                return Position(index, role, place, before)
        if symbols[index][1] > 1 and role not in allowed:
            return Position(index, role, index, role)
        seen.setdefault(role, index)
    return None


def _roles(symbols: list[tuple[str, int]]) -> list[str]:
    floating = {symbol: _floating_span(symbols, symbol) for symbol in "+-$"}
    roles: list[str] = []
    behind_point = digits_seen = False
    for index, (symbol, _) in enumerate(symbols):
        prime = "'" if behind_point else ""
        if symbol in "Z*":
            role = "zero" + prime
        elif symbol == "P":
            role = "P'" if behind_point or not digits_seen else "P"
        elif symbol in "+-$":
            role = _sign_role(symbol, prime, index in floating[symbol], digits_seen or behind_point)
        else:
            role = _SIMPLE[symbol]
        roles.append(role)
        digits_seen = digits_seen or (
            symbol in "9Z*+-$AXN1" and role not in ("leading", "currency", "currency'")
        )
        behind_point = behind_point or symbol in ("V", ".") or role == "P'"
    return roles


def _sign_role(symbol: str, prime: str, floats: bool, digits_seen: bool) -> str:
    if symbol == "$":
        return "money" + prime if floats else "currency"
    if floats:
        return "sign" + prime
    return "trailing" if digits_seen else "leading"


def _floating_span(symbols: list[tuple[str, int]], wanted: str) -> range:
    """The runs from the first to the last of a floating string of `wanted`; an empty range when it does not float."""
    places = [index for index, (symbol, _) in enumerate(symbols) if symbol == wanted]
    if not places:
        return range(0)
    last = places[0]
    for index in range(places[0] + 1, len(symbols)):
        if symbols[index][0] == wanted:
            last = index
        elif symbols[index][0] not in ("B", "0", "/", ",", ".", "V", "P"):
            break
    total = sum(symbols[index][1] for index in places if index <= last)
    return range(places[0], last + 1) if total > 1 else range(0)
