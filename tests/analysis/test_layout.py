"""Offsets, sizes and the facts derived from them."""

from __future__ import annotations

from cobol_parser.picture import Category
from cobol_parser.symbols import Constant, DataItem, Usage
from tests.analysis.programs import analyzed, program


def _places(found_item: DataItem) -> list[tuple[str | None, int, int]]:
    return [(item.name, item.offset, item.size) for item in found_item.walk()]


def test_group_usage_and_sign_are_inherited() -> None:
    data = """01 G USAGE COMP-3. 05 P PIC S9(5). 05 D PIC S9(5) DISPLAY.
    01 S SIGN LEADING SEPARATE. 05 N PIC S9(3). 05 T PIC S9(3) SIGN TRAILING. 05 B PIC S9(4) BINARY."""
    found = analyzed(program(data))
    assert _places(found.item("G")) == [("G", 0, 8), ("P", 0, 3), ("D", 3, 5)]
    assert _places(found.item("S")) == [("S", 0, 9), ("N", 0, 4), ("T", 4, 3), ("B", 7, 2)]
    assert (found.item("N").sign_leading, found.item("T").sign_separate) == (True, False)
    assert found.item("P").usage is Usage.COMP_3


def test_synchronized_item_leaves_slack_before_it() -> None:
    found = analyzed(program("01 R. 05 A PIC X. 05 B PIC S9(8) COMP SYNC. 05 C PIC X."))
    assert _places(found.item("R")) == [("R", 0, 9), ("A", 0, 1), ("B", 4, 4), ("C", 8, 1)]
    assert found.item("B").slack == 3


def test_nested_tables_have_strides() -> None:
    found = analyzed(program("01 R. 05 A OCCURS 4. 10 B PIC X. 10 C PIC 9(2) OCCURS 3."))
    assert [(d.maximum, d.stride) for d in found.item("C").dimensions] == [(4, 7), (3, 2)]
    assert found.item("A").total_size == 28
    assert found.item("R").size == 28


def test_variable_table_keeps_its_maximum_and_is_noted_on_each_group() -> None:
    data = """01 N PIC 99. 01 R. 05 HEAD PIC X(3). 05 TAIL. 10 LINE-TEXT PIC X(10) OCCURS 1 TO 20 DEPENDING ON N."""
    found = analyzed(program(data))
    table = found.item("LINE-TEXT")
    assert found.item("R").size == 203
    assert table.depending_on is found.item("N")
    assert found.item("R").variable_tables == found.item("TAIL").variable_tables == (table,)
    assert not table.variable_tables


def test_variable_table_must_end_its_record_except_where_the_dialect_allows_more() -> None:
    data = "01 N PIC 99. 01 R. 05 T PIC X OCCURS 1 TO 9 DEPENDING ON N. 05 Z PIC X."
    assert analyzed(program(data)).codes == ["CBL5016"]
    relaxed = analyzed(program(data), "mf")
    assert relaxed.codes == []
    assert relaxed.item("R").variable_tables == ()


def test_what_stands_behind_a_variable_table_moves_with_it_on_mainframes() -> None:
    data = (
        "01 N PIC 99. 01 R. 05 A PIC X. 05 T PIC X OCCURS 1 TO 9 DEPENDING ON N. 05 B PIC X(4). 05 C REDEFINES B."
        " 07 D PIC X. 05 U PIC X OCCURS 1 TO 2 DEPENDING ON N. 05 E PIC X."
    )
    found = analyzed(program(data), "ibm")
    tables = (found.item("T"), found.item("U"))
    assert found.item("R").variable_tables == tables
    moved = {name: found.item(name).moved_by for name in "ATBDUE"}
    assert moved == {"A": (), "T": (), "B": tables[:1], "D": tables[:1], "U": tables[:1], "E": tables}
    assert found.item("E").offset == 16


def test_redefinition_of_a_redefinition_shares_the_original_storage() -> None:
    data = "01 R. 05 A PIC X(4). 05 B REDEFINES A PIC 9(4). 05 C REDEFINES B PIC XX."
    found = analyzed(program(data), "ibm")
    assert found.codes == []
    assert found.item("C").redefines is found.item("A")
    assert found.item("A").redefined_by == [found.item("B"), found.item("C")]


def test_longer_redefinition_grows_the_group() -> None:
    found = analyzed(program("01 R. 05 A PIC X(4). 05 B REDEFINES A PIC X(6). 05 C PIC X."), "ibm")
    assert _places(found.item("R")) == [("R", 0, 7), ("A", 0, 4), ("B", 0, 6), ("C", 6, 1)]
    assert found.codes == ["CBL5017"]


def test_record_may_redefine_a_shorter_one() -> None:
    found = analyzed(program("01 A PIC X(4). 01 B REDEFINES A. 05 C PIC X(9)."))
    assert found.codes == []
    assert found.item("B").redefines is found.item("A")
    assert found.item("C").offset == 0


def test_redefinition_must_follow_its_subject() -> None:
    assert analyzed(program("01 R. 05 A PIC X. 05 B PIC X. 05 C REDEFINES A PIC X.")).codes == ["CBL5012"]
    assert analyzed(program("01 R. 05 A PIC X. 05 C REDEFINES NOBODY PIC X.")).codes == ["CBL5012"]


def test_renames_spans_items_or_keeps_a_description() -> None:
    data = """01 R. 05 A PIC X(2). 05 B PIC 9(3). 05 C PIC X(4).
    66 AB RENAMES A THRU B. 66 JUST-B RENAMES B."""
    found = analyzed(program(data, "MOVE AB OF R TO C."))
    assert found.codes == []
    assert (found.item("AB").offset, found.item("AB").size, found.item("AB").category) == (
        0,
        5,
        Category.GROUP,
    )
    assert (found.item("JUST-B").offset, found.item("JUST-B").digits) == (2, 3)


def test_constants_measure_and_are_used() -> None:
    data = """78 ROWS VALUE 3. 01 R. 05 T PIC X(5) OCCURS ROWS. 78 R-SIZE VALUE LENGTH OF R.
    01 COPY-AREA PIC X(R-SIZE)."""
    found = analyzed(program(data))
    assert found.codes == []
    assert found.item("COPY-AREA").size == 15
    (constant,) = found.main.symbols.named("R-SIZE")
    assert isinstance(constant, Constant)


def test_records_of_a_file_share_an_area_of_the_largest() -> None:
    source = """IDENTIFICATION DIVISION. PROGRAM-ID. T.
ENVIRONMENT DIVISION. INPUT-OUTPUT SECTION. FILE-CONTROL.
    SELECT F ASSIGN TO "F" FILE STATUS IS FS.
DATA DIVISION. FILE SECTION.
FD F. 01 SHORT PIC X(5). 01 LONGER. 05 N PIC 9(3). 05 X PIC X(20).
WORKING-STORAGE SECTION. 01 FS PIC XX.
PROCEDURE DIVISION. P. STOP RUN."""
    found = analyzed(source)
    file = found.main.symbols.files["F"]
    assert (file.record_size, file.minimum_size) == (23, 5)
    assert [record.offset for record in file.records] == [0, 0]
    assert file.status is found.item("FS")


def test_assign_names_a_data_item_a_literal_or_a_system_name() -> None:
    source = """IDENTIFICATION DIVISION. PROGRAM-ID. T.
ENVIRONMENT DIVISION. INPUT-OUTPUT SECTION. FILE-CONTROL.
    SELECT A ASSIGN TO NAME-ITEM. SELECT B ASSIGN TO "b.dat". SELECT C ASSIGN TO UT-S-PAYFILE.
DATA DIVISION. FILE SECTION. FD A. 01 RA PIC X. FD B. 01 RB PIC X. FD C. 01 RC PIC X.
WORKING-STORAGE SECTION. 01 NAME-ITEM PIC X(8).
PROCEDURE DIVISION. P. STOP RUN."""
    files = analyzed(source).main.symbols.files
    item = files["A"].assign_item
    assert item is not None and item.name == "NAME-ITEM"
    assert [files[name].assign_literal for name in "ABC"] == [None, "b.dat", "UT-S-PAYFILE"]
    files = analyzed(source, "ibm").main.symbols.files
    assert [files[name].assign_literal for name in "ABC"] == ["ITEM", "b.dat", "PAYFILE"]


def test_bad_picture_is_marked_at_its_symbol() -> None:
    found = analyzed(program("01 A PIC 9(3)Z9."))
    (report,) = found.diagnostics
    line = report.source_line or ""
    assert (report.code, line[report.column - 1]) == ("CBL5001", "Z")
