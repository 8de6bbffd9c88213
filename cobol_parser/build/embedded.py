"""EXEC blocks; object and tracing statements, which are read but not converted."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Token


@builds("exec_statement")
def exec_block(context: BuildContext, children: list[Token]) -> ast.ExecBlock:
    """EXEC language … END-EXEC."""
    words = children[0].text.split()
    if words and words[-1].upper() == "END-EXEC":
        del words[-1]
    language = words[1].upper() if len(words) > 1 else ""
    return ast.ExecBlock(**context.statement(), language=language, text=" ".join(words[2:]))


@builds("raise_statement")
def raise_(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """RAISE."""
    return unsupported(context, "CBL6047", "exception conditions of COBOL 2002 are not converted")


@builds("invoke_statement")
def invoke(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """INVOKE."""
    return unsupported(context, "CBL6048", "methods of objects are not converted")


@builds("trace_statement")
def trace(context: BuildContext, children: list[Token]) -> ast.UnsupportedStatement:
    """READY TRACE, RESET TRACE."""
    return unsupported(context, "CBL6043", f"{children[0].upper} TRACE is not converted")
