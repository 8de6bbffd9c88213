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
    """What asks for attention, counted over the tables of all sections."""
    levels = Counter(
        row.finding.level
        for item in sections
        for table in item.content.tables
        for row in table.rows
        if row.finding is not None
    )
    errors = Figure(
        "errors", noun(levels[Level.ERROR], "error to mend", "errors to mend"), levels[Level.ERROR]
    )
    more = (
        Figure("warnings", noun(levels[Level.WARNING], "warning"), levels[Level.WARNING]),
        Figure("notes", noun(levels[Level.NOTE], "note"), levels[Level.NOTE]),
    )
    return Card("What asks for attention", errors, more, "table-diagnostics", "The diagnostics")


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
