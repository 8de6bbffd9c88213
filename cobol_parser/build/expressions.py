"""Identifiers, functions and arithmetic expressions.

The grammar delivers flat lists: nodes, operator tokens, and parts in parentheses that are nodes already. Operators bind as in the
standard (unary sign, `**`, `*` `/`, `+` `-`); equal ones from left to right, but powers outside of conditions from
right to left. Nothing here recurses, so depth has no limit.
"""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.literals import number
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Span, Token

PRECEDENCE = {"PLUS": 1, "MINUS": 1, "STAR": 2, "SLASH": 2, "POWER": 3}
OPERATORS = {"PLUS": "+", "MINUS": "-", "STAR": "*", "SLASH": "/", "POWER": "**"}
_UNARY = 4

Item = Any
"""A node, a token, or what conditions.py makes of relational operators and conditions in parentheses."""


# --- identifiers and functions


@builds("identifier")
def identifier(context: BuildContext, children: list[Any]) -> ast.Expression:
    """A name with qualifiers, subscripts and reference modifier; or a function that REPOSITORY lets stand without FUNCTION."""
    name: Token = children[0]
    if len(children) == 1:
        if context.is_function(name.upper):
            return ast.FunctionCall(span=context.span, name=name.upper)
        return ast.Identifier(span=context.span, name=name.upper)
    qualifiers = tuple(part.upper for part in children[1:] if isinstance(part, Token))
    references = [part for part in children[1:] if isinstance(part, list)]
    if not qualifiers and context.is_function(name.upper):
        return _function(context, name.upper, references)
    modifier = None
    if references and (modifier := _modifier(context, references[-1])) is not None:
        references.pop()
    if len(references) > 1:
        raise SyntaxProblem("CBL3001", "expected one list of subscripts; found another", at=references[1][0])
    subscripts = tuple(split_list(context, references[0][1:-1])) if references else ()
    return ast.Identifier(
        span=context.span,
        name=name.upper,
        qualifiers=qualifiers,
        subscripts=subscripts,
        reference_modifier=modifier,
    )


@builds("qualifier")
def qualifier(context: BuildContext, children: list[Any]) -> Token:
    """OF or IN name."""
    token: Token = children[1]
    return token


@builds("function_call")
def function_call(context: BuildContext, children: list[Any]) -> ast.FunctionCall:
    """FUNCTION name (arguments) (start:length)."""
    return _function(context, children[1].upper, children[2:])


def _function(context: BuildContext, name: str, references: list[list[Any]]) -> ast.FunctionCall:
    modifier = None
    if references and (modifier := _modifier(context, references[-1])) is not None:
        references = references[:-1]
    if len(references) > 1:
        raise SyntaxProblem("CBL3001", "expected one list of arguments; found another", at=references[1][0])
    items = references[0][1:-1] if references else []
    keyword = None
    if items and isinstance(items[-1], Token) and items[-1].type in ("LEADING", "TRAILING"):
        keyword = items[-1].upper
        items = items[:-1]
    return ast.FunctionCall(
        span=context.span,
        name=name,
        arguments=tuple(split_list(context, items)),
        reference_modifier=modifier,
        keyword=keyword,
    )


def _modifier(context: BuildContext, reference: list[Any]) -> ast.ReferenceModifier | None:
    """`(start : length)`, or None when the parentheses hold no colon."""
    colon = next(
        (i for i, item in enumerate(reference) if isinstance(item, Token) and item.type == "COLON"), None
    )
    if colon is None:
        return None
    start = expression_of(context, _without_commas(reference[1:colon]))
    rest = _without_commas(reference[colon + 1 : -1])
    return ast.ReferenceModifier(
        span=Span(reference[0], reference[-1]),
        start=start,
        length=expression_of(context, rest) if rest else None,
    )


def _without_commas(items: list[Item]) -> list[Item]:
    return [item for item in items if not (isinstance(item, Token) and item.type == "COMMA")]


@builds("length_of")
def length_of(context: BuildContext, children: list[Any]) -> ast.LengthOf:
    """LENGTH OF operand."""
    return ast.LengthOf(span=context.span, operand=children[-1])


@builds("address_of")
def address_of(context: BuildContext, children: list[Any]) -> ast.AddressOf:
    """ADDRESS OF item, or of PROCEDURE or ENTRY name."""
    return ast.AddressOf(span=context.span, operand=children[-1], procedure=len(children) == 4)


# --- arithmetic


@builds("arithmetic_expression")
def arithmetic_expression(context: BuildContext, children: list[Any]) -> ast.Expression:
    """Operands and operators."""
    return expression_of(context, children)


def expression_of(context: BuildContext, items: list[Item], *, in_condition: bool = False) -> ast.Expression:
    """Build one expression of all `items`. Raises SyntaxProblem when they are not one."""
    if len(items) == 1 and isinstance(items[0], ast.Expression):
        return items[0]
    result, end = arithmetic(context, items, 0, in_condition=in_condition)
    if end < len(items):
        raise SyntaxProblem(
            "CBL3001",
            f"expected an arithmetic operator; found {_shown(items[end])}",
            at=first_token(items[end]),
        )
    return result


def split_list(context: BuildContext, items: list[Item]) -> list[ast.Expression]:
    """Subscripts or arguments: expressions with or without commas between them.

    A sign with a space before it and none behind it begins a new element when a number follows (`(I -1)` is two elements,
    `(I - 1)` one), as GnuCOBOL reads it.
    """
    elements: list[ast.Expression] = []
    index = 0
    while index < len(items):
        item = items[index]
        if isinstance(item, Token) and item.type == "COMMA":
            index += 1
        elif isinstance(item, Token) and item.type == "ALL":
            elements.append(ast.AllSubscript(span=Span(item, item)))
            index += 1
        else:
            element, index = arithmetic(context, items, index, in_list=True)
            elements.append(element)
    return elements


def arithmetic(
    context: BuildContext, items: list[Item], start: int, *, in_list: bool = False, in_condition: bool = False
) -> tuple[ast.Expression, int]:
    """Build the longest expression that begins at `start`; return it and the index behind it.

    GnuCOBOL applies the powers of `A ** B ** C` from the right, but from the left in a condition.

    Raises SyntaxProblem when an operand is missing.
    """
    operands: list[ast.Expression] = []
    pending: list[tuple[int, Token]] = []  # (precedence, operator) not yet applied
    index = start
    wants_operand = True
    while index < len(items):
        item = items[index]
        if isinstance(item, Token) and item.type in PRECEDENCE:
            if wants_operand:
                if item.type not in ("PLUS", "MINUS"):
                    break
                pending.append((_UNARY, item))
            else:
                if in_list and _begins_element(items, index):
                    break
                precedence = PRECEDENCE[item.type]
                from_right = item.type == "POWER" and not in_condition
                first_to_apply = precedence + from_right
                while pending and pending[-1][0] >= first_to_apply:
                    _apply(context, operands, pending.pop())
                pending.append((precedence, item))
                wants_operand = True
        elif isinstance(item, ast.Expression) and wants_operand:
            operands.append(item)
            wants_operand = False
        else:
            break
        index += 1
    if wants_operand:
        if index == len(items):
            raise SyntaxProblem("CBL3001", "an operand is missing at the end of the expression")
        token = first_token(items[index])
        raise SyntaxProblem("CBL3001", f"expected an operand; found {token.text!r}", at=token)
    while pending:
        _apply(context, operands, pending.pop())
    return operands[0], index


def _begins_element(items: list[Item], index: int) -> bool:
    """Whether the sign at `index` stands directly before a number."""
    sign: Token = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    if sign.type not in ("PLUS", "MINUS") or not isinstance(following, ast.NumericLiteral):
        return False
    number_token = following.span.first
    return sign.end_line == number_token.line and sign.end_column == number_token.column


def _apply(context: BuildContext, operands: list[ast.Expression], operator: tuple[int, Token]) -> None:
    """Replace the topmost operand(s) by the operation."""
    precedence, token = operator
    right = operands.pop()
    if precedence == _UNARY:
        operands.append(_signed(context, token, right))
        return
    left = operands.pop()
    span = Span(left.span.first, right.span.last)
    operands.append(ast.BinaryOperation(span=span, operator=OPERATORS[token.type], left=left, right=right))


def _signed(context: BuildContext, sign: Token, operand: ast.Expression) -> ast.Expression:
    """A sign before an operand; directly before an unsigned number it is part of the literal."""
    span = Span(sign, operand.span.last)
    if isinstance(operand, ast.NumericLiteral) and operand.span.first is operand.span.last:
        return number(context, operand.span.first, span, OPERATORS[sign.type])
    return ast.UnaryOperation(span=span, operator=OPERATORS[sign.type], operand=operand)


def first_token(item: Item) -> Token:
    """Where an item of a flat list begins."""
    if isinstance(item, Token):
        return item
    span: Span = item.span
    return span.first


def _shown(item: Item) -> str:
    return repr(first_token(item).text)
