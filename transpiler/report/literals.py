"""Which values an item can hold when a CALL or an EXEC CICS names a program by it, as far as literals decide it.

The VALUE of the item, the literals that are moved to it, the same for items that are moved to it (one of equal size), and for an
element of a table the VALUEs that the table is made of through REDEFINES. Nothing is guessed: `complete` says that no other store into
the item or a group around it was seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import Constant, DataItem
from cobol_parser.walk import walk

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Values:
    """Values in the order found."""

    values: tuple[str, ...]
    complete: bool


class Literals:
    """The literals of one program."""

    def __init__(self, analysis: ProgramAnalysis) -> None:
        self._analysis = analysis
        self._sources: dict[DataItem, list[ast.Expression]] = {}
        self._stored: set[DataItem] = set()
        procedure = analysis.program.procedure
        for node in walk(procedure) if procedure is not None else ():
            if isinstance(node, ast.Move):
                for receiver in node.receivers:
                    item = self._item(receiver)
                    if item is not None:
                        self._sources.setdefault(item, []).append(node.source)
            elif isinstance(
                node, ast.Accept | ast.Read | ast.Return | ast.StringStatement | ast.Unstring | ast.Initialize
            ):
                self._stored |= {
                    item
                    for inner in walk(node)
                    if isinstance(inner, ast.Identifier) and (item := self._item(inner))
                }

    def of(self, expression: ast.Expression) -> Values:
        """The values of a literal or an identifier."""
        return self._of(expression, 0)

    def named(self, name: str) -> Values:
        """The values of an item named in the text of an EXEC block, subscripts and qualifiers left out."""
        word = name.split("(")[0].split()[0].upper() if name.split("(")[0].split() else ""
        items = [item for item in self._analysis.symbols.names.get(word, ()) if isinstance(item, DataItem)]
        return self._of_item(items[0], 0) if len(items) == 1 else Values((), False)

    def _item(self, identifier: ast.Identifier) -> DataItem | None:
        found = self._analysis.references.get(identifier)
        return found if isinstance(found, DataItem) else None

    def _of(self, expression: ast.Expression, depth: int) -> Values:
        if isinstance(expression, ast.AlphanumericLiteral):
            text = expression.value.strip()
            return Values((text,) if text else (), True)
        if isinstance(expression, ast.FigurativeConstant):
            return Values((), True)
        if isinstance(expression, ast.Identifier):
            found = self._analysis.references.get(expression)
            if isinstance(found, DataItem):
                return self._of_item(found, depth)
            if isinstance(found, Constant):
                return self._of(found.value, depth + 1)
        return Values((), False)

    def _of_item(self, item: DataItem, depth: int) -> Values:
        if depth > _DEEPEST:
            return Values((), False)
        parts = [self._of(source, depth + 1) for source in self._sources.get(item, ())]
        values = [value for value in (*_initial(item), *_table_values(item)) if value]
        values += [value for part in parts for value in part.values]
        around = set(item.lineage())
        complete = (
            bool(values)
            and all(part.complete for part in parts)
            and not around & self._stored
            and not any(group in self._sources for group in around - {item})
            and item.record.section.value not in ("LINKAGE", "FILE")
        )
        return Values(tuple(dict.fromkeys(values)), complete)


def _initial(item: DataItem) -> Iterator[str]:
    value = item.value
    if isinstance(value, ast.AlphanumericLiteral):
        yield value.value.strip()


def _table_values(item: DataItem) -> Iterator[str]:
    """VALUEs of the items that a table is laid over: those at the place of one of its elements, with the size of one."""
    base = next((group.redefines for group in item.lineage() if group.redefines is not None), None)
    if base is None or len(item.dimensions) != 1:
        return
    stride = item.dimensions[0].stride
    end = item.offset + stride * item.dimensions[0].maximum
    for other in base.walk():
        inside = item.offset <= other.offset < end and (other.offset - item.offset) % stride == 0
        if inside and other.size == item.size:
            yield from _initial(other)
