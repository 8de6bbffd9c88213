"""IF, EVALUATE, CONTINUE, NEXT SENTENCE."""

from __future__ import annotations

from cobol_parser import ast
from transpiler.ir import nodes as ir
from transpiler.ir.build import own
from transpiler.lower.conditions import compare, condition, condition_name, in_range, opposite
from transpiler.lower.context import Context
from transpiler.lower.expressions import numeric, operand
from transpiler.lower.registry import lower_statements, lowers


@lowers(ast.If)
def if_statement(context: Context, node: ast.If) -> list[ir.Stmt]:
    """IF c a ELSE b  ->  if c: a  else: b"""
    test = condition(context, node.condition)
    then = lower_statements(context, node.then)
    otherwise = lower_statements(context, node.otherwise or ())
    if (
        not does_something(then)
        and does_something(otherwise)
        and not any(isinstance(s, ir.Comment) for s in then)
    ):
        return [ir.If(opposite(test), otherwise)]
    return [ir.If(test, then, otherwise if does_something(otherwise) else ())]


def does_something(body: ir.Body) -> bool:
    """Whether a body holds more than comments and `pass`."""
    return any(not isinstance(statement, (ir.Comment, ir.Pass)) for statement in body)


@lowers(ast.Continue)
def continue_statement(context: Context, node: ast.Continue) -> list[ir.Stmt]:
    """CONTINUE does nothing."""
    return [ir.Pass()]


@lowers(ast.ContinueAfter)
def continue_after(context: Context, node: ast.ContinueAfter) -> list[ir.Stmt]:
    """CONTINUE AFTER 2 SECONDS  ->  self.run.pause(2)"""
    return [ir.Do(ir.Call(ir.Attribute(own("run"), "pause"), (numeric(context, node.seconds),)))]


@lowers(ast.NextSentence)
def next_sentence(context: Context, node: ast.NextSentence) -> list[ir.Stmt]:
    """NEXT SENTENCE leaves the sentence; the paragraph wraps sentences that need it (see `lower.procedure`)."""
    return [ir.Raise(context.runtime("NextSentence"))]


@lowers(ast.Evaluate)
def evaluate(context: Context, node: ast.Evaluate) -> list[ir.Stmt]:
    """EVALUATE  ->  if / elif / else"""
    otherwise: ir.Body = ()
    tests: list[tuple[ir.Expr, ast.When]] = []
    for when in node.whens:
        if not when.selections:
            otherwise = lower_statements(context, when.statements)
            break
        rows = [_row(context, node.subjects, row) for row in when.selections]
        tests.append((_joined("or", rows), when))
    for test, when in reversed(tests):
        body = lower_statements(context, when.statements)
        otherwise = (ir.If(test, body, otherwise, origin=when),)
    return list(otherwise) or [ir.Pass()]


def _joined(operator: str, tests: list[ir.Expr]) -> ir.Expr:
    if len(tests) == 1:
        return tests[0]
    merged = _membership(tests) if operator == "or" else None
    return merged or ir.BoolOp(operator, tuple(tests))


def _membership(tests: list[ir.Expr]) -> ir.Expr | None:
    """x == a or x == b  ->  x in (a, b), for constants a and b."""
    equal = [test for test in tests if isinstance(test, ir.Compare) and test.operator == "=="]
    if len(equal) != len(tests) or any(test.left != equal[0].left for test in equal):
        return None
    if not all(isinstance(test.right, ir.Constant) for test in equal):
        return None
    return ir.Compare(equal[0].left, "in", ir.Tuple(tuple(test.right for test in equal)))


def _row(
    context: Context,
    subjects: tuple[ast.Expression | ast.Condition, ...],
    row: tuple[ast.EvaluateAny | ast.EvaluateRange, ...],
) -> ir.Expr:
    tests = [
        _selected(context, subject, chosen)
        for subject, chosen in zip(subjects, row, strict=True)
        if isinstance(chosen, ast.EvaluateRange)
    ]
    return _joined("and", tests) if tests else ir.Constant(True)


def _selected(
    context: Context, subject: ast.Expression | ast.Condition, chosen: ast.EvaluateRange
) -> ir.Expr:
    test = _selection(context, subject, chosen)
    return opposite(test) if chosen.negated else test


def _selection(
    context: Context, subject: ast.Expression | ast.Condition, chosen: ast.EvaluateRange
) -> ir.Expr:
    truth = _truth(context, subject)
    if truth is not None:
        return _against_truth(context, truth, chosen)
    assert isinstance(subject, ast.Expression)
    value = operand(context, subject)
    if isinstance(chosen.low, ast.Condition):
        return condition(context, chosen.low)
    low = operand(context, chosen.low)
    if chosen.high is not None:
        return in_range(context, value, low, operand(context, chosen.high))
    return compare(context, value, "==", low)


def _truth(context: Context, subject: ast.Expression | ast.Condition) -> ir.Expr | None:
    """The subject as a truth value, None when it is a value to compare."""
    if isinstance(subject, ast.Condition):
        return condition(context, subject)
    if isinstance(subject, ast.Identifier) and _names_condition(context, subject):
        return condition_name(context, subject)
    return None


def _names_condition(context: Context, identifier: ast.Identifier) -> bool:
    from cobol_parser.symbols import ConditionName, SwitchStatus

    return isinstance(context.analysis.references.get(identifier), (ConditionName, SwitchStatus))


def _against_truth(context: Context, truth: ir.Expr, chosen: ast.EvaluateRange) -> ir.Expr:
    """EVALUATE TRUE WHEN condition; EVALUATE condition WHEN TRUE."""
    if isinstance(chosen.low, ast.Condition):
        test = condition(context, chosen.low)
    elif isinstance(chosen.low, ast.Identifier):
        test = condition_name(context, chosen.low)
    else:
        test = operand(context, chosen.low).expr
    if truth == ir.Constant(True):
        return test
    if truth == ir.Constant(False):
        return opposite(test)
    if test == ir.Constant(True):
        return truth
    if test == ir.Constant(False):
        return opposite(truth)
    return ir.Compare(truth, "==", test)
