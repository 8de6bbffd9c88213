"""JSON PARSE (IBM Enterprise COBOL Language Reference, JSON PARSE statement; the codes from the Programming Guide)."""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal, InvalidOperation
from enum import Enum, IntFlag
from typing import NoReturn, TypeAlias

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField, Number
from cobol_runtime.floating import Float64
from cobol_runtime.markup.structure import Boolean, Counts, Node, Rules, Structure, occurrences
from cobol_runtime.numeric import NumericField
from cobol_runtime.program import SpecialRegisters
from cobol_runtime.text import Text


class Status(IntFlag):
    """JSON-STATUS: what was not as it should be but did not stop the statement."""

    ITEM_NOT_FOUND = 1
    PAIR_NOT_MATCHED = 2
    SAME_VALUE_TWICE = 4
    TABLE_LONGER_THAN_ARRAY = 8
    ARRAY_LONGER_THAN_TABLE = 16
    NULL = 32
    NULL_IN_TABLE = 64
    NUMBER_CUT = 128
    TEXT_CUT = 256
    CHARACTERS_SUBSTITUTED = 512


class Code(Enum):
    """JSON-CODE: what ends the statement with an exception."""

    INVALID = 100
    EMPTY = 101
    TEXT_BEHIND = 102
    DIFFERENT_VALUES = 103
    INCOMPATIBLE = 104
    NOTHING_MATCHED = 106
    BOOLEAN = 107
    ANONYMOUS_ARRAY = 108


class Members(list[tuple[str, "Value"]]):
    """The name/value pairs of a JSON object in order, repeated names and all."""


Value: TypeAlias = "str | Decimal | bool | list[Value] | Members | None"

DEEPEST = 500
"""How deep objects and arrays may nest: deeper than any data division, and well within what Python's parser stands."""
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
"""A string, in which brackets mean nothing, or a bracket."""

LARGEST_EXPONENT = 100
"""Numbers beyond ten to this power leave no digit in any item."""


class JsonException(Exception):
    """An exception condition; `code` is for JSON-CODE."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.name.lower().replace("_", " "))
        self.code = code


def json_parse(
    registers: SpecialRegisters,
    document: str,
    structure: Node,
    into: Area,
    *,
    subscripts: tuple[int, ...] = (),
    counts: Counts | None = None,
    detail: bool = False,
    rules: Rules = Rules.GNUCOBOL,
) -> bool:
    """Store the values of the JSON text *document* in the items of *into* that *structure* describes.

    Sets JSON-CODE and JSON-STATUS; False when an exception ended the statement. *document* has one character a byte. Under IBM
    rules it is UTF-8 and the program's characters are Latin-1; else bytes stay bytes. *detail* (WITH DETAIL) reports
    every condition on standard error.
    """
    parse = _Parse(into, counts or {}, rules)
    registers.json_code = 0
    try:
        parse.document(_loaded(document, rules), structure, subscripts)
    except JsonException as problem:
        registers.json_code = problem.code.value
        if detail:
            print(f"JSON PARSE: {problem} (JSON-CODE {problem.code.value})", file=sys.stderr)
    registers.json_status = int(parse.status)
    for condition in parse.status if detail else ():
        name = (condition.name or "").lower().replace("_", " ")
        print(f"JSON PARSE: {name} (JSON-STATUS {condition.value})", file=sys.stderr)
    return registers.json_code == 0


def _loaded(document: str, rules: Rules) -> Value:
    """The JSON text as Python values. Raises JsonException."""
    text = document.strip(" \t\n\r")
    if not text:
        raise JsonException(Code.EMPTY)
    if rules is Rules.IBM:
        try:
            text = text.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            raise JsonException(Code.INVALID) from None
    decoder = json.JSONDecoder(
        object_pairs_hook=Members, parse_int=_number, parse_float=_number, parse_constant=_refused
    )
    value: Value
    if _nests_too_deep(text):
        raise JsonException(Code.INVALID)
    try:
        value, end = decoder.raw_decode(text)
    except (ValueError, RecursionError):
        raise JsonException(Code.INVALID) from None
    if text[end:].strip(" \t\n\r"):
        raise JsonException(Code.TEXT_BEHIND)
    return value


def _nests_too_deep(text: str) -> bool:
    """Whether objects and arrays stand more than DEEPEST inside each other; Python's parser needs machine stack for each."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return True
    return False


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None


def _refused(text: str) -> NoReturn:
    """NaN and Infinity are not JSON."""
    raise ValueError(text)


class _Parse:
    """One execution of JSON PARSE."""

    def __init__(self, into: Area, counts: Counts, rules: Rules) -> None:
        self.into = into
        self.counts = counts
        self.rules = rules
        self.status = Status(0)
        self.matched = False

    def document(self, value: Value, structure: Node, subscripts: tuple[int, ...]) -> None:
        """The outermost object: it holds the item itself, or its members when the name of the item is OMITTED."""
        if not isinstance(value, Members):
            raise JsonException(Code.ANONYMOUS_ARRAY if isinstance(value, list) else Code.INVALID)
        outermost = structure if not structure.name else Structure("", (structure,))
        assert isinstance(outermost, Structure)
        self.members(value, outermost, subscripts)
        if not self.matched:
            raise JsonException(Code.NOTHING_MATCHED)

    def members(self, pairs: Members, group: Structure, subscripts: tuple[int, ...]) -> None:
        """The pairs of an object go to the items of a group that have their names."""
        found: dict[int, Value] = {}
        members = list(_named(group))
        for name, value in pairs:
            position = next((at for at, node in enumerate(members) if _matches(name, node)), None)
            if position is None:
                self.status |= Status.PAIR_NOT_MATCHED
            elif position not in found:
                found[position] = value
                self.value(value, members[position], subscripts)
            elif found[position] == value:
                self.status |= Status.SAME_VALUE_TWICE
            else:
                raise JsonException(Code.DIFFERENT_VALUES)
        if len(found) < len(members):
            self.status |= Status.ITEM_NOT_FOUND

    def value(self, value: Value, node: Node, subscripts: tuple[int, ...]) -> None:
        """The value of a pair whose name matches."""
        if node.times is None:
            self.one(value, node, subscripts, Status.NULL)
            return
        if value is None:
            self.matched = True
            self.status |= Status.NULL
            return
        if not isinstance(value, list) or isinstance(value, Members):
            raise JsonException(Code.INCOMPATIBLE)
        places = list(occurrences(node, subscripts, self.counts))
        if len(value) < len(places):
            self.status |= Status.TABLE_LONGER_THAN_ARRAY
        elif len(value) > len(places):
            self.status |= Status.ARRAY_LONGER_THAN_TABLE
        for element, place in zip(value, places, strict=False):
            self.one(element, node, place, Status.NULL_IN_TABLE)

    def one(self, value: Value, node: Node, subscripts: tuple[int, ...], null: Status) -> None:
        """One value for one occurrence."""
        if value is None:
            self.matched = True
            self.status |= null
        elif isinstance(node, Structure):
            if not isinstance(value, Members):
                raise JsonException(Code.INCOMPATIBLE)
            self.members(value, node, subscripts)
        elif isinstance(value, list):
            raise JsonException(Code.INCOMPATIBLE)
        else:
            self.matched = True
            self.store(value, node.at(subscripts), node.boolean)

    def store(self, value: str | Decimal | bool, field: AnyField, boolean: Boolean | None) -> None:
        """MOVE a value to an elementary item."""
        if isinstance(value, bool):
            if boolean is None:
                raise JsonException(Code.BOOLEAN)
            stands_for = boolean.true[0] if value else boolean.false
            if stands_for is None:
                raise JsonException(Code.BOOLEAN)
            value = stands_for if isinstance(stands_for, str) else Decimal(stands_for)
        if isinstance(field, NumericField | Float64):
            self.store_number(value, field)
        else:
            self.store_text(value, field)

    def store_number(self, value: str | Decimal, field: AnyField) -> None:
        """A number, or a string of digits, to a numeric item; digits that do not fit are lost."""
        if isinstance(value, str):
            if not (value.isascii() and value.isdigit()):
                raise JsonException(Code.INCOMPATIBLE)
            value = Decimal(value[-LARGEST_EXPONENT:])
        if abs(value.adjusted()) > LARGEST_EXPONENT and not isinstance(field, Float64):
            if value.adjusted() > 0 and value:
                self.status |= Status.NUMBER_CUT
            value = Decimal(0)
        number: Number = int(value) if value == value.to_integral_value() else value
        if not field.store(self.into, number):
            self.status |= Status.NUMBER_CUT
            field.write(self.into, number)

    def store_text(self, value: str | Decimal, field: AnyField) -> None:
        """A string, or a whole number by its digits, to an item of characters."""
        if isinstance(value, Decimal):
            if not isinstance(field, Text):
                if abs(value.adjusted()) > LARGEST_EXPONENT:
                    raise JsonException(Code.INCOMPATIBLE)
                field.write(self.into, value)
                return
            if value.as_tuple().exponent != 0:
                raise JsonException(Code.INCOMPATIBLE)
            value = str(abs(value))
        text = self.bytes_of(value)
        if len(text.rstrip(" ")) > field.length and isinstance(field, Text):
            self.status |= Status.TEXT_CUT
        field.write(self.into, text)

    def bytes_of(self, text: str) -> str:
        """*text* in the characters of the program, one a byte."""
        if self.rules is Rules.GNUCOBOL:
            return "".join(c if c < "\x80" else c.encode("utf-8", "replace").decode("latin-1") for c in text)
        known = text.encode("latin-1", "replace").decode("latin-1")
        if known != text:
            self.status |= Status.CHARACTERS_SUBSTITUTED
        return known


def _named(group: Structure) -> list[Node]:
    """The items of a group; those of a group without a name count as its own."""
    members: list[Node] = []
    for member in group.members:
        members += _named(member) if isinstance(member, Structure) and not member.name else [member]
    return members


def _matches(name: str, node: Node) -> bool:
    """Data-names match in any case, names of the NAME phrase exactly."""
    return name == node.name if node.exact else name.upper() == node.name.upper()
