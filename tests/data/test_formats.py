"""Files cut into records."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.tools import cobolift, copybook, done
from transpiler.data.errors import DataError
from transpiler.data.formats import FORMATS, Layout, Source, detect_format, read_records, write_records

PLAIN = Layout(8)
VARIABLE = ("rdw", "bdw", "gnucobol-variable")


def written(records: list[bytes], form: str, layout: Layout = PLAIN) -> bytes:
    file = BytesIO()
    assert write_records(file, records, form, layout) == len(records)
    return file.getvalue()


def read(data: bytes, form: str, layout: Layout = PLAIN) -> list[bytes]:
    return list(read_records(Source(BytesIO(data)), form, layout))


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("fixed", b"AB      CDEF    "),
        ("line", b"AB\nCDEF\n"),
        ("rdw", b"\0\6\0\0AB\0\x08\0\0CDEF"),
        ("bdw", b"\0\x12\0\0\0\6\0\0AB\0\x08\0\0CDEF"),
        ("gnucobol-variable", b"\0\2\0\0AB\0\4\0\0CDEF"),
    ],
)
def test_the_bytes_of_each_format(form: str, data: bytes) -> None:
    assert written([b"AB", b"CDEF"], form) == data
    expected = [b"AB", b"CDEF"] if form in VARIABLE else [b"AB      ", b"CDEF    "]
    assert read(data, form) == expected


@given(st.lists(st.binary(min_size=1, max_size=30), max_size=20), st.sampled_from(VARIABLE))
def test_records_of_any_length_come_back(records: list[bytes], form: str) -> None:
    assert read(written(records, form), form) == records


def test_blocks_are_cut_before_they_are_too_long() -> None:
    records = [bytes([number]) * 20_000 for number in range(5)]
    data = written(records, "bdw")
    assert data[:4] == (20_008).to_bytes(2, "big") + b"\0\0"
    assert read(data, "bdw") == records


def test_segments_of_a_spanned_record_are_joined() -> None:
    parts = [(1, b"AB"), (3, b"CD"), (2, b"E"), (0, b"F")]
    words = [(len(data) + 4).to_bytes(2, "big") + bytes([kind, 0]) + data for kind, data in parts]
    assert read(b"".join(words), "rdw") == [b"ABCDE", b"F"]
    blocks = [(len(word) + 4).to_bytes(2, "big") + b"\0\0" + word for word in words]
    assert read(b"".join(blocks), "bdw") == [b"ABCDE", b"F"]


def test_lines_may_end_as_on_other_systems() -> None:
    assert read(b"AB\r\nCD", "line") == [b"AB      ", b"CD      "]
    ebcdic = Layout(4, b"\x40")
    assert read(b"\xc1\x15\xc2\x15", "line", ebcdic) == [b"\xc1\x40\x40\x40", b"\xc2\x40\x40\x40"]
    assert read(b"\xc1\x25\xc2\x25", "line", ebcdic) == [b"\xc1\x40\x40\x40", b"\xc2\x40\x40\x40"]


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("rdw", b"\0\2\0\0", "X'00020000' at byte 0 is no record descriptor word"),
        ("rdw", b"\0\5\0\0A\0\x20\0\0A", "record at byte 5 has 28 bytes, and the file ends after 1"),
        ("bdw", b"\0\x20\0\0\0\5\0\0A", "block at byte 0 has 32 bytes"),
        ("gnucobol-variable", b"\0\2\0\1AB", "no record header"),
        ("line", b"123456789\n", "line 1 has 9 characters"),
    ],
)
def test_a_broken_file_is_an_error_that_says_where(form: str, data: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(data, form)


def test_binary_data_is_not_written_as_lines() -> None:
    with pytest.raises(DataError, match="record 2 holds X'0A'"):
        written([b"A", b"\n"], "line")


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_is_found_out(form: str, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(written([b"AB", b"CDEF", b"GHIJKLMN"] * 4, form))
    assert detect_format(path, PLAIN, varies=form in VARIABLE) == form


def test_fixed_records_with_bytes_like_line_ends_are_fixed(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"AB\n\0\0\0\0\1" * 3)
    assert detect_format(path, PLAIN, varies=False) == "fixed"


def test_files_of_gnucobol_are_read_as_it_writes_them(tmp_path: Path) -> None:
    book = copybook(tmp_path, "01 R.\n05 N PIC 9.\n05 T PIC X OCCURS 0 TO 9 DEPENDING ON N.")
    path = tmp_path / "data"
    path.write_bytes(b"\0\3\0\0" + b"2AB" + b"\0\1\0\0" + b"0")
    lines = done("view", path, "-c", book, "--codepage", "ascii").output.splitlines()
    assert lines == [
        "record 1  3 bytes  R",
        "  N     2",
        "  T(1)  A",
        "  T(2)  B",
        "record 2  1 bytes  R",
        "  N  0",
        "  T  (no occurrence)",
    ]


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    result = cobolift("view", tmp_path / "none", "-c", copybook(tmp_path, "01 R PIC X."))
    assert result.exit_code == 2
