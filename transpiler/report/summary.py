"""The first screen: six answers made of the figures of sections, each with a link to what proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transpiler.report.model import Figure, Level, Section
from transpiler.wording import noun


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: its big figure, smaller ones, and the table that proves it (`link` is a place in the page)."""

    title: str
    big: Figure
    more: tuple[Figure, ...]
    link: str
    evidence: str


def summary(sections: Sequence[Section]) -> list[Card]:
    """The cards, from the sections that could be made."""
    known = {(item.name, figure.key): figure for item in sections for figure in item.content.figures}
    cards = [
        _card("What is in the estate", known, ("inventory", "code_lines"), (("inventory", "program"), ("inventory", "copybook"), ("missing", "missing")),
              "table-files", "The inventory"),
        _converts(known),
        _findings(sections),
        _card("What is proven", known, ("parity", "verified"), (("ladder", "clean"), ("quality", "plain_share")), "parity", "Comparisons on record"),
        _effort(known),
        _card("In which order", known, ("waves", "waves"), (("waves", "groups"), ("waves", "seams")), "waves", "The waves"),
    ]  # fmt: skip
    return [card for card in cards if card is not None]


Known = dict[tuple[str, str], Figure]


def _card(
    title: str, known: Known, big: tuple[str, str], more: Iterable[tuple[str, str]], link: str, evidence: str
) -> Card | None:
    if big not in known:
        return None
    return Card(title, known[big], tuple(known[key] for key in more if key in known), link, evidence)


def _converts(known: Known) -> Card | None:
    total, done = known.get(("ladder", "statements")), known.get(("ladder", "converted"))
    if total is None or done is None:
        return None
    share = round(done.value / total.value, 4) if total.value else 0.0
    big = Figure("converted_share", "of the statements convert", share, "ladder", f"{share:.1%}", share=True)
    return Card(
        "What converts",
        big,
        (total, known["ladder", "unsupported"]),
        "ladder",
        "The ladder, and what to mend first",
    )


def _findings(sections: Sequence[Section]) -> Card:
    """What asks for attention, counted over the tables of all sections; the link leads to the table with most of the worst."""
    found = Counter(
        (row.finding.level, table.name, table.title)
        for item in sections
        for table in item.content.tables
        for row in table.rows
        if row.finding is not None
    )
    levels: Counter[Level] = Counter()
    for (level, _, _), count in found.items():
        levels[level] += count
    errors, warnings, notes = levels[Level.ERROR], levels[Level.WARNING], levels[Level.NOTE]
    big = Figure("errors", noun(errors, "error to mend", "errors to mend"), errors)
    more = (
        Figure("warnings", noun(warnings, "warning"), warnings),
        Figure("notes", noun(notes, "note"), notes),
    )
    worst = next((level for level in (Level.ERROR, Level.WARNING, Level.NOTE) if levels[level]), None)
    at = max((key for key in found if key[0] is worst), key=found.__getitem__, default=None)
    link, evidence = (f"table-{at[1]}", at[2]) if at is not None else ("table-diagnostics", "Diagnostics")
    return Card("What asks for attention", big, more, link, evidence)


def _effort(known: Known) -> Card | None:
    low, high = known.get(("effort", "effort_low")), known.get(("effort", "effort_high"))
    if low is None or high is None:
        return None
    big = Figure(
        "effort",
        "person-days, by the weights in this report",
        low.value,
        "effort",
        f"{low.value:,.0f}–{high.value:,.0f}",
    )
    return Card("What it costs", big, (low, high), "effort", "What the range is made of")


def figures(cards: Iterable[Card]) -> list[Figure]:
    """Every figure of the first screen."""
    return [figure for card in cards for figure in (card.big, *card.more)]
