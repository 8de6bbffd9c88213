"""Statements that are read to their end but not converted."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.build.context import BuildContext


def unsupported(context: BuildContext, code: str, reason: str) -> ast.UnsupportedStatement:
    """Keep the text of the statement being built and report why it is not converted.

    `reason` is a sentence without full stop; `code` is one of cobol_parser.codes.conversion.
    """
    context.report(code, reason)
    return ast.UnsupportedStatement(
        **context.statement(), text=context.text(context.first, context.last), reason=reason, code=code
    )
