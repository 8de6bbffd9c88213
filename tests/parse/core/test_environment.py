"""ENVIRONMENT DIVISION: what paragraphs and clauses become."""

from __future__ import annotations

import pytest

from tests.parse.core.reading import environment, messages, read, select, special_names
from tests.parse.statements.compact import compact


def test_computers() -> None:
    division = environment(
        """
        CONFIGURATION SECTION. SOURCE-COMPUTER. VAX WITH DEBUGGING MODE.
        OBJECT-COMPUTER. IBM-370 MEMORY SIZE 8 MODULES PROGRAM COLLATING SEQUENCE IS A-1 SEGMENT-LIMIT IS 20.
        SPECIAL-NAMES. ALPHABET A-1 IS NATIVE.""",
        "cobol85",
    )
    assert (division.source_computer, division.debugging_mode) == ("VAX", True)
    assert division.object_computer == "IBM-370"
    assert (division.program_collating_sequence, division.segment_limit) == ("A-1", 20)


def test_mnemonic_names() -> None:
    names = special_names("""
        C01 IS TOP-OF-FORM SYSIN READER
        SWITCH-1 IS SW-1 ON STATUS IS SW-ON OFF STATUS IS SW-OFF SWITCH-2 ON IS LOUD""")
    shape = [(item.system_name, item.mnemonic, item.on_status, item.off_status) for item in names.mnemonics]
    assert shape == [
        ("C01", "TOP-OF-FORM", None, None),
        ("SYSIN", "READER", None, None),
        ("SWITCH-1", "SW-1", "SW-ON", "SW-OFF"),
        ("SWITCH-2", None, "LOUD", None),
    ]


def test_alphabets() -> None:
    names = special_names("""
        ALPHABET A IS STANDARD-1 ALPHABET B IS EBCDIC
        ALPHABET C IS 'A' THRU 'Z' 'a' ALSO 'b' ALSO 'c' 40""")
    first, second, third = names.alphabets
    assert (first.predefined, second.predefined, third.predefined) == ("STANDARD-1", "EBCDIC", None)
    assert compact(third.ranges) == (
        '[[ValueRange(low="A", high="Z")], [ValueRange(low="a"), ValueRange(low="b"), ValueRange(low="c")], '
        "[ValueRange(low=40)]]"
    )


def test_class_and_symbolic_characters() -> None:
    names = special_names(
        "CLASS HEX IS '0' THRU '9' 'A' THRU 'F' SYMBOLIC CHARACTERS BEL HT ARE 8 10 SYSIN IS R"
    )
    assert (
        compact(names.classes[0].ranges) == '[ValueRange(low="0", high="9"), ValueRange(low="A", high="F")]'
    )
    assert (names.symbolic_characters[0].names, names.symbolic_characters[0].ordinals) == (
        ("BEL", "HT"),
        (8, 10),
    )
    assert [item.mnemonic for item in names.mnemonics] == ["R"]


def test_currency_and_point() -> None:
    names = special_names(
        "CURRENCY SIGN IS 'EUR' WITH PICTURE SYMBOL 'E' DECIMAL-POINT IS COMMA CRT STATUS IS C"
    )
    assert (names.currency_sign, names.currency_symbol, names.decimal_point_is_comma) == ("EUR", "E", True)
    assert compact(names.crt_status) == "C"


def test_special_names_may_have_several_sentences() -> None:
    names = special_names("SYSIN IS A. CLASS B IS 'B'. DECIMAL-POINT IS COMMA")
    assert (len(names.mnemonics), len(names.classes), names.decimal_point_is_comma) == (1, 1, True)


def test_repository() -> None:
    division = environment("CONFIGURATION SECTION. REPOSITORY. FUNCTION TRIM LENGTH INTRINSIC FUNCTION MINE.")
    assert division.repository == ("TRIM", "LENGTH", "MINE")


def test_select() -> None:
    entry = select("""OPTIONAL F ASSIGN TO DISK 'f.dat' W-NAME ORGANIZATION IS INDEXED ACCESS MODE IS DYNAMIC
        RECORD KEY IS K OF R ALTERNATE RECORD KEY IS A-1 WITH DUPLICATES ALTERNATE RECORD A-2
        FILE STATUS IS ST ST-2 RESERVE 2 AREAS LOCK MODE IS MANUAL WITH LOCK ON MULTIPLE RECORDS
        SHARING WITH READ ONLY PADDING CHARACTER IS '*' RECORD DELIMITER IS STANDARD-1""")
    assert (entry.name, entry.optional, entry.organization, entry.access) == ("F", True, "INDEXED", "DYNAMIC")
    assert (compact(entry.assign), entry.assign_words) == ('["f.dat", W-NAME]', ("DISK",))
    assert compact(entry.record_key) == "RecordKey(key=K OF R)"
    assert compact(entry.alternate_keys) == "[RecordKey(key=A-1, duplicates=True), RecordKey(key=A-2)]"
    assert (compact(entry.status), compact(entry.secondary_status)) == ("ST", "ST-2")
    assert (entry.reserve, entry.lock_mode, entry.sharing) == (2, "MANUAL WITH LOCK MULTIPLE", "READ ONLY")
    assert (compact(entry.padding), entry.record_delimiter) == ('"*"', "STANDARD-1")


@pytest.mark.parametrize(
    ("written", "organization"),
    [
        ("", "SEQUENTIAL"),
        ("LINE SEQUENTIAL", "LINE SEQUENTIAL"),
        ("ORGANIZATION IS LINE SEQUENTIAL", "LINE SEQUENTIAL"),
        ("ORGANIZATION RECORD SEQUENTIAL", "SEQUENTIAL"),
        ("RELATIVE", "RELATIVE"),
    ],
)
def test_organization(written: str, organization: str) -> None:
    assert select(f"F ASSIGN 'f' {written}").organization == organization


def test_split_key() -> None:
    entry = select("F ASSIGN 'f' INDEXED RECORD KEY IS K = A B")
    assert compact(entry.record_key) == "RecordKey(key=K, parts=[A, B])"


def test_i_o_control() -> None:
    division = environment("""
        INPUT-OUTPUT SECTION. FILE-CONTROL. SELECT F ASSIGN 'f'. SELECT G ASSIGN 'g'.
        I-O-CONTROL. SAME RECORD AREA FOR F G; SAME SORT-MERGE AREA F G. SAME AREA F G
        MULTIPLE FILE TAPE CONTAINS F POSITION 1 G RERUN ON F EVERY 10 RECORDS OF G.""")
    assert [(area.kind, area.files) for area in division.same_areas] == [
        ("RECORD", ("F", "G")),
        ("SORT-MERGE", ("F", "G")),
        ("", ("F", "G")),
    ]
    assert division.multiple_file_tapes == ("F", "G")
    assert division.reruns == ("RERUN ON F EVERY 10 RECORDS OF G",)


def test_clause_without_effect_is_reported() -> None:
    _, diagnostics = read("PROGRAM-ID. T. I-O-CONTROL. APPLY WRITE-ONLY ON F.")
    assert messages(diagnostics) == ["CBL3012 the APPLY clause has no effect"]


def test_bad_entry_costs_itself() -> None:
    unit, diagnostics = read("PROGRAM-ID. T. FILE-CONTROL. SELECT F ASIGN 'f'. SELECT G ASSIGN 'g'.")
    assert messages(diagnostics)[0].startswith("CBL3001 expected ")
    assert diagnostics.items[0].help == "did you mean ASSIGN?"
    division = unit.programs[0].environment
    assert division is not None
    assert [entry.name for entry in division.file_control] == ["F", "G"]
