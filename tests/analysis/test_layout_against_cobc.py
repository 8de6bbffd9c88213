"""Layouts equal those of GnuCOBOL, for random record structures."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cobol_parser.declare import declare_program
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import DIALECTS
from cobol_parser.symbols import DataItem
from tests.analysis.compiled_layout import measure
from tests.analysis.entries import Entry, working_storage

pytestmark = [
    pytest.mark.cobc,
    pytest.mark.skipif(shutil.which("cobc") is None, reason="needs GnuCOBOL"),
]

_NUMERIC = st.sampled_from(["9", "9(2)", "S9(3)", "9(4)", "S9(4)V9", "9(7)", "S9(8)", "S9(9)", "9(10)", "S9(5)V9(6)",
                            "9(14)", "S9(16)", "S9(17)", "9(18)", "S9(18)", "9(3)P(2)", "VP(2)9(3)"])  # fmt: skip
_TEXT = st.sampled_from(
    ["X", "X(3)", "X(7)", "A(4)", "XXBX(2)", "Z(4)9.99", "$$,$$9.99CR", "99/99/99", "+9(3)"]
)
_BINARY = st.sampled_from(["BINARY", "COMP-3", "COMP-5", "COMP-6", "COMP-X"])
_FIXED = st.sampled_from(["COMP-1", "COMP-2", "INDEX", "POINTER", "BINARY-CHAR", "BINARY-SHORT", "BINARY-LONG",
                          "BINARY-DOUBLE"])  # fmt: skip
_SIGNS = st.sampled_from([None, "TRAILING", "LEADING", "LEADING SEPARATE", "TRAILING SEPARATE"])


@st.composite
def _elementary(draw: st.DrawFn) -> Entry:
    kind = draw(st.integers(0, 4))
    synchronized = draw(st.integers(0, 2)) == 0
    if kind == 0:
        return Entry(0, "", draw(_TEXT))
    if kind == 1:
        picture = draw(_NUMERIC)
        return Entry(0, "", picture, sign=draw(_SIGNS) if picture.startswith("S") else None)
    if kind == 2:
        return Entry(0, "", usage=draw(_FIXED), synchronized=synchronized)
    usage = draw(_BINARY)
    picture = draw(_NUMERIC)
    if usage in ("COMP-6", "COMP-X"):
        picture = picture.lstrip("S")
    return Entry(0, "", picture, usage, synchronized=synchronized)


@st.composite
def _group(draw: st.DrawFn, depth: int) -> Entry:
    children = []
    for _ in range(draw(st.integers(1, 4))):
        child = draw(_group(depth - 1)) if depth and draw(st.booleans()) else draw(_elementary())
        if draw(st.integers(0, 3)) == 0:
            child.occurs = draw(st.integers(1, 4))
        children.append(child)
    return Entry(0, "", children=children)


def _finish(record: Entry, number: int) -> Entry:
    """Give out levels and unique names."""
    count = 0

    def visit(entry: Entry, level: int) -> None:
        nonlocal count
        entry.level, entry.name = level, f"R{number}-I{count}"
        count += 1
        for child in entry.children:
            visit(child, level + 1)

    visit(record, 1)
    return record


_RECORDS = st.lists(_group(3), min_size=10, max_size=20)


@pytest.mark.parametrize("dialect", ["gnucobol", "ibm", "mf"])
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(groups=_RECORDS)
def test_random_records_lie_as_compiled(dialect: str, groups: list[Entry]) -> None:
    records = [_finish(group, number) for number, group in enumerate(groups)]
    with tempfile.TemporaryDirectory() as folder:
        expected = measure(records, Path(folder), DIALECTS[dialect].cobc_std)
    diagnostics = Diagnostics()
    symbols = declare_program(working_storage(records), None, DIALECTS[dialect], diagnostics, {})
    assert [item.message for item in diagnostics] == []
    ours = {item.name: (item.offset, item.size) for item in symbols.data_items()}
    assert ours == expected


def _by_name(records: list[Entry], dialect: str) -> dict[str, DataItem]:
    diagnostics = Diagnostics()
    symbols = declare_program(working_storage(records), None, DIALECTS[dialect], diagnostics, {})
    assert not diagnostics.has_errors
    return {item.name: item for item in symbols.data_items() if item.name}


def test_redefinitions_lie_as_compiled(tmp_path: Path) -> None:
    record = Entry(1, "R", children=[
        Entry(5, "A", "X(4)"),
        Entry(5, "B", "9(4)", redefines="A"),
        Entry(5, "C", redefines="A", children=[Entry(10, "C1", "X"), Entry(10, "C2", "X(2)", redefines="C1"),
                                               Entry(10, "C3", "X")]),
        Entry(5, "D", "X(3)", occurs=3),
        Entry(5, "E", "X(9)", redefines="D"),
        Entry(5, "F", "S9(4)", "BINARY", synchronized=True),
        Entry(5, "G", "S9(8)", "BINARY", synchronized=True, redefines="F"),
        Entry(5, "H", "X"),
    ])  # fmt: skip
    for dialect in ("ibm", "mf"):
        expected = measure([record], tmp_path, DIALECTS[dialect].cobc_std)
        ours = {name: (item.offset, item.size) for name, item in _by_name([record], dialect).items()}
        assert ours == expected


def test_cobol85_does_not_align(tmp_path: Path) -> None:
    """The dialect knows no addresses; the bytes of the record are counted instead."""
    record = Entry(1, "R", children=[Entry(5, "A", "X"), Entry(5, "B", "S9(8)", "BINARY", synchronized=True)])
    source = tmp_path / "count.cob"
    lines = [
        "IDENTIFICATION DIVISION.", "PROGRAM-ID. COUNT.", "DATA DIVISION.", "WORKING-STORAGE SECTION.", *record.lines(),
        "01 BYTES PIC 9(4).", "PROCEDURE DIVISION.", "MAIN-PARAGRAPH.",
        "INSPECT R TALLYING BYTES FOR CHARACTERS", "DISPLAY BYTES", "STOP RUN.",
    ]  # fmt: skip
    source.write_text("\n".join(lines) + "\n")
    program = tmp_path / "count"
    subprocess.run(["cobc", "-x", "-free", "-w", "-std=cobol85", "-o", program, source], check=True)
    shown = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    assert int(shown) == _by_name([record], "cobol85")["R"].size
