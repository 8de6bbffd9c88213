"""The pages of a source tree: one a program, and one for the tree."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cobol_parser.ast import Statement
from transpiler import outcome as outcomes
from transpiler.nesting import room_for_nesting
from transpiler.options import ConvertOptions
from transpiler.outcome import Outcome, convert_kept
from transpiler.pipeline import Conversion
from transpiler.review.alignment import Alignment, align
from transpiler.review.edited import with_edits
from transpiler.review.evidence import Evidence
from transpiler.review.page import ProgramRow, index_page, program_page
from transpiler.review.page_data import Json, page_data
from transpiler.review.status import RISK, UNSUPPORTED
from transpiler.tree import SourceEntry, write_atomically

INDEX = "index.html"
_PROJECT_DIGITS = 12
NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """What a review is made of: the folder of the converted modules, the folder of the pages, and evidence from elsewhere."""

    out: Path
    pages: Path
    project: str
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What became of one program: its page (None without one, and `note` says why) and figures for the page of the tree."""

    entry: SourceEntry
    outcome: Outcome
    page: Path | None
    note: str
    programs: tuple[str, ...] = ()
    lines: int = 0
    units: int = 0
    unsupported: int = 0
    risks: int = 0
    unexplained: int = 0
    keys: tuple[str, ...] = ()


def project_of(source: Path) -> str:
    """The name under which a browser keeps the marks of a source tree."""
    return hashlib.sha256(str(source.resolve()).encode()).hexdigest()[:_PROJECT_DIGITS]


def source_name(entry: SourceEntry) -> str:
    """The name of a program in the marks: its path below the source folder."""
    return (entry.folder / entry.path.name).as_posix()


def review_batch(
    entries: Sequence[SourceEntry], options: ConvertOptions, review: ReviewOptions
) -> list[Reviewed]:
    """Convert some programs again, compare them with the modules that are there, and write their pages."""
    enabled = gc.isenabled()
    gc.disable()  # nothing made here is garbage before the end, and looking for some takes a fifth of the time
    try:
        return [
            _review(entry, outcome, conversion, review)
            for entry, (outcome, conversion) in zip(entries, convert_kept(entries, options), strict=True)
        ]
    finally:
        if enabled:
            gc.enable()


def worker_died(entry: SourceEntry) -> Reviewed:
    """What became of a program whose process ended."""
    return Reviewed(entry, outcomes.worker_died(entry), None, "the process that worked on it died")


def _review(entry: SourceEntry, outcome: Outcome, conversion: Conversion, review: ReviewOptions) -> Reviewed:
    if not conversion.module_text:
        return Reviewed(entry, outcome, None, "not converted")
    try:
        text = (review.out / entry.module_path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Reviewed(entry, outcome, None, f"no module {entry.module_path.as_posix()}: convert first")
    try:
        with room_for_nesting():
            alignment = align(conversion)
            if alignment is None:
                return Reviewed(entry, outcome, None, "not converted")
            if text != conversion.module_text:
                alignment = with_edits(alignment, text)
            data = page_data(alignment, conversion.path.stem, review.evidence)
    except RecursionError:
        return Reviewed(entry, outcome, None, "nests too deep to be shown")
    return _write(entry, outcome, alignment, data, review)


def _write(
    entry: SourceEntry, outcome: Outcome, alignment: Alignment, data: Json, review: ReviewOptions
) -> Reviewed:
    page = entry.module_path.with_suffix(".html")
    data["project"] = review.project
    data["source"] = source_name(entry)
    title = ", ".join(dict.fromkeys(outcome.program_ids))
    index = "../" * len(entry.folder.parts) + INDEX
    write_atomically(review.pages / page, program_page(title, str(entry.path), index, data))
    units = [unit for unit in data["units"] if unit["y"] or unit["s"] != "converted"]
    unexplained = [
        number
        for number, gap in alignment.silent.items()
        if gap.reason is None and isinstance(alignment.units.all[number].node, Statement)
    ]
    return Reviewed(
        entry,
        outcome,
        page,
        "",
        tuple(data["programs"]),
        outcome.lines,
        len(units),
        sum(unit["s"] == UNSUPPORTED for unit in units),
        sum(unit["s"] == RISK for unit in units),
        len(unexplained),
        tuple("/".join(unit["key"].split("/")[-2:]) for unit in units),
    )


def write_index(reviewed: Sequence[Reviewed], title: str, review: ReviewOptions) -> Path:
    """Write the page of the tree; returns its path."""
    rows = [_row(number, item) for number, item in enumerate(reviewed)]
    data = {"project": review.project, "programs": [_index_entry(item) for item in reviewed]}
    path = review.pages / INDEX
    write_atomically(path, index_page(title, rows, data))
    return path


def _row(number: int, item: Reviewed) -> ProgramRow:
    shown = item.page is not None
    return ProgramRow(
        number,
        ", ".join(item.outcome.program_ids) or item.entry.path.stem,
        source_name(item.entry),
        _address(item),
        f"{item.outcome.lines:,}",
        f"{item.units:,}" if shown else "",
        f"{item.unsupported:,}" if shown else "",
        f"{item.risks:,}" if shown else "",
        item.note,
    )


def _address(item: Reviewed) -> str:
    """The page as a relative address: names of folders can hold any character."""
    return quote(item.page.as_posix()) if item.page is not None else ""


def _index_entry(item: Reviewed) -> Json:
    return {
        "source": source_name(item.entry),
        "href": _address(item),
        "names": list(item.programs),
        "total": item.units,
        "keys": " ".join(item.keys),
    }
