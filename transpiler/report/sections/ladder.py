"""Section 4: how far every statement came, and what to mend first."""

from __future__ import annotations

from collections import Counter

from cobol_parser.diagnostics import Severity
from transpiler.report.estate import Estate
from transpiler.report.model import (
    Chart,
    ChartKind,
    Column,
    Content,
    Figure,
    Finding,
    Kind,
    Level,
    Place,
    Row,
    Table,
    row,
)
from transpiler.report.registry import section
from transpiler.report.statements import RUNGS, Cause, Reached, file_causes, reached
from transpiler.wording import counted, noun

_TITLES = ("Read", "Expanded", "Parsed", "Resolved", "Converted", "Executed", "Parity-checked")
_LEVELS = {Severity.ERROR: Level.ERROR, Severity.WARNING: Level.WARNING, Severity.NOTE: Level.NOTE}


@section(4, "ladder", "What converts")
def ladder(estate: Estate) -> Content:
    """The ladder by program, the causes and the diagnostics."""
    found = estate.once(reached)
    programs = Table(
        "ladder",
        "The ladder by program",
        (
            Column("file", "File", Kind.PLACE),
            Column("programs", "Programs", Kind.LIST),
            Column("state", "State"),
            *(
                Column(rung, title, Kind.NUMBER, help)
                for rung, title, help in zip(RUNGS, _TITLES, _HELP, strict=True)
            ),
        ),
        [_file_row(estate, name, statements) for name, statements in found.items()],
        "Statements that came as far as each rung. A statement that reached one has reached all before it.",
    )
    totals = {rung: sum(int(str(item.values[rung])) for item in programs.rows) for rung in RUNGS}
    clean = sum(item.values["state"] == "converted" for item in programs.rows)
    causes = _causes(estate)
    share = totals["converted"] / totals["read"] if totals["read"] else 0.0
    text = (
        f"{totals['converted']:,} of {counted(totals['read'], 'statement')} ({share:.1%}) {noun(totals['converted'], 'is', 'are')} converted; {clean} of {counted(len(programs.rows), 'program file')}"
        f" without gaps. {counted(totals['executed'], 'statement was', 'statements were')} seen running, {totals['checked']:,} of them in programs compared with the original."
    )
    left = totals["read"] - totals["converted"]
    figures = (
        Figure("statements", noun(totals["read"], "statement"), totals["read"], "ladder"),
        Figure(
            "converted",
            noun(totals["converted"], "statement converted", "statements converted"),
            totals["converted"],
            "ladder",
        ),
        Figure(
            "unsupported", noun(left, "statement not converted", "statements not converted"), left, "ladder"
        ),
        Figure(
            "clean", noun(clean, "program file without gaps", "program files without gaps"), clean, "ladder"
        ),
    )
    return Content(text, figures, (programs, causes, _diagnostics(estate)), (_chart(totals),))


_HELP = (
    "statements seen in the text, and COPYs in a procedure division that were not found",
    "without COPYs that were not found",
    "understood by the parser",
    "all names in it are known and it breaks no rule",
    "Python stands for it",
    "seen running, by the traces given with --trace",
    "running, in a program whose comparisons on record show no difference",
)


def _file_row(estate: Estate, name: str, statements: list[Reached]) -> Row:
    file = next(item for item in estate.files if item.name == name)
    counts = Counter(item.rung for item in statements)
    values: dict[str, int] = {
        rung: sum(count for level, count in counts.items() if level >= number)
        for number, rung in enumerate(RUNGS)
    }
    state = file.outcome.state.value
    return row(("file", name), [Place(name)], file=name, programs=file.program_ids, state=state, **values)


def _causes(estate: Estate) -> Table:
    """Causes in the order in which mending them frees most files; what each frees alone, and in this order."""
    of_file = {name: set(causes) for name, causes in estate.once(file_causes).items() if causes}
    statements: Counter[Cause] = Counter()
    places: dict[Cause, list[Place]] = {}
    for items in estate.once(reached).values():
        for item in items:
            if item.cause is not None:
                statements[item.cause] += 1
                places.setdefault(item.cause, []).append(item.place)
    files: Counter[Cause] = Counter(cause for causes in of_file.values() for cause in causes)
    alone = Counter(next(iter(causes)) for causes in of_file.values() if len(causes) == 1)
    rows: list[Row] = []
    order = _order(of_file, statements)
    for number, cause in enumerate(order, 1):
        freed = _freed_by(of_file, order[:number])
        rows.append(
            row((cause.code, cause.text), places.get(cause, [])[:20], code=cause.code, cause=cause.text, statements=statements[cause],
                files=files[cause], alone=alone[cause], together=freed)
        )  # fmt: skip
    columns = (
        Column("cause", "Cause"),
        Column("code", "Code", help="`cobolift explain CODE` tells more"),
        Column("statements", "Statements", Kind.NUMBER),
        Column("files", "Files", Kind.NUMBER),
        Column("alone", "Files freed alone", Kind.NUMBER, "files for which this is the only cause"),
        Column(
            "together",
            "Files freed so far",
            Kind.NUMBER,
            "files free of causes when this row and those above are mended",
        ),
    )
    return Table("causes", "What to mend, in the order that frees most files", columns, rows)


def _order(of_file: dict[str, set[Cause]], statements: Counter[Cause]) -> list[Cause]:
    """Take the file that needs fewest further causes mended, and mend those; repeat."""
    left = {name: set(causes) for name, causes in of_file.items()}
    order: list[Cause] = []
    while left:
        weights = Counter(cause for causes in left.values() for cause in causes)
        name = min(left, key=lambda item: (len(left[item]), -sum(weights[c] for c in left[item]), item))
        for cause in sorted(left[name], key=lambda item: (-weights[item], -statements[item], item)):
            order.append(cause)
        done = set(order)
        left = {file: causes - done for file, causes in left.items() if causes - done}
    return order


def _freed_by(of_file: dict[str, set[Cause]], mended: list[Cause]) -> int:
    done = set(mended)
    return sum(causes <= done for causes in of_file.values())


def _diagnostics(estate: Estate) -> Table:
    rows = []
    for file in estate.files:
        for item in file.outcome.diagnostics:
            if item.severity is not Severity.NOTE:
                at = Place(estate.name_of(item.path), item.line)
                finding = Finding(item.code, _LEVELS[item.severity], item.message)
                rows.append(
                    row((file.name, item.code, item.message), [at], finding, file=file.name, code=item.code,
                        severity=item.severity.value, message=item.message, help=item.help or "")
                )  # fmt: skip
    columns = (
        Column("file", "Program file"), Column("severity", "Severity"), Column("code", "Code"), Column("message", "Message"),
        Column("help", "What to do"),
    )  # fmt: skip
    return Table("diagnostics", "Diagnostics", columns, rows)


def _chart(totals: dict[str, int]) -> Chart:
    data = {
        "labels": list(_TITLES),
        "values": [totals[rung] for rung in RUNGS],
        "unit": "statements",
        "horizontal": True,
    }
    words = ", ".join(f"{title.lower()} {totals[rung]:,}" for title, rung in zip(_TITLES, RUNGS, strict=True))
    return Chart("ladder", "Statements on each rung", ChartKind.BARS, data, f"Statements {words}.")
