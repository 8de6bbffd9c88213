"""SEARCH and SET."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from cobol_parser import ast
from cobol_parser.build.context import BuildContext, StatementHeader
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Span, Token

# --- SEARCH


@builds("search_statement")
def search(context: BuildContext, children: list[Any]) -> ast.Search:
    """SEARCH table [VARYING item] [AT END …] WHEN …"""
    _, table, varying, at_end, *whens, _ = children
    return ast.Search(**context.statement(), table=table, varying=varying, at_end=at_end, whens=tuple(whens))


@builds("search_all")
def search_all(context: BuildContext, children: list[Any]) -> ast.SearchAll:
    """SEARCH ALL table [AT END …] WHEN … Raises: SyntaxProblem for more than one WHEN."""
    _, _, table, at_end, when, *more, _ = children
    if more:
        raise SyntaxProblem("CBL3020", "SEARCH ALL has one WHEN phrase only", at=more[0].span)
    return ast.SearchAll(**context.statement(), table=table, at_end=at_end, when=when)


@builds("search_varying")
def search_varying(_context: BuildContext, children: list[Any]) -> ast.Identifier:
    """VARYING item."""
    item: ast.Identifier = children[1]
    return item


@builds("search_at_end")
def search_at_end(_context: BuildContext, children: list[Any]) -> tuple[ast.Statement, ...]:
    """AT END statements."""
    return tuple(children[1])


@builds("search_when")
def search_when(context: BuildContext, children: list[Any]) -> ast.SearchWhen:
    """WHEN condition statements."""
    _, condition, statements = children
    return ast.SearchWhen(span=context.span, condition=condition, statements=tuple(statements))


# --- SET


class SetClause(NamedTuple):
    """One `receivers TO value` of SET; `make` finishes the statement it stands for."""

    span: Span
    make: Callable[[StatementHeader], ast.Statement]


@builds("set_statement")
def set_(context: BuildContext, children: list[Any]) -> ast.Statement | list[ast.Statement]:
    """SET. Each further `receivers TO value` is a statement of its own."""
    clauses: list[SetClause] = children[1:]
    header = context.statement()
    first = clauses[0].make({**header, "span": Span(header["span"].first, clauses[0].span.last)})
    others = [clause.make({"span": clause.span, "comments": (), "trailing": None}) for clause in clauses[1:]]
    return [first, *others] if others else first


@builds("set_to")
def set_to(context: BuildContext, children: list[Any]) -> SetClause:
    """receivers TO value."""
    receivers, _, value = children
    return SetClause(
        context.span, lambda header: ast.SetIndex(**header, receivers=tuple(receivers), value=value)
    )


@builds("set_to_entry")
def set_to_entry(context: BuildContext, children: list[Any]) -> SetClause:
    """receivers TO ENTRY program: the address of a procedure."""
    receivers, _, _, program = children
    value = ast.AddressOf(span=program.span, operand=program, procedure=True)
    return SetClause(
        context.span, lambda header: ast.SetIndex(**header, receivers=tuple(receivers), value=value)
    )


@builds("set_to_size")
def set_to_size(context: BuildContext, children: list[Any]) -> SetClause:
    """receivers TO SIZE OF operand."""
    receivers, *_, operand = children
    value = ast.LengthOf(span=Span(children[2], operand.span.last), operand=operand)
    return SetClause(
        context.span, lambda header: ast.SetIndex(**header, receivers=tuple(receivers), value=value)
    )


@builds("set_up_down")
def set_up_down(context: BuildContext, children: list[Any]) -> SetClause:
    """receivers UP|DOWN BY value."""
    receivers, direction, *_, value = children
    items = _identifiers(receivers)
    down = direction.type == "DOWN"
    return SetClause(
        context.span, lambda header: ast.SetUpDown(**header, receivers=items, down=down, value=value)
    )


@builds("set_condition")
def set_condition(context: BuildContext, children: list[Any]) -> SetClause:
    """condition-names TO TRUE|FALSE."""
    receivers, _, truth = children
    conditions = _identifiers(receivers)
    value = truth.type == "TRUE"
    return SetClause(
        context.span, lambda header: ast.SetCondition(**header, conditions=conditions, value=value)
    )


@builds("set_switch")
def set_switch(context: BuildContext, children: list[Any]) -> SetClause:
    """mnemonic-names TO ON|OFF."""
    receivers, _, state = children
    switches = tuple(item.name for item in _identifiers(receivers))
    on = state.type == "ON"
    return SetClause(context.span, lambda header: ast.SetSwitch(**header, switches=switches, on=on))


@builds("set_environment")
def set_environment(context: BuildContext, children: list[Any]) -> SetClause:
    """ENVIRONMENT name TO value."""
    _, name, _, value = children
    return SetClause(context.span, lambda header: ast.SetEnvironment(**header, name=name, value=value))


@builds("set_address")
def set_address(context: BuildContext, children: list[Any]) -> ast.AddressOf:
    """ADDRESS OF item as a receiver."""
    return ast.AddressOf(span=context.span, operand=children[2])


@builds("set_attribute")
def set_attribute(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """SET screen-item ATTRIBUTE … ON|OFF."""
    return unsupported(context, "CBL6040", "attributes of screen items are not converted")


@builds("set_last_exception")
def set_last_exception(context: BuildContext, _children: list[Token]) -> ast.SetLastException:
    """SET LAST EXCEPTION TO OFF."""
    return ast.SetLastException(**context.statement())


def _identifiers(receivers: list[ast.Expression]) -> tuple[ast.Identifier, ...]:
    """Receivers that must be data-names. Raises: SyntaxProblem for ADDRESS OF."""
    items: list[ast.Identifier] = []
    for receiver in receivers:
        if not isinstance(receiver, ast.Identifier):
            raise SyntaxProblem("CBL3023", "ADDRESS OF cannot be used here", at=receiver.span)
        items.append(receiver)
    return tuple(items)
