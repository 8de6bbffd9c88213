"""Choosing records and descriptions by the contents of fields: `--where`, `--when`, `--record`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from cobol_parser.symbols import DataItem
from transpiler.data.codecs import Codec, Value, codec_of, to_number
from transpiler.data.copybook import item_named
from transpiler.data.encoding import Encoding
from transpiler.data.errors import UsageProblem
from transpiler.data.overlays import alternatives

_CONDITION = re.compile(r"\s*([^=<>!]+?)\s*(!=|<>|<=|>=|=|<|>)(.*)", re.DOTALL)
_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq, "!=": ne, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """FIELD=VALUE on the bytes of a record (also != < > <= >=); numbers compare as numbers. A field that has no value fulfils
    only `!=`."""

    item: DataItem
    codec: Codec
    operator: str
    value: Value

    def holds(self, record: bytes) -> bool:
        """Whether a record fulfils the condition."""
        data = record[self.item.offset : self.item.offset + self.codec.size]
        return self.fulfilled(self.codec.decode(data) if len(data) == self.codec.size else None)

    def fulfilled(self, found: Value | None) -> bool:
        """Whether the value of the field fulfils it."""
        if found is None:
            return self.operator in ("!=", "<>")
        return _OPERATORS[self.operator](found, self.value)


def condition(text: str, records: tuple[DataItem, ...], encoding: Encoding) -> Condition:
    """Read FIELD=VALUE. Raises UsageProblem."""
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise UsageProblem(f"{text!r} is no condition; write FIELD=VALUE, or != < > <= >= for =")
    name, operator, value = match.groups()
    item = item_named(records, name)
    if item.dimensions:
        raise UsageProblem(f"{item.name} is in a table; a condition needs a field that is there once")
    codec = codec_of(item, encoding)
    return Condition(item, codec, operator, _value(text, item, codec, value))


def _value(text: str, item: DataItem, codec: Codec, value: str) -> Value:
    plain = value.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "'\"":
        plain = plain[1:-1]
    if codec.type.name in ("integer", "decimal", "float"):
        try:
            number = to_number(plain)
        except ValueError:
            raise UsageProblem(f"{text!r}: {item.name} is a number, and {plain!r} is none") from None
        return float(number) if codec.type.name == "float" else number
    return plain.rstrip(" ")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """`--when FIELD=VALUE:NAME`: records that fulfil the condition are described by NAME; without one all are."""

    condition: Condition | None
    target: DataItem


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Which of the record descriptions, and of the redefinitions below them, describes a record.

    `records` are the level 01 items that may occur. The first rule that holds decides for each set of alternatives.
    """

    records: tuple[DataItem, ...]
    rules: tuple[Rule, ...] = ()

    def holding(self, record: bytes) -> tuple[bool, ...]:
        """For each rule whether it holds."""
        return tuple(rule.condition is None or rule.condition.holds(record) for rule in self.rules)

    def record_of(self, holding: Sequence[bool]) -> DataItem | None:
        """The level 01 item of a record; None when no rule that holds tells."""
        if len(self.records) == 1:
            return self.records[0]
        for rule, holds in zip(self.rules, holding, strict=True):
            if holds and rule.target.record in self.records:
                return rule.target.record
        return None

    def redefinition_of(self, item: DataItem, holding: Sequence[bool]) -> DataItem | None:
        """The description of *item*'s storage that a rule chooses; None when none does."""
        options = alternatives(item)
        for rule, holds in zip(self.rules, holding, strict=True):
            if holds:
                for option in options:
                    if option in rule.target.lineage():
                        return option
        return None


def make_choices(
    records: tuple[DataItem, ...], named: Sequence[str], rules: Sequence[str], encoding: Encoding
) -> Choices:
    """Read `--record NAME` and `--when FIELD=VALUE:NAME` options. Raises UsageProblem.

    Without any, a copybook with several level 01 items leaves open which one is meant, and that is an error.
    """
    found = [_rule(text, records, encoding) for text in rules]
    found += [Rule(None, item_named(records, name)) for name in named]
    for rule in found:
        target = rule.target
        if target.level not in (1, 77) and not _is_alternative(target):
            raise UsageProblem(
                f"{target.name} is neither a record nor part of a REDEFINES, so that there is nothing to choose"
            )
    possible = tuple(dict.fromkeys(rule.target.record for rule in found)) or records
    if len(possible) > 1 and not found:
        names = ", ".join(item.name or "FILLER" for item in possible)
        raise UsageProblem(
            f"the copybook describes {len(possible)} records: choose one with --record NAME, or tell them apart with"
            f" --when FIELD=VALUE:NAME (they are {names})"
        )
    return Choices(possible, tuple(found))


def _rule(text: str, records: tuple[DataItem, ...], encoding: Encoding) -> Rule:
    head, separator, name = text.rpartition(":")
    if not separator or not name.strip():
        raise UsageProblem(f"{text!r} names no description; write FIELD=VALUE:NAME")
    return Rule(condition(head, records, encoding), item_named(records, name.strip()))


def _is_alternative(item: DataItem) -> bool:
    return any(level.redefines is not None or level.redefined_by for level in item.lineage())
