"""DATA DIVISION: what clauses become, and how entries nest."""

from __future__ import annotations

import pytest

from cobol_parser import ast
from tests.parse.core.reading import data, entries, messages, outline, read
from tests.parse.statements.compact import compact


def _outline_of(text: str) -> tuple[str, list[str]]:
    unit, diagnostics = read("PROGRAM-ID. T. DATA DIVISION. WORKING-STORAGE SECTION.\n" + text)
    division = unit.programs[0].data
    assert division is not None
    return outline(division.working_storage), messages(diagnostics)


def test_entries_nest_by_level() -> None:
    text = """
        01 A. 05 B. 10 C PIC X. 88 C-1 VALUE '1'. 88 C-2 VALUE '2'. 10 D PIC X.
              05 E PIC X. 66 F RENAMES B THRU E.
        77 G PIC X. 88 G-1 VALUE '1'.
        78 H VALUE 5.
        01 I. 02 PIC X.
        """
    shape, problems = _outline_of(text)
    assert problems == []
    assert shape.split("\n") == [
        "01 A",
        "  05 B",
        "    10 C",
        "      88 C-1",
        "      88 C-2",
        "    10 D",
        "  05 E",
        "  66 F",
        "77 G",
        "  88 G-1",
        "78 H",
        "01 I",
        "  02 FILLER",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "shape", "code"),
    [
        ("01 A. 50 B PIC X. 01 C PIC X.", "01 A\n77 B\n01 C\n", "CBL3014"),
        ("00 A PIC X.", "77 A\n", "CBL3014"),
        ("05 A PIC X. 01 B PIC X.", "05 A\n01 B\n", "CBL3015"),
        ("01 A. 05 B PIC X. 03 C PIC X.", "01 A\n  05 B\n  03 C\n", "CBL3016"),
        ("77 A PIC X. 05 B PIC X.", "77 A\n05 B\n", "CBL3015"),
    ],
)
def test_bad_levels_are_reported(text: str, shape: str, code: str) -> None:
    found, problems = _outline_of(text)
    assert found == shape
    assert [problem.split()[0] for problem in problems] == [code]


@pytest.mark.parametrize(
    ("written", "usage"),
    [
        ("COMP", "BINARY"),
        ("USAGE IS COMPUTATIONAL-4", "BINARY"),
        ("BINARY", "BINARY"),
        ("COMP-3", "COMP-3"),
        ("PACKED-DECIMAL", "COMP-3"),
        ("COMPUTATIONAL-5", "COMP-5"),
        ("COMP-X", "COMP-X"),
        ("DISPLAY", "DISPLAY"),
    ],
)
def test_usage_has_one_name(written: str, usage: str) -> None:
    assert entries(f"01 A PIC 9(4) {written}.")[0].usage == usage


@pytest.mark.parametrize(
    ("written", "usage"),
    [
        ("COMP-1", "COMP-1"),
        ("FLOAT-LONG", "COMP-2"),
        ("BINARY-LONG", "BINARY-LONG"),
        ("BINARY-CHAR UNSIGNED", "BINARY-CHAR UNSIGNED"),
        ("BINARY-SHORT SIGNED", "BINARY-SHORT"),
        ("UNSIGNED-INT", "BINARY-LONG UNSIGNED"),
        ("INDEX", "INDEX"),
        ("POINTER", "POINTER"),
        ("PROGRAM-POINTER", "PROCEDURE-POINTER"),
    ],
)
def test_usage_without_picture(written: str, usage: str) -> None:
    assert entries(f"01 A USAGE {written}.")[0].usage == usage


def test_clauses_come_in_any_order() -> None:
    (record,) = entries("""
        01 A. 05 B VALUE -1 SIGN LEADING SEPARATE PIC S9(3) OCCURS 3 TO 5 DEPENDING ON N
                   ASCENDING KEY K-1 K-2 DESCENDING KEY K-3 INDEXED BY I J.""")
    item = record.children[0]
    assert item.picture is not None and item.picture.text == "S9(3)"
    assert item.sign is not None and (item.sign.leading, item.sign.separate) == (True, True)
    occurs = item.occurs
    assert occurs is not None
    assert (compact(occurs.minimum), compact(occurs.maximum), compact(occurs.depending_on)) == ("3", "5", "N")
    assert [(key.ascending, compact(key.names)) for key in occurs.keys] == [
        (True, "[K-1, K-2]"),
        (False, "[K-3]"),
    ]
    assert occurs.indexed_by == ("I", "J")


def test_fixed_table_has_equal_bounds() -> None:
    item = entries("01 A. 05 B PIC X OCCURS 3.")[0].children[0]
    assert item.occurs is not None
    assert item.occurs.minimum is item.occurs.maximum


def test_flags() -> None:
    first, second, third = entries("""
        01 A PIC X(4) JUSTIFIED RIGHT EXTERNAL. 01 B PIC Z(4) BLANK WHEN ZERO GLOBAL.
        01 C PIC 9(4) COMP SYNC RIGHT BASED.""")
    assert (first.justified, first.external, first.is_global) == (True, True, False)
    assert (second.blank_when_zero, second.is_global, second.synchronized) == (True, True, None)
    assert (third.synchronized, third.based) == ("RIGHT", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01 A PIC X VALUE 'X'.", '[ValueRange(low="X")]'),
        ("01 A PIC S9 VALUE - 5.", "[ValueRange(low=-5)]"),
        ("01 A PIC X VALUE ALL '*'.", '[ValueRange(low=ALL "*")]'),
        ("78 A VALUE 2 + 3 * 4.", "[ValueRange(low=((2 + 3) * 4))]"),
        ("78 A VALUE B -1.", "[ValueRange(low=(B - 1))]"),
        ("01 A CONSTANT AS (1 + 2) * 3.", "[ValueRange(low=([(1 + 2)] * 3))]"),
    ],
)
def test_value(text: str, expected: str) -> None:
    (item,) = entries(text)
    assert item.value is not None
    assert compact(item.value.values) == expected


def test_constant_has_level_78() -> None:
    (item,) = entries("01 A CONSTANT IS GLOBAL AS 5.")
    assert (item.level, item.name, item.is_global) == (78, "A", True)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("VALUE 1", "[ValueRange(low=1)]"),
        ("VALUES ARE 1 2, 5 THRU 9", "[ValueRange(low=1), ValueRange(low=2), ValueRange(low=5, high=9)]"),
        ("VALUES -5 THROUGH -1 +3", "[ValueRange(low=-5, high=-1), ValueRange(low=3)]"),
        ("VALUE SPACES ZERO", "[ValueRange(low=SPACE), ValueRange(low=ZERO)]"),
    ],
)
def test_condition_name_values(values: str, expected: str) -> None:
    item = entries(f"01 A PIC S9. 88 B {values}.")[0].children[0]
    assert item.value is not None
    assert compact(item.value.values) == expected


def test_condition_name_when_false() -> None:
    item = entries("01 A PIC X. 88 B VALUE 'Y' WHEN SET TO FALSE IS 'N'.")[0].children[0]
    assert item.value is not None
    assert compact(item.value.when_false) == '"N"'


def test_redefines_and_renames() -> None:
    first, second = entries(
        "01 A. 05 B PIC X. 05 C PIC X. 66 D RENAMES B THRU C OF A. 01 E REDEFINES A PIC XX."
    )
    assert compact(first.children[2].renames) == "[B, C OF A]"
    assert second.redefines == "A"


def test_file_description() -> None:
    division = data("""
        FILE SECTION.
        FD F IS GLOBAL EXTERNAL BLOCK CONTAINS 2 TO 10 RECORDS RECORD IS VARYING IN SIZE FROM 5 TO 80 CHARACTERS
           DEPENDING ON N LABEL RECORDS ARE STANDARD RECORDING MODE IS V CODE-SET IS ALPHA DATA RECORDS ARE R-1 R-2
           LINAGE IS 60 LINES WITH FOOTING AT 55 LINES AT TOP 2 LINES AT BOTTOM M.
        01 R-1 PIC X. 01 R-2. 05 X PIC X.
        SD S RECORD CONTAINS 10 CHARACTERS.
        01 S-1 PIC X(10).
        FD P REPORTS ARE Q-1 Q-2.""")
    first, second, third = division.files
    assert (first.name, first.sort, first.is_global, first.external) == ("F", False, True, True)
    assert (first.record_minimum, first.record_maximum, first.record_varying) == (5, 80, True)
    assert compact(first.record_depending_on) == "N"
    assert first.block_contains == (2, 10, "RECORDS")
    assert (first.recording_mode, first.code_set, first.label_records) == ("V", "ALPHA", "STANDARD")
    assert first.data_records == ("R-1", "R-2")
    assert compact(first.linage) == "LinageClause(body=60, footing=55, top=2, bottom=M)"
    assert outline(first.records) == "01 R-1\n01 R-2\n  05 X\n"
    assert (second.sort, second.record_minimum, second.record_maximum) == (True, 10, 10)
    assert third.reports == ("Q-1", "Q-2")


def test_sections() -> None:
    division = data("""
        FILE SECTION. WORKING-STORAGE SECTION. 01 A PIC X. LOCAL-STORAGE SECTION. 01 B PIC X.
        LINKAGE SECTION. 01 C PIC X. SCREEN SECTION. 01 D. 05 LINE 1 COLUMN 2 VALUE 'X'.
        05 LINE 2 COL 5 PIC X USING A HIGHLIGHT FOREGROUND-COLOR 2.""")
    sections = (division.working_storage, division.local_storage, division.linkage, division.screens)
    assert [section[0].name for section in sections] == ["A", "B", "C", "D"]
    assert len(division.screens[0].children) == 2


def test_report() -> None:
    division = data("""
        REPORT SECTION.
        RD R CONTROLS ARE FINAL K PAGE LIMIT IS 60 LINES HEADING 1 FIRST DETAIL 5 LAST DETAIL 50 FOOTING 55.
        01 TYPE RH LINE 1 NEXT GROUP NEXT PAGE.
        01 D TYPE IS DETAIL. 02 LINE NUMBER IS PLUS 1. 03 COLUMN 5 PIC X(4) SOURCE IS A OF B GROUP INDICATE.
        01 TYPE CONTROL FOOTING FINAL LINE PLUS 2. 02 T COLUMN 1 PIC 9(5) SUM A B UPON D RESET ON FINAL.""")
    (report,) = division.reports
    assert compact(report.controls) == "[K]"
    page = report.page
    assert page is not None
    limits = (page.lines, page.heading, page.first_detail, page.last_detail, page.footing)
    assert compact(limits) == "[60, 1, 5, 50, 55]"
    heading, detail, footing = report.groups
    assert heading.type is not None and heading.type.kind == "REPORT HEADING"
    assert heading.line is not None and (heading.line.number, heading.line.is_relative) == (1, False)
    assert heading.next_group is not None and heading.next_group.number is None
    line = detail.children[0]
    assert line.line is not None and (line.line.number, line.line.is_relative) == (1, True)
    field = line.children[0]
    assert field.column is not None and field.column.numbers == (5,)
    assert compact(field.source) == "A OF B"
    assert field.group_indicate
    assert field.description.picture is not None
    assert footing.type is not None and (footing.type.kind, footing.type.is_final) == (
        "CONTROL FOOTING",
        True,
    )
    total = footing.children[0]
    assert total.name == "T"
    assert total.sum is not None and compact((total.sum.addends, total.sum.upon)) == "[[A, B], [D]]"
    assert total.reset is not None and total.reset.control is None


def test_communication_description_is_kept_as_words() -> None:
    unit, diagnostics = read(
        """
        PROGRAM-ID. T. DATA DIVISION. COMMUNICATION SECTION.
        CD C FOR INITIAL INPUT SYMBOLIC QUEUE IS Q MESSAGE DATE IS D END KEY IS E. 01 R PIC X(87).
        CD O FOR OUTPUT.""",
        "cobol85",
    )
    assert messages(diagnostics) == []
    division = unit.programs[0].data
    assert division is not None
    assert [(item.name, item.direction, len(item.records)) for item in division.communications] == [
        ("C", "INPUT", 1),
        ("O", "OUTPUT", 0),
    ]


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("01 A PIC X FOO. 01 B PIC X.", ["A", "B"], "CBL3001"),
        ("01 A PIC X\n01 B PIC X.", ["A", "B"], "CBL3002"),
        ("01 A PIC X PIC 9. 01 B PIC X.", ["A", "B"], "CBL3013"),
        ("01 MOVE PIC X. 01 B PIC X.", [None, "B"], "CBL3001"),
        ("JUNK. 01 B PIC X.", ["B"], "CBL3001"),
    ],
)
def test_bad_entry_costs_at_most_itself(text: str, names: list[str | None], code: str) -> None:
    unit, diagnostics = read("PROGRAM-ID. T. DATA DIVISION. WORKING-STORAGE SECTION.\n" + text)
    division = unit.programs[0].data
    assert division is not None
    assert [item.name for item in division.working_storage] == names
    assert code in {item.code for item in diagnostics.items}


def test_clauses_before_an_error_are_kept() -> None:
    unit, _ = read("PROGRAM-ID. T. DATA DIVISION. WORKING-STORAGE SECTION. 01 A PIC X(5) VALEU 'A'.")
    division = unit.programs[0].data
    assert division is not None
    picture = division.working_storage[0].picture
    assert picture is not None and picture.text == "X(5)"


def test_exec_block_among_data_is_reported() -> None:
    unit, diagnostics = read("""
        PROGRAM-ID. T. DATA DIVISION. WORKING-STORAGE SECTION.
        EXEC SQL INCLUDE SQLCA END-EXEC. 01 A PIC X.""")
    assert [item.code for item in diagnostics.items] == ["CBL3011"]
    division = unit.programs[0].data
    assert division is not None
    assert isinstance(division.working_storage[0], ast.DataDescription)
