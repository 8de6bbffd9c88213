"""Which operands a statement stores into."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.walk import holds_statements, walk
from transpiler.data_flow.roles import Role, operands


def receivers(program: ast.Program) -> set[ast.Node]:
    """The identifiers of the procedure division that are stored into.

    An argument of CALL BY REFERENCE counts: the called program may store into it.
    """
    if program.procedure is None:
        return set()
    return {
        operand.identifier
        for statement in walk(program.procedure, into=holds_statements)
        if isinstance(statement, ast.Statement)
        for operand in operands(statement)
        if Role.WRITTEN in operand.role
    }
