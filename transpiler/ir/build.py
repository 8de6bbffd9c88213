"""Short constructors for the expressions that lowering writes most."""

from __future__ import annotations

from transpiler.ir.nodes import Attribute, Call, Constant, Expr, Name, Not

SELF = Name("self")
TRUE = Constant(True)
FALSE = Constant(False)


def call(function: str | Expr, *arguments: Expr, **keywords: Expr) -> Call:
    """function(arguments, keyword=value); a string names a module-level function."""
    target = Name(function) if isinstance(function, str) else function
    return Call(target, arguments, tuple(keywords.items()))


def method(value: Expr, name: str, *arguments: Expr, **keywords: Expr) -> Call:
    """value.name(arguments, keyword=value)"""
    return Call(Attribute(value, name), arguments, tuple(keywords.items()))


def own(name: str) -> Attribute:
    """self.name"""
    return Attribute(SELF, name)


def integer(value: int) -> Constant:
    """An integer literal."""
    return Constant(value)


def text(value: str) -> Constant:
    """A text literal."""
    return Constant(value)


def negate(test: Expr) -> Expr:
    """The opposite truth value, without a double `not`."""
    return test.operand if isinstance(test, Not) else Not(test)
