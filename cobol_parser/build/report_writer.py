"""INITIATE, GENERATE, TERMINATE, SUPPRESS."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import builds
from cobol_parser.source import Token


@builds("initiate_statement")
def initiate(context: BuildContext, children: list[Token]) -> ast.Initiate:
    """INITIATE reports."""
    return ast.Initiate(**context.statement(), reports=tuple(token.upper for token in children[1:]))


@builds("generate_statement")
def generate(context: BuildContext, children: list[Any]) -> ast.Generate:
    """GENERATE detail group or report."""
    return ast.Generate(**context.statement(), target=children[1])


@builds("terminate_statement")
def terminate(context: BuildContext, children: list[Token]) -> ast.Terminate:
    """TERMINATE reports."""
    return ast.Terminate(**context.statement(), reports=tuple(token.upper for token in children[1:]))


@builds("suppress_statement")
def suppress(context: BuildContext, _children: list[Token]) -> ast.Suppress:
    """SUPPRESS PRINTING."""
    return ast.Suppress(**context.statement())
