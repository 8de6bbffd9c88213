"""ADD, SUBTRACT, MULTIPLY, DIVIDE, COMPUTE."""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem, builds

# --- ADD


@builds("add_statement")
def add(context: BuildContext, children: list[Any]) -> ast.Add:
    """ADD addends TO receivers."""
    _, addends, _, receivers, size_error, _ = children
    return ast.Add(
        **context.statement(), addends=tuple(addends), receivers=tuple(receivers), size_error=size_error
    )


@builds("add_giving")
def add_giving(context: BuildContext, children: list[Any]) -> ast.Add:
    """ADD addends GIVING receivers."""
    _, addends, _, giving, size_error, _ = children
    return ast.Add(**context.statement(), addends=tuple(addends), giving=tuple(giving), size_error=size_error)


@builds("add_to_giving")
def add_to_giving(context: BuildContext, children: list[Any]) -> ast.Add:
    """ADD addends TO last-addend GIVING receivers."""
    _, addends, _, last, _, giving, size_error, _ = children
    return ast.Add(
        **context.statement(), addends=(*addends, last), giving=tuple(giving), size_error=size_error
    )


@builds("add_corresponding")
def add_corresponding(context: BuildContext, children: list[Any]) -> ast.AddCorresponding:
    """ADD CORRESPONDING group TO group."""
    _, _, source, _, receiver, size_error, _ = children
    return ast.AddCorresponding(
        **context.statement(), source=source, receiver=receiver, size_error=size_error
    )


# --- SUBTRACT


@builds("subtract_statement")
def subtract(context: BuildContext, children: list[Any]) -> ast.Subtract:
    """SUBTRACT subtrahends FROM receivers."""
    _, subtrahends, _, receivers, size_error, _ = children
    return ast.Subtract(
        **context.statement(),
        subtrahends=tuple(subtrahends),
        receivers=tuple(receivers),
        size_error=size_error,
    )


@builds("subtract_giving")
def subtract_giving(context: BuildContext, children: list[Any]) -> ast.Subtract:
    """SUBTRACT subtrahends FROM minuend GIVING receivers."""
    _, subtrahends, _, minuend, _, giving, size_error, _ = children
    return ast.Subtract(
        **context.statement(),
        subtrahends=tuple(subtrahends),
        minuend=minuend,
        giving=tuple(giving),
        size_error=size_error,
    )


@builds("subtract_corresponding")
def subtract_corresponding(context: BuildContext, children: list[Any]) -> ast.SubtractCorresponding:
    """SUBTRACT CORRESPONDING group FROM group."""
    _, _, source, _, receiver, size_error, _ = children
    return ast.SubtractCorresponding(
        **context.statement(), source=source, receiver=receiver, size_error=size_error
    )


# --- MULTIPLY


@builds("multiply_statement")
def multiply(context: BuildContext, children: list[Any]) -> ast.Multiply:
    """MULTIPLY multiplicand BY receivers."""
    _, multiplicand, _, receivers, size_error, _ = children
    return ast.Multiply(
        **context.statement(), multiplicand=multiplicand, receivers=tuple(receivers), size_error=size_error
    )


@builds("multiply_giving")
def multiply_giving(context: BuildContext, children: list[Any]) -> ast.Multiply:
    """MULTIPLY multiplicand BY multiplier GIVING receivers."""
    _, multiplicand, _, multiplier, _, giving, size_error, _ = children
    return ast.Multiply(
        **context.statement(),
        multiplicand=multiplicand,
        multiplier=multiplier,
        giving=tuple(giving),
        size_error=size_error,
    )


# --- DIVIDE


@builds("divide_statement")
def divide(context: BuildContext, children: list[Any]) -> ast.Divide:
    """DIVIDE divisor INTO receivers."""
    _, divisor, _, receivers, size_error, _ = children
    return ast.Divide(
        **context.statement(), divisor=divisor, receivers=tuple(receivers), size_error=size_error
    )


@builds("divide_giving")
def divide_giving(context: BuildContext, children: list[Any]) -> ast.Divide:
    """DIVIDE divisor INTO dividend GIVING …, or DIVIDE dividend BY divisor GIVING …"""
    _, first, order, second, _, giving, remainder, size_error, _ = children
    divisor, dividend = (first, second) if order.type == "INTO" else (second, first)
    if remainder is not None and len(giving) > 1:
        message = "REMAINDER allows only one receiving item after GIVING"
        raise SyntaxProblem("CBL3021", message, at=remainder.span)
    return ast.Divide(
        **context.statement(),
        divisor=divisor,
        dividend=dividend,
        giving=tuple(giving),
        remainder=remainder,
        size_error=size_error,
    )


@builds("remainder")
def remainder(_context: BuildContext, children: list[Any]) -> ast.Receiver:
    """REMAINDER receiver."""
    receiver: ast.Receiver = children[1]
    return receiver


# --- COMPUTE


@builds("compute_statement")
def compute(context: BuildContext, children: list[Any]) -> ast.Compute:
    """COMPUTE receivers = expression."""
    _, receivers, _, expression, size_error, _ = children
    return ast.Compute(
        **context.statement(), receivers=tuple(receivers), expression=expression, size_error=size_error
    )
