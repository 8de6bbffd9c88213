"""A file of records with what is known about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transpiler.data.datasets import dataset_records, is_dataset
from transpiler.data.formats import Layout, Source, detect_format, read_records
from transpiler.data.rows import Rows
from transpiler.data.selection import Condition
from transpiler.data.shape import Shapes

PADDED = ("fixed", "line")
"""Formats whose records all have one length."""

DATASET = "dataset"
"""The form of an indexed or relative dataset, which is read in the order of its prime key."""

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True, eq=False)
class FlatFile:
    """A file, the shapes of its records, and its format."""

    path: Path
    shapes: Shapes
    form: str
    layout: Layout

    @property
    def rows(self) -> Rows:
        """What turns its records into rows."""
        return Rows(self.shapes, self.layout.size if self.form in PADDED else None)

    def records(
        self, where: Sequence[Condition] = (), advance: Advance | None = None
    ) -> Iterator[tuple[int, bytes]]:
        """The records that fulfil all conditions, numbered from 1."""
        if self.form == DATASET:
            for number, record in enumerate(dataset_records(self.path), 1):
                if all(condition.holds(record) for condition in where):
                    yield number, record
            return
        with self.path.open("rb", buffering=0) as file:
            found = read_records(Source(file, advance), self.form, self.layout)
            for number, record in enumerate(found, 1):
                if all(condition.holds(record) for condition in where):
                    yield number, record


def layout_of(shapes: Shapes, record_length: int | None = None) -> Layout:
    """The record length (the longest, unless another is given) and the space of files with these records."""
    return Layout(record_length or shapes.size, shapes.encoding.code_page.space)


def open_flat_file(path: Path, shapes: Shapes, form: str, record_length: int | None = None) -> FlatFile:
    """A file in a format, which is found out when it is `auto`. Raises UsageProblem when none fits."""
    layout = layout_of(shapes, record_length)
    if form == "auto" and is_dataset(path):
        form = DATASET
    if form == "auto":
        form = detect_format(path, layout, varies=shapes.varies)
    return FlatFile(path, shapes, form, layout)
