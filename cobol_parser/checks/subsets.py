"""Elements of COBOL-85 that a subset of the standard does not have (ANSI X3.23-1985, I 1.5 and the element lists of the modules).

The standard knows three subsets. *Minimum* is the first level of the nucleus, of sequential files and of inter-program communication;
*intermediate* adds the first level of relative and indexed files, sorting and source text manipulation; *high* has the second level of all of
them. Report writer, communication, debugging, segmentation and intrinsic functions are optional modules of each. A subset is chosen with
`--flag-subset`; what it does not have is noted. What is gone when statements are read is not looked for: words and numbers that are continued
on the next line, COPY … REPLACING, REPLACE, END PROGRAM, and BY REFERENCE where it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cobol_parser import ast
from cobol_parser.checks.registry import CheckContext
from cobol_parser.walk import walk

SUBSETS = ("minimum", "intermediate", "high")
CODE = "CBL5030"

_INTERMEDIATE, _HIGH, _OPTIONAL = 1, 2, 3
"""The subset that an element needs, as its place in SUBSETS; an optional module is in none of them."""

_Found = Iterator[tuple[bool, int, str]]
"""Whether an element is there, the subset it needs, and what it is called."""


def check_subset(context: CheckContext) -> None:
    """Note what the program has and the chosen subset has not."""
    chosen = context.dialect.flag_subset
    if not chosen:
        return
    program = context.analysis.program
    for node in walk(program, into=lambda node: node is program or not isinstance(node, ast.Program)):
        rule = _RULES.get(type(node)) if node is program or not isinstance(node, ast.Program) else None
        for present, needed, what in rule(node) if rule is not None else ():
            if present and needed > SUBSETS.index(chosen):
                place = node.span.first if isinstance(node, _LARGE) else node.span
                context.diagnostics.report(CODE, place, f"{what} is not in the {chosen} subset of COBOL-85")


_LARGE = (
    ast.Program,
    ast.EnvironmentDivision,
    ast.FileDescription,
    ast.FileControlEntry,
    ast.Section,
    ast.If,
    ast.Evaluate,
)
"""Nodes that are marked at their first word only."""


def _always(needed: int, what: str) -> Callable[[ast.Node], _Found]:
    def rule(node: ast.Node) -> _Found:
        yield True, needed, what

    return rule


def _program(node: ast.Program) -> _Found:
    identification = node.identification
    yield identification.initial, _HIGH, "INITIAL"
    yield identification.common, _HIGH, "COMMON"
    for name, _ in identification.paragraphs:
        yield name == "DATE-COMPILED", _HIGH, "the DATE-COMPILED paragraph"
    for inner in node.programs:
        yield True, _HIGH, f"{inner.identification.program_id}, a program inside another one,"


def _environment(node: ast.EnvironmentDivision) -> _Found:
    yield node.segment_limit is not None, _OPTIONAL, "SEGMENT-LIMIT"
    yield node.debugging_mode, _OPTIONAL, "WITH DEBUGGING MODE"
    yield bool(node.multiple_file_tapes), _HIGH, "MULTIPLE FILE TAPE"


def _same_area(node: ast.SameArea) -> _Found:
    yield node.kind == "RECORD", _HIGH, "SAME RECORD AREA"
    yield node.kind in ("SORT", "SORT-MERGE"), _INTERMEDIATE, "SAME SORT AREA"


def _alphabet(node: ast.AlphabetClause) -> _Found:
    yield bool(node.ranges), _HIGH, "an alphabet of literals"


def _file_control(node: ast.FileControlEntry) -> _Found:
    yield node.organization in ("RELATIVE", "INDEXED"), _INTERMEDIATE, f"ORGANIZATION {node.organization}"
    yield node.optional, _HIGH, "OPTIONAL"
    yield node.reserve is not None, _HIGH, "RESERVE"
    yield node.padding is not None, _HIGH, "PADDING CHARACTER"
    yield node.record_delimiter is not None, _HIGH, "RECORD DELIMITER"
    yield node.access == "DYNAMIC", _HIGH, "ACCESS MODE DYNAMIC"
    yield bool(node.alternate_keys), _HIGH, "ALTERNATE RECORD KEY"


def _file(node: ast.FileDescription) -> _Found:
    block = node.block_contains
    yield isinstance(block, tuple) and len(block) > 1 and block[0] is not None, _HIGH, "BLOCK CONTAINS … TO …"
    yield node.record_varying, _HIGH, "RECORD VARYING"
    yield node.linage is not None, _HIGH, "LINAGE"
    yield bool(node.value_of), _HIGH, "VALUE OF"
    yield bool(node.reports), _OPTIONAL, "REPORT"
    yield node.external, _HIGH, "EXTERNAL"
    yield node.is_global, _HIGH, "GLOBAL"


def _description(node: ast.DataDescription) -> _Found:
    yield node.level == 88, _HIGH, "level 88"
    yield node.renames is not None, _HIGH, "RENAMES"
    yield node.is_global, _HIGH, "GLOBAL"
    yield node.external, _HIGH, "EXTERNAL"
    if node.value is not None and node.level != 88:
        yield any(isinstance(value.low, ast.AllLiteral) for value in node.value.values), _HIGH, "VALUE ALL"
    for inner in node.children:
        nested = node.redefines is not None and inner.redefines is not None
        yield nested, _HIGH, f"REDEFINES of {inner.name or 'FILLER'} inside of a redefinition"


def _occurs(node: ast.OccursClause) -> _Found:
    yield node.depending_on is not None, _HIGH, "OCCURS DEPENDING ON"
    yield bool(node.keys), _HIGH, "ASCENDING and DESCENDING KEY"


_SUBSCRIPTS = 3


def _identifier(node: ast.Identifier) -> _Found:
    yield bool(node.qualifiers), _HIGH, "qualification"
    yield len(node.subscripts) > _SUBSCRIPTS, _HIGH, f"a table of more than {_SUBSCRIPTS} dimensions"
    yield node.reference_modifier is not None, _HIGH, "reference modification"


def _relation(node: ast.Relation) -> _Found:
    sides = (node.left, node.right)
    yield (
        any(isinstance(side, ast.BinaryOperation) for side in sides),
        _HIGH,
        "an arithmetic expression in a relation",
    )


def _section(node: ast.Section) -> _Found:
    yield node.segment is not None, _OPTIONAL, "a segment-number"


def _use(node: ast.UseStatement) -> _Found:
    yield node.is_global, _HIGH, "USE GLOBAL"
    yield node.kind == "DEBUGGING", _OPTIONAL, "USE FOR DEBUGGING"


def _alter(node: ast.Alter) -> _Found:
    yield len(node.pairs) > 1, _HIGH, "ALTER of several procedures"


def _go_to(node: ast.GoTo) -> _Found:
    yield node.target is None, _HIGH, "GO TO without a procedure-name"


def _accept(node: ast.Accept) -> _Found:
    yield node.source != "MESSAGE COUNT", _HIGH, f"ACCEPT FROM {node.source}" if node.source else "ACCEPT"
    yield node.source == "MESSAGE COUNT", _OPTIONAL, "ACCEPT MESSAGE COUNT"


def _display(node: ast.Display) -> _Found:
    yield bool(node.upon), _HIGH, "DISPLAY UPON"
    yield node.no_advancing, _HIGH, "NO ADVANCING"


def _divide(node: ast.Divide) -> _Found:
    yield node.remainder is not None, _HIGH, "REMAINDER"


def _if(node: ast.If) -> _Found:
    nested = any(
        isinstance(inner, ast.If) for branch in (node.then, node.otherwise or ()) for inner in branch
    )
    yield nested, _HIGH, "an IF inside of another one"


def _perform(node: ast.PerformControl) -> _Found:
    yield node.test_after, _HIGH, "WITH TEST AFTER"
    yield bool(node.varying), _HIGH, "VARYING"


def _call(node: ast.Call) -> _Found:
    for argument in node.arguments:
        yield argument.mode == "CONTENT", _HIGH, "BY CONTENT"
    yield node.exception is not None, _HIGH, "ON EXCEPTION"


def _open(node: ast.OpenFile) -> _Found:
    yield node.mode == "EXTEND", _HIGH, "OPEN EXTEND"
    for option in node.options:
        yield True, _HIGH, option


def _close(node: ast.CloseFile) -> _Found:
    for option in node.options:
        yield option not in ("REEL", "UNIT"), _HIGH, f"CLOSE … {option}"


def _read(node: ast.Read) -> _Found:
    yield node.direction == "NEXT", _HIGH, "READ NEXT"
    yield node.key is not None, _HIGH, "READ … KEY"


def _write(node: ast.Write) -> _Found:
    yield node.end_of_page is not None, _HIGH, "END-OF-PAGE"


_COMMUNICATION = _always(_OPTIONAL, "the communication module")
_SORTING = _always(_INTERMEDIATE, "the sort-merge module")
_RULES: Mapping[type[ast.Node], Callable[[Any], _Found]] = {
    ast.Program: _program,
    ast.EnvironmentDivision: _environment,
    ast.SameArea: _same_area,
    ast.AlphabetClause: _alphabet,
    ast.SymbolicCharacters: _always(_HIGH, "SYMBOLIC CHARACTERS"),
    ast.FileControlEntry: _file_control,
    ast.FileDescription: _file,
    ast.DataDescription: _description,
    ast.OccursClause: _occurs,
    ast.CommunicationDescription: _COMMUNICATION,
    ast.Communication: _COMMUNICATION,
    ast.ReportDescription: _always(_OPTIONAL, "the report writer module"),
    ast.FunctionCall: _always(_OPTIONAL, "the intrinsic function module"),
    ast.Identifier: _identifier,
    ast.Relation: _relation,
    ast.SignCondition: _always(_HIGH, "a sign condition"),
    ast.CombinedCondition: _always(_HIGH, "a combined condition"),
    ast.Section: _section,
    ast.UseStatement: _use,
    ast.AddCorresponding: _always(_HIGH, "ADD CORRESPONDING"),
    ast.SubtractCorresponding: _always(_HIGH, "SUBTRACT CORRESPONDING"),
    ast.MoveCorresponding: _always(_HIGH, "MOVE CORRESPONDING"),
    ast.Compute: _always(_HIGH, "COMPUTE"),
    ast.Evaluate: _always(_HIGH, "EVALUATE"),
    ast.Initialize: _always(_HIGH, "INITIALIZE"),
    ast.InspectConverting: _always(_HIGH, "INSPECT CONVERTING"),
    ast.Search: _always(_HIGH, "SEARCH"),
    ast.SearchAll: _always(_HIGH, "SEARCH ALL"),
    ast.SetCondition: _always(_HIGH, "SET … TO TRUE"),
    ast.StringStatement: _always(_HIGH, "STRING"),
    ast.Unstring: _always(_HIGH, "UNSTRING"),
    ast.Cancel: _always(_HIGH, "CANCEL"),
    ast.Start: _always(_HIGH, "START"),
    ast.Sort: _SORTING,
    ast.Merge: _SORTING,
    ast.Release: _SORTING,
    ast.Return: _SORTING,
    ast.Alter: _alter,
    ast.GoTo: _go_to,
    ast.Accept: _accept,
    ast.Display: _display,
    ast.Divide: _divide,
    ast.If: _if,
    ast.PerformControl: _perform,
    ast.Call: _call,
    ast.OpenFile: _open,
    ast.CloseFile: _close,
    ast.Read: _read,
    ast.Write: _write,
}
