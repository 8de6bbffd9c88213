"""Section 5: how hard programs and paragraphs are to follow."""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.symbols import DataItem
from cobol_parser.walk import walk
from transpiler.flow.loops import loops_with_entries
from transpiler.flow.plan import FlowPlan, procedure_name
from transpiler.report.complexity import cobol_decisions
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.measures import Range, halstead, jumps, nesting, overlaps
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Row, Table, row
from transpiler.report.procedures import Unit, by_program, shown_name, units
from transpiler.report.registry import section
from transpiler.wording import counted, noun

HARD = 20
"""McCabe numbers above this are findings: beyond it testing every path is out of reach (NIST special publication 500-235)."""

_MEASURES = (
    Column("mccabe", "Decisions + 1 (McCabe)", Kind.NUMBER, "independent paths: IF, WHEN, UNTIL, TIMES, AND, OR, AT END and the like each add one"),
    Column("volume", "Size (Halstead volume)", Kind.NUMBER, "words times the binary logarithm of distinct words; names and literals are operands, all other words operators"),
    Column("difficulty", "Difficulty (Halstead)", Kind.NUMBER, "half the distinct operators times the uses of an operand"),
    Column("effort", "Effort (Halstead)", Kind.NUMBER, "size times difficulty: for comparing programs, not hours"),
    Column("nesting", "Deepest nesting", Kind.NUMBER, "statements inside statements"),
    Column("jumps", "GO TOs", Kind.NUMBER),
)  # fmt: skip


_LOOPS = Column(
    "loops",
    "Loops with several entries",
    Kind.LIST,
    "paragraphs of loops that GO TO and PERFORM enter at more than one place: the flow is irreducible, and no nesting of loops and decisions says the same",
)


@section(5, "complexity", "Complexity")
def complexity(estate: Estate) -> Content:
    """Measures of programs and paragraphs, PERFORM ranges, overlays."""
    programs = [_program_row(estate, analysis, inner) for analysis, inner in estate.once(by_program).items()]
    paragraphs = [_paragraph_row(estate, unit) for unit in estate.once(units)]
    ranges = [found for file in estate.files for found in _range_rows(estate, file)]
    overlays = [found for file in estate.files for found in _overlay_rows(estate, file)]
    hard = sum(item.finding is not None for item in paragraphs)
    jumping = sum(item.values["structure"] == "jumps" for item in paragraphs)
    crossing = sum(item.values["overlaps"] != () for item in ranges)
    tangled = sum(item.values["loops"] != () for item in programs)
    text = (
        f"{counted(len(paragraphs), 'paragraph')} in {counted(len(programs), 'program')}; {hard:,} {noun(hard, 'has', 'have')} a McCabe number above {HARD}."
        f" {jumping:,} {noun(jumping, 'leaves other than at its end and needs', 'leave other than at their end and need')} the dispatcher; {counted(crossing, 'PERFORM range overlaps', 'PERFORM ranges overlap')} another."
    )
    program_columns = (
        Column("program", "Program"),
        Column("paragraphs", "Paragraphs", Kind.NUMBER),
        *_MEASURES,
    )
    return Content(
        text,
        (
            Figure("paragraphs", noun(len(paragraphs), "paragraph"), len(paragraphs), "paragraphs"),
            Figure("hard", f"{noun(hard, 'paragraph')} above {HARD}", hard, "paragraphs"),
            Figure("jumping", noun(jumping, "paragraph that jumps", "paragraphs that jump"), jumping, "paragraphs"),
            Figure("overlapping", noun(crossing, "PERFORM range that overlaps", "PERFORM ranges that overlap"), crossing, "perform_ranges"),
            Figure("irreducible", noun(tangled, "program with a loop of several entries", "programs with loops of several entries"), tangled, "program_complexity"),
            Figure("overlays", f"{noun(len(overlays), 'overlay')} (REDEFINES, RENAMES)", len(overlays), "overlays"),
        ),
        (
            Table("program_complexity", "Programs", (*program_columns, Column("structure", "Flow"), _LOOPS), programs),
            Table("paragraphs", "Paragraphs", _PARAGRAPH_COLUMNS, paragraphs),
            Table("perform_ranges", "PERFORM … THRU ranges", _RANGE_COLUMNS, ranges),
            Table("overlays", "Storage described more than once", _OVERLAY_COLUMNS, overlays),
        ),
    )  # fmt: skip


_PARAGRAPH_COLUMNS = (
    Column("program", "Program"),
    Column("paragraph", "Paragraph"),
    *_MEASURES,
    Column("structure", "Flow", help="structured: control leaves at the end only, a plain Python method; jumps: it is run by the dispatcher"),
    Column("why", "Why it jumps"),
)  # fmt: skip
_RANGE_COLUMNS = (
    Column("program", "Program"),
    Column("first", "From paragraph"),
    Column("last", "Through paragraph"),
    Column("paragraphs", "Paragraphs", Kind.NUMBER),
    Column("structure", "Run as", help="calls: one method after the other; dispatcher: a paragraph of the range jumps"),
    Column("overlaps", "Overlaps with", Kind.LIST, "ranges that share paragraphs with this one while neither holds the other"),
)  # fmt: skip
_OVERLAY_COLUMNS = (
    Column("program", "Program"),
    Column("item", "Item"),
    Column("how", "How"),
    Column("over", "Over"),
    Column("bytes", "Bytes", Kind.NUMBER),
)


def _program_row(estate: Estate, analysis: ProgramAnalysis, inner: list[Unit]) -> Row:
    words = halstead(word for unit in inner for word in unit.words)
    flow = _flow(inner[0].file, analysis)
    name = inner[0].program
    return row(
        ("program", name),
        [estate.place(analysis.program)],
        program=name,
        paragraphs=len(inner),
        mccabe=1 + sum(cobol_decisions(unit.paragraph) for unit in inner),
        volume=round(words.volume),
        difficulty=round(words.difficulty, 1),
        effort=round(words.effort),
        nesting=max(nesting(unit.paragraph) for unit in inner),
        jumps=sum(jumps(unit.paragraph) for unit in inner),
        structure="not planned" if flow is None else "jumps" if flow.jumping else "structured",
        loops=_tangled(analysis),
    )


def _tangled(analysis: ProgramAnalysis) -> tuple[str, ...]:
    """The paragraphs of loops with several entries."""
    loops = loops_with_entries(analysis)
    return tuple(procedure_name(analysis, paragraph) or "START" for loop in loops for paragraph in loop)


def _paragraph_row(estate: Estate, unit: Unit) -> Row:
    words = halstead(unit.words)
    mccabe = 1 + cobol_decisions(unit.paragraph)
    flow = _flow(unit.file, unit.analysis)
    why = _why_jumping(flow, unit) if flow is not None else ""
    finding = None
    if mccabe > HARD:
        message = f"{unit.name} has {mccabe} independent paths; split it before or after the conversion"
        finding = Finding("complexity/paths", Level.NOTE, message)
    return row(
        ("paragraph", unit.program, unit.name),
        [estate.place(unit.paragraph)],
        finding,
        program=unit.program,
        paragraph=unit.name,
        mccabe=mccabe,
        volume=round(words.volume),
        difficulty=round(words.difficulty, 1),
        effort=round(words.effort),
        nesting=nesting(unit.paragraph),
        jumps=jumps(unit.paragraph),
        structure="not planned" if flow is None else "jumps" if why else "structured",
        why=why,
    )


def _flow(file: ProgramFile, analysis: ProgramAnalysis) -> FlowPlan | None:
    context = file.context(analysis.program)
    return context.flow if context is not None else None


def _why_jumping(flow: FlowPlan, unit: Unit) -> str:
    """The reason of the paragraph, or of a part of it when ENTRY cuts it."""
    whole = unit.analysis.whole_of
    found = (why for part, why in flow.why_jumping.items() if whole.get(part, part) is unit.paragraph)
    return flow.why_jumping.get(unit.paragraph) or (next(found, "") if whole else "")


def _range_rows(estate: Estate, file: ProgramFile) -> Iterator[Row]:
    for program, analysis in file.programs:
        flow = _flow(file, analysis)
        if flow is None or program.procedure is None:
            continue
        ranges = _ranges(analysis, flow)
        crossed: dict[Range, list[str]] = {}
        for one, other in overlaps(ranges):
            crossed.setdefault(one, []).append(f"{other.first} THRU {other.last}")
            crossed.setdefault(other, []).append(f"{one.first} THRU {one.last}")
        name = program.identification.program_id
        for item in ranges:
            crossing = tuple(crossed.get(item, ()))
            message = f"the range {item.first} THRU {item.last} overlaps {', '.join(crossing)}"
            yield row(
                ("range", name, item.first, item.last),
                [estate.place(item.node)],
                Finding("complexity/overlapping-ranges", Level.WARNING, message) if crossing else None,
                program=name,
                first=item.first,
                last=item.last,
                paragraphs=item.end - item.start + 1,
                structure="calls" if flow.is_direct(item.start, item.end) else "dispatcher",
                overlaps=crossing,
            )


def _ranges(analysis: ProgramAnalysis, flow: FlowPlan) -> list[Range]:
    """The THRU ranges of a program, each once, in the order of their first use."""
    found: dict[tuple[int, int], Range] = {}
    assert analysis.program.procedure is not None
    for node in walk(analysis.program.procedure):
        if isinstance(node, ast.Perform | ast.ProcedureRange) and node.last is not None:
            first, last = analysis.procedures.get(node.first), analysis.procedures.get(node.last)
            if first in flow.bounds and last in flow.bounds:
                assert first is not None
                start, end = flow.span(first, last)
                names = _name(first, analysis), _name(last, analysis)
                found.setdefault((start, end), Range(start, end, *names, node))
    return list(found.values())


def _name(procedure: ast.Paragraph | ast.Section | None, analysis: ProgramAnalysis) -> str:
    if isinstance(procedure, ast.Paragraph):
        return shown_name(procedure, analysis.sections_of.get(procedure))
    return (procedure.name if procedure is not None else None) or ""


def _overlay_rows(estate: Estate, file: ProgramFile) -> Iterator[Row]:
    for program, analysis in file.programs:
        name = program.identification.program_id
        renamed = {
            item: "RENAMES"
            for declared in analysis.symbols.names.values()
            for item in declared
            if isinstance(item, DataItem) and item.renames is not None
        }
        redefined = {
            item: "REDEFINES" for item in analysis.symbols.data_items() if item.redefines is not None
        }
        for item, how in {**redefined, **renamed}.items():
            over = item.redefines or (item.renames or (None,))[0]
            if over is not None and item.entry is not None:
                yield row(
                    ("overlay", name, *item.path, over.name or ""),
                    [estate.place(item.entry)],
                    program=name,
                    item=item.qualified_name,
                    how=how,
                    over=over.qualified_name,
                    bytes=item.total_size,
                )
