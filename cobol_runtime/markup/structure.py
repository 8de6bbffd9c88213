"""What a data item looks like as markup: the tree that JSON and XML statements walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField
from cobol_runtime.floating import Float32, Float64
from cobol_runtime.numeric import NumericField, pointed
from cobol_runtime.table import Table
from cobol_runtime.text import Text
from cobol_runtime.zoned import Zoned


class Rules(Enum):
    """Whose rules hold where GnuCOBOL and IBM Enterprise COBOL differ."""

    GNUCOBOL = "gnucobol"
    IBM = "ibm"


class Form(Enum):
    """What an elementary item becomes in an XML document (TYPE OF … IS, WITH ATTRIBUTES)."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Boolean:
    """CONVERTING … JSON BOOLEAN: the texts or numbers that stand for true and for false in the item.

    The first value of *true* is stored for true; *false* is stored for false.
    """

    true: tuple[str | int | Decimal, ...]
    false: str | int | Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An elementary item; a table of them when `times` is given.

    `name` is the name in the document. `times` is the number of occurrences, or the name of the counter of OCCURS
    DEPENDING ON. `suppress` are the characters of figurative constants: an item full of one of them is left out. `exact`
    says that a JSON name must be spelled like `name` (NAME phrase), not only in another case.
    """

    name: str
    field: AnyField | Table[Any, Any]
    times: int | str | None = None
    form: Form = Form.ELEMENT
    suppress: str = ""
    boolean: Boolean | None = None
    exact: bool = False

    def at(self, subscripts: tuple[int, ...]) -> AnyField:
        """The item of one occurrence."""
        return self.field.at(*subscripts) if isinstance(self.field, Table) else self.field


@dataclass(frozen=True, slots=True)
class Structure:
    """A group item with the items in it that take part. An empty name stands for a group that has none of its own (FILLER)
    or leaves it out (NAME OF … IS OMITTED)."""

    name: str
    members: tuple[Node, ...] = ()
    times: int | str | None = None
    exact: bool = False


Node: TypeAlias = Item | Structure
Counts: TypeAlias = Mapping[str, int]


def occurrences(node: Node, subscripts: tuple[int, ...], counts: Counts) -> Iterator[tuple[int, ...]]:
    """The subscripts of every occurrence of *node* inside the occurrence *subscripts* of what it belongs to."""
    if node.times is None:
        yield subscripts
        return
    times = node.times if isinstance(node.times, int) else counts[node.times]
    for number in range(1, times + 1):
        yield (*subscripts, number)


def is_suppressed(node: Node, area: Area, subscripts: tuple[int, ...], counts: Counts) -> bool:
    """Whether an occurrence of *node* is left out: full of a figurative constant, or a group of which nothing is left."""
    if isinstance(node, Structure):
        return bool(node.members) and all(
            is_suppressed(member, area, place, counts)
            for member in node.members
            for place in occurrences(member, subscripts, counts)
        )
    return bool(node.suppress) and consists_of_one(node.at(subscripts), area, node.suppress)


def consists_of_one(field: AnyField, area: Area, characters: str) -> bool:
    """Whether the item equals one of the figurative constants that *characters* stand for: zero by value, the others by
    their characters, which only items of USAGE DISPLAY have."""
    if isinstance(field, NumericField | Float64):
        if "0" in characters and field.number(area) == 0:
            return True
        if not isinstance(field, Zoned):
            return False
    text = field.text(area)
    return any(text == character * len(text) for character in characters)


def converted(field: AnyField, area: Area) -> tuple[str, bool]:
    """The value of an elementary item as text without superfluous spaces and zeros, and whether it is a number.

    Numbers have a leading minus sign, at least one digit before the point, and all their decimal places. Of characters the
    trailing spaces are dropped, the leading ones of a JUSTIFIED item; one space stays of an item that is all spaces
    (IBM Enterprise COBOL Language Reference, XML GENERATE, trimming of generated XML data).
    """
    if isinstance(field, Float64):
        return _floating(field, area), True
    if isinstance(field, NumericField):
        return _number(field, area), True
    return trimmed(field, area), False


def trimmed(field: AnyField, area: Area) -> str:
    """The characters of an item without the spaces that fill it up."""
    text = field.text(area)
    kept = text.lstrip(" ") if isinstance(field, Text) and field.justified else text.rstrip(" ")
    return kept or " "


def _number(field: NumericField[int] | NumericField[Decimal], area: Area) -> str:
    sent = field.sent(area)
    shown = pointed(sent.characters, sent.scale)
    whole, point, fraction = shown.partition(".")
    digits = f"{whole.lstrip('0') or '0'}{point}{fraction}"
    return f"-{digits}" if sent.negative and digits.strip("0.") else digits


def _floating(field: Float64, area: Area) -> str:
    """-9.9(8)E+99 for COMP-1, -9.9(17)E+99 for COMP-2 (Language Reference, format conversion of elementary data)."""
    places = 8 if isinstance(field, Float32) else 17
    mantissa, exponent = f"{field.number(area):.{places}E}".split("E")
    return f"{mantissa}E{int(exponent):+03d}"
