"""Random numeric items: the COBOL clause and the field of the runtime that should be the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from cobol_runtime import (
    Binary,
    Float32,
    Float64,
    NativeBinary,
    NumericField,
    Packed,
    Record,
    UnsignedPacked,
    Zoned,
)

NumericItem = NumericField[Any]


@dataclass(frozen=True)
class Item:
    """A data description entry without its name, and how the runtime spells it."""

    clause: str
    make: Callable[[], NumericItem]

    @property
    def length(self) -> int:
        return self.make().length


def picture(digits: int, scale: int, signed: bool) -> str:
    """The PICTURE of *digits* digits at *scale*."""
    if scale < 0:
        body = f"9({digits})P({-scale})"
    elif scale > digits:
        body = f"VP({scale - digits})9({digits})"
    else:
        body = (f"9({digits - scale})" if digits > scale else "") + (f"V9({scale})" if scale else "")
    return f"PIC {'S' if signed else ''}{body}"


def zoned(digits: int, scale: int, signed: bool, leading: bool, separate: bool) -> Item:
    clause = picture(digits, scale, signed)
    if signed and (leading or separate):
        clause += f" SIGN {'LEADING' if leading else 'TRAILING'}{' SEPARATE' if separate else ''}"
    else:
        leading = separate = False
    return Item(clause, lambda: Zoned(digits, scale=scale, signed=signed, leading=leading, separate=separate))


def packed(digits: int, scale: int, signed: bool) -> Item:
    return Item(
        picture(digits, scale, signed) + " COMP-3", lambda: Packed(digits, scale=scale, signed=signed)
    )


def unsigned_packed(digits: int, scale: int) -> Item:
    return Item(picture(digits, scale, False) + " COMP-6", lambda: UnsignedPacked(digits, scale=scale))


def binary(digits: int, scale: int, signed: bool) -> Item:
    return Item(picture(digits, scale, signed) + " COMP", lambda: Binary(digits, scale=scale, signed=signed))


def native(digits: int, scale: int, signed: bool) -> Item:
    clause = picture(digits, scale, signed) + " COMP-5"
    return Item(clause, lambda: NativeBinary(digits, scale=scale, signed=signed))


def random_item(random: Random, kinds: str = "zzpbnu", most: int = 18, scaled: bool = True) -> Item:
    """An item of one of *kinds*: z(oned) p(acked) b(inary) n(ative binary) u(nsigned packed)."""
    kind = random.choice(kinds)
    digits = random.randint(1, most if kind in "zpu" else min(most, 18))
    choices = [0, 0, 0, random.randint(0, digits), min(2, digits)]
    if kind == "z":
        choices += [-random.randint(1, 4), digits + random.randint(1, 4)]
    scale = random.choice(choices) if scaled else 0
    signed = random.random() < 0.65
    if kind == "z":
        return zoned(digits, scale, signed, random.random() < 0.3, random.random() < 0.3)
    if kind == "p":
        return packed(digits, scale, signed)
    if kind == "u":
        return unsigned_packed(digits, scale)
    return (binary if kind == "b" else native)(digits, scale, signed)


def random_number(random: Random, digits: int, scale: int) -> str:
    """A literal of up to *digits* digits with up to *scale* decimal places."""
    whole = "".join(random.choice("0123456789") for _ in range(random.randint(1, max(digits, 1))))
    places = random.randint(0, max(scale, 0))
    text = whole + ("." + "".join(random.choice("0123456789") for _ in range(places)) if places else "")
    return random.choice(["", "", "-"]) + text


def record_of(sign: str = "ascii", **fields: Any) -> Any:
    """An instance of a record class with *fields* one behind the other."""
    length = sum(f.length for f in fields.values())
    cls = type("Cases", (Record,), dict(fields), length=length, sign=sign)
    return cls()


__all__ = ["Float32", "Float64", "Item", "packed", "random_item", "random_number", "record_of", "zoned"]
