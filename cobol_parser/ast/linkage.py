"""CALL, CANCEL, EXIT PROGRAM, GOBACK, ENTRY."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression
from cobol_parser.ast.node import Node
from cobol_parser.ast.phrases import ConditionalPhrase
from cobol_parser.ast.program import Parameter, Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Argument(Node):
    """An operand of CALL … USING; `mode` is REFERENCE, CONTENT or VALUE; `value` None is OMITTED.

    `size` is the length in bytes that the SIZE phrase gives a number passed BY VALUE.
    """

    mode: str
    value: Expression | None
    size: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Call(Statement):
    """CALL program USING … RETURNING … [ON EXCEPTION|OVERFLOW …]. RETURNING OMITTED or NOTHING `keeps_return_code`."""

    program: Expression
    arguments: tuple[Argument, ...] = ()
    returning: Expression | None = None
    keeps_return_code: bool = False
    exception: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Cancel(Statement):
    """CANCEL programs."""

    programs: tuple[Expression, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class ExitProgram(Statement):
    """EXIT PROGRAM [RETURNING value] (a no-op in a main program)."""

    returning: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Goback(Statement):
    """GOBACK [RETURNING value]."""

    returning: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry(Statement):
    """ENTRY "name" USING …"""

    name: str
    using: tuple[Parameter, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Enter(Statement):
    """ENTER language [routine] (obsolete; no effect)."""

    words: tuple[str, ...]
