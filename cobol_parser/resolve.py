"""Names to what they mean: the analysis of every program of a compilation unit.

`analyze` declares the data, lays it out, resolves every identifier and procedure-name and runs the checks of
`cobol_parser.checks`. It never raises on bad COBOL: what is wrong is a diagnostic, and the statement it stands in is in
`ProgramAnalysis.faulty`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cobol_parser import ast
from cobol_parser.checks import CheckContext, run_checks
from cobol_parser.checks.extensions import check_extensions
from cobol_parser.checks.obsolete import check_obsolete
from cobol_parser.checks.procedures import check_duplicates
from cobol_parser.checks.registry import has_checks
from cobol_parser.checks.subsets import check_subset
from cobol_parser.checks.values import check_values
from cobol_parser.debugging import Debugging, debugging_sections, in_debugging_mode, resolve_debugging
from cobol_parser.declare import declare_program
from cobol_parser.declare.transaction_names import TRANSLATED_FUNCTIONS
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect
from cobol_parser.entry_points import InnerEntry, cut_at_entries
from cobol_parser.procedures import Procedure, Procedures, all_sections, collect, resolve_procedure
from cobol_parser.qualification import find, find_file, near_names
from cobol_parser.resolve_names import report_undefined, resolve_identifier, spelled
from cobol_parser.symbols import (
    ConditionName,
    DataItem,
    FileItem,
    ProgramSymbols,
    Referent,
    ReportGroupName,
    ReportItem,
    SwitchStatus,
)
from cobol_parser.walk import children, walk

REPORT_COUNTERS = frozenset({"LINE-COUNTER", "PAGE-COUNTER"})


@dataclass(slots=True, eq=False, repr=False)
class ProgramAnalysis:
    """What is known about one program. All keys are nodes of its tree, compared by identity.

    `references` has every `ast.Identifier` that could be resolved, wherever it stands (statements, DEPENDING ON, keys,
    file status …). An identifier is a condition-name test wherever it means a ConditionName or SwitchStatus, also as the right
    side of an `ast.Relation` that the parser wrote out from an abbreviated condition (`A = 1 OR READY`) and as an
    EVALUATE operand; `is_test` tells.
    `procedures` has every `ast.ProcedureName`. `sections_of` and `order` describe the procedure division: each paragraph's
    section, and all paragraphs in the order they are fallen through (declaratives first).
    """

    program: ast.Program
    symbols: ProgramSymbols
    references: dict[ast.Identifier, Referent] = field(default_factory=dict)
    procedures: dict[ast.ProcedureName, ast.Paragraph | ast.Section] = field(default_factory=dict)
    files_of: dict[ast.Statement, FileItem] = field(default_factory=dict)
    """The file of every READ, WRITE, REWRITE, DELETE, START, RELEASE, RETURN, UNLOCK, SORT and MERGE."""
    sections_of: dict[ast.Paragraph, ast.Section] = field(default_factory=dict)
    order: tuple[ast.Paragraph, ...] = ()
    whole_of: dict[ast.Paragraph, ast.Paragraph] = field(default_factory=dict)
    """The paragraph of the tree that each part of one that was cut at ENTRY statements belongs to."""
    entries: dict[ast.Entry, ast.Paragraph] = field(default_factory=dict)
    """The part that begins with each ENTRY statement that is not inside another statement."""
    inner_entries: dict[ast.Entry, InnerEntry] = field(default_factory=dict)
    """The ENTRY statements inside other statements."""
    debugging: Debugging | None = None
    """What USE FOR DEBUGGING procedures watch, None when there are none or the program is not in DEBUGGING MODE."""
    faulty: set[ast.Statement] = field(default_factory=set)
    """Statements with an error diagnostic inside (innermost statement): not to be converted."""
    binary_truncate: bool = True
    """Binary items hold no more digits than their PICTURE (else as many as their bytes do)."""
    programs: Mapping[str, ast.Program] = field(default_factory=dict)
    """Programs of this source file that a CALL of a literal reaches: directly contained ones, COMMON ones around, and the
    outermost ones."""

    def is_test(self, expression: ast.Expression) -> bool:
        """Tell whether an expression is a condition-name or switch status used as a condition."""
        return isinstance(expression, ast.Identifier) and isinstance(
            self.references.get(expression), ConditionName | SwitchStatus
        )


def analyze(
    unit: ast.CompilationUnit, dialect: Dialect, diagnostics: Diagnostics
) -> dict[ast.Program, ProgramAnalysis]:
    """Analyze every program of `unit`, contained ones included; keys in order of appearance."""
    analyses: dict[ast.Program, ProgramAnalysis] = {}
    outermost = {program.identification.program_id: program for program in unit.programs}
    enabled = gc.isenabled()
    gc.disable()  # nothing made here is garbage, and looking for some takes half the time
    try:
        for program in unit.programs:
            _analyze_program(program, None, outermost, dialect, diagnostics, analyses)
    finally:
        if enabled:
            gc.enable()
    return analyses


def _analyze_program(
    program: ast.Program,
    parent: ProgramSymbols | None,
    common: Mapping[str, ast.Program],
    dialect: Dialect,
    diagnostics: Diagnostics,
    analyses: dict[ast.Program, ProgramAnalysis],
) -> None:
    references: dict[ast.Identifier, Referent] = {}
    symbols = declare_program(program, parent, dialect, diagnostics, references)
    contained = {inner.identification.program_id: inner for inner in program.programs}
    analysis = ProgramAnalysis(
        program,
        symbols,
        references,
        binary_truncate=dialect.binary_truncate,
        programs={**common, **contained},
    )
    analyses[program] = analysis
    resolver = _Resolver(analysis, dialect, diagnostics)
    resolver.run()
    resolver.report_undefined()
    context = CheckContext(analysis, dialect, diagnostics)
    check_values(context)
    check_duplicates(context)
    check_obsolete(context)
    check_extensions(context)
    check_subset(context)
    run_checks(context, resolver.checked, analysis.faulty)
    shared = {name: inner for name, inner in contained.items() if inner.identification.common}
    for inner in program.programs:
        _analyze_program(inner, symbols, {**common, **shared}, dialect, diagnostics, analyses)


class _Resolver:
    """One pass over the nodes of a program that name something."""

    def __init__(self, analysis: ProgramAnalysis, dialect: Dialect, diagnostics: Diagnostics) -> None:
        self.analysis = analysis
        self.symbols = analysis.symbols
        self.dialect = dialect
        self.diagnostics = diagnostics
        self.procedures = Procedures()
        self.section: ast.Section | None = None
        self.checked: list[tuple[ast.Node, ast.Statement | None]] = []
        """Nodes that rules are registered for, with the statement around them."""
        self.report: ReportItem | None = None
        """The report whose PAGE-COUNTER and LINE-COUNTER are meant without a qualifier: in the procedure division the last."""
        self.undefined: dict[str, list[ast.Identifier]] = {}
        """Uses of names that nothing declares, by the name with its qualifiers."""

    def run(self) -> None:
        """Resolve the descriptions that hold identifiers, then the procedure division."""
        self._resolve_descriptions()
        division = self.analysis.program.procedure
        if division is None:
            return
        skipped = self._skipped_sections()
        self.procedures = collect(division, skipped)
        if not skipped:
            self.analysis.debugging = resolve_debugging(
                self.analysis.program, self.symbols, self.procedures, self.diagnostics
            )
        points = cut_at_entries(self.procedures)
        self.analysis.whole_of, self.analysis.entries = points.whole_of, points.entries
        self.analysis.inner_entries = points.inner
        self.analysis.order = tuple(self.procedures.order)
        self.analysis.sections_of = self.procedures.sections_of
        for declarative in division.declaratives:
            if declarative.use is not None:
                self._resolve(declarative.use)
        for section in all_sections(division):
            if section in skipped:
                continue
            self.section = section
            for paragraph in section.paragraphs:
                self._resolve(paragraph)

    def _skipped_sections(self) -> set[ast.Section]:
        """Debugging sections are comments without DEBUGGING MODE."""
        program = self.analysis.program
        return (
            set() if in_debugging_mode(program) else {section for section, _ in debugging_sections(program)}
        )

    def report_undefined(self) -> None:
        """Report each undefined name once."""
        for uses in self.undefined.values():
            report_undefined(self.symbols, self.diagnostics, uses)

    def _resolve_descriptions(self) -> None:
        data = self.analysis.program.data
        if data is None:
            return
        roots: list[ast.Node] = [file.linage for file in data.files if file.linage is not None]
        for root in roots:
            self._resolve_description(root)
        for report in self.symbols.reports.values():
            self.report = report
            self._resolve_description(report.description)

    def _resolve_description(self, root: ast.Node) -> None:
        for node in walk(root):
            if isinstance(node, ast.Identifier) and node not in self.analysis.references:
                self.identifier(node)

    def _resolve(self, root: ast.Node) -> None:
        """Visit everything below `root`, with the innermost statement around each node."""
        stack: list[tuple[ast.Node, ast.Statement | None]] = [(root, None)]
        while stack:
            node, statement = stack.pop()
            kind = type(node)
            if isinstance(node, ast.Identifier):
                resolved = self.identifier(node)
                if not isinstance(statement, ast.Generate):
                    self._take_as_item(node)
                if node.name in TRANSLATED_FUNCTIONS:
                    continue  # the argument is a word of CICS
            else:
                if isinstance(node, ast.Statement):
                    statement = node
                handler = _HANDLERS.get(kind)
                resolved = handler is None or handler(self, node)
            if has_checks(kind):
                self.checked.append((node, statement))
            if not resolved and statement is not None:
                self.analysis.faulty.add(statement)
            below = children(node)
            below.reverse()
            stack += [(child, statement) for child in below]

    def _take_as_item(self, node: ast.Identifier) -> None:
        """In a statement the name of a printable item of a report means that item."""
        referent = self.analysis.references.get(node)
        if isinstance(referent, ReportGroupName) and referent.item.picture is not None:
            self.analysis.references[node] = referent.item

    def identifier(self, node: ast.Identifier) -> bool:
        """Resolve an identifier; report it when it is ambiguous, note it when it is undefined."""
        references = self.analysis.references
        if node in references:
            return True
        if not find(self.symbols, node.name, node.qualifiers):
            self.undefined.setdefault(spelled(node), []).append(node)
            return False
        if node.name in REPORT_COUNTERS and not node.qualifiers and self.report is not None:
            node_of_report = replace(node, qualifiers=(self.report.name,))
            found = resolve_identifier(self.symbols, self.diagnostics, references, node_of_report)
            if found is not None:
                references[node] = found
            return found is not None
        return resolve_identifier(self.symbols, self.diagnostics, references, node) is not None

    def file(self, name: str, at: ast.Node) -> FileItem | None:
        """Return a file by name; report an unknown one."""
        file = find_file(self.symbols, name)
        if file is None:
            near = near_names(name, self.symbols.files)
            help_text = f"did you mean {' or '.join(near)}?" if near else None
            self.diagnostics.report("CBL4007", at.span, f"file {name} is not defined", help=help_text)
        return file


# --- what names things besides identifiers: functions that return False after a report


def _procedure_name(resolver: _Resolver, node: ast.ProcedureName) -> bool:
    target: Procedure | None = resolve_procedure(
        resolver.procedures, node, resolver.section, resolver.diagnostics
    )
    if target is None:
        return False
    resolver.analysis.procedures[node] = target
    return True


_FileStatement = ast.Read | ast.Delete | ast.Start | ast.Return | ast.Unlock


def _file_statement(resolver: _Resolver, node: _FileStatement) -> bool:
    return _note_file(resolver, node, resolver.file(node.file, node))


def _record_statement(resolver: _Resolver, node: ast.Write | ast.Rewrite | ast.Release) -> bool:
    """WRITE, REWRITE and RELEASE name a record; its file is the one they work on."""
    name = None if isinstance(node, ast.Release) else node.file
    if name is not None:
        return _note_file(resolver, node, resolver.file(name, node))
    if node.record is None or not resolver.identifier(node.record):
        return False
    record = resolver.analysis.references[node.record]
    if isinstance(record, DataItem) and record.file is not None:
        return _note_file(resolver, node, record.file)
    resolver.diagnostics.report("CBL4008", node.record.span, f"{node.record.name} is not a record of a file")
    return False


def _sort_statement(resolver: _Resolver, node: ast.Sort | ast.Merge) -> bool:
    """SORT and MERGE name a sort file (or a table), and files to read and write."""
    known = [resolver.file(name, node) is not None for name in (*node.using, *node.giving)]
    if not resolver.identifier(node.target):
        return False
    target = resolver.analysis.references[node.target]
    if isinstance(target, FileItem):
        resolver.analysis.files_of[node] = target
    elif not (isinstance(target, DataItem) and target.dimensions):
        resolver.diagnostics.report(
            "CBL4008", node.target.span, f"{node.target.name} is neither a sort file nor a table"
        )
        return False
    return all(known)


def _file_phrase(resolver: _Resolver, node: ast.OpenFile | ast.CloseFile) -> bool:
    return resolver.file(node.file, node) is not None


def _file_list(resolver: _Resolver, node: ast.DeleteFile) -> bool:
    known = [resolver.file(name, node) is not None for name in node.files]
    return all(known)


def _use(resolver: _Resolver, node: ast.UseStatement) -> bool:
    if node.kind != "ERROR":
        return True
    modes = ("INPUT", "OUTPUT", "I-O", "EXTEND")
    known = [resolver.file(target, node) is not None for target in node.targets if target not in modes]
    return all(known)


def _set_switch(resolver: _Resolver, node: ast.SetSwitch) -> bool:
    unknown = [name for name in node.switches if not _is_switch(resolver.symbols, name)]
    for name in unknown:
        resolver.diagnostics.report(
            "CBL4010", node.span, f"{name} is not a mnemonic-name of a switch in SPECIAL-NAMES"
        )
    return not unknown


def _is_switch(symbols: ProgramSymbols | None, name: str) -> bool:
    while symbols is not None:
        if name in symbols.switches:
            return True
        symbols = symbols.parent
    return False


def _reports(resolver: _Resolver, node: ast.Initiate | ast.Terminate) -> bool:
    unknown = [name for name in node.reports if name not in resolver.symbols.reports]
    for name in unknown:
        resolver.diagnostics.report("CBL4001", node.span, f"report {name} is not defined")
    return not unknown


def _note_file(resolver: _Resolver, node: ast.Statement, file: FileItem | None) -> bool:
    if file is None:
        return False
    resolver.analysis.files_of[node] = file
    return True


_HANDLERS: Mapping[type[ast.Node], Callable[[_Resolver, Any], bool]] = {
    ast.ProcedureName: _procedure_name,
    ast.Read: _file_statement,
    ast.Delete: _file_statement,
    ast.Start: _file_statement,
    ast.Return: _file_statement,
    ast.Unlock: _file_statement,
    ast.Write: _record_statement,
    ast.Rewrite: _record_statement,
    ast.Release: _record_statement,
    ast.Sort: _sort_statement,
    ast.Merge: _sort_statement,
    ast.OpenFile: _file_phrase,
    ast.CloseFile: _file_phrase,
    ast.DeleteFile: _file_list,
    ast.UseStatement: _use,
    ast.SetSwitch: _set_switch,
    ast.Initiate: _reports,
    ast.Terminate: _reports,
}
"""By node class; each function takes exactly that class."""
