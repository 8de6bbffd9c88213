"""Records of EBCDIC datasets: translated field by field between the dataset and memory.

Characters and digits are translated, packed and big-endian binary items are not touched, signs keep their meaning, native binary
items and floating-point items keep their values. What a byte is comes from the record descriptions of the file. Where these
contradict each other (REDEFINES, several records) a rule `FIELD=VALUE:NAME` must say which one holds; a record about which nothing
tells ends the run unit, because either way of treating it could destroy data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField
from cobol_runtime.files.stored import Stored, WrongAttributes
from cobol_runtime.files.translation import Piece, Translation, meanings
from cobol_runtime.numeric import NumericField
from cobol_runtime.record import Record, offsets
from cobol_runtime.table import Table
from cobol_runtime.text import Group

Descriptions: TypeAlias = Mapping[str, Record]
"""The record descriptions of a file by the names of the program's attributes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Records in which *field* has *value* (or has not) are described by *record*, and there by *target*. *plan* translates the
    field alone."""

    field: AnyField
    plan: Plan
    equal: bool
    value: str
    record: str
    target: AnyField | None


class RecordCode:
    """Translates the records of one file. Raises WrongAttributes for rules that name nothing."""

    def __init__(self, name: str, stored: Stored, descriptions: Descriptions) -> None:
        self.name = name
        self.descriptions = descriptions
        self.translation = Translation.of_page(stored.encoding)
        self.length = max((record.size for record in descriptions.values()), default=0)
        self.rules = [self._rule(text) for text in stored.when]
        self._plans: dict[tuple[bool, ...], Plan] = {}

    def inward(self, data: bytes) -> bytes:
        """A record of the dataset as it is in memory."""
        return self._plan(data, stored=True).inward(data)

    def outward(self, data: bytes) -> bytes:
        """A record in memory as it is in the dataset."""
        return self._plan(data, stored=False).outward(data)

    def _plan(self, data: bytes, *, stored: bool) -> Plan:
        holding = tuple([self._holds(rule, data, stored=stored) for rule in self.rules])
        plan = self._plans.get(holding)
        if plan is None:
            plan = self._plans[holding] = self._planned(holding)
        if plan.disputed is not None:
            raise WrongAttributes(self._dispute(*plan.disputed, data))
        return plan

    def _holds(self, rule: Rule, data: bytes, *, stored: bool) -> bool:
        field = rule.field
        found = data[field.at : field.at + field.length]
        if len(found) < field.length:
            return not rule.equal
        area = Area(bytearray(field.at + field.length))
        area.memory[field.at :] = found
        if stored:
            area.memory[:] = rule.plan.inward(bytes(area.memory))
        return _has(field, area, rule.value) is rule.equal

    def _planned(self, holding: Sequence[bool]) -> Plan:
        held = [rule for rule, holds in zip(self.rules, holding, strict=True) if holds]
        names = [held[0].record] if held else list(self.descriptions)
        chosen = [rule.target for rule in held if rule.record == names[0] and rule.target is not None]
        pieces: list[Piece] = []
        for name in names:
            for field, at in _leaves(list(type(self.descriptions[name]).fields.values()), chosen):
                pieces += meanings(field, at, self.translation)
        return Plan(self.length, pieces, self.translation)

    def _dispute(self, start: int, end: int, data: bytes) -> str:
        return (
            f"{self.name}: bytes {start + 1} to {end} are characters in one description of the record and something else in"
            f" another; say which one holds with when = FIELD=VALUE:NAME (the record begins with X'{data[:8].hex().upper()}')"
        )

    # Rules

    def _rule(self, text: str) -> Rule:
        condition, colon, name = text.rpartition(":")
        field, equals, value = condition.partition("=")
        equal = not field.endswith("!")
        if not colon or not equals:
            raise WrongAttributes(f"{self.name}: {text!r} is no rule; write FIELD=VALUE:NAME")
        record, target = self._named(name)
        item = self._field(field.rstrip("!"), record)
        plan = Plan(item.at + item.length, meanings(item, item.at, self.translation), self.translation)
        return Rule(item, plan, equal, _plain(value), record, target)

    def _named(self, name: str) -> tuple[str, AnyField | None]:
        wanted = _python_name(name)
        for record in self.descriptions:
            if record in (wanted, f"{wanted}_"):
                return record, None
        for record, description in self.descriptions.items():
            found = _field_named(type(description).fields, wanted)
            if found is not None:
                return record, found
        raise WrongAttributes(f"{self.name} has no record and no item {name.strip()}")

    def _field(self, name: str, record: str) -> AnyField:
        """The item that a rule asks for: of the record it leads to, else of the first that has it."""
        wanted = _python_name(name)
        for description in (self.descriptions[record], *self.descriptions.values()):
            found = _field_named(type(description).fields, wanted)
            if found is not None:
                return found
        raise WrongAttributes(f"{self.name} has no item {name.strip()}")


def described(members: Mapping[str, object], area: Area, names: Sequence[str]) -> Descriptions:
    """The records among a program's *members* that lie in a file's record area, or those called *names*."""
    records = {name: item for name, item in members.items() if isinstance(item, Record)}
    if names:
        wanted = [_python_name(name) for name in names]
        wanted = [name if name in records else f"{name}_" for name in wanted]
        return {name: records[name] for name in wanted} if all(name in records for name in wanted) else {}
    return {
        name: item for name, item in records.items() if item.memory is area.memory and item.base == area.base
    }


class Plan:
    """How the bytes of records with the same description are treated. `disputed` is the first place (start, end) that
    descriptions contradict each other about."""

    def __init__(self, length: int, pieces: Iterable[Piece], translation: Translation) -> None:
        self.translation = translation
        self.disputed: tuple[int, int] | None = None
        owner: list[Piece | None] = [None] * length
        for piece in pieces:
            for place in range(piece.start, min(piece.end, length)):
                known = owner[place]
                if known is None:
                    owner[place] = piece
                elif self.disputed is None and known.differs_from(piece):
                    self.disputed = (piece.start, piece.end)
        self.special = _special(owner)

    def inward(self, data: bytes) -> bytes:
        """A record of the dataset as it is in memory."""
        out = bytearray(data.translate(self.translation.inward))
        for start, end, piece in self.special:
            out[start:end] = piece.inward(data[start:end])
        return bytes(out)

    def outward(self, data: bytes) -> bytes:
        """A record in memory as it is in the dataset."""
        out = bytearray(data.translate(self.translation.outward))
        for start, end, piece in self.special:
            out[start:end] = piece.outward(data[start:end])
        return bytes(out)


def _special(owner: Sequence[Piece | None]) -> list[tuple[int, int, Piece]]:
    """The stretches that are not simply translated, each with what it is."""
    found: list[tuple[int, int, Piece]] = []
    for place, piece in enumerate(owner):
        if piece is None or piece.is_text:
            continue
        if found and found[-1][1] == place and found[-1][2].continues_in(piece):
            found[-1] = (found[-1][0], place + 1, found[-1][2])
        else:
            found.append((place, place + 1, piece))
    return found


def _leaves(
    fields: Sequence[AnyField | Table[object, object]], chosen: Sequence[AnyField]
) -> Iterator[tuple[AnyField, int]]:
    """The elementary items of a record with their places; of redefinitions those that rules have chosen."""
    parts = [(target, _below(fields, target)) for target in chosen]
    for index, item in enumerate(fields):
        element = item.element if isinstance(item, Table) else item
        if isinstance(element, Group):
            continue
        if any(_overlap(element, target) and index not in below for target, below in parts):
            continue
        for at in offsets(item):
            yield element, at


def _overlap(item: AnyField, target: AnyField) -> bool:
    return item.at < target.at + target.length and target.at < item.at + item.length


def _below(fields: Sequence[AnyField | Table[object, object]], target: AnyField) -> frozenset[int]:
    """The places in *fields* of a chosen item and the items below it. They follow it, until an item begins where it does that
    is as long: another description of the same bytes."""
    first = next(index for index, item in enumerate(fields) if item is target)
    found = {first}
    if isinstance(target, Group):
        for index in range(first + 1, len(fields)):
            item = fields[index]
            element = item.element if isinstance(item, Table) else item
            if not target.at <= element.at < target.at + target.length:
                break
            if element.at == target.at and element.length >= target.length and len(found) > 1:
                break
            found.add(index)
    return frozenset(found)


def _has(field: AnyField, area: Area, value: str) -> bool:
    if isinstance(field, NumericField):
        try:
            return field.is_numeric(area) and field.number(area) == Decimal(value)
        except InvalidOperation:
            return False
    return field.text(area).rstrip() == value.rstrip()


def _plain(value: str) -> str:
    text = value.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _python_name(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(".", "_")


def _field_named(fields: Mapping[str, AnyField | Table[object, object]], wanted: str) -> AnyField | None:
    found = fields.get(wanted) or fields.get(f"{wanted}_")
    return None if found is None or isinstance(found, Table) else found
