"""View models of the templates: names are Python already, values are text already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cobol_parser.ast.node import Node
from transpiler.emit.printer import comment_line, print_comments, print_expression, print_statements, quoted
from transpiler.ir import nodes as ir
from transpiler.lower.context import Imports
from transpiler.lower.procedure import Method
from transpiler.lower.program import ProgramClass
from transpiler.lower.records import Field, RecordClass
from transpiler.runtime_api import MARKUP_MODULE, MODULE, REPORTS_MODULE


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method; `body` are its lines, indented for a class body."""

    name: str
    parameters: str
    returns: str
    documentation: str
    body: tuple[str, ...]
    is_property: bool


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record class; `lines` are its fields."""

    name: str
    arguments: str
    comments: tuple[str, ...]
    documentation: str
    lines: tuple[str, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ProgramView:
    """A program class with the records it uses."""

    name: str
    documentation: str
    settings: tuple[str, ...]
    records: tuple[RecordView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A generated module; `main` is the class that runs when the module is the program."""

    documentation: str
    imports: tuple[str, ...]
    constants: tuple[str, ...]
    programs: tuple[ProgramView, ...]
    main: str


def docstring(text: str, indent: str) -> str:
    """Return `text` as the source of a docstring whose lines are indented by `indent`."""
    safe = text.replace("\\", "\\\\").replace('"""', r"\"\"\"")
    safe = "".join(char if char.isprintable() or char == "\n" else " " for char in safe).strip()
    if safe.endswith('"'):
        safe += " "
    lines = safe.split("\n")
    if len(lines) == 1:
        return f'{indent}"""{lines[0]}"""'
    body = "\n".join(f"{indent}{line}".rstrip() for line in lines[1:])
    return f'{indent}"""{lines[0]}\n{body}\n{indent}"""'


def import_lines(imports: Imports) -> tuple[str, ...]:
    """The import statements of a module, sorted as the linter wants them."""
    standard: dict[str, list[str]] = {}
    for module, name in imports.standard:
        standard.setdefault(module, []).append(name)
    lines = [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(standard.items())]
    if lines:
        lines.append("")
    names = sorted(imports.runtime, key=_import_order)
    lines.append(f"from {MODULE} import {', '.join(names)}")
    if imports.markup:
        names = sorted(imports.markup, key=_import_order)
        lines.append(f"from {MARKUP_MODULE} import {', '.join(names)}")
    if imports.reports:
        names = sorted(imports.reports, key=_import_order)
        lines.append(f"from {REPORTS_MODULE} import {', '.join(names)}")
    return tuple(lines)


def _import_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def method_view(method: Method) -> MethodView:
    """Print one method of a class."""
    body = (
        method.body
        if statements(method)
        else tuple(item for item in method.body if isinstance(item, ir.Comment))
    )
    printed = (
        print_statements(body) if statements(method) or not method.documentation else print_comments(body)
    )
    lines = tuple(f"        {line}" if line else "" for line in printed)
    documentation = docstring(method.documentation, "        ") if method.documentation else ""
    return MethodView(
        method.name, method.parameters, method.returns, documentation, lines, method.is_property
    )


def statements(method: Method) -> ir.Body:
    """The statements of a method that a documentation string does not make superfluous."""
    kept = (ir.Comment, ir.Pass) if method.documentation else (ir.Comment,)
    return () if all(isinstance(item, kept) for item in method.body) else method.body


def record_view(record: RecordClass) -> RecordView:
    """Print one record class."""
    arguments = [f"{record.base}, length={record.length}"]
    arguments += [f"{name}={print_expression(value)}" for name, value in record.keywords]
    return RecordView(
        record.name,
        ", ".join(arguments),
        tuple(comment_line(line) for line in record.comments),
        docstring(record.documentation, "    "),
        tuple(line for field in record.fields for line in _field_lines(field)),
        tuple(method_view(method) for method in record.methods),
    )


def _field_lines(field: Field) -> Iterator[str]:
    for comment in field.comments:
        yield f"    {comment_line(comment)}"
    yield f"    {field.name} = {print_expression(field.value)}"


def program_view(program: ProgramClass) -> ProgramView:
    """Print one program class."""
    settings = [f"    program_id = {quoted(program.program_id)}"]
    settings += [f"    {name} = {print_expression(value)}" for name, value in program.settings]
    return ProgramView(
        program.name,
        docstring(program.documentation, "    "),
        tuple(settings),
        tuple(record_view(record) for record in program.records),
        tuple(method_view(method) for method in (program.constructor, *program.methods)),
    )


def origins(programs: tuple[ProgramClass, ...]) -> Iterator[Node]:
    """The COBOL construct of every Python statement of the module's classes, in the order in which they are printed.

    What no single construct stands for, such as the constructor, comes from the program.
    """
    for program in programs:
        for record in program.records:
            origin = record.origin or program.origin
            yield origin
            yield origin  # the docstring
            for field in record.fields:
                yield field.origin or origin
            for method in record.methods:
                yield from _method_origins(method, origin)
        yield program.origin
        yield program.origin  # the docstring
        for _ in range(1 + len(program.settings)):
            yield program.origin
        for method in (program.constructor, *program.methods):
            yield from _method_origins(method, program.origin)


def _method_origins(method: Method, inherited: Node) -> Iterator[Node]:
    origin = method.origin or inherited
    yield origin
    if method.documentation:
        yield origin
    if statements(method):
        yield from _body_origins(method.body, origin)
    elif not method.documentation:
        yield origin


def _body_origins(body: ir.Body, inherited: Node) -> Iterator[Node]:
    for statement in body:
        if isinstance(statement, ir.Comment):
            continue
        origin = statement.origin or inherited
        yield origin
        for inner in _suites(statement):
            if (inner and all(isinstance(item, ir.Comment) for item in inner)) or not inner:
                yield origin
            yield from _body_origins(inner, origin)


def _suites(statement: ir.Stmt) -> tuple[ir.Body, ...]:
    if isinstance(statement, ir.If):
        return (statement.then, statement.otherwise) if statement.otherwise else (statement.then,)
    if isinstance(statement, ir.While):
        return (statement.body, statement.otherwise) if statement.otherwise else (statement.body,)
    if isinstance(statement, (ir.For, ir.With)):
        return (statement.body,)
    return ()
