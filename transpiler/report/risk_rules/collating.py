"""Where the order of characters decides: ASCII has digits before capitals before small letters, EBCDIC the other way round.

Equality does not depend on it, nor do comparisons with figurative constants, nor those of numbers. Nothing is found in programs that
are converted with `--collating ebcdic`, which keep the mainframe's order.
"""

from __future__ import annotations

from itertools import product

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import ConditionName, DataItem, FileItem, Usage
from transpiler.report.estate import ProgramFile
from transpiler.report.risk_rules.common import TEXT, Found, nodes

_ORDERING = frozenset({"<", ">", "<=", ">="})
_PAGE = "cp037"
_SAMPLES = ("A", "5", "a", "Z", "-", " ")
"""What an item may hold, tried in this order to find two values that the code pages put in another order."""
_DIGITS = ("5",)
_PRINTABLE = "".join(map(chr, range(32, 127)))


def ordered_comparisons(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Comparisons of text by order."""
    if file.conversion.options.collating == "ebcdic":
        return
    for node in nodes(analysis):
        if isinstance(node, ast.Relation) and node.operator in _ORDERING:
            sides = [_values(analysis, side) for side in (node.left, node.right)]
            witness = _witness(*sides) if all(sides) else None
            if witness is not None:
                left, right = (_name(analysis, side) for side in (node.left, node.right))
                yield f"{left} {node.operator} {right}", _reason(*witness), node
    yield from _ranges(analysis)


def _reason(low: str, high: str) -> str:
    return f'"{low}" is less than "{high}" in ASCII, greater in EBCDIC'


def _values(analysis: ProgramAnalysis, operand: ast.Expression) -> tuple[str, ...]:
    """Values that an operand of text can have; none for what is no text."""
    if isinstance(operand, ast.AlphanumericLiteral):
        return (operand.value,)
    meaning = analysis.references.get(operand) if isinstance(operand, ast.Identifier) else None
    if not isinstance(meaning, DataItem) or meaning.category not in TEXT:
        return ()
    return _DIGITS if _holds_digits(meaning) else _SAMPLES


def _holds_digits(item: DataItem) -> bool:
    """A group of nothing but unsigned DISPLAY numbers, such as a date."""
    parts = [part for part in item.walk() if not part.children]
    return bool(item.children) and all(
        part.category is Category.NUMERIC and part.usage is Usage.DISPLAY and not part.signed
        for part in parts
    )


def _witness(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, str] | None:
    """Two values that ASCII puts in this order and EBCDIC in the other one."""
    for one, other in product(left, right):
        length = max(len(one), len(other))
        low, high = sorted((one.ljust(length), other.ljust(length)))
        if _ebcdic(high) < _ebcdic(low):
            return low.rstrip() or " ", high.rstrip() or " "
    return None


def _ebcdic(text: str) -> bytes:
    return text.encode(_PAGE, errors="replace")


def _name(analysis: ProgramAnalysis, operand: ast.Expression) -> str:
    if isinstance(operand, ast.Identifier):
        return operand.name
    return f'"{operand.value}"' if isinstance(operand, ast.AlphanumericLiteral) else "an expression"


def _ranges(analysis: ProgramAnalysis) -> Found:
    """THRU in condition-names that are used, and in WHEN phrases: characters that are inside in one code page only."""
    seen: set[ConditionName] = set()
    for node in nodes(analysis):
        meaning = analysis.references.get(node) if isinstance(node, ast.Identifier) else None
        if isinstance(meaning, ConditionName) and meaning not in seen and meaning.item.category in TEXT:
            seen.add(meaning)
            for value in meaning.values:
                yield from _range(meaning.name, value.low, value.high, meaning.entry)
        elif isinstance(node, ast.EvaluateRange) and not isinstance(node.low, ast.Condition):
            yield from _range("WHEN", node.low, node.high, node)


def _range(name: str, low: ast.Node, high: ast.Node | None, at: ast.Node) -> Found:
    if not isinstance(low, ast.AlphanumericLiteral) or not isinstance(high, ast.AlphanumericLiteral):
        return
    first, last = low.value, high.value
    about = f'{name} "{first}" THRU "{last}"'
    if len(first) == len(last) == 1:
        native = {character for character in _PRINTABLE if first <= character <= last}
        host = {
            character for character in _PRINTABLE if _ebcdic(first) <= _ebcdic(character) <= _ebcdic(last)
        }
        if native != host:
            strange = min(native ^ host)
            inside, outside = ("ASCII", "EBCDIC") if strange in native else ("EBCDIC", "ASCII")
            yield about, f'"{strange}" is in this range in {inside}, not in {outside}', at
    elif not (first + last).isdigit():
        yield about, "which values of several characters lie in this range depends on the code page", at


def ordered_keys(file: ProgramFile, analysis: ProgramAnalysis) -> Found:
    """Files, tables and sorts whose order is that of text."""
    if file.conversion.options.collating == "ebcdic":
        return
    for node in nodes(analysis):
        if isinstance(node, ast.Sort | ast.Merge):
            names = [
                identifier.name
                for key in node.keys
                for identifier in key.items
                if _is_text(analysis, identifier)
            ]
            if names:
                verb = "SORT" if isinstance(node, ast.Sort) else "MERGE"
                yield (
                    f"{verb} {node.target.name}",
                    f"records come in the order of the text in {_list(names)}",
                    node,
                )
        elif isinstance(node, ast.SearchAll):
            table = analysis.references.get(node.table)
            keys = (
                [key.item.name or "" for key in table.keys if key.item.category in TEXT]
                if isinstance(table, DataItem)
                else []
            )
            if keys:
                yield (
                    f"SEARCH ALL {node.table.name}",
                    f"the table must be in the order of the text in {_list(keys)}",
                    node,
                )
    for used in analysis.symbols.files.values():
        yield from _file_keys(used)


def _file_keys(used: FileItem) -> Found:
    if used.entry is None or used.entry.access == "RANDOM":
        return
    names = [key.name for key in used.keys if all(part.category in TEXT for part in key.parts)]
    if names:
        yield used.name, f"reading in order follows the text in {_list(names)}", used.entry


def _is_text(analysis: ProgramAnalysis, identifier: ast.Identifier) -> bool:
    meaning = analysis.references.get(identifier)
    return isinstance(meaning, DataItem) and meaning.category in TEXT


def _list(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names))
