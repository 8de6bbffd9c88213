"""Which items share bytes."""

from __future__ import annotations

from tests.analysis.programs import Analyzed, analyzed, program
from transpiler.data_flow.extents import extent, overlaps, sharing

DATA = """
01 R. 05 A PIC X(4). 05 B REDEFINES A PIC 9(2). 05 C PIC X(2). 66 D RENAMES A THRU C.
01 S REDEFINES R. 05 E PIC X(4). 05 F PIC X(2).
01 T. 05 G OCCURS 3. 10 H PIC X. 10 I PIC X.
01 U PIC X(6).
"""


def shares(analysis: Analyzed, name: str) -> list[str]:
    """The names of items that share bytes with one."""
    symbols = analysis.main.symbols
    others = [*symbols.data_items(), analysis.item("D")]
    return sorted(str(item.name) for item in sharing(analysis.item(name), others))


def test_groups_redefinitions_and_renames_share_bytes() -> None:
    analysis = analyzed(program(DATA))
    assert shares(analysis, "C") == ["D", "F", "R", "S"]
    assert shares(analysis, "B") == ["A", "D", "E", "R", "S"]
    assert shares(analysis, "U") == []


def test_columns_of_a_table_do_not_share_bytes() -> None:
    analysis = analyzed(program(DATA))
    assert shares(analysis, "H") == ["G", "T"]
    assert not overlaps(analysis.item("H"), analysis.item("I"))


def test_an_extent_has_all_occurrences() -> None:
    analysis = analyzed(program(DATA))
    found = extent(analysis.item("I"))
    assert (found.start, found.stop) == (1, 6)
    assert extent(analysis.item("T")).contains(found)
