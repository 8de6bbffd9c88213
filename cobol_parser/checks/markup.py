"""JSON and XML statements (GnuCOBOL 3.1 and IBM Enterprise COBOL: rules for their operands)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem

_RECEIVERS = (Category.ALPHANUMERIC, Category.ALPHABETIC, Category.NATIONAL, Category.GROUP)
_ENCODINGS = (1208, 819)
"""CCSIDs of UTF-8 and of Latin-1."""
_POINTERS = (Category.POINTER, Category.PROCEDURE_POINTER)


@checks(ast.JsonGenerate, ast.XmlGenerate)
def receives_text(context: CheckContext, node: ast.JsonGenerate | ast.XmlGenerate) -> None:
    """The receiver is a group or an alphanumeric item without JUSTIFIED."""
    item = context.item(node.receiver)
    if item is None:
        return
    if item.category not in _RECEIVERS:
        context.report(
            "CBL5026", node.receiver, f"{node.receiver.name} must be alphanumeric to receive a document"
        )
    elif item.justified:
        context.report(
            "CBL5026", node.receiver, f"{node.receiver.name} receives a document and must not be JUSTIFIED"
        )


@checks(ast.XmlGenerate, ast.XmlParse)
def known_encoding(context: CheckContext, node: ast.XmlGenerate | ast.XmlParse) -> None:
    """ENCODING is UTF-8, or a page of one byte a character: the program's own."""
    written = node.encoding
    if written is None or (isinstance(written, ast.NumericLiteral) and written.value in _ENCODINGS):
        return
    shown = written.text if isinstance(written, ast.NumericLiteral) else "that is no literal"
    context.report(
        "CBL5027",
        written,
        f"ENCODING {shown} is not followed: the document is in UTF-8 or in the character set of the data",
    )


@checks(ast.JsonGenerate, ast.XmlGenerate)
def sends_items(context: CheckContext, node: ast.JsonGenerate | ast.XmlGenerate) -> None:
    """The source has something to show: not only FILLER and redefinitions, no part of an item, no pointers."""
    _whole_item(context, node.source)


@checks(ast.JsonParse)
def receives_items(context: CheckContext, node: ast.JsonParse) -> None:
    """The receiver of JSON PARSE likewise."""
    _whole_item(context, node.receiver)


def _whole_item(context: CheckContext, identifier: ast.Identifier) -> None:
    item = context.item(identifier)
    if item is None:
        return
    name = identifier.name
    if identifier.reference_modifier is not None:
        context.report(
            "CBL5026", identifier, f"{name} is the item of a document and takes no reference modification"
        )
    elif item.renames is not None:
        context.report("CBL5026", identifier, f"{name} is a level 66 item and cannot be made a document")
    elif item.children and not any(_takes_part(item, child) for child in item.elementary()):
        context.report("CBL5026", identifier, f"nothing in {name} can stand in a document")
    for pointer in item.elementary():
        if pointer.category in _POINTERS and _takes_part(item, pointer):
            context.report(
                "CBL5026", identifier, f"{pointer.name} in {name} is a pointer and cannot stand in a document"
            )


def _takes_part(root: DataItem, item: DataItem) -> bool:
    """Whether an elementary item is named and nothing from it up to the root redefines other storage."""
    for part in item.lineage():
        if part is root:
            break
        if part.redefines is not None:
            return False
    return not item.is_filler


@checks(ast.JsonGenerate, ast.JsonParse, ast.XmlGenerate)
def phrases_name_items_inside(
    context: CheckContext, node: ast.JsonGenerate | ast.JsonParse | ast.XmlGenerate
) -> None:
    """The items of NAME, TYPE, SUPPRESS and CONVERTING belong to the item that becomes a document, or is made of one."""
    root = context.item(node.receiver if isinstance(node, ast.JsonParse) else node.source)
    named: list[ast.Identifier | None] = [phrase.item for phrase in node.names]
    named += [phrase.item for phrase in node.suppressions]
    if isinstance(node, ast.XmlGenerate):
        named += [phrase.item for phrase in node.types]
    else:
        named += [phrase.item for phrase in node.booleans]
    for identifier in named:
        item = context.item(identifier)
        if identifier is None or root is None or item is None or item in set(root.walk()):
            continue
        context.report("CBL5026", identifier, f"{identifier.name} does not belong to {root.name}")
