"""Which program creates, reads, updates and deletes what: files, tables, files and queues of CICS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.source import Token
from cobol_parser.symbols import DataItem, FileItem
from cobol_parser.walk import walk
from transpiler.exec_text import command, literal, sql_tables
from transpiler.report.embedded import blocks
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.literals import Literals

CREATE, READ, UPDATE, DELETE, OPEN = "C", "R", "U", "D", "open"


@dataclass(frozen=True, slots=True)
class Use:
    """One use: `letter` is C, R, U, D, or "open" for an OPEN alone; `how` the statement or command, `key` what finds the record."""

    program: str
    kind: str
    object: str
    letter: str
    how: str
    at: ast.Node | Token
    key: str = ""


def uses(estate: Estate) -> list[Use]:
    """Every use of stored data in the estate, in source order."""
    return [use for file in estate.files for use in (*_statements(file), *_embedded(file))]


def _statements(file: ProgramFile) -> Iterator[Use]:
    for program, analysis in file.programs:
        name = program.identification.program_id
        for node in walk(program.procedure) if program.procedure is not None else ():
            for used, letter, how, key in _of(node, analysis):
                if not used.is_sort:
                    yield Use(name, "file", _external(used), letter, how, node, key)


def _external(item: FileItem) -> str:
    """The name that the outside knows a file by."""
    return (item.assign_literal or item.name).upper()


_Found = tuple[FileItem, str, str, str]


def _of(node: ast.Node, analysis: ProgramAnalysis) -> Iterator[_Found]:
    """The file uses of one statement: file, letter, words, key."""
    if isinstance(node, ast.Open):
        for opened in node.files:
            yield from _named(analysis, (opened.file,), OPEN, f"OPEN {opened.mode}")
    elif isinstance(node, ast.DeleteFile):
        yield from _named(analysis, node.files, DELETE, "DELETE FILE")
    elif isinstance(node, ast.Sort | ast.Merge):
        verb = type(node).__name__.upper()
        yield from _named(analysis, node.using, READ, f"{verb} USING")
        yield from _named(analysis, node.giving, CREATE, f"{verb} GIVING")
    elif isinstance(node, ast.Read | ast.Start | ast.Write | ast.Rewrite | ast.Delete):
        used = analysis.files_of.get(node)
        if used is not None:
            yield used, _LETTERS[type(node)], _verb(node), _key(node, used)


_LETTERS: dict[type[ast.Node], str] = {
    ast.Read: READ, ast.Start: READ, ast.Write: CREATE, ast.Rewrite: UPDATE, ast.Delete: DELETE,
}  # fmt: skip


def _named(analysis: ProgramAnalysis, names: tuple[str, ...], letter: str, how: str) -> Iterator[_Found]:
    for name in names:
        used = _file(analysis, name)
        if used is not None:
            yield used, letter, how, ""


def _file(analysis: ProgramAnalysis, name: str) -> FileItem | None:
    symbols = analysis.symbols
    while name not in symbols.files and symbols.parent is not None:
        symbols = symbols.parent
    return symbols.files.get(name)


def _verb(node: ast.Statement) -> str:
    verb = type(node).__name__.upper()
    return f"{verb} {node.direction}" if isinstance(node, ast.Read) and node.direction else verb


def _key(node: ast.Statement, used: FileItem) -> str:
    """The key that a statement finds its record by, "" when records follow each other."""
    named = node.key if isinstance(node, ast.Read | ast.Start) else None
    if named is not None:
        return named.name
    in_order = isinstance(node, ast.Read) and (node.direction or used.access == "SEQUENTIAL")
    if in_order or used.organization not in ("INDEXED", "RELATIVE"):
        return ""
    if used.keys:
        return used.keys[0].name
    return used.relative_key.name or "" if isinstance(used.relative_key, DataItem) else ""


_CICS = {
    "READ": READ, "READNEXT": READ, "READPREV": READ, "STARTBR": READ, "RESETBR": READ, "WRITE": CREATE,
    "REWRITE": UPDATE, "DELETE": DELETE, "READQ TS": READ, "READQ TD": READ, "WRITEQ TS": CREATE, "WRITEQ TD": CREATE,
    "DELETEQ TS": DELETE, "DELETEQ TD": DELETE,
}  # fmt: skip
_SQL = {READ: "SELECT", CREATE: "INSERT", UPDATE: "UPDATE", DELETE: "DELETE"}


def _embedded(file: ProgramFile) -> Iterator[Use]:
    literals = [Literals(analysis) for _, analysis in file.programs]
    owner = {
        node.span.first: program.identification.program_id
        for program, _ in file.programs
        if program.procedure is not None
        for node in walk(program.procedure)
        if isinstance(node, ast.ExecBlock)
    }
    for block in blocks(file):
        program = owner.get(block.token, file.program_ids[0])
        if block.language == "SQL":
            for table, letter in sql_tables(block.text):
                yield Use(program, "table", table, letter, _SQL.get(letter, "SQL"), block.token)
        elif block.language == "CICS":
            yield from _cics(program, block.text, block.token, literals)


def _cics(program: str, text: str, token: Token, literals: list[Literals]) -> Iterator[Use]:
    done = command(text)
    letter = _CICS.get(done.verb)
    named = next((word for word in ("FILE", "DATASET", "QUEUE", "QNAME") if done.options.get(word)), None)
    if letter is None or named is None:
        return
    kind = "CICS file" if named in ("FILE", "DATASET") else "queue"
    operand = done.options[named]
    how = f"{done.verb} UPDATE" if letter == READ and "UPDATE" in done.options else done.verb
    for name in _values(operand, literals):
        yield Use(program, kind, name.upper(), letter, how, token, done.options.get("RIDFLD", "").upper())


def _values(operand: str, literals: list[Literals]) -> tuple[str, ...]:
    written = literal(operand)
    if written is not None:
        return (written,)
    known = (values.named(operand).values for values in literals)
    return next((values for values in known if values), (f"?{operand.split('(')[0].strip()}",))
