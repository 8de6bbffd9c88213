"""A record in another encoding: characters translated, numbers kept.

Each item is treated as what it is: text and digits are translated, packed and big-endian binary items are never touched,
signs keep their meaning, native binary and floating-point items keep their values. Bytes about which two
descriptions contradict each other stop the conversion, because either way of treating them could destroy data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transpiler.data.code_pages import ASCII, MixedPage, digit_translation, translation
from transpiler.data.codecs import FloatCodec, Kind, TextCodec, codec_of
from transpiler.data.encoding import Encoding
from transpiler.data.errors import DataError
from transpiler.data.shape import Leaf, Shape, Shapes

Change = Callable[[bytes], bytes]
Step = tuple[int, int, Change]

_POSITIVE, _NEGATIVE = b"{ABCDEFGHI", b"}JKLMNOPQR"
_DIGITS, _ASCII_NEGATIVE = b"0123456789", b"pqrstuvwxy"


class Transcoder:
    """Converts records from the encoding of *shapes* to *target*."""

    def __init__(self, shapes: Shapes, target: Encoding) -> None:
        self.shapes = shapes
        self.source = shapes.encoding
        self.target = target
        self.text = translation(self.source.page, target.page)
        self.blank, self.space = self.source.code_page.space, target.code_page.space
        pages = (self.source.code_page, target.code_page)
        self.is_mixed = any(isinstance(page, MixedPage) for page in pages)
        self._steps: dict[Shape, Sequence[Step]] = {}

    def convert(self, record: bytes, number: int) -> bytes:
        """The record in the target encoding. *number* is for messages. Raises DataError."""
        shape = self.shapes.of_record(record)
        steps = self._steps.get(shape)
        if steps is None:
            steps = self._steps[shape] = self._plan(shape, record, number)
        out = bytearray(record)
        try:
            for start, end, change in steps:
                out[start:end] = change(record[start:end])
        except (ValueError, OverflowError) as error:
            raise DataError(f"record {number}: {error}") from error
        for start, end in (*shape.gaps, (shape.length, len(record))):
            self._blank(out, start, end)
        if len(record) > max(shape.length, self.shapes.size) and record[self.shapes.size :].strip(self.blank):
            raise DataError(
                f"record {number} has {len(record)} bytes and its description {shape.length}: what is in the others is unknown"
            )
        return bytes(out)

    def _blank(self, out: bytearray, start: int, end: int) -> None:
        """Bytes without a description: spaces stay spaces, anything else stays as it is."""
        end = min(end, len(out))
        if start < end and not out[start:end].strip(self.blank):
            out[start:end] = self.space * (end - start)

    def _plan(self, shape: Shape, record: bytes, number: int) -> Sequence[Step]:
        if shape.record is None:
            raise DataError(
                f"record {number} fits none of the --when conditions, so that its fields are unknown"
                f" (it begins with X'{record[:16].hex().upper()}')"
            )
        if shape.disputed:
            raise DataError(_dispute(shape, number))
        steps = [step for leaf in shape.leaves if (step := self._step(leaf)) is not None]
        return self._joined(steps)

    def _joined(self, steps: Sequence[Step]) -> list[Step]:
        """Neighbouring items of text are translated in one go."""
        out: list[Step] = []
        for start, end, change in steps:
            if out and out[-1][1] == start and change == out[-1][2] == self._translate:
                out[-1] = (out[-1][0], end, change)
            else:
                out.append((start, end, change))
        return out

    def _step(self, leaf: Leaf) -> Step | None:
        change = self._change(leaf)
        return None if change is None else (leaf.at, leaf.end, change)

    def _change(self, leaf: Leaf) -> Change | None:
        kind = leaf.codec.kind
        if kind is Kind.TEXT:
            if leaf.item.is_numeric:
                return self._digits()
            return self._reencoded(leaf) if self.is_mixed else self._translate
        if kind is Kind.OVERPUNCH:
            return self._overpunch(leaf)
        swapped = self.source.order != self.target.order
        if kind is Kind.NATIVE:
            return _reverse if swapped else None
        if kind is Kind.FLOAT:
            if self.source.floating != self.target.floating:
                into = FloatCodec(leaf.codec.size, self.target)
                return _floating(leaf, into)
            return _reverse if swapped and self.source.floating == "ieee" else None
        return None

    def _reencoded(self, leaf: Leaf) -> Change:
        """Where characters have one byte or two an item is translated as a whole, without the spaces at its end."""
        codec = leaf.codec
        into = codec_of(leaf.item, self.target)
        if into.kind is not Kind.TEXT:
            into = TextCodec(codec.size, self.target.code_page)

        def change(data: bytes) -> bytes:
            value = codec.decode(data)
            if value is None:
                raise ValueError(f"{leaf.label} holds no characters: X'{data.hex().upper()}'")
            try:
                return into.encode(value)[: len(data)]
            except UnicodeEncodeError as error:
                raise ValueError(
                    f"{leaf.label} is {value!r}, which code page {self.target.page} does not have"
                ) from error
            except ValueError as error:
                raise ValueError(f"{leaf.label}: {error}") from error

        return change

    def _translate(self, data: bytes) -> bytes:
        return data.translate(self.text)

    def _digits(self) -> Change | None:
        if self.source.is_ebcdic == self.target.is_ebcdic:
            return None
        table = digit_translation(self.source.page, self.target.page)
        return lambda data: data.translate(table)

    def _overpunch(self, leaf: Leaf) -> Change | None:
        digits = self._digits()
        signs = _sign_table(self.source.sign, self.target.sign)
        if signs is None:
            return digits
        place = 0 if leaf.item.sign_leading else leaf.codec.size - 1
        inward = digit_translation(self.source.page, ASCII)
        outward = digit_translation(ASCII, self.target.page)
        table = bytes(outward[signs[inward[byte]]] for byte in range(256))

        def change(data: bytes) -> bytes:
            out = bytearray(data if digits is None else digits(data))
            if place < len(data):
                out[place] = table[data[place]]
            return bytes(out)

        return change


def _dispute(shape: Shape, number: int) -> str:
    leaf = shape.disputed[0]
    root = next((item for item in leaf.item.lineage() if item.redefined_by), leaf.item)
    names = [item.name or "FILLER" for item in (root, *root.redefined_by)]
    return (
        f"record {number}: {leaf.item.name or 'FILLER'} is characters in one description and something else in another"
        f" ({', '.join(names)}). Say which one describes a record with --when FIELD=VALUE:NAME or --record NAME; only then"
        " can characters be translated without destroying numbers"
    )


def _sign_table(source: str, target: str) -> bytes | None:
    """How the character of a digit with a sign changes. Both spellings of a positive digit become the usual one."""
    if source == target:
        return None
    table = bytearray(range(256))
    pairs = [*zip(_POSITIVE, _DIGITS, strict=True), *zip(_NEGATIVE, _ASCII_NEGATIVE, strict=True)]
    if target == "ascii":
        for old, new in pairs:
            table[old] = new
        for old, new in zip(_NEGATIVE, _ASCII_NEGATIVE, strict=True):
            table[new] = old
    else:
        for new, old in pairs:
            table[old] = new
        for new, old in zip(_NEGATIVE, _ASCII_NEGATIVE, strict=True):
            table[new] = old
    return bytes(table)


def _reverse(data: bytes) -> bytes:
    return data[::-1]


def _floating(leaf: Leaf, into: FloatCodec) -> Change:
    codec = leaf.codec

    def change(data: bytes) -> bytes:
        value = codec.decode(data) if len(data) == codec.size else None
        if value is None:
            raise ValueError(f"the floating-point item {leaf.label} has no value: X'{data.hex().upper()}'")
        try:
            return into.encode(value)
        except (ValueError, OverflowError) as error:
            raise ValueError(f"the floating-point item {leaf.label}: {error}") from error

    return change
