"""Statements that need a certain organization or access mode (COBOL-85 standard, VII to IX)."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext, checks
from cobol_parser.symbols import FileItem

_SEQUENTIAL = ("SEQUENTIAL", "LINE SEQUENTIAL")


@checks(ast.Read)
def read_goes_with_access(context: CheckContext, node: ast.Read) -> None:
    """READ NEXT does not go with random access, nor KEY with sequential access."""
    file = _file(context, node)
    if file is None:
        return
    if node.direction is not None and file.access == "RANDOM":
        context.report("CBL5023", node, f"READ {node.direction} of {file.name}, whose access is RANDOM")
    if node.key is not None and file.organization != "INDEXED":
        context.report("CBL5023", node.key, f"{file.name} is not an indexed file and has no keys")


@checks(ast.Start)
def start_needs_keys(context: CheckContext, node: ast.Start) -> None:
    """START positions indexed and relative files."""
    file = _file(context, node)
    if file is not None and (file.organization in _SEQUENTIAL or file.access == "RANDOM"):
        context.report(
            "CBL5023", node, f"START of {file.name}: {file.organization} with {file.access} access"
        )


@checks(ast.Delete)
def delete_needs_records(context: CheckContext, node: ast.Delete) -> None:
    """DELETE removes records of indexed and relative files."""
    file = _file(context, node)
    if file is not None and file.organization in _SEQUENTIAL:
        context.report("CBL5023", node, f"DELETE from {file.name}, a {file.organization} file")


def _file(context: CheckContext, node: ast.Statement) -> FileItem | None:
    file: FileItem | None = context.analysis.files_of.get(node)
    return file if file is not None and file.entry is not None else None
