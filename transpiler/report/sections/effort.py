"""Section 15: what it will cost, as a range, and what the range is made of."""

from __future__ import annotations

from transpiler.report.artefacts import Sort
from transpiler.report.dependencies import NodeKind, absent, edges
from transpiler.report.effort_weights import HOURS_A_DAY, WEIGHTS, weights
from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Kind, Row, Table, row
from transpiler.report.registry import section
from transpiler.report.statements import RUNGS, file_causes, reached
from transpiler.report.waves_plan import seams, wave_of

_CONVERTED = RUNGS.index("converted")


@section(15, "effort", "Effort")
def effort(estate: Estate) -> Content:
    """Counts times weights."""
    hours = weights(estate.settings.effort)
    counts = _counts(estate)
    parts = [
        row(("part", name), work=WEIGHTS[name][0], key=name, count=count, from_hours=hours[name][0], to_hours=hours[name][1],
            low=round(count * hours[name][0] / HOURS_A_DAY, 2), high=round(count * hours[name][1] / HOURS_A_DAY, 2))
        for name, count in counts.items()
    ]  # fmt: skip
    low = round(sum(float(str(item.values["low"])) for item in parts), 1)
    high = round(sum(float(str(item.values["high"])) for item in parts), 1)
    number = Kind.NUMBER
    tables = (
        Table("effort", "What the effort is made of", (
            Column("work", "Work"), Column("key", "Weight", help="its key in [effort] of cobolift.toml"), Column("count", "How many", number),
            Column("from_hours", "Hours each, from", number), Column("to_hours", "to", number), Column("low", "Days, from", number),
            Column("high", "to", number),
        ), parts, "Counts are facts of this estate; the hours are assumptions. Put your own into [effort] of cobolift.toml."),
        Table("effort_by_program", "Programs", (
            Column("program", "Program"), Column("wave", "Wave", number), Column("converted", "Converted", number),
            Column("open", "Not converted", number), Column("low", "Days, from", number), Column("high", "to", number),
        ), _by_program(estate, hours), "Without what programs share: causes, missing artefacts, jobs, maps, tables and seams."),
    )  # fmt: skip
    text = f"{low:,.0f} to {high:,.0f} person-days, by the weights below."
    figures = (
        Figure("effort_low", "person-days at least", low, "effort"),
        Figure("effort_high", "person-days at most", high, "effort"),
    )
    return Content(text, figures, tables)


def _counts(estate: Estate) -> dict[str, int]:
    statements = [item for items in estate.once(reached).values() for item in items]
    converted = sum(item.rung >= _CONVERTED for item in statements)
    found = estate.once(edges)
    return {
        "program": sum(len(file.program_ids) for file in estate.files),
        "converted_statement": converted,
        "unconverted_statement": len(statements) - converted,
        "cause": len({cause for causes in estate.once(file_causes).values() for cause in causes}),
        "missing_artefact": len(estate.once(absent)),
        "job": sum(1 for _ in estate.of_sort(Sort.JCL, Sort.PROC)),
        "map": sum(1 for _ in estate.of_sort(Sort.BMS)),
        "table": len({item.target for item in found if item.target.kind is NodeKind.TABLE}),
        "seam": len(estate.once(seams)),
    }


def _by_program(estate: Estate, hours: dict[str, tuple[float, float]]) -> list[Row]:
    wave = estate.once(wave_of)
    rows = []
    for file in estate.files:
        statements = estate.once(reached)[file.name]
        converted = sum(item.rung >= _CONVERTED for item in statements)
        amounts = {
            "program": len(file.program_ids),
            "converted_statement": converted,
            "unconverted_statement": len(statements) - converted,
        }
        low, high = (
            sum(count * hours[name][end] for name, count in amounts.items()) / HOURS_A_DAY for end in (0, 1)
        )
        rows.append(
            row(("program", file.name), program=file.program_ids[0], wave=wave[file.program_ids[0]], converted=converted,
                open=len(statements) - converted, low=round(low, 2), high=round(high, 2))
        )  # fmt: skip
    return rows
