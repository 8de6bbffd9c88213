"""The files of a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transpiler.report.dependencies import graph
from transpiler.report.document import Json, to_text
from transpiler.report.estate import Estate
from transpiler.report.graph_files import graphml, mermaid
from transpiler.report.model import Section
from transpiler.report.page import report_page
from transpiler.report.sarif import sarif_text
from transpiler.report.summary import Card
from transpiler.report.tables_csv import csv_text
from transpiler.tree import write_atomically

PAGE = "report.html"


def write_report(
    out: Path, title: str, estate: Estate, sections: Sequence[Section], cards: Sequence[Card], report: Json
) -> Path:
    """Write everything into the folder `out`; returns the page. Raises OSError."""
    write_atomically(out / "report.json", to_text(report))
    write_atomically(out / "findings.sarif", sarif_text(sections))
    for item in sections:
        for table in item.content.tables:
            write_atomically(out / "tables" / f"{item.name}-{table.name}.csv", csv_text(table))
    write_atomically(out / "dependencies.graphml", graphml(estate.once(graph)))
    write_atomically(out / "dependencies.mmd", mermaid(estate.once(graph)))
    write_atomically(out / PAGE, report_page(title, sections, cards, report))
    return out / PAGE
