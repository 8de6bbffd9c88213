"""CALL, CANCEL, EXIT PROGRAM, GOBACK."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import Constant, DataItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import own
from transpiler.lower.addresses import area_of, programs
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import integral, operand
from transpiler.lower.operand import Kind, Operand, as_text, literal_digits, number, text_bytes
from transpiler.lower.registry import lower_statements, lowers
from transpiler.lower.store import set_number

POINTER_SIZE = 8


def _program_name(context: Context, expression: ast.Expression) -> ir.Expr:
    """The name of a program as it is written, or behind a pointer to a program."""
    named = operand(context, expression)
    if named.kind is Kind.POINTER:
        return ir.Call(programs("name_at"), (named.expr,))
    return as_text(context, named)


@lowers(ast.Call)
def call(context: Context, node: ast.Call) -> list[ir.Stmt]:
    """CALL "SUB" USING a  ->  self.call("SUB", self.a)"""
    routine = node.program.value if isinstance(node.program, ast.AlphanumericLiteral) else ""
    if routine == "C$NARG" and node.arguments:
        return _number_of_arguments(context, node.arguments[0])
    name = _program_name(context, node.program)
    convey = _number_in_words if routine in _TAKE_A_NUMBER else _argument
    arguments = tuple(convey(context, argument) for argument in node.arguments)
    run: list[ir.Stmt] = [ir.Do(ir.Call(own("call"), (name, *arguments)))]
    if node.keeps_return_code:
        run = [ir.Do(ir.Call(programs("call"), (name, *arguments), (("caller", ir.Name("self")),)))]
    if node.returning is not None:
        if not isinstance(node.returning, ast.Identifier):
            raise Unconvertible("CALL RETURNING ADDRESS OF", code="CBL6000")
        result = ir.Call(programs("call"), (name, *arguments), (("caller", ir.Name("self")),))
        run = [set_number(context, node.returning, result)]
    run += _status_in_argument(context, node, routine)
    phrase = node.exception
    if phrase is None:
        return run
    found = ir.Call(own("callable"), (name,))
    if phrase.taken is None:
        return [*run, *lower_statements(context, phrase.not_taken or ())]
    then = (*run, *lower_statements(context, phrase.not_taken or ()))
    return [ir.If(found, then, lower_statements(context, phrase.taken))]


_TAKE_A_NUMBER = frozenset({"C$SLEEP", "C$PARAMSIZE", "CBL_OC_NANOSLEEP", "CBL_GC_NANOSLEEP"})
"""Library routines whose argument is a number of any usage."""


def _status_in_argument(context: Context, node: ast.Call, routine: str) -> list[ir.Stmt]:
    """CALL "C$CHDIR" USING folder n: n is what RETURN-CODE is."""
    if routine != "C$CHDIR" or len(node.arguments) != 2 or node.returning is not None:
        return []
    status = node.arguments[1].value
    if not isinstance(status, ast.Identifier):
        raise Unconvertible(f"{routine} needs a data item", code="CBL6002")
    return [set_number(context, status, own("return_code"))]


def _number_in_words(context: Context, argument: ast.Argument) -> ir.Expr:
    """A number for a library routine as its digits: bytes alone would not tell the usage."""
    if argument.value is None:
        return ir.Constant(None)
    shown = ir.Call(ir.Name("str"), (number(context, operand(context, argument.value)),))
    return context.runtime_call("content", shown)


def _number_of_arguments(context: Context, argument: ast.Argument) -> list[ir.Stmt]:
    """CALL "C$NARG" USING n  ->  self.n = self.number_of_call_parameters"""
    if not isinstance(argument.value, ast.Identifier):
        raise Unconvertible("C$NARG needs a data item", code="CBL6002")
    return [
        set_number(context, argument.value, own("number_of_call_parameters")),
        ir.Assign((own("return_code"),), ir.Constant(0)),
    ]


def _argument(context: Context, argument: ast.Argument) -> ir.Expr:
    if argument.value is None:
        return ir.Constant(None)
    if argument.mode == "REFERENCE" and isinstance(argument.value, ast.Identifier):
        return _reference(context, argument.value)
    if argument.mode != "VALUE":
        return _content(context, argument.value)
    value = operand(context, argument.value)
    if value.kind is Kind.POINTER:
        return _address(context, value)
    if value.kind is Kind.NUMBER:
        size = argument.size or (value.item.size if value.item is not None else 4)
        return context.runtime_call("by_value", value.expr, ir.Constant(size))
    return context.runtime_call("content", text_bytes(context, value))


def _address(context: Context, pointer: Operand) -> ir.Expr:
    """A copy of a pointer as an argument."""
    return context.runtime_call("by_value", pointer.expr, ir.Constant(POINTER_SIZE))


def _content(context: Context, argument: ast.Expression) -> ir.Expr:
    value = operand(context, argument)
    if value.kind is Kind.POINTER:
        return _address(context, value)
    if value.place is not None:
        return context.runtime_call("content", value.place.ask("text"))
    if value.kind is Kind.NUMBER and isinstance(value.expr, ir.Constant) and not value.integer:
        return context.runtime_call("by_value", ir.Constant(int(literal_digits(value))), ir.Constant(8))
    if value.kind is Kind.NUMBER:
        whole = value.expr if value.integer else ir.Call(ir.Name("int"), (value.expr,))
        return context.runtime_call("content", whole)
    return context.runtime_call("content", text_bytes(context, value))


def _reference(context: Context, identifier: ast.Identifier) -> ir.Expr:
    meant = context.analysis.references.get(identifier)
    if isinstance(meant, Constant):
        return _content(context, identifier)
    if not isinstance(meant, DataItem):
        raise Unconvertible(f"{identifier.name} passed BY REFERENCE", code="CBL6000")
    return area_of(context, identifier)


@lowers(ast.Cancel)
def cancel(context: Context, node: ast.Cancel) -> list[ir.Stmt]:
    """CANCEL "SUB"  ->  self.cancel("SUB")"""
    return [ir.Do(ir.Call(own("cancel"), (_program_name(context, name),))) for name in node.programs]


@lowers(ast.ExitProgram)
def exit_program(context: Context, node: ast.ExitProgram) -> list[ir.Stmt]:
    """EXIT PROGRAM returns from a called program and does nothing in a main program."""
    leave: ir.Body = (ir.Raise(context.runtime("ExitProgram")),)
    if node.returning is not None:
        leave = (ir.Assign((own("return_code"),), integral(context, node.returning)), *leave)
    return [ir.If(own("called"), leave)]


@lowers(ast.Goback)
def goback(context: Context, node: ast.Goback) -> list[ir.Stmt]:
    """GOBACK  ->  raise ExitProgram"""
    result: list[ir.Stmt] = []
    if node.returning is not None:
        result.append(ir.Assign((own("return_code"),), integral(context, node.returning)))
    return [*result, ir.Raise(context.runtime("ExitProgram"))]


@lowers(ast.Entry)
def entry(context: Context, node: ast.Entry) -> list[ir.Stmt]:
    """Control that comes to ENTRY goes on."""
    inner = context.analysis.inner_entries.get(node)
    if inner is not None and inner.rest is None:
        raise Unconvertible("ENTRY inside a loop with a counter, or one that is left early", code="CBL6000")
    return [ir.Pass()] if inner is None else []


@lowers(ast.Enter)
def enter(context: Context, node: ast.Enter) -> list[ir.Stmt]:
    """ENTER has no effect (obsolete element of COBOL-85)."""
    return [ir.Pass()]
