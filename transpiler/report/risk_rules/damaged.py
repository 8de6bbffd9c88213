"""Numbers whose bytes can be something else than digits.

GnuCOBOL, a mainframe and the converted program each have an answer to arithmetic with spaces or low-values, and not the same one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem, FileItem, Usage
from cobol_parser.walk import walk
from transpiler.data_flow.accesses import Access
from transpiler.data_flow.extents import overlaps
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import Found, item_of, nodes, uses

_FILLING = frozenset({"SPACE", "LOW-VALUE", "HIGH-VALUE", "QUOTE"})
_DAMAGEABLE = frozenset({Usage.DISPLAY, Usage.COMP_3, Usage.COMP_6})
_CALCULATES = (ast.Add, ast.Subtract, ast.Multiply, ast.Divide, ast.Compute)


def filled_numbers(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """MOVE SPACES to a group with numbers that the program uses and that nothing else in it sets."""
    used, stored = _used_as_numbers(analysis), _stored(analysis)
    for node in nodes(analysis):
        if not isinstance(node, ast.Move) or not isinstance(node.source, ast.FigurativeConstant):
            continue
        if node.source.name not in _FILLING:
            continue
        for receiver in node.receivers:
            group = item_of(analysis, receiver)
            for member in _numbers(group) if group is not None and group.children else ():
                if member in used and not any(overlaps(member, other) for other in stored):
                    about = f"{member.name} of {group.name}" if group is not None else ""
                    yield (
                        about,
                        f"MOVE {node.source.name} fills the number {member.name}, which is used as a number and set nowhere",
                        node,
                    )


def unchecked_input(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Files whose numbers are calculated with and never asked whether they are NUMERIC."""
    used = _used_as_numbers(analysis)
    asked = {
        item
        for node in nodes(analysis)
        if isinstance(node, ast.ClassCondition)
        and isinstance(node.operand, ast.Identifier)
        and (item := item_of(analysis, node.operand)) is not None
    }
    for read, records in _read_files(analysis):
        numbers = dict.fromkeys(
            member.name or ""
            for record in records
            for member in _numbers(record)
            if member in used and not any(overlaps(member, other) for other in asked)
        )
        if numbers and read.entry is not None:
            names = ", ".join(list(numbers)[:_SHOWN])
            more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
            verb = "is" if len(numbers) == 1 else "are"
            yield (
                read.name,
                f"{names}{more} {verb} read and used as a number without a test IS NUMERIC",
                read.entry,
            )


_SHOWN = 4


def _read_files(analysis: ProgramAnalysis) -> Iterator[tuple[FileItem, list[DataItem]]]:
    """The files that are read, each with its records and with what READ INTO moves them to."""
    for used in analysis.symbols.files.values():
        reads = [node for node in nodes(analysis) if isinstance(node, ast.Read) and node.file == used.name]
        into = [item_of(analysis, node.into) for node in reads if node.into is not None]
        if reads:
            yield used, [*used.records, *dict.fromkeys(item for item in into if item is not None)]


def _numbers(group: DataItem) -> Iterator[DataItem]:
    for item in group.walk():
        if (
            not item.children
            and item.category is Category.NUMERIC
            and item.usage in _DAMAGEABLE
            and item.name
        ):
            yield item


def _used_as_numbers(analysis: ProgramAnalysis) -> set[DataItem]:
    """Items that are calculated with, or compared with numbers."""
    found: set[DataItem] = set()
    for node in nodes(analysis):
        if isinstance(node, _CALCULATES):
            operands = list(walk(node))
        elif isinstance(node, ast.Relation) and not isinstance(
            node.right, ast.FigurativeConstant | ast.AlphanumericLiteral
        ):
            operands = [node.left, node.right]
        else:
            continue
        for operand in operands:
            item = item_of(analysis, operand) if isinstance(operand, ast.Identifier) else None
            if item is not None and item.category is Category.NUMERIC:
                found.add(item)
    return found


def _stored(analysis: ProgramAnalysis) -> list[DataItem]:
    """Items that a statement stores something into, fillings left out."""
    return [
        access.item
        for access in uses(analysis)
        if access.writes
        and isinstance(access.item, DataItem)
        and access.statement is not None
        and not _fills(access)
    ]


def _fills(access: Access) -> bool:
    """MOVE of a figurative constant that is no number; ZERO is one."""
    source = access.statement.source if isinstance(access.statement, ast.Move) else None
    return isinstance(source, ast.FigurativeConstant) and source.name in _FILLING
