"""The files of a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transpiler.report.document import document, to_text
from transpiler.report.model import Section
from transpiler.tree import write_atomically


def write_report(out: Path, title: str, sections: Sequence[Section]) -> Path:
    """Write everything into the folder `out`; returns the page. Raises OSError."""
    report = document(title, sections)
    write_atomically(out / "report.json", to_text(report))
    return out / "report.json"
