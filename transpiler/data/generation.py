"""Records made up from their description: valid ones, or hostile ones that break every rule some file breaks.

The same seed makes the same records in every release of Python that keeps `random.Random`'s generator.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Dimension
from transpiler.data.codecs import Codec, Kind, Value
from transpiler.data.runtime import AlphanumericEdited, Area, NumericEdited
from transpiler.data.shape import Leaf, Scope, Shape, Shapes, Walk

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CHARACTERS = _LETTERS + _LETTERS.lower() + "0123456789   .,-/&'"
_EDITED = (Category.NUMERIC_EDITED, Category.ALPHANUMERIC_EDITED)


class Generator:
    """Makes records of the given shapes. *hostile* ones hold bytes that are no values, extremes and odd lengths."""

    def __init__(self, shapes: Shapes, seed: int, *, hostile: bool = False, padded: bool = True) -> None:
        self.shapes = shapes
        self.random = Random(seed)
        self.hostile = hostile
        self.padded = padded
        self.space = shapes.encoding.code_page.space

    def records(self, count: int) -> Iterator[bytes]:
        """*count* records."""
        for _ in range(count):
            yield self._record()

    def _record(self) -> bytes:
        choices = self.shapes.choices
        rule = self.random.choice(choices.rules) if choices.rules else None
        record = rule.target.record if rule is not None else self.random.choice(choices.records)
        holding = tuple(other is rule for other in choices.rules)
        counts = _Counts(self.shapes, holding, self.random)
        shape = self.shapes.walk(record, counts, None)
        data = bytearray(shape.template)
        for leaf in shape.leaves:
            data[leaf.at : leaf.end] = self._item(leaf)
        self._set_counters(shape, counts, data)
        if rule is not None and rule.condition is not None:
            at = rule.condition.item.offset
            data[at : at + rule.condition.codec.size] = rule.condition.codec.encode(rule.condition.value)
        if self.padded:
            data += self.space * (self.shapes.size - len(data))
        elif self.hostile and self.random.random() < 0.05:
            del data[self.random.randrange(1, len(data) + 1) :]
        return bytes(data)

    def _set_counters(self, shape: Shape, counts: _Counts, data: bytearray) -> None:
        """Most hostile records tell the truth about their tables too; the others have whatever the counter got."""
        if self.hostile and self.random.random() < 0.2:
            return
        for leaf in shape.leaves:
            number = counts.counts.get(leaf.item)
            if number is not None:
                data[leaf.at : leaf.end] = leaf.codec.encode(number)

    def _item(self, leaf: Leaf) -> bytes:
        codec = leaf.codec
        if leaf.hidden and not self.hostile:
            return codec.default
        if self.hostile and self.random.random() < 0.3:
            return self._bad(codec)
        return codec.encode(self._value(leaf.item, codec))

    def _value(self, item: DataItem, codec: Codec) -> Value:
        choose = self.random
        match codec.type.name:
            case "integer":
                return self._digits(item) * int(10 ** max(-item.scale, 0))
            case "decimal":
                return Decimal(self._digits(item)).scaleb(-item.scale)
            case "float":
                return float(choose.randrange(-10_000_000, 10_000_000) / 2 ** choose.randrange(0, 20))
            case "bytes":
                return choose.randbytes(codec.size)
        if item.category in _EDITED:
            return self._edited(item)
        characters = _LETTERS if item.category is Category.ALPHABETIC else _CHARACTERS
        size = codec.size // 2 if codec.kind is Kind.BINARY else codec.size
        used = choose.randrange(0, size + 1)
        return "".join(choose.choice(characters) for _ in range(used))

    def _edited(self, item: DataItem) -> str:
        """What a number, or some letters, look like in an edited item."""
        assert item.picture is not None
        area = Area(bytearray(item.size))
        if item.category is Category.NUMERIC_EDITED:
            number = self.random.randrange(10 ** min(item.picture.digits, 18))
            sign = -1 if item.picture.signed and self.random.random() < 0.4 else 1
            value = Decimal(sign * number).scaleb(-item.picture.scale)
            NumericEdited(item.picture.text, at=0, blank_when_zero=item.blank_when_zero).write(area, value)
        else:
            letters = "".join(self.random.choice(_LETTERS) for _ in range(item.size))
            AlphanumericEdited(item.picture.text, at=0).write(area, letters)
        return area.text

    def _digits(self, item: DataItem) -> int:
        """A number of the PICTURE's digits, small ones and the extremes more often than chance."""
        choose = self.random
        digits = item.digits or 9
        most = min(digits, _room(item))
        kind = choose.random()
        largest: int = 10**most - 1
        number = (
            largest
            if kind < 0.05
            else 0
            if kind < 0.1
            else choose.randrange(10 ** choose.randrange(1, most + 1))
        )
        return -number if item.signed and number and choose.random() < 0.4 else number

    def _bad(self, codec: Codec) -> bytes:
        """Bytes as damaged files have them: blanks, zeros, all bits set, anything."""
        choose, size = self.random, codec.size
        kind = choose.randrange(5)
        if kind < 3:
            return (self.space, b"\0", b"\xff")[kind] * size
        if kind == 3:
            data = bytearray(codec.default)
            data[choose.randrange(size)] = choose.randrange(256)
            return bytes(data)
        return choose.randbytes(size)


def _room(item: DataItem) -> int:
    """Digits that always fit into the bytes of a binary item without PICTURE digits of its own."""
    if item.picture is None and item.size in (1, 2, 4, 8):
        return (2, 4, 9, 18)[(1, 2, 4, 8).index(item.size)]
    return item.digits


class _Counts:
    """Random numbers of occurrences; `counts` are those of each counter."""

    def __init__(self, shapes: Shapes, holding: tuple[bool, ...], random: Random) -> None:
        self.shapes, self.holding, self.random = shapes, holding, random
        self.counts: dict[DataItem, int] = {}

    def choose(self, item: DataItem) -> DataItem | None:
        return self.shapes.choices.redefinition_of(item, self.holding)

    def count(self, table: DataItem, own: Dimension, at: int, scope: Scope | None, walk: Walk) -> int:
        counter = own.depending_on
        if counter is not None and counter in self.counts:
            return min(self.counts[counter], own.maximum)
        number = self.random.randrange(own.minimum, own.maximum + 1)
        if counter is not None:
            self.counts[counter] = number
        return number
