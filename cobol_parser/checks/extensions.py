"""Elements that COBOL-85 (ANSI X3.23-1985 with the intrinsic functions of 1989) does not have: a compiler of that standard that is
asked to must point out what does not conform to it (section II 1.5, flagging).

They are noted in the dialect `cobol85` only. USAGE is noted where it is built, for COMP-3 is PACKED-DECIMAL in the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext
from cobol_parser.walk import walk

CODE = "CBL5028"
# fmt: off
_FUNCTIONS = frozenset(
    {
        "ACOS", "ANNUITY", "ASIN", "ATAN", "CHAR", "COS", "CURRENT-DATE", "DATE-OF-INTEGER", "DAY-OF-INTEGER",
        "FACTORIAL", "INTEGER", "INTEGER-OF-DATE", "INTEGER-OF-DAY", "INTEGER-PART", "LENGTH", "LOG", "LOG10",
        "LOWER-CASE", "MAX", "MEAN", "MEDIAN", "MIDRANGE", "MIN", "MOD", "NUMVAL", "NUMVAL-C", "ORD", "ORD-MAX",
        "ORD-MIN", "PRESENT-VALUE", "RANDOM", "RANGE", "REM", "REVERSE", "SIN", "SQRT", "STANDARD-DEVIATION", "SUM",
        "TAN", "UPPER-CASE", "VARIANCE", "WHEN-COMPILED",
    }
)
# fmt: on
_MOMENTS = frozenset({"", "DATE", "DAY", "DAY-OF-WEEK", "TIME", "MESSAGE COUNT"})
_OPEN_OPTIONS = frozenset({"REVERSED", "NO REWIND"})
_LONGEST_LITERAL = 160
_LONGEST_WORD = 30
_MOST_DIGITS = 18
_ROUNDED = "NEAREST-AWAY-FROM-ZERO"

_Found = Iterator[tuple[bool, str]]
"""Whether an element is there, and what it is called."""


def check_extensions(context: CheckContext) -> None:
    """Note what the program has and COBOL-85 has not."""
    if context.dialect.name != "cobol85":
        return
    program = context.analysis.program
    for node in walk(program, into=lambda node: node is program or not isinstance(node, ast.Program)):
        name = _ALWAYS.get(type(node))
        if name is not None:
            _note(context, node, name)
        rule = _SOMETIMES.get(type(node))
        for present, what in rule(node) if rule is not None else ():
            if present:
                _note(context, node, what)


def _note(context: CheckContext, node: ast.Node, what: str) -> None:
    place = node.span.first if isinstance(node, _LARGE) else node.span
    context.diagnostics.report(CODE, place, f"{what} is not an element of COBOL-85")


_LARGE = (ast.Program, ast.DataDivision, ast.ProcedureDivision, ast.EnvironmentDivision, ast.FileDescription)
"""Nodes that are marked at their first word only."""

_ALWAYS: Mapping[type[ast.Node], str] = {
    ast.Goback: "GOBACK",
    ast.Allocate: "ALLOCATE",
    ast.AllocateCharacters: "ALLOCATE",
    ast.Free: "FREE",
    ast.Unlock: "UNLOCK",
    ast.Commit: "COMMIT",
    ast.DeleteFile: "DELETE FILE",
    ast.Entry: "ENTRY",
    ast.SetEnvironment: "SET ENVIRONMENT",
    ast.SetLastException: "SET LAST EXCEPTION",
    ast.ContinueAfter: "CONTINUE AFTER",
    ast.LengthOf: "LENGTH OF",
    ast.AddressOf: "ADDRESS OF",
    ast.Concatenation: "a literal joined with &",
    ast.OmittedCondition: "the condition OMITTED",
}


def _program(node: ast.Program) -> _Found:
    identification = node.identification
    yield identification.kind != "PROGRAM", "a function of one's own"
    yield identification.recursive, "RECURSIVE"


def _environment(node: ast.EnvironmentDivision) -> _Found:
    yield bool(node.repository), "the REPOSITORY paragraph"


def _special_names(node: ast.SpecialNames) -> _Found:
    yield node.crt_status is not None, "CRT STATUS"
    yield node.cursor is not None, "CURSOR"


def _file_control(node: ast.FileControlEntry) -> _Found:
    yield node.organization == "LINE SEQUENTIAL", "ORGANIZATION LINE SEQUENTIAL"
    yield node.lock_mode is not None, "LOCK MODE"
    yield node.sharing is not None, "SHARING"
    yield node.secondary_status is not None, "a second FILE STATUS item"


def _file(node: ast.FileDescription) -> _Found:
    yield node.recording_mode is not None, "RECORDING MODE"


def _data_division(node: ast.DataDivision) -> _Found:
    yield bool(node.local_storage), "the LOCAL-STORAGE SECTION"
    yield bool(node.screens), "the SCREEN SECTION"


def _description(node: ast.DataDescription) -> _Found:
    yield len(node.name or "") > _LONGEST_WORD, f"a word of more than {_LONGEST_WORD} characters"
    yield node.level == 78, "level 78"
    yield node.based, "BASED"
    yield node.any_length, "ANY LENGTH"
    yield node.typedef or node.type_name is not None, "TYPEDEF"
    yield node.same_as is not None, "SAME AS"
    yield node.external_name is not None, "EXTERNAL AS"
    yield node.value is not None and node.value.when_false is not None, "WHEN SET TO FALSE"


def _procedure_division(node: ast.ProcedureDivision) -> _Found:
    yield node.chaining, "CHAINING"
    yield node.returning is not None, "RETURNING"


def _parameter(node: ast.Parameter) -> _Found:
    yield node.mode != "REFERENCE", f"BY {node.mode}"
    yield node.optional, "OPTIONAL"


def _exit(node: ast.Exit) -> _Found:
    yield node.kind != "", f"EXIT {node.kind}"


def _exit_program(node: ast.ExitProgram) -> _Found:
    yield node.returning is not None, "EXIT PROGRAM RETURNING"


def _stop(node: ast.StopRun) -> _Found:
    yield node.code is not None, "a status behind STOP RUN"


def _perform(node: ast.PerformControl) -> _Found:
    yield node.forever, "PERFORM without end"


def _perform_inline(node: ast.PerformInline) -> _Found:
    yield len(node.control.varying) > 1, "AFTER in an inline PERFORM"


def _call(node: ast.Call) -> _Found:
    yield node.returning is not None, "CALL RETURNING"
    yield any(argument.mode == "VALUE" for argument in node.arguments), "BY VALUE"
    yield any(argument.value is None for argument in node.arguments), "OMITTED"


def _accept(node: ast.Accept) -> _Found:
    yield " " in node.source and node.source not in _MOMENTS, f"FROM {node.source}"
    yield node.exception is not None, "ON EXCEPTION"


def _display(node: ast.Display) -> _Found:
    yield node.exception is not None, "ON EXCEPTION"


def _open(node: ast.OpenFile) -> _Found:
    for option in node.options:
        yield option not in _OPEN_OPTIONS, f"OPEN … {option}"


def _read(node: ast.Read) -> _Found:
    yield node.direction == "PREVIOUS", "READ PREVIOUS"
    yield node.lock is not None, f"WITH {node.lock}"


def _write(node: ast.Write | ast.Rewrite) -> _Found:
    yield node.file is not None, "FILE"
    yield node.lock is not None, f"WITH {node.lock}"


def _start(node: ast.Start) -> _Found:
    yield node.relation in ("<", "<=", "<>", "FIRST", "LAST"), f"START with {node.relation}"
    yield node.length is not None, "START WITH LENGTH"


def _initialize(node: ast.Initialize) -> _Found:
    yield node.with_filler, "WITH FILLER"
    yield bool(node.to_value), "TO VALUE"
    yield node.to_default, "TO DEFAULT"


def _receiver(node: ast.Receiver) -> _Found:
    yield node.rounding not in (None, _ROUNDED), "ROUNDED MODE"


def _set_condition(node: ast.SetCondition) -> _Found:
    yield not node.value, "SET … TO FALSE"


def _function(node: ast.FunctionCall) -> _Found:
    yield node.name not in _FUNCTIONS, f"FUNCTION {node.name}"


def _text(node: ast.AlphanumericLiteral) -> _Found:
    yield node.kind != "", f"a literal with the prefix {node.kind}"
    yield len(node.value) > _LONGEST_LITERAL, f"a literal of more than {_LONGEST_LITERAL} characters"


def _number(node: ast.NumericLiteral) -> _Found:
    yield "E" in node.text.upper(), "a floating-point literal"
    digits = sum(character.isdigit() for character in node.text)
    yield digits > _MOST_DIGITS, f"a number of more than {_MOST_DIGITS} digits"


_SOMETIMES: Mapping[type[ast.Node], Callable[[Any], _Found]] = {
    ast.Program: _program,
    ast.EnvironmentDivision: _environment,
    ast.SpecialNames: _special_names,
    ast.FileControlEntry: _file_control,
    ast.FileDescription: _file,
    ast.DataDivision: _data_division,
    ast.DataDescription: _description,
    ast.ProcedureDivision: _procedure_division,
    ast.Parameter: _parameter,
    ast.Exit: _exit,
    ast.ExitProgram: _exit_program,
    ast.StopRun: _stop,
    ast.PerformControl: _perform,
    ast.PerformInline: _perform_inline,
    ast.Call: _call,
    ast.Accept: _accept,
    ast.Display: _display,
    ast.OpenFile: _open,
    ast.Read: _read,
    ast.Write: _write,
    ast.Rewrite: _write,
    ast.Start: _start,
    ast.Initialize: _initialize,
    ast.Receiver: _receiver,
    ast.SetCondition: _set_condition,
    ast.FunctionCall: _function,
    ast.AlphanumericLiteral: _text,
    ast.NumericLiteral: _number,
}
