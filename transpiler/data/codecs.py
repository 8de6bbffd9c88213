"""The bytes of one elementary item as a value, and back.

`decode` answers None for bytes that are no value of the item; nothing about data is an exception. Where
`encode(decode(data))` is not *data* (a negative zero, an unusual sign) the caller keeps the bytes beside the value. Text is
decoded without spaces at its end and is always restored exactly.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Protocol, TypeAlias

from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.data.code_pages import CodePage, MixedPage, translation
from transpiler.data.encoding import Encoding
from transpiler.data.ordinary import (
    Reader,
    binary_reader,
    ieee_reader,
    overpunch_reader,
    packed_reader,
    separate_sign_reader,
    text_reader,
    unsigned_packed_reader,
    unsigned_reader,
)
from transpiler.data.runtime import (
    AnyField,
    Area,
    Binary,
    NativeBinary,
    Packed,
    UnsignedPacked,
    Zoned,
    decode_hexadecimal,
    encode_hexadecimal,
)

Value: TypeAlias = str | int | Decimal | float | bytes
Memo: TypeAlias = dict[bytes, tuple["Value | None", bool]]


class Kind(Enum):
    """What the bytes of an item are, for translation between code pages."""

    TEXT = "text"
    """Characters, or digits without a combined sign."""
    OVERPUNCH = "overpunched digits"
    BINARY = "binary"
    """Packed and big-endian binary: the same on every machine."""
    NATIVE = "native binary"
    FLOAT = "floating point"
    RAW = "bytes"
    """Bytes that two descriptions read in ways that contradict each other."""


@dataclass(frozen=True, slots=True)
class ValueType:
    """The type of decoded values: text, integer, decimal, float or bytes; *digits* in all, *scale* behind the point."""

    name: str
    digits: int = 0
    scale: int = 0


class Codec(Protocol):
    """Reads and writes one item. `exact` says that every value read is written back as the same bytes."""

    size: int
    kind: Kind
    exact: bool
    type: ValueType
    default: bytes
    memo: Memo
    """What was decoded lately, and whether the value restores the bytes: numbers in files repeat."""
    ordinary: Reader | None
    """Reads bytes that are what writing their value gives, and answers None for others."""

    def decode(self, data: bytes) -> Value | None:
        """The value of `size` bytes, None when they have none."""
        ...

    def encode(self, value: Value) -> bytes:
        """The bytes of a value. Raises ValueError (or a subclass) when the item cannot hold it."""
        ...


class TextCodec:
    """Characters of a code page."""

    kind = Kind.TEXT
    type = ValueType("text")

    def __init__(self, size: int, page: CodePage | MixedPage) -> None:
        self.size = size
        self.memo: Memo = {}
        self.page = page
        self.exact = isinstance(page, CodePage)
        self.ordinary: Reader | None = text_reader(page) if isinstance(page, CodePage) else None
        self.default = page.space * size

    def decode(self, data: bytes) -> Value | None:
        try:
            return self.page.decode(data).rstrip(" ")
        except UnicodeDecodeError:
            return None

    def encode(self, value: Value) -> bytes:
        data = self.page.encode(str(value))
        if len(data) > self.size:
            unit = "characters" if self.exact else "bytes"
            raise ValueError(f"{value!r} is longer than {self.size} {unit}")
        return data + self.default[len(data) :]


class DoubleByteCodec(TextCodec):
    """PIC G or N in a mixed page of a mainframe: double bytes without shift-out and shift-in around them."""

    def __init__(self, size: int, page: MixedPage) -> None:
        super().__init__(size, page)
        self.default = b"\x40" * size

    def decode(self, data: bytes) -> Value | None:
        value = super().decode(b"\x0e" + data + b"\x0f")
        return None if value is None else str(value).rstrip(" \u3000")

    def encode(self, value: Value) -> bytes:
        data = self.page.encode(str(value))
        if data and (data[0] != 0x0E or data.find(b"\x0f") != len(data) - 1):
            raise ValueError(f"{value!r} has characters of a single byte")
        data = data[1:-1]
        if len(data) > self.size:
            raise ValueError(f"{value!r} is longer than {self.size // 2} characters")
        return data + self.default[len(data) :]


class NationalCodec:
    """USAGE NATIONAL: UTF-16, big-endian."""

    kind = Kind.BINARY
    exact = False
    ordinary: Reader | None = None
    type = ValueType("text")

    def __init__(self, size: int) -> None:
        self.size = size
        self.memo: Memo = {}
        self.default = b"\0 " * (size // 2)

    def decode(self, data: bytes) -> Value | None:
        try:
            return data.decode("utf-16-be").rstrip(" ")
        except UnicodeDecodeError:
            return None

    def encode(self, value: Value) -> bytes:
        data = str(value).encode("utf-16-be")
        if len(data) > self.size:
            raise ValueError(f"{value!r} is longer than {self.size // 2} characters")
        return data + self.default[len(data) :]


class RawCodec:
    """Bytes as they are."""

    kind = Kind.RAW
    exact = True
    ordinary: Reader | None = None
    type = ValueType("bytes")

    def __init__(self, size: int) -> None:
        self.size = size
        self.memo: Memo = {}
        self.default = bytes(size)

    def decode(self, data: bytes) -> Value | None:
        return data

    def encode(self, value: Value) -> bytes:
        data = bytes.fromhex(value) if isinstance(value, str) else bytes(value)  # type: ignore[arg-type]
        if len(data) != self.size:
            raise ValueError(f"{len(data)} bytes where {self.size} are needed")
        return data


class NumberCodec:
    """A number in the form that a field of the runtime gives it."""

    ordinary: Reader | None = None

    def __init__(self, field: AnyField, kind: Kind, type: ValueType, *, exact: bool = False) -> None:
        field.at = 0
        field.bind()
        self.field = field
        self.size = field.length
        self.memo: Memo = {}
        self.kind = kind
        self.type = type
        self.exact = exact
        self.area = Area(bytearray(self.size))
        self.default = self.encode(0)

    def decode(self, data: bytes) -> Value | None:
        self.area.memory[:] = data
        if not self.field.is_numeric(self.area):
            return None
        value: int | Decimal = self.field.read(self.area)
        return _plain(value)

    def encode(self, value: Value) -> bytes:
        self.field.write(self.area, _number(value))
        return bytes(self.area.memory)


class ZonedCodec(NumberCodec):
    """USAGE DISPLAY. EBCDIC digits are read through their Latin-1 characters, whatever the code page makes of braces."""

    def __init__(self, item: DataItem, encoding: Encoding) -> None:
        field: AnyField = Zoned(
            item.digits,
            scale=item.scale,
            signed=item.signed,
            leading=item.sign_leading,
            separate=item.signed and item.sign_separate,
        )
        field.sign = encoding.sign
        self.inward = translation("cp037", "ascii") if encoding.is_ebcdic else None
        self.outward = translation("ascii", "cp037") if encoding.is_ebcdic else None
        self.tolerant = _positive_overpunch(item) if encoding.sign == "ebcdic" and not item.signed else None
        overpunch = item.signed and not item.sign_separate
        super().__init__(field, Kind.OVERPUNCH if overpunch else Kind.TEXT, _number_type(item))
        self.ordinary = _zoned_reader(item, encoding, self.inward)

    def decode(self, data: bytes) -> Value | None:
        if self.inward is not None:
            data = data.translate(self.inward)
        value = super().decode(data)
        if value is None and self.tolerant is not None:
            value = self.tolerant.decode(data)
            return None if isinstance(value, int | Decimal) and value < 0 else value
        return value

    def encode(self, value: Value) -> bytes:
        data = super().encode(value)
        return data if self.outward is None else data.translate(self.outward)


class PackedCodec(NumberCodec):
    """COMP-3. Every sign that the machine takes is a sign: A C E F positive, B D negative."""

    def __init__(self, item: DataItem) -> None:
        field: AnyField = Packed(item.digits, scale=item.scale, signed=item.signed)
        super().__init__(field, Kind.BINARY, _number_type(item))
        self.ordinary = packed_reader(item.digits, item.scale, signed=item.signed)

    def decode(self, data: bytes) -> Value | None:
        text = data.hex()
        if text[-1] < "a" or not text[:-1].isdecimal():
            return None
        self.area.memory[:] = data
        value = _plain(self.field.read(self.area))
        negative = value < 0 or (value > 0 and text[-1] in "bd")
        return value if (value < 0) is negative else -value


class BinaryCodec(NumberCodec):
    """COMP and its relatives: all values of its bytes, also beyond the PICTURE."""

    def encode(self, value: Value) -> bytes:
        data = super().encode(value)
        if self.field.read(self.area) != _number(value):
            raise ValueError(f"{value!s} does not fit into {self.size} bytes")
        return data


class FloatCodec:
    """COMP-1 and COMP-2."""

    kind = Kind.FLOAT
    exact = False
    type = ValueType("float")

    def __init__(self, size: int, encoding: Encoding) -> None:
        self.size = size
        self.memo: Memo = {}
        self.hex = encoding.floating == "hex"
        self.layout = struct.Struct((">" if encoding.order == "big" else "<") + ("f" if size == 4 else "d"))
        self.ordinary: Reader | None = None if self.hex else ieee_reader(self.layout)
        self.default = self.encode(0.0)

    def decode(self, data: bytes) -> Value | None:
        if self.hex:
            return decode_hexadecimal(data)
        value: float = self.layout.unpack(data)[0]
        return value if math.isfinite(value) else None

    def encode(self, value: Value) -> bytes:
        number = float(value)
        try:
            return encode_hexadecimal(number, self.size) if self.hex else self.layout.pack(number)
        except OverflowError as error:
            raise ValueError(f"{number} is too large") from error


def codec_of(item: DataItem, encoding: Encoding) -> Codec:
    """The codec of an elementary item."""
    match item.category:
        case Category.NUMERIC:
            return _numeric_codec(item, encoding)
        case Category.FLOAT if item.usage in (Usage.FLOAT_DECIMAL_16, Usage.FLOAT_DECIMAL_34):
            return RawCodec(item.size)
        case Category.FLOAT:
            return FloatCodec(item.size, encoding)
        case Category.INDEX:
            return _native_codec(item, encoding, signed=True)
        case Category.POINTER | Category.PROCEDURE_POINTER:
            return _native_codec(item, encoding, signed=False)
        case Category.NATIONAL | Category.NATIONAL_EDITED:
            return _national_codec(item, encoding)
    return TextCodec(item.size, encoding.code_page)


def _national_codec(item: DataItem, encoding: Encoding) -> Codec:
    page = encoding.code_page
    if item.picture is None or "G" not in item.picture.text:
        return NationalCodec(item.size)
    if isinstance(page, MixedPage):
        return DoubleByteCodec(item.size, page) if page.is_ebcdic else TextCodec(item.size, page)
    return RawCodec(item.size)


def checked(codec: Codec, value: Value) -> bytes:
    """The bytes of a value from outside. Raises ValueError when the item would hold another value."""
    data = codec.encode(value)
    kept = codec.ordinary(data) if codec.ordinary is not None else None
    if kept is None:
        kept = codec.decode(data)
    same = kept == (_text(value) if codec.type.name == "text" else value)
    if codec.type.name not in ("bytes", "float") and not same:
        raise ValueError(f"{value!s} does not fit")
    return data


def to_number(text: str) -> Decimal:
    """The finite number that *text* spells. Raises ValueError."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"{text!r} is not a number")
    return number


def _text(value: Value) -> str:
    return str(value).rstrip(" ")


def _numeric_codec(item: DataItem, encoding: Encoding) -> Codec:
    match item.usage:
        case Usage.DISPLAY | Usage.NATIONAL:
            return ZonedCodec(item, encoding)
        case Usage.COMP_3:
            return PackedCodec(item)
        case Usage.COMP_6:
            field: AnyField = UnsignedPacked(item.digits, scale=item.scale)
            codec = NumberCodec(field, Kind.BINARY, _number_type(item))
            codec.ordinary = unsigned_packed_reader(item.digits, item.scale)
            return codec
        case Usage.BINARY:
            plain: AnyField = Binary(
                item.digits, scale=item.scale, signed=item.signed, size=item.size, truncate=False
            )
            binary = BinaryCodec(plain, Kind.BINARY, _binary_type(item), exact=True)
            binary.ordinary = binary_reader(item.scale, "big", signed=item.signed)
            return binary
    return _native_codec(item, encoding, signed=item.signed)


def _native_codec(item: DataItem, encoding: Encoding, *, signed: bool) -> Codec:
    big = item.usage is Usage.COMP_X or encoding.order == "big"
    field: NativeBinary[Decimal] = NativeBinary(
        item.digits or 9, scale=item.scale, signed=signed, size=item.size, big_endian=big
    )
    field.byteorder = "big" if big else "little"
    kind = Kind.BINARY if item.usage is Usage.COMP_X else Kind.NATIVE
    codec = BinaryCodec(field, kind, _binary_type(item), exact=True)
    codec.ordinary = binary_reader(item.scale, field.byteorder, signed=signed)
    return codec


_OVERPUNCHED = {
    "ascii": (b"0123456789", b"pqrstuvwxy"),
    "ebcdic": (b"{ABCDEFGHI", b"}JKLMNOPQR"),
}
"""How digits with a sign are spelled, in ASCII: +0 to +9, -0 to -9."""


def _zoned_reader(item: DataItem, encoding: Encoding, inward: bytes | None) -> Reader:
    if not item.signed:
        return unsigned_reader(item.scale, inward)
    if item.sign_separate:
        return separate_sign_reader(item.scale, inward, leading=item.sign_leading)
    return overpunch_reader(item.scale, inward, _OVERPUNCHED[encoding.sign], leading=item.sign_leading)


def _positive_overpunch(item: DataItem) -> NumberCodec:
    field: AnyField = Zoned(item.digits, scale=item.scale, signed=True)
    field.sign = "ebcdic"
    codec = NumberCodec(field, Kind.TEXT, _number_type(item))
    return codec


def _plain(value: int | Decimal) -> int | Decimal:
    """The number alone: one that comes from unusual bytes knows them, and stored again would be these bytes."""
    return Decimal(value) if isinstance(value, Decimal) else int(value)


def _number(value: Value) -> int | Decimal:
    if isinstance(value, int | Decimal):
        return value
    raise ValueError(f"{value!r} is not a number")


def _number_type(item: DataItem) -> ValueType:
    if item.scale > 0:
        return ValueType("decimal", max(item.digits, item.scale), item.scale)
    return ValueType("integer", item.digits - item.scale)


def _binary_type(item: DataItem) -> ValueType:
    digits = max(len(str(256**item.size)), item.digits)
    if item.scale > 0:
        return ValueType("decimal", max(digits, item.scale), item.scale)
    return ValueType("integer", digits - item.scale)
