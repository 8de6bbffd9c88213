"""Section 11: what can behave differently, counted and located."""

from __future__ import annotations

from collections import Counter

from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Table, row
from transpiler.report.registry import section
from transpiler.report.risks import RULES, risks
from transpiler.wording import counted


@section(11, "risks", "Behaviour risks")
def behaviour(estate: Estate) -> Content:
    """The rules with their counts, and every place with its reason."""
    found = sorted(estate.once(risks), key=lambda item: RULES[item.rule].level is not Level.WARNING)
    counts = Counter(item.rule for item in found)
    rows = [
        row(
            ("risk", item.rule, item.program, item.about),
            [estate.place(item.at)],
            Finding(f"risks/{item.rule}", RULES[item.rule].level, f"{item.program}: {item.reason}"),
            program=item.program,
            risk=RULES[item.rule].title,
            about=item.about,
            reason=item.reason,
        )
        for item in found
    ]
    kinds = [
        row(("rule", name), risk=rule.title, severity=rule.level, places=counts[name])
        for name, rule in RULES.items()
    ]
    columns = (
        Column("program", "Program"),
        Column("risk", "Risk"),
        Column("about", "About"),
        Column("reason", "Why"),
    )
    note = (
        "A warning can change results without a sign; a note is what a reader of the program should know. Arithmetic without SIZE ERROR and "
        "items read on some paths only before they are set are not looked for."
    )
    warnings = sum(RULES[item.rule].level is Level.WARNING for item in found)
    kind_columns = (
        Column("risk", "Risk"),
        Column("severity", "Level"),
        Column("places", "Places", Kind.NUMBER),
    )
    return Content(
        f"{counted(len(rows), 'place')} can behave differently; {counted(warnings, 'is a warning', 'are warnings')}.",
        (
            Figure("risks", "places to look at", len(rows), "risks"),
            Figure("risk_warnings", "of them warnings", warnings, "risks"),
        ),
        (
            Table("risk_kinds", "Kinds of risks", kind_columns, kinds, note),
            Table("risks", "Places and reasons", columns, rows),
        ),
    )
