"""What the names of a generated module mean in COBOL: the storage plan and the flow plan, read backwards."""

from __future__ import annotations

import ast as python
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from cobol_parser import ast
from cobol_parser.symbols import ConditionName, DataItem, Referent
from transpiler.lower.context import Context
from transpiler.pipeline import Conversion
from transpiler.storage.plan import RecordPlan

Found: TypeAlias = tuple[int, int, int, "Referent | ast.Paragraph | ast.Section", ast.Program]
"""Line from 0, column in bytes, length, meaning, and the program whose name it is."""


@dataclass(slots=True, eq=False)
class _Record:
    """The fields and properties of a record class by their Python name."""

    plan: RecordPlan
    program: ast.Program
    members: dict[str, DataItem | ConditionName] = field(default_factory=dict)


class PythonNames:
    """The meanings of attributes of one module's classes."""

    def __init__(self, conversion: Conversion) -> None:
        self._records: dict[str, _Record] = {}
        self._programs: dict[str, Context] = {}
        self._objects: dict[Context, dict[str, _Record]] = {}
        self._members: dict[Context, dict[str, Referent | ast.Paragraph | ast.Section]] = {}
        for context in conversion.contexts:
            self._programs[context.class_name] = context
            self._objects[context] = {}
            for plan in context.storage.records:
                record = _Record(plan, context.analysis.program)
                record.members = {entry.attribute: entry.item for entry in plan.fields}
                record.members.update({name: condition for condition, name in plan.conditions})
                self._records[plan.class_name] = record
                self._objects[context][plan.attribute] = record
            self._members[context] = dict(_members(context))

    def spots(self, tree: python.Module) -> Iterator[Found]:
        """Yield every name of the module's classes that means something in COBOL."""
        for node in tree.body:
            if not isinstance(node, python.ClassDef):
                continue
            if node.name in self._records:
                yield from self._record_class(node, self._records[node.name])
            elif node.name in self._programs:
                yield from self._program_class(node, self._programs[node.name])

    def _record_class(self, node: python.ClassDef, record: _Record) -> Iterator[Found]:
        if record.plan.root is not None:
            yield node.lineno - 1, node.col_offset + 6, len(node.name), record.plan.root, record.program
        for inner in node.body:
            if isinstance(inner, python.Assign) and isinstance(inner.targets[0], python.Name):
                name = inner.targets[0]
                meaning = record.members.get(name.id)
                if meaning is not None:
                    yield name.lineno - 1, name.col_offset, len(name.id), meaning, record.program
            elif isinstance(inner, python.FunctionDef):
                meaning = record.members.get(inner.name)
                if meaning is not None:
                    yield inner.lineno - 1, inner.col_offset + 4, len(inner.name), meaning, record.program
                for attribute in _attributes(inner):
                    if isinstance(attribute.value, python.Name) and attribute.value.id == "self":
                        yield from _member(attribute, record)

    def _program_class(self, node: python.ClassDef, context: Context) -> Iterator[Found]:
        members = self._members[context]
        program = context.analysis.program
        for inner in node.body:
            if not isinstance(inner, python.FunctionDef):
                continue
            if inner.name in members:
                yield inner.lineno - 1, inner.col_offset + 4, len(inner.name), members[inner.name], program
            for attribute in _attributes(inner):
                yield from self._attribute(attribute, context)

    def _attribute(self, node: python.Attribute, context: Context) -> Iterator[Found]:
        """self.record, self.record.field, self.paragraph, self.parent.record.field or Record.field."""
        holder = self._holder(node.value, context)
        if isinstance(holder, Context):
            record = self._objects[holder].get(node.attr)
            meaning = self._members[holder].get(node.attr)
            if record is not None and record.plan.root is not None:
                meaning = record.plan.root
            if meaning is not None:
                yield (*_end(node), meaning, holder.analysis.program)
        elif holder is not None:
            yield from _member(node, holder)

    def _holder(self, node: python.expr, context: Context) -> Context | _Record | None:
        """What an expression in a method is: a program object, a record, or neither."""
        if isinstance(node, python.Name):
            return context if node.id == "self" else self._records.get(node.id)
        if isinstance(node, python.Attribute):
            outer = self._holder(node.value, context)
            if isinstance(outer, Context):
                return outer.outer if node.attr == "parent" else self._objects[outer].get(node.attr)
        return None


def _members(context: Context) -> Iterator[tuple[str, Referent | ast.Paragraph | ast.Section]]:
    for file, attribute in context.storage.file_of.items():
        yield attribute, file
    for index, attribute in context.storage.index_of.items():
        yield attribute, index
    for paragraph, method in context.flow.method_of.items():
        if paragraph.name is not None:
            yield method, context.analysis.whole_of.get(paragraph, paragraph)


def _attributes(node: python.AST) -> Iterator[python.Attribute]:
    return (inner for inner in python.walk(node) if isinstance(inner, python.Attribute))


def _end(node: python.Attribute) -> tuple[int, int, int]:
    """Line, column and length of the attribute's own name."""
    size = len(node.attr)
    return (node.end_lineno or node.lineno) - 1, (node.end_col_offset or size) - size, size


def _member(node: python.Attribute, record: _Record) -> Iterator[Found]:
    meaning = record.members.get(node.attr)
    if meaning is not None:
        yield (*_end(node), meaning, record.program)
