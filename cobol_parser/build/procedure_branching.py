"""PERFORM, GO TO, ALTER, EXIT, STOP."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.linkage import returned
from cobol_parser.build.registry import builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Span, Token

# --- PERFORM


@builds("perform_statement")
def perform(context: BuildContext, children: list[Any]) -> ast.Perform:
    """PERFORM first [THRU last] [control]."""
    _, first, last, control = children
    return ast.Perform(**context.statement(), first=first, last=last, control=control or _once(context))


@builds("perform_inline")
def perform_inline(context: BuildContext, children: list[Any]) -> ast.PerformInline:
    """PERFORM [control] statements END-PERFORM."""
    _, control, statements, _ = children
    return ast.PerformInline(
        **context.statement(), control=control or _once(context), statements=tuple(statements or ())
    )


@builds("perform_forever_inline")
def perform_forever_inline(context: BuildContext, children: list[Any]) -> ast.PerformInline:
    """PERFORM FOREVER statements END-PERFORM."""
    control = ast.PerformControl(span=Span(children[0], children[0]), forever=True)
    return ast.PerformInline(**context.statement(), control=control, statements=children[1] or ())


@builds("perform_empty")
def perform_empty(context: BuildContext, children: list[Any]) -> ast.PerformInline:
    """PERFORM control with nothing to perform, ended by the period: only the control is worked off."""
    return ast.PerformInline(**context.statement(), control=children[1], statements=())


@builds("perform_thru")
def perform_thru(_context: BuildContext, children: list[Any]) -> ast.ProcedureName:
    """THRU last."""
    last: ast.ProcedureName = children[1]
    return last


@builds("perform_times")
def perform_times(context: BuildContext, children: list[Any]) -> ast.PerformControl:
    """count TIMES."""
    return ast.PerformControl(span=context.span, times=children[0])


@builds("perform_until")
def perform_until(context: BuildContext, children: list[Any]) -> ast.PerformControl:
    """[WITH TEST BEFORE|AFTER] UNTIL condition."""
    return ast.PerformControl(span=context.span, until=children[2], test_after=children[0] is True)


@builds("perform_forever")
def perform_forever(context: BuildContext, _children: list[Any]) -> ast.PerformControl:
    """UNTIL EXIT, or FOREVER."""
    return ast.PerformControl(span=context.span, forever=True)


@builds("perform_varying")
def perform_varying(context: BuildContext, children: list[Any]) -> ast.PerformControl:
    """[WITH TEST BEFORE|AFTER] VARYING … AFTER …"""
    varying = tuple(child for child in children if isinstance(child, ast.PerformVarying))
    return ast.PerformControl(span=context.span, varying=varying, test_after=children[0] is True)


@builds("perform_test")
def perform_test(_context: BuildContext, children: list[Token]) -> bool:
    """[WITH] TEST BEFORE|AFTER: whether AFTER is written."""
    return children[-1].type == "AFTER"


@builds("varying_phrase")
def varying_phrase(context: BuildContext, children: list[Any]) -> ast.PerformVarying:
    """item FROM start BY step UNTIL condition; the step is 1 when BY is left out, as GnuCOBOL has it."""
    item, _, start, _, step, _, until = children
    if step is None:
        step = ast.NumericLiteral(span=start.span, text="1", value=Decimal(1))
    return ast.PerformVarying(span=context.span, item=item, start=start, step=step, until=until)


def _once(context: BuildContext) -> ast.PerformControl:
    """The control of a PERFORM that has none."""
    return ast.PerformControl(span=context.span)


# --- GO TO and ALTER


@builds("go_to_statement")
def go_to(context: BuildContext, children: list[Any]) -> ast.GoTo:
    """GO TO target, or GO TO alone."""
    return ast.GoTo(**context.statement(), target=children[-1])


@builds("go_to_depending")
def go_to_depending(context: BuildContext, children: list[Any]) -> ast.GoToDepending:
    """GO TO targets DEPENDING ON selector."""
    targets = tuple(child for child in children if isinstance(child, ast.ProcedureName))
    return ast.GoToDepending(**context.statement(), targets=targets, selector=children[-1])


@builds("go_to_entry")
def go_to_entry(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """GO TO ENTRY name (MF)."""
    return unsupported(context, "CBL6049", "GO TO ENTRY is not converted")


@builds("alter_statement")
def alter(context: BuildContext, children: list[Any]) -> ast.Alter:
    """ALTER pairs."""
    return ast.Alter(**context.statement(), pairs=tuple(children[1:]))


@builds("alter_pair")
def alter_pair(_context: BuildContext, children: list[Any]) -> tuple[ast.ProcedureName, ast.ProcedureName]:
    """altered TO [PROCEED TO] target."""
    return children[0], children[-1]


# --- EXIT and STOP


@builds("exit_statement")
def exit_(context: BuildContext, children: list[Token | None]) -> ast.Exit:
    """EXIT, EXIT PARAGRAPH, EXIT SECTION."""
    kind = children[1]
    return ast.Exit(**context.statement(), kind="" if kind is None else kind.type)


@builds("exit_perform")
def exit_perform(context: BuildContext, children: list[Token | None]) -> ast.Exit:
    """EXIT PERFORM [CYCLE]."""
    return ast.Exit(**context.statement(), kind="PERFORM" if children[2] is None else "PERFORM CYCLE")


@builds("exit_program")
def exit_program(context: BuildContext, children: list[Any]) -> ast.ExitProgram:
    """EXIT PROGRAM [RETURNING value]."""
    return ast.ExitProgram(**context.statement(), returning=returned(children[2]))


@builds("exit_function")
def exit_function(context: BuildContext, _children: list[Any]) -> ast.Goback:
    """EXIT FUNCTION: the same as GOBACK in a function."""
    return ast.Goback(**context.statement())


@builds("stop_run")
def stop_run(context: BuildContext, children: list[Any]) -> ast.StopRun:
    """STOP RUN [code]."""
    return ast.StopRun(**context.statement(), code=children[2])


@builds("stop_code")
def stop_code(context: BuildContext, children: list[Any]) -> ast.Expression:
    """A code, RETURNING code, or WITH ERROR|NORMAL STATUS [code], which means 1 or 0 when no code is written."""
    last = children[-1]
    if isinstance(last, ast.Expression):
        return last
    text = "1" if any(isinstance(child, Token) and child.type == "ERROR" for child in children) else "0"
    return ast.NumericLiteral(span=context.span, text=text, value=Decimal(text))


@builds("stop_literal")
def stop_literal(context: BuildContext, children: list[Any]) -> ast.StopLiteral:
    """STOP literal."""
    return ast.StopLiteral(**context.statement(), literal=children[1])
