"""Programs beside their Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import write
from tests.output.programs import all_programs, generate
from transpiler.options import ConvertOptions
from transpiler.pipeline import convert, finish
from transpiler.review.alignment import Alignment, align

Aligned = Callable[..., Alignment]


@pytest.fixture
def aligned(tmp_path: Path) -> Aligned:
    """Align a program given as text, with copybooks by name."""

    def make(text: str, **copybooks: str) -> Alignment:
        write(tmp_path, {"p.cbl": text, **{f"{name}.cpy": body for name, body in copybooks.items()}})
        conversion = convert(tmp_path / "p.cbl", ConvertOptions())
        finish([conversion])
        alignment = align(conversion)
        assert alignment is not None
        return alignment

    return make


@pytest.fixture(scope="session")
def alignments() -> dict[str, Alignment]:
    """Every sample and every statement case."""
    made = [
        (item.name, align(item.conversion))
        for item in generate([program for program in all_programs() if not program.exact])
    ]
    return {name: alignment for name, alignment in made if alignment is not None}
