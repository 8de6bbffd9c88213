"""Data items as attributes of a record: each reads and writes its own bytes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeAlias, TypeVar, cast, overload

from cobol_runtime.area import Area, span
from cobol_runtime.exceptions import size_error
from cobol_runtime.figurative import fitted
from cobol_runtime.rounding import Rounding

Number: TypeAlias = int | Decimal
Got = TypeVar("Got")
Put = TypeVar("Put")
Got_co = TypeVar("Got_co", covariant=True)
Put_contra = TypeVar("Put_contra", contravariant=True)


class Reader(Protocol[Got_co]):
    """Decodes the item of *area*; *at* replaces its offset (table elements)."""

    def __call__(self, area: Area, at: int = ..., /) -> Got_co: ...


class Writer(Protocol[Put_contra]):
    """Encodes a value into *area*; *at* replaces the item's offset."""

    def __call__(self, area: Area, value: Put_contra, at: int = ..., /) -> None: ...


class Field(property, Generic[Got, Put]):
    """A data item of *length* bytes, *at* bytes from the beginning of its record.

    `record.item` decodes the bytes to a value of type `Got`, `record.item = value` stores a `Put`;
    `Record.item` is this descriptor, with the operations that need more than the value. Without *at* the
    item follows the one declared before it. *value* is the VALUE clause.

    It is a `property` so that access costs one call: subclasses build the two functions in `codec`.
    """

    name = ""
    at: int

    def __init__(self, length: int, *, at: int | None = None, value: Put | None = None) -> None:
        self.length = length
        self.placed = at is not None
        self.at = at or 0
        self.value = value
        self.sign = "ascii"
        self.bind()

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: type | None = None, /) -> Self: ...
        @overload
        def __get__(self, instance: Area, owner: type | None = None, /) -> Got: ...
        def __get__(self, instance: Area | None, owner: type | None = None, /) -> Got | Self: ...

        def __set__(self, instance: Area, value: Put, /) -> None: ...

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def codec(self) -> tuple[Reader[Got], Writer[Put]]:
        """The functions that read and write the item, made for its size and offset."""
        raise NotImplementedError

    def bind(self) -> None:
        """Make the reading and writing functions anew, after a change of offset or sign encoding."""
        self.access(*self.codec())

    def access(self, read: Reader[Got], write: Writer[Put]) -> None:
        """Read and write the item with these functions."""
        self.read, self.write = read, write
        super().__init__(read, write)

    def moved(self, distance: int) -> Self:
        """The same item *distance* bytes further on."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.at += distance
        other.bind()
        return other

    def raw(self, area: Area) -> bytes:
        """The bytes as they are."""
        return bytes(area.memory[span(area, self.at, self.length)])

    def put_raw(self, area: Area, data: bytes) -> None:
        """Overwrite the bytes from the first on; longer data is cut."""
        data = data[: self.length]
        area.memory[span(area, self.at, len(data))] = data

    def text(self, area: Area) -> str:
        """The bytes as text, one character a byte (Latin-1)."""
        return area.memory[span(area, self.at, self.length)].decode("latin-1")

    def shown(self, area: Area) -> str:
        """What DISPLAY prints."""
        return self.text(area)

    def unedited(self, area: Area) -> str:
        """What DISPLAY prints where the dialect does not edit numbers (GnuCOBOL's pretty-display off): no decimal point."""
        return self.shown(area)

    def comparison_text(self, area: Area) -> str:
        """What a comparison with an alphanumeric operand compares."""
        return self.text(area)

    def number(self, area: Area) -> Number:
        """The value as a number."""
        raise self.not_numeric()

    def checked(self, area: Area, name: str, *, host: bool = False) -> Got:
        """The value of the item *name*, with a run-time check that its bytes have one; see :class:`NumericField`."""
        return self.read(area)

    def store(self, area: Area, value: Number, rounded: bool | Rounding = False) -> bool:
        """Store for a statement with ON SIZE ERROR: False, and the item unchanged, when *value* does not fit."""
        raise self.not_numeric()

    def has_room(self, value: Number) -> bool:
        """Whether the item can hold *value* without loss of high-order digits; not so for NaN."""
        return value == value

    def compute(self, area: Area, value: Number) -> None:
        """Store as an assignment does, for a statement without ON SIZE ERROR in a program that asks for exceptions."""
        if not self.has_room(value):
            size_error(value)
        self.write(area, cast("Put", value))

    def put_rounded(
        self, area: Area, value: Number, mode: Rounding = Rounding.NEAREST_AWAY_FROM_ZERO
    ) -> None:
        """Store ROUNDED without ON SIZE ERROR."""
        raise self.not_numeric()

    def add(self, area: Area, number: int) -> None:
        """ADD a whole number without ROUNDED and ON SIZE ERROR."""
        raise self.not_numeric()

    def subtract(self, area: Area, number: int) -> None:
        """SUBTRACT a whole number without ROUNDED and ON SIZE ERROR."""
        raise self.not_numeric()

    def not_numeric(self) -> TypeError:
        """The error of arithmetic on an item that holds no number."""
        return TypeError(f"{self.name or type(self).__name__} is not numeric")

    def area(self, area: Area) -> Area:
        """The item's own storage, for CALL."""
        return area.slice(self.at, self.length)

    def part(self, area: Area, start: int, length: int | None = None) -> str:
        """Reference modification `(start:length)`; *start* counts from 1, without *length* to the item's end."""
        size = self.length - start + 1 if length is None else length
        return area.memory[span(area, self.at + start - 1, size)].decode("latin-1")

    def put_part(self, area: Area, text: str, start: int, length: int | None = None) -> None:
        """Store *text* in the part `(start:length)` as an alphanumeric MOVE does."""
        size = self.length - start + 1 if length is None else length
        area.memory[span(area, self.at + start - 1, size)] = fitted(text, size).encode("latin-1")

    def initialize(self, area: Area) -> None:
        """Give the item its initial value: VALUE as it is written, neither edited nor justified, else that of its category."""
        if self.value is None:
            self.clear(area)
        elif isinstance(self.value, str):
            self.put_part(area, self.value, 1)
        else:
            self.write(area, self.value)

    def clear(self, area: Area) -> None:
        """Give the item the value that INITIALIZE gives its category: spaces, or zero."""
        area.memory[span(area, self.at, self.length)] = b" " * self.length

    def is_numeric(self, area: Area) -> bool:
        """Class condition NUMERIC."""
        return self.raw(area).isdigit()

    def is_alphabetic(self, area: Area) -> bool:
        """Class condition ALPHABETIC: letters and spaces."""
        return not self.raw(area).translate(None, LETTERS_AND_SPACE)

    def is_alphabetic_lower(self, area: Area) -> bool:
        """Class condition ALPHABETIC-LOWER: small letters and spaces."""
        return not self.raw(area).translate(None, LOWER_AND_SPACE)

    def is_alphabetic_upper(self, area: Area) -> bool:
        """Class condition ALPHABETIC-UPPER: capital letters and spaces."""
        return not self.raw(area).translate(None, UPPER_AND_SPACE)


LOWER_AND_SPACE = b" abcdefghijklmnopqrstuvwxyz"
UPPER_AND_SPACE = b" ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS_AND_SPACE = LOWER_AND_SPACE + UPPER_AND_SPACE

AnyField: TypeAlias = Field[Any, Any]
AnyCodec: TypeAlias = Callable[..., Any]
