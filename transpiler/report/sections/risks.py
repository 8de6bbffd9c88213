"""Section 11: what can behave differently, counted and located."""

from __future__ import annotations

from collections import Counter

from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Table, row
from transpiler.report.registry import section
from transpiler.report.risks import RULES, risks

_TITLES = {
    "arithmetic": "Results that depend on the arithmetic profile",
    "alter": "GO TOs changed while the program runs",
    "leaves-perform": "GO TOs out of a PERFORM range",
    "no-file-status": "Files without FILE STATUS",
    "two-digit-year": "Years of two digits from the system",
}


@section(11, "risks", "Behaviour risks")
def behaviour(estate: Estate) -> Content:
    """The rules with their counts, and every place with its reason."""
    found = estate.once(risks)
    counts = Counter(item.rule for item in found)
    rows = [
        row(
            ("risk", item.rule, item.program, item.about),
            [estate.place(item.at)],
            Finding(f"risks/{item.rule}", Level.WARNING, f"{item.program}: {item.reason}"),
            program=item.program,
            risk=_TITLES[item.rule],
            about=item.about,
            reason=item.reason,
        )
        for item in found
    ]
    kinds = [row(("rule", rule), risk=_TITLES[rule], places=counts[rule]) for rule in RULES]
    columns = (
        Column("program", "Program"),
        Column("risk", "Risk"),
        Column("about", "About"),
        Column("reason", "Why"),
    )
    note = "These risks are looked for; overlays, uninitialised reads, cut MOVEs, damaged numbers and the order of characters are not."
    return Content(
        f"{len(rows):,} places can behave differently. {note}",
        (Figure("risks", "places to look at", len(rows), "risks"),),
        (
            Table("risk_kinds", "Kinds of risks", (Column("risk", "Risk"), Column("places", "Places", Kind.NUMBER)), kinds, note),
            Table("risks", "Places and reasons", columns, rows),
        ),
    )  # fmt: skip
