"""Numbers whose bytes are not all digits and a sign: spaces or letters in a DISPLAY item, foreign half bytes in a packed one.

GnuCOBOL takes another value from such bytes in each kind of statement. Programs read the item like any other; the
number they get knows what it is worth in a MOVE, in ADD and SUBTRACT to an item, in a comparison with an integer, and in
other arithmetic, so that `self.total += self.rec.amount` is exact on damaged data too.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, TypeGuard

Number: TypeAlias = int | Decimal


@dataclass(frozen=True, slots=True)
class Damage:
    """What the bytes are worth.

    `characters` are those of the digit positions, `scale` of them behind the point. `added` is the value in ADD and
    SUBTRACT to another item: what is no digit counts as 0. `compared` is what a comparison with an integer sees:
    the distance of each byte from "0". A MOVE between items of one `description` copies the bytes, `raw`.
    """

    raw: bytes
    description: tuple[object, ...]
    characters: str
    scale: int
    negative: bool
    added: Number
    compared: int


class DamagedWhole(int):
    """A damaged item without decimal places; its own value is that of COMPUTE."""

    damage: Damage

    def __radd__(self, other: int) -> int:
        return other + int(self.damage.added)

    def __rsub__(self, other: int) -> int:
        return other - int(self.damage.added)

    def __eq__(self, other: object) -> bool:
        return self.damage.compared == other

    def __ne__(self, other: object) -> bool:
        return self.damage.compared != other

    def __lt__(self, other: int) -> bool:
        return self.damage.compared < other

    def __le__(self, other: int) -> bool:
        return self.damage.compared <= other

    def __gt__(self, other: int) -> bool:
        return self.damage.compared > other

    def __ge__(self, other: int) -> bool:
        return self.damage.compared >= other

    __hash__ = int.__hash__


class DamagedDecimal(Decimal):
    """A damaged item with decimal places; its own value counts in every kind of arithmetic and in comparisons."""

    damage: Damage


Damaged: TypeAlias = DamagedWhole | DamagedDecimal


def is_damaged(value: Number) -> TypeGuard[Damaged]:
    """Whether a number came from damaged bytes."""
    return type(value) in _DAMAGED


_DAMAGED = frozenset({DamagedWhole, DamagedDecimal})


def damaged_number(value: Number, damage: Damage) -> Number:
    """A number of `value` that remembers its damage."""
    number = DamagedWhole(value) if isinstance(value, int) else DamagedDecimal(value)
    number.damage = damage
    return number


def digits_alone(characters: str) -> int:
    """The whole number of the digits, 0 in place of everything else."""
    return int("".join(character if "0" <= character <= "9" else "0" for character in characters))


def low_halves(characters: str) -> int:
    """The whole number whose digits are the low halves of the bytes."""
    number = 0
    for character in characters:
        number = number * 10 + (ord(character) & 15)
    return number
