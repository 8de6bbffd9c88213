"""report.html: one file that loads nothing, opens without a server and runs no text of the sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from transpiler.offline_page import asset, embedded, environment, policy_source, script
from transpiler.report.model import Figure, Section
from transpiler.report.summary import Card

FOLDER = "report"
_SCRIPTS = ("tables.js", "charts.js", "graph.js", "lineage.js", "main.js")
_STYLE_ID = re.compile(r"getElementById\(\"([0-9a-f]{64})\"\)")


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number and what it counts."""

    key: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class CardView:
    """An answer. `share` is a width from 0 to 100 as text, empty where the figure is no share."""

    title: str
    key: str
    value: str
    label: str
    share: str
    more: Sequence[FigureView]
    link: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """The head of a section; its tables and pictures are made from the data."""

    number: int
    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The page."""

    title: str
    scope: str
    policy: str
    style: Markup
    library: Markup
    script: Markup
    data: Markup
    cards: Sequence[CardView]
    sections: Sequence[SectionView]
    placeholders: Sequence[str]


def report_page(title: str, sections: Sequence[Section], cards: Sequence[Card], data: dict[str, Any]) -> str:
    """The page as HTML; `data` is the document of report.json."""
    style, library, code = asset(FOLDER, "style.css"), _library(), script(FOLDER, _SCRIPTS)
    view = PageView(
        title,
        next((item.content.text for item in sections if item.name == "scope"), ""),
        _policy(style, library, code),
        Markup(style),
        Markup(library),
        Markup(code),
        embedded(_packed(data)),
        [_card(card) for card in cards],
        [SectionView(item.number, item.name, item.title, item.content.text) for item in sections],
        _own_styles(library),
    )
    return environment(FOLDER).get_template("page.html.j2").render(page=view)


def _packed(data: dict[str, Any]) -> dict[str, Any]:
    """The document with rows as lists, in the order of the columns: names of columns and files are there once, however many rows."""
    paths: dict[str, int] = {}
    sections = [
        {**part, "tables": [{**table, "rows": _packed_rows(table, paths)} for table in part["tables"]]}
        for part in data["sections"]
    ]
    return {**data, "sections": sections, "paths": list(paths)}


def _packed_rows(table: dict[str, Any], paths: dict[str, int]) -> list[list[Any]]:
    keys = [column["key"] for column in table["columns"]]
    rows = []
    for line in table["rows"]:
        places = [
            number
            for at in line["evidence"]
            for number in (paths.setdefault(at["path"], len(paths)), at["line"])
        ]
        packed = [line["id"], [line["values"].get(key) for key in keys], places]
        rows.append([*packed, line["finding"]] if "finding" in line else packed)
    return rows


def _card(card: Card) -> CardView:
    share = f"{100 * card.big.value:.2f}" if card.big.share else ""
    more = [_figure(item) for item in card.more]
    big = _figure(card.big)
    return CardView(card.title, big.key, big.value, big.label, share, more, card.link, card.evidence)


def _figure(item: Figure) -> FigureView:
    return FigureView(item.key, item.text or f"{item.value:,}", item.label)


@cache
def _library() -> str:
    """plotly.js as the Python package of that name ships it."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")


def _own_styles(library: str) -> tuple[str, ...]:
    """Ids of style elements that the library makes unless there are elements with these ids. They are for maps, which a report has
    not, and the policy would refuse them."""
    return tuple(dict.fromkeys(_STYLE_ID.findall(library)))


def _policy(style: str, library: str, code: str) -> str:
    """What the page may do: run its own scripts and use its own style. plotly.js makes an empty style element and sets style
    attributes; neither can run anything."""
    return (
        f"default-src 'none'; script-src {policy_source(library)} {policy_source(code)}; style-src {policy_source(style)} {policy_source('')}; "
        "style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
