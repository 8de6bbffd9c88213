"""Expressions and statements of the generated Python.

Each `Stmt` prints as exactly one Python statement (a `Comment` as none), so that the statements of a formatted module can be
matched, in order, with the COBOL they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from cobol_parser.ast.node import Node

# --- expressions


@dataclass(frozen=True, slots=True)
class Expr:
    """Anything with a value."""


@dataclass(frozen=True, slots=True)
class Name(Expr):
    """A variable, function or class."""

    id: str


@dataclass(frozen=True, slots=True)
class Attribute(Expr):
    """value.name"""

    value: Expr
    name: str


@dataclass(frozen=True, slots=True)
class Constant(Expr):
    """A literal: text, bytes, number, truth value or None. A Decimal prints as a call of Decimal."""

    value: str | bytes | int | float | bool | Decimal | None


@dataclass(frozen=True, slots=True)
class Call(Expr):
    """function(arguments, keyword=value)"""

    function: Expr
    arguments: tuple[Expr, ...] = ()
    keywords: tuple[tuple[str, Expr], ...] = ()


@dataclass(frozen=True, slots=True)
class Subscript(Expr):
    """value[index, …]"""

    value: Expr
    indices: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Slice(Expr):
    """lower:upper, only inside a Subscript."""

    lower: Expr | None
    upper: Expr | None


@dataclass(frozen=True, slots=True)
class Binary(Expr):
    """left operator right for + - * / // % **"""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Negative(Expr):
    """-operand"""

    operand: Expr


@dataclass(frozen=True, slots=True)
class Not(Expr):
    """not operand"""

    operand: Expr


@dataclass(frozen=True, slots=True)
class Compare(Expr):
    """left operator right for == != < <= > >= in, not in, is, is not"""

    left: Expr
    operator: str
    right: Expr


@dataclass(frozen=True, slots=True)
class Chain(Expr):
    """low <= middle <= high"""

    operands: tuple[Expr, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoolOp(Expr):
    """operands joined by and / or"""

    operator: str
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Tuple(Expr):
    """(items,)"""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Dict(Expr):
    """{key: value, …}"""

    items: tuple[tuple[Expr, Expr], ...]


@dataclass(frozen=True, slots=True)
class Lambda(Expr):
    """lambda: body"""

    body: Expr
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditional(Expr):
    """then if test else otherwise"""

    test: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class Generator(Expr):
    """(element for name in iterable for …)"""

    element: Expr
    loops: tuple[tuple[Name, Expr], ...]


@dataclass(frozen=True, slots=True)
class Formatted(Expr):
    """An f-string that holds one formatted value."""

    value: Expr
    specification: str


@dataclass(frozen=True, slots=True)
class Starred(Expr):
    """*value"""

    value: Expr


# --- statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Stmt:
    """One Python statement. `origin` is the COBOL construct it comes from."""

    origin: Node | None = None


Body: TypeAlias = tuple[Stmt, ...]


@dataclass(frozen=True, slots=True)
class Comment(Stmt):
    """# text"""

    text: str


@dataclass(frozen=True, slots=True)
class Assign(Stmt):
    """target = … = value; `annotation` gives a new local name its type."""

    targets: tuple[Expr, ...]
    value: Expr
    annotation: str | None = None


@dataclass(frozen=True, slots=True)
class AugAssign(Stmt):
    """target operator= value"""

    target: Expr
    operator: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Do(Stmt):
    """An expression evaluated for what it does."""

    value: Expr


@dataclass(frozen=True, slots=True)
class If(Stmt):
    """if test: … else: …; an `otherwise` that is one If prints as elif."""

    test: Expr
    then: Body
    otherwise: Body = ()


@dataclass(frozen=True, slots=True)
class While(Stmt):
    """while test: … else: …"""

    test: Expr
    body: Body
    otherwise: Body = ()


@dataclass(frozen=True, slots=True)
class For(Stmt):
    """for target in iterable: …"""

    target: Expr
    iterable: Expr
    body: Body


@dataclass(frozen=True, slots=True)
class With(Stmt):
    """with context: …"""

    context: Expr
    body: Body


@dataclass(frozen=True, slots=True)
class Raise(Stmt):
    """raise value"""

    value: Expr


@dataclass(frozen=True, slots=True)
class Return(Stmt):
    """return value"""

    value: Expr | None = None


@dataclass(frozen=True, slots=True)
class Break(Stmt):
    """break"""


@dataclass(frozen=True, slots=True)
class Continue(Stmt):
    """continue"""


@dataclass(frozen=True, slots=True)
class Pass(Stmt):
    """pass"""
