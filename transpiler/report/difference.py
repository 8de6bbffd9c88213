"""What changed since an earlier report: rows that are new, gone or have other values, by the ids that stay from run to run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transpiler.report.document import FORMAT, Json
from transpiler.report.model import Column, Content, Figure, Kind, Place, Section, Table, row
from transpiler.wording import counted, noun

NUMBER, NAME, TITLE = 16, "changes", "Changes"
_SILENT = frozenset({"hashes", "files"})
"""Tables of which only new and gone rows are told: every edit changes their values."""


class BadReport(ValueError):
    """A file is no report.json of this format."""


def read_report(path: Path) -> Json:
    """Read an earlier report.json. Raises BadReport."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        if loaded["format"] != FORMAT:
            raise BadReport(f"{path} has format {loaded['format']!r}; this cobolift writes {FORMAT}")
        dict(_rows(loaded))
        dict(_figures(loaded))
    except BadReport:
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise BadReport(f"{path} is no report of cobolift: {error}") from error
    assert isinstance(loaded, dict)
    return loaded


def changes(old: Json, new: Json) -> Section:
    """The section that tells what changed from `old` to `new`."""
    figures = _changed_figures(old, new)
    rows = _changed_rows(old, new)
    new_findings = sum(item.values["change"] == "new finding" for item in rows.rows)
    text = f"Since the earlier report {counted(len(rows.rows), 'row')} and {counted(len(figures.rows), 'figure')} changed; {counted(new_findings, 'finding is', 'findings are')} new."
    heads = (
        Figure("changed", noun(len(rows.rows), "changed row"), len(rows.rows), "changes"),
        Figure("new_findings", noun(new_findings, "new finding"), new_findings, "changes"),
    )
    return Section(NUMBER, NAME, TITLE, Content(text, heads, (figures, rows)))


def _changed_figures(old: Json, new: Json) -> Table:
    before, after = dict(_figures(old)), dict(_figures(new))
    rows = [
        row(key, section=key[0], figure=after.get(key, before.get(key, ("", 0)))[0], before=_value(before, key), after=_value(after, key))
        for key in sorted(before.keys() | after.keys())
        if _value(before, key) != _value(after, key)
    ]  # fmt: skip
    columns = (
        Column("section", "Section"), Column("figure", "Figure"), Column("before", "Before", Kind.NUMBER), Column("after", "Now", Kind.NUMBER),
    )  # fmt: skip
    return Table("figures", "Figures that changed", columns, rows)


def _value(figures: dict[tuple[str, str], tuple[str, float]], key: tuple[str, str]) -> float | None:
    return figures[key][1] if key in figures else None


def _changed_rows(old: Json, new: Json) -> Table:
    before, after = dict(_rows(old)), dict(_rows(new))
    made = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        what = _what(was, now, key[1])
        if what:
            shown: Json = now if now is not None else was if was is not None else {}
            places = [Place(str(at["path"]), int(at["line"])) for at in shown["evidence"][:3]]
            made.append(
                row(
                    (*key, what),
                    places,
                    section=key[0],
                    table=key[1],
                    change=what,
                    row=_words(shown),
                    detail=_detail(was, now),
                )
            )
    columns = (
        Column("section", "Section"), Column("table", "Table"), Column("change", "Change"), Column("row", "Row"), Column("detail", "From → to"),
    )  # fmt: skip
    return Table("changes", "Rows that changed", columns, made)


def _what(was: Json | None, now: Json | None, table: str) -> str:
    if was is None or now is None:
        kind = "finding" if "finding" in (now or was or {}) else "row"
        return f"new {kind}" if was is None else f"gone {kind}"
    return "changed" if table not in _SILENT and was["values"] != now["values"] else ""


def _words(shown: Json) -> str:
    cells = [str(value) for value in shown["values"].values() if isinstance(value, str) and value]
    return " · ".join(cells[:4])


def _detail(was: Json | None, now: Json | None) -> str:
    if was is None or now is None:
        return ""
    keys = [key for key in now["values"] if was["values"].get(key) != now["values"][key]]
    return "; ".join(f"{key}: {was['values'].get(key)} → {now['values'][key]}" for key in keys[:4])


def _rows(report: Json) -> Iterator[tuple[tuple[str, str, str], dict[str, Any]]]:
    for part in report["sections"]:
        for table in part["tables"] if part["name"] != NAME else ():
            for item in table["rows"]:
                yield (part["name"], table["name"], item["id"]), item


def _figures(report: Json) -> Iterator[tuple[tuple[str, str], tuple[str, float]]]:
    for part in report["sections"]:
        for item in part["figures"] if part["name"] != NAME else ():
            yield (part["name"], item["key"]), (item["label"], item["value"])
