"""A program that copies an EBCDIC dataset into an ASCII one makes the file that `cobolift data convert` makes, and the way back too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.data.tools import EVERY_USAGE, done
from transpiler.options import ConvertOptions, StoredFile
from transpiler.pipeline import convert_file

PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. COPYING.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
SELECT F ASSIGN "IN" STATUS S.
SELECT G ASSIGN "OUT".
DATA DIVISION.
FILE SECTION.
FD F.
{first}
FD G.
{second}
WORKING-STORAGE SECTION.
01 S PIC X(2).
PROCEDURE DIVISION.
OPEN INPUT F OUTPUT G
PERFORM UNTIL S NOT = "00"
READ F NOT AT END WRITE COPIED FROM ALL-RECORD END-READ
END-PERFORM
CLOSE F G
STOP RUN.
"""
RULES = ("REC-TYPE=N:DETAIL-NUMBERS", "REC-TYPE!=N:DETAIL-AREA")
SHARED = ("--dialect", "ibm", "--when", RULES[0], "--when", RULES[1])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Every usage in a record of one length, without COMP-1, which has no room for every number of a mainframe."""
    text = EVERY_USAGE.read_text()
    path = tmp_path / "EVERY.cpy"
    for old, new in (("OCCURS 0 TO 4 DEPENDING ON LINE-COUNT", "OCCURS 4"), ("COMP-1", "COMP-2")):
        text = text.replace(old, new)
    path.write_text(text)
    return path


def copied(folder: Path, book: Path, sign: str, **stored: StoredFile) -> bytes:
    """What the program writes."""
    text = book.read_text()
    lines = PROGRAM.format(first=text, second=text.replace("ALL-RECORD", "COPIED")).splitlines()
    path = folder / "copying.cbl"
    path.write_text("".join(f"       {line.strip()}\n" for line in lines))
    convert_file(path, folder, ConvertOptions(dialect="ibm", sign=sign, files=tuple(stored.values())))
    done = subprocess.run([sys.executable, "copying.py"], cwd=folder, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return (folder / "OUT").read_bytes()


@pytest.mark.parametrize("sign", ["ascii", "ebcdic"])
@pytest.mark.parametrize("page", ["cp037", "cp273", "cp1047"])
@pytest.mark.parametrize("hostile", [(), ("--hostile",)], ids=["valid", "hostile"])
def test_program_and_command_agree(
    tmp_path: Path, book: Path, page: str, sign: str, hostile: tuple[str, ...]
) -> None:
    stored, plain, back = tmp_path / "IN", tmp_path / "plain", tmp_path / "back"
    done("generate", "-c", book, *SHARED, "-n", 30, "--codepage", page, "-o", stored, *hostile)
    how = ("--format", "fixed", "--codepage", page, "--to", "ascii", "--to-sign", sign)
    done("convert", stored, "-c", book, *SHARED, *how, "-o", plain)
    assert copied(tmp_path, book, sign, f=StoredFile("IN", page, when=RULES)) == plain.read_bytes()
    how = (
        "--format",
        "fixed",
        "--codepage",
        "ascii",
        "--sign",
        sign,
        "--to",
        "ebcdic",
        "--to-codepage",
        page,
    )
    done("convert", plain, "-c", book, *SHARED, *how, "-o", back)
    stored.write_bytes(plain.read_bytes())
    assert copied(tmp_path, book, sign, g=StoredFile("OUT", page, when=RULES)) == back.read_bytes()
