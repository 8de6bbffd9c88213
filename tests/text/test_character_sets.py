"""Encodings and line ends of source files."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_parser.character_sets import NotText, decode
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.text_manipulation import TextOptions, expand
from tests.text.reading import codes

LINES = (
    "000100 IDENTIFICATION DIVISION.",
    "000200 PROGRAM-ID. PAYROLL.",
    "000300*    COMPUTE THE PAY",
    "000400 PROCEDURE DIVISION.",
    "000500     DISPLAY 'A[1] (B) +C*D; <E>'.",
    "000600     GOBACK.",
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-8-sig", "utf-16"])
def test_every_line_end_is_one(end: str, encoding: str) -> None:
    lines = (*LINES, "      * größer")
    assert decode((end.join(lines) + end).encode(encoding)).lines == lines


@pytest.mark.parametrize("codec", ["cp037", "cp500"])
@pytest.mark.parametrize("end", ["\x85", "\n", "\r\n"])
def test_ebcdic_is_recognised(codec: str, end: str) -> None:
    assert decode((end.join(LINES) + end).encode(codec)).lines == LINES


def test_brackets_tell_code_page_1047_from_037() -> None:
    data = "\n".join(LINES).encode("cp037").replace(b"\xba", b"\xad").replace(b"\xbb", b"\xbd")
    decoded = decode(data)
    assert (decoded.lines, decoded.encoding) == (LINES, "cp1047")
    assert decode(data, "cp1047").lines == LINES


@pytest.mark.parametrize("codec", ["cp037", "latin-1"])
def test_records_of_80_characters_need_no_line_ends(codec: str) -> None:
    records = "".join(line.ljust(72) + "PAY00010" for line in LINES)
    assert decode(records.encode(codec)).lines == tuple(line.ljust(72) + "PAY00010" for line in LINES)


def test_control_z_and_form_feed_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.cbl"
    path.write_bytes(b"\x0c\n       A.\n\x1a       B.\n\x1a")
    diagnostics = Diagnostics()
    source = expand(str(path), TextOptions(format="fixed"), diagnostics)
    assert [token.text for token in source.tokens[:-1]] == ["A", ".", "B", "."]
    assert not diagnostics.items


def test_nel_is_no_line_end_outside_ebcdic() -> None:
    assert decode("A\x85B\nC".encode()).lines == ("A\x85B", "C")


def test_binary_data_is_no_text() -> None:
    with pytest.raises(NotText):
        decode(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4)


def test_a_wrong_encoding_gives_way_to_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "a.cbl"
    path.write_bytes("       A. *> für\n".encode("latin-1"))
    diagnostics = Diagnostics()
    source = expand(str(path), TextOptions(encoding="utf-8"), diagnostics)
    assert codes(diagnostics) == ["CBL1005"]
    assert source.file.encoding == "latin-1"
    assert source.file.lines == ("       A. *> für",)
