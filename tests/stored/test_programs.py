"""Programs on EBCDIC datasets: what they read, what they write, and what they are told when that is not possible."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import process
from tests.data.tools import done
from transpiler.configuration import ConfigurationError, read_configuration
from transpiler.options import ConvertOptions, StoredFile
from transpiler.pipeline import Conversion, convert_file

WHEN = ("KIND=N:FIGURES", "KIND=T:BODY")
RECORD = """
    05 KIND PIC X.
    05 NAME PIC X(6).
    05 AMOUNT PIC S9(3).
    05 PRICE PIC S9(3)V99 COMP-3.
    05 BODY PIC X(4).
    05 FIGURES REDEFINES BODY PIC S9(7) COMP-3.
"""
FIRST = "NANNA  12K".encode("cp037") + bytes.fromhex("12345D 1234567C")
SECOND = "TBERT  00E".encode("cp037") + bytes.fromhex("40C1FC") + "[ok]".encode("cp037")


def source(select: str, statements: str, *, records: str = "01 R." + RECORD, storage: str = "") -> str:
    lines = f"""
    IDENTIFICATION DIVISION.
    PROGRAM-ID. MAIN.
    ENVIRONMENT DIVISION.
    INPUT-OUTPUT SECTION.
    FILE-CONTROL.
    {select}
    DATA DIVISION.
    FILE SECTION.
    FD F.
    {records}
    FD G.
    01 H PIC X(17).
    WORKING-STORAGE SECTION.
    01 S PIC X(2).
    {storage}
    PROCEDURE DIVISION.
    {statements}
    STOP RUN.
    """
    return "".join(f"       {line.strip()}\n" for line in lines.strip().splitlines())


SELECT = "SELECT F ASSIGN 'IN' STATUS S.\nSELECT G ASSIGN 'OUT'."
COPY = """
OPEN INPUT F OUTPUT G
PERFORM UNTIL S NOT = "00"
READ F NOT AT END
DISPLAY KIND " " NAME AMOUNT " " PRICE
IF KIND = "N" DISPLAY FIGURES ELSE DISPLAY BODY END-IF
WRITE H FROM R
END-READ
END-PERFORM
CLOSE F G
"""


def stored(name: str = "IN", encoding: str = "cp037", form: str = "", when: tuple[str, ...] = WHEN,
           records: tuple[str, ...] = ()) -> StoredFile:  # fmt: skip
    return StoredFile(name, encoding, form, when, records)


def converted(folder: Path, text: str, *files: StoredFile, sign: str = "ascii") -> Conversion:
    path = folder / "main_program.cbl"
    path.write_text(text)
    return convert_file(path, folder, ConvertOptions(files=files, sign=sign))


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main_program.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | environment)


def printed(folder: Path, text: str, *files: StoredFile, **environment: str) -> list[str]:
    conversion = converted(folder, text, *files)
    assert not [item.message for item in conversion.diagnostics]
    finished = run(folder, **environment)
    assert (finished.returncode, finished.stderr) == (0, "")
    return finished.stdout.splitlines()


SHOWN = ["N ANNA  -122 -123.45", "+1234567", "T BERT  +005 +401.15", "[ok]"]


def test_a_program_sees_characters_and_numbers(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST + SECOND.replace(b"\x40\xc1\xfc", b"\x40\x11\x5c"))
    output = stored("OUT", records=("R",))
    shown = printed(tmp_path, source(SELECT, COPY), stored(), output)
    assert shown == SHOWN
    assert (tmp_path / "OUT").read_bytes() == (tmp_path / "IN").read_bytes()


@pytest.mark.parametrize("form", ["rdw", "bdw"])
def test_formats_and_their_change_for_one_run(tmp_path: Path, form: str) -> None:
    word = b"\0\x15\0\0"
    data = word + FIRST
    (tmp_path / "IN").write_bytes(b"\0\x19\0\0" + data if form == "bdw" else data)
    output = stored("OUT", records=("R",))
    text = source(SELECT, COPY)
    assert printed(tmp_path, text, stored(form=form), output, DCB_OUT="format=rdw") == SHOWN[:2]
    assert (tmp_path / "OUT").read_bytes() == word + FIRST


def test_ascii_output_has_gnucobols_signs(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST)
    printed(tmp_path, source(SELECT, COPY), stored())
    assert (tmp_path / "OUT").read_bytes() == b"NANNA  12r" + bytes.fromhex("12345D 1234567C")


def test_records_are_rewritten_in_place(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST + SECOND)
    text = source(SELECT, 'OPEN I-O F READ F READ F\nMOVE "ÄB" TO NAME ADD 1 TO AMOUNT\nREWRITE R CLOSE F')
    printed(tmp_path, text.replace("Ä", "A"), stored())
    changed = "TAB    00F".encode("cp037") + SECOND[10:]
    assert (tmp_path / "IN").read_bytes() == FIRST + changed


INDEXED = "SELECT F ASSIGN 'IN' ORGANIZATION INDEXED\nACCESS DYNAMIC RECORD KEY NAME STATUS S.\nSELECT G ASSIGN 'OUT'."


def test_an_indexed_dataset_is_in_the_order_of_its_own_bytes(tmp_path: Path) -> None:
    text = source(
        INDEXED,
        """OPEN OUTPUT F
        MOVE "T" TO KIND MOVE 0 TO AMOUNT PRICE
        MOVE "1" TO NAME WRITE R
        MOVE "B" TO NAME MOVE -5 TO AMOUNT WRITE R
        MOVE "a" TO NAME WRITE R
        CLOSE F OPEN INPUT F
        PERFORM 3 TIMES READ F NEXT DISPLAY NAME AMOUNT END-PERFORM
        MOVE "A" TO NAME
        START F KEY > NAME READ F NEXT DISPLAY NAME
        MOVE "1" TO NAME READ F DISPLAY AMOUNT CLOSE F""",
    )
    shown = printed(tmp_path, text, stored())
    assert shown == ["a     -005", "B     -005", "1     +000", "B     ", "+000"]
    assert "B".encode("cp037") + b"\x40" * 5 + b"\xf0\xf0\xd5" in (tmp_path / "IN").read_bytes()


def test_sort_takes_and_gives_translated_records(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes("B1A2a3".encode("cp037"))
    text = source(
        "SELECT F ASSIGN 'IN'.\nSELECT G ASSIGN 'OUT'.\nSELECT W ASSIGN 'W'.",
        "SORT W ASCENDING KEY K USING F GIVING G",
        records="01 R.\n05 K PIC X(2).",
    )
    text = text.replace(
        "01 H PIC X(17).", "01 H PIC X(2).\n       SD W.\n       01 WR.\n       05 K PIC X(2)."
    )
    text = text.replace("KEY K USING", "KEY K OF WR USING")
    printed(tmp_path, text, stored(when=()), stored("OUT", "cp273", when=()))
    assert (tmp_path / "OUT").read_bytes() == "A2B1a3".encode("cp273")


def test_the_command_line_describes_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST)
    (tmp_path / "p.cbl").write_text(source(SELECT, COPY))
    described = f"IN={tmp_path}/IN,encoding=cp037,when=KIND=N:FIGURES,when=KIND=T:BODY"
    done = process(
        "run", "p.cbl", "--dd", described, folder=tmp_path, environment={"XDG_CACHE_HOME": str(tmp_path)}
    )
    assert done.stdout.decode().splitlines() == SHOWN[:2], done.stderr
    wrong = f"IN={tmp_path}/IN,encoding=cp9999"
    done = process(
        "run", "p.cbl", "--dd", wrong, folder=tmp_path, environment={"XDG_CACHE_HOME": str(tmp_path)}
    )
    assert done.returncode == 1
    assert b"there is no code page cp9999" in done.stderr


def test_what_is_not_told_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST)
    conversion = converted(tmp_path, source(SELECT, COPY), stored(when=()))
    found = [(item.code, item.message) for item in conversion.diagnostics]
    message = "BODY, FIGURES of F call the same bytes characters and numbers, and no rule tells which it is"
    assert found == [("CBL6053", message)]
    finished = run(tmp_path)
    assert finished.returncode == 1
    assert "F: bytes 14 to 17 are characters in one description of the record" in finished.stderr
    assert finished.stdout == ""


@pytest.mark.parametrize(
    ("described", "select", "message"),
    [
        (
            stored(when=("KIND=N:NOTHING",)),
            SELECT,
            "the rule 'KIND=N:NOTHING' of F: the copybook has no item NOTHING",
        ),
        (stored(encoding="cp9999"), SELECT, "the encoding of F: there is no code page cp9999"),
        (stored(form="rdw"), INDEXED, "F is INDEXED and has no format rdw"),
        (stored(form="line"), SELECT, "F is read in lines, which are not translated from cp037"),
        (
            stored("OUT", when=()),
            SELECT,
            "R has numbers where G has characters, and they would be translated",
        ),
        (stored(records=("NOWHERE",)), SELECT, "NOWHERE of F is no level 01 group of the program"),
    ],
    ids=["rule", "encoding", "format", "lines", "from", "records"],
)
def test_what_cannot_work_is_told_while_converting(
    tmp_path: Path, described: StoredFile, select: str, message: str
) -> None:
    found = list(converted(tmp_path, source(select, COPY), described).diagnostics)
    assert {item.code for item in found} == {"CBL6053"}
    assert any(item.message.startswith(message) for item in found), [item.message for item in found]


def test_the_settings_stand_in_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "cobolift.toml"
    path.write_text(
        '[files.custfile]\nencoding = "cp037"\nformat = "rdw"\nwhen = "KIND=N:FIGURES"\nrecords = ["R"]\n'
    )
    assert read_configuration(path).files == (
        StoredFile("CUSTFILE", "cp037", "rdw", ("KIND=N:FIGURES",), ("R",)),
    )
    for wrong in ('format = "vb"', "encoding = 37", "when = [1]", 'lrecl = "80"'):
        path.write_text(f"[files.custfile]\n{wrong}\n")
        with pytest.raises(ConfigurationError, match=r"\[files.custfile\]"):
            read_configuration(path)


@pytest.mark.parametrize("collating", ["native", "ebcdic"])
def test_a_loaded_dataset_in_ebcdic_is_opened_whatever_the_order(tmp_path: Path, collating: str) -> None:
    (tmp_path / "flat").write_bytes(FIRST + SECOND)
    book = tmp_path / "R.cpy"
    book.write_text("".join(f"       {line.strip()}\n" for line in f"01 R.{RECORD}".splitlines()))
    done("load", tmp_path / "flat", "-c", book, "--codepage", "cp037", "--key", "NAME", "--collating", collating,
         "--when", "KIND=N:FIGURES", "-o", tmp_path / "IN")  # fmt: skip
    text = source(INDEXED, "OPEN INPUT F\nDISPLAY S\nREAD F NEXT\nDISPLAY NAME AMOUNT\nCLOSE F")
    path = tmp_path / "main_program.cbl"
    path.write_text(text)
    convert_file(path, tmp_path, ConvertOptions(files=(stored(),), collating=collating))
    assert run(tmp_path).stdout.splitlines() == ["00", "ANNA  -122"]


def test_a_file_of_lines_may_be_a_dataset_of_records_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(FIRST)
    select = SELECT.replace("'IN'", "'IN' LINE SEQUENTIAL")
    shown = printed(tmp_path, source(select, COPY), stored(form="fixed"))
    assert shown == SHOWN[:2]
