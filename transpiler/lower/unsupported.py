"""Statements that are not converted: a diagnostic, a row in the report, and a `raise` in the output."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.source import Token
from transpiler.ir import nodes as ir
from transpiler.ir.build import text
from transpiler.lower.context import Context, Unconvertible


def not_converted(context: Context, statement: ast.Statement, failure: Unconvertible) -> list[ir.Stmt]:
    """Report `statement` once and return the statements that stand for it."""
    first = statement.span.first
    if not failure.reported:
        context.diagnostics.report(
            failure.code,
            first,
            f"{verb(first)} is not converted: {failure.reason}",
            label="raises when it is reached",
        )
    context.unconverted.append(statement)
    place = f"{first.inclusion.file.path.replace(chr(92), '/').rsplit('/', 1)[-1]}:{first.line}"
    message = f"{verb(first)} at {place} is not converted: {failure.reason}"
    return [ir.Raise(context.runtime_call("NotConverted", text(failure.code), text(message)))]


def verb(token: Token) -> str:
    """The statement's first word, for messages."""
    return token.upper.split()[0] if token.upper.split() else "statement"
