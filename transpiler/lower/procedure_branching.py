"""PERFORM, GO TO, ALTER, EXIT, STOP."""

from __future__ import annotations

from collections.abc import Callable

from cobol_parser import ast
from transpiler.flow.plan import FlowPlan
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, integer, own
from transpiler.lower.conditions import condition, opposite
from transpiler.lower.context import Context, Loop, Unconvertible
from transpiler.lower.debugging import before_branch, falls_through, looking, on_alter, on_change
from transpiler.lower.debugging import call as watch
from transpiler.lower.expressions import integral, operand
from transpiler.lower.operand import Operand, as_text
from transpiler.lower.registry import lower_statements, lowers
from transpiler.lower.run_time_checks import number_check
from transpiler.lower.segments import around_perform, before_go_to
from transpiler.lower.store import move, target_of

Make = Callable[[], ir.Body]


def paragraph_method(plan: FlowPlan, paragraph: ast.Paragraph) -> ir.Expr:
    """self.paragraph"""
    return own(plan.method_of[paragraph])


def target_method(context: Context, name: ast.ProcedureName) -> ir.Expr:
    """The method that a GO TO goes on with: the paragraph, or the first one of a section."""
    node = _procedure(context, name)
    return paragraph_method(context.flow, context.flow.order[context.flow.bounds[node][0]])


def _procedure(context: Context, name: ast.ProcedureName) -> ast.Paragraph | ast.Section:
    node = context.analysis.procedures.get(name)
    if node is None:
        raise Unconvertible(f"procedure {name.name} is not known", code="CBL6002", reported=True)
    if node not in context.flow.bounds:
        raise Unconvertible(f"section {name.name} has no paragraphs", code="CBL6002")
    return node


def range_calls(context: Context, first: ast.ProcedureName, last: ast.ProcedureName | None) -> ir.Body:
    """Run a range once: plain calls, or the dispatcher."""
    flow = context.flow
    first_node, last_node = _procedure(context, first), _procedure(context, last or first)
    start, end = flow.span(first_node, last_node)
    if flow.is_direct(start, end):
        return around_perform(context, first_node, calls_in_order(context, start, end))
    methods = [paragraph_method(flow, flow.order[start])]
    if end != start:
        methods.append(paragraph_method(flow, flow.order[end]))
    section = (("section", TRUE),) if flow.exits_sections and isinstance(last_node, ast.Section) else ()
    call = ir.Do(ir.Call(ir.Attribute(own("paragraphs"), "perform"), tuple(methods), section))
    return around_perform(context, first_node, (call,))


def calls_in_order(context: Context, start: int, end: int) -> ir.Body:
    """The paragraphs of a range as plain calls."""
    calls: list[ir.Stmt] = []
    for paragraph in context.flow.order[start : end + 1]:
        calls.append(ir.Do(ir.Call(paragraph_method(context.flow, paragraph))))
        if falls_through(context, paragraph) and paragraph is not context.flow.order[end]:
            calls.append(watch("fall_through"))
    return tuple(calls)


@lowers(ast.Perform)
def perform(context: Context, node: ast.Perform) -> list[ir.Stmt]:
    """PERFORM a THRU b …"""
    calls = range_calls(context, node.first, node.last)
    return _controlled(context, node.control, lambda: calls, inline=False)


@lowers(ast.PerformInline)
def perform_inline(context: Context, node: ast.PerformInline) -> list[ir.Stmt]:
    """PERFORM … END-PERFORM: a loop (a loop that is left after one turn, when it has EXIT PERFORM but no control)."""
    return _controlled(context, node.control, lambda: lower_statements(context, node.statements), inline=True)


def _controlled(context: Context, control: ast.PerformControl, make: Make, *, inline: bool) -> list[ir.Stmt]:
    if control.times is not None:
        return _times(context, control.times, make)
    if control.varying:
        return _varying(context, control, make)
    if control.until is not None:
        if control.test_after:
            return _until_after(context, control.until, make)
        return [ir.While(_going_on(context, control.until), _looped(context, make, ()))]
    if control.forever:
        return [ir.While(TRUE, _looped(context, make, ()))]
    return _once(context, make) if inline else list(make())


def _looped(context: Context, make: Make, on_cycle: ir.Body) -> ir.Body:
    with context.loop(Loop(on_cycle)):
        return make()


def _once(context: Context, make: Make) -> list[ir.Stmt]:
    body = _looped(context, make, (ir.Break(),))
    if not any(leaves_loop(statement) for statement in body):
        return list(body)
    return [ir.While(TRUE, (*body, ir.Break()))]


def leaves_loop(statement: ir.Stmt) -> bool:
    """Whether the statement holds a `break` or `continue` of the loop around it."""
    if isinstance(statement, (ir.Break, ir.Continue)):
        return True
    if isinstance(statement, ir.If):
        return any(leaves_loop(inner) for inner in (*statement.then, *statement.otherwise))
    if isinstance(statement, (ir.While, ir.For)):
        return isinstance(statement, ir.While) and any(leaves_loop(inner) for inner in statement.otherwise)
    return isinstance(statement, ir.With) and any(leaves_loop(inner) for inner in statement.body)


def _times(context: Context, times: ast.Expression, make: Make) -> list[ir.Stmt]:
    count = integral(context, times)
    body = _looped(context, make, ())
    return [ir.For(ir.Name("_"), ir.Call(ir.Name("range"), (count,)), body)]


def _going_on(context: Context, until: ast.Condition) -> ir.Expr:
    return looking(context, until, opposite(condition(context, until)))


def _done(context: Context, until: ast.Condition) -> ir.Expr:
    return looking(context, until, condition(context, until))


def _until_after(context: Context, until: ast.Condition, make: Make) -> list[ir.Stmt]:
    leave = ir.If(_done(context, until), (ir.Break(),))
    body = _looped(context, make, (leave,))
    return [ir.While(TRUE, (*body, leave))]


def _varying(context: Context, control: ast.PerformControl, make: Make) -> list[ir.Stmt]:
    """VARYING a … AFTER b …: nested loops. An AFTER item starts again before the condition outside of it is tested."""
    if control.test_after:
        return _varying_after(context, control, make)
    levels = control.varying
    starts = [_start(context, level) for level in levels]
    steps = [_step(context, level) for level in levels]
    turn_body = _looped(context, make, steps[-1])
    leaves = any(leaves_loop(statement) for statement in turn_body)
    loop = ir.While(_going_on(context, levels[-1].until), (*turn_body, *steps[-1]))
    inside: ir.Body = ()
    for depth in range(len(levels) - 2, -1, -1):
        again: ir.Body = (*steps[depth], *starts[depth + 1])
        test = _going_on(context, levels[depth].until)
        if leaves:
            turn = ir.While(loop.test, loop.body, (*again, ir.Continue()))
            loop = ir.While(test, (*inside, turn, ir.Break()))
        else:
            loop = ir.While(test, (*inside, loop, *again))
        inside = starts[depth + 1]
    return [*starts[0], *inside, loop]


def _varying_after(context: Context, control: ast.PerformControl, make: Make) -> list[ir.Stmt]:
    """WITH TEST AFTER: one loop, whose end steps the innermost item that has not come to its end."""
    levels = control.varying
    starts = [_start(context, level) for level in levels]
    steps = [_step(context, level) for level in levels]
    if len(levels) == 1:
        tail: ir.Body = (ir.If(_done(context, levels[0].until), (ir.Break(),)), *steps[0])
    else:
        tail = (ir.Break(),)
        for depth, level in enumerate(levels):
            restarted = tuple(statement for start in starts[depth + 1 :] for statement in start)
            stepped = (*steps[depth], *restarted)
            tail = (ir.If(_done(context, level.until), tail, stepped),)
    body = _looped(context, make, tail)
    begun = [statement for start in starts for statement in start]
    return [*begun, ir.While(TRUE, (*body, *tail))]


def _start(context: Context, level: ast.PerformVarying) -> ir.Body:
    return (move(context, operand(context, level.start), level.item), *on_change(context, level.item))


def _step(context: Context, level: ast.PerformVarying) -> ir.Body:
    from transpiler.lower.expressions import numeric

    target = target_of(context, level.item)
    step = numeric(context, level.step)
    if isinstance(step, ir.Constant) and isinstance(step.value, int) and step.value < 0:
        augmented = ir.AugAssign(target, "-", integer(-step.value))
    else:
        augmented = ir.AugAssign(target, "+", step)
    return (augmented, *on_change(context, level.item))


@lowers(ast.GoTo)
def go_to(context: Context, node: ast.GoTo) -> list[ir.Stmt]:
    """GO TO a  ->  return self.a"""
    assert context.paragraph is not None
    altered = context.flow.altered.get(context.paragraph)
    if altered is not None:
        return [ir.Return(own(altered))]
    if node.target is None:
        raise Unconvertible("GO TO without a target that no ALTER fills in", code="CBL6002")
    return [
        *before_go_to(context, _procedure(context, node.target)),
        ir.Return(target_method(context, node.target)),
    ]


@lowers(ast.GoToDepending)
def go_to_depending(context: Context, node: ast.GoToDepending) -> list[ir.Stmt]:
    """GO TO a b DEPENDING ON n  ->  one test for each target; no target falls through."""
    selector = integral(context, node.selector)
    otherwise: ir.Body = ()
    for position in range(len(node.targets), 0, -1):
        test = ir.Compare(selector, "==", integer(position))
        target = node.targets[position - 1]
        go = (
            *before_branch(context, target),
            *before_go_to(context, _procedure(context, target)),
            ir.Return(target_method(context, target)),
        )
        otherwise = (ir.If(test, go, otherwise),)
    check = number_check(context, operand(context, node.selector))
    before = [] if check is None else [ir.Do(check)]
    return [*before, *on_change(context, node.selector, all_references=True), *otherwise]


@lowers(ast.Alter)
def alter(context: Context, node: ast.Alter) -> list[ir.Stmt]:
    """ALTER a TO PROCEED TO b  ->  self.a_target = self.b"""
    result: list[ir.Stmt] = []
    for altered, target in node.pairs:
        paragraph = context.analysis.procedures.get(altered)
        if not isinstance(paragraph, ast.Paragraph) or paragraph not in context.flow.altered:
            raise Unconvertible(f"{altered.name} is not a paragraph with a GO TO", code="CBL6002")
        result.append(ir.Assign((own(context.flow.altered[paragraph]),), target_method(context, target)))
        result += on_alter(context, paragraph, target)
    return result


@lowers(ast.Exit)
def exit_statement(context: Context, node: ast.Exit) -> list[ir.Stmt]:
    """EXIT does nothing; EXIT PARAGRAPH returns; EXIT PERFORM leaves the loop."""
    if node.kind == "PARAGRAPH":
        whole = context.analysis.whole_of.get(context.paragraph) if context.paragraph is not None else None
        if whole is not None and context.flow.order[context.flow.bounds[whole][1]] is not context.paragraph:
            raise Unconvertible("EXIT PARAGRAPH before an ENTRY of the same paragraph", code="CBL6000")
        return [ir.Return(returned_nothing(context))]
    if node.kind == "SECTION":
        return [_exit_section(context)]
    if node.kind in ("PERFORM", "PERFORM CYCLE"):
        if not context.loops:
            raise Unconvertible("EXIT PERFORM outside of an inline PERFORM", code="CBL6002")
        if node.kind == "PERFORM":
            return [ir.Break()]
        on_cycle = context.loops[-1].on_cycle
        ends = isinstance(on_cycle[-1], ir.Break) if on_cycle else False
        return [*on_cycle] if ends else [*on_cycle, ir.Continue()]
    return [ir.Pass()]


def returned_nothing(context: Context) -> ir.Expr | None:
    """What a method returns to fall through: nothing, or None where other returns have a value."""
    jumping = context.flow.exact or context.paragraph in context.flow.jumping
    return ir.Constant(None) if jumping else None


def _exit_section(context: Context) -> ir.Stmt:
    assert context.paragraph is not None
    section = context.analysis.sections_of.get(context.paragraph)
    if section is None:
        return ir.Return(returned_nothing(context))
    last = context.flow.order[context.flow.bounds[section][1]]
    if last is context.paragraph and not (context.flow.exact or last in context.flow.jumping):
        return ir.Return(returned_nothing(context))
    return ir.Return(context.runtime_call("EndOf", paragraph_method(context.flow, last)))


@lowers(ast.StopRun)
def stop_run(context: Context, node: ast.StopRun) -> list[ir.Stmt]:
    """STOP RUN  ->  raise StopRun"""
    if node.code is None:
        return [ir.Raise(context.runtime_call("StopRun"))]
    return [ir.Raise(context.runtime_call("StopRun", integral(context, node.code)))]


@lowers(ast.StopLiteral)
def stop_literal(context: Context, node: ast.StopLiteral) -> list[ir.Stmt]:
    """STOP literal shows it and waits for the operator to answer."""
    shown: Operand = operand(context, node.literal)
    return [
        ir.Do(ir.Call(own("display"), (as_text(context, shown),))),
        ir.Do(ir.Call(own("accept"))),
    ]
