"""The results of user-defined functions: the record class that describes what a call gives."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.symbols import DataItem
from transpiler.naming import Scope, camel_case
from transpiler.storage.plan import FieldPlan, Kind, RecordPlan, StoragePlan, plan_record


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function that programs of the module call: the item it returns, its record class and its field (None for a group)."""

    returning: DataItem
    record: RecordPlan
    field: FieldPlan | None


def described_result(name: str, item: DataItem, module: Scope) -> UserFunction:
    """Describe the item that the function *name* of another file returns, in a class of this module."""
    plan = StoragePlan()
    plan_record(plan, item, Kind.LINKAGE, module, {})
    (record,) = plan.records
    record.class_name = module.claim(f"{camel_case(name)}Result")
    record.conditions.clear()
    return UserFunction(item, record, plan.field_of.get(item))
