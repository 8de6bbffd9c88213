"""One bad file of every kind stands beside a good one."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import HELLO, process, program, write

NESTED = 300


@dataclass(frozen=True)
class Bad:
    """A bad source. `code` is the diagnostic that says so, at `line` and `column` (0 for a whole file) with `severity`; `said` is part
    of its message. `files` are further files; `make` puts something else than text at the path."""

    text: str = ""
    code: str = ""
    line: int = 0
    column: int = 0
    said: str = ""
    severity: str = "error"
    files: Mapping[str, str] = field(default_factory=dict)
    make: Callable[[Path], None] | None = None
    in_file: str = "bad.cbl"


def binary(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(5_000))


def in_order(text: str) -> str:
    """A program whose sentences are given; line 7 is the first."""
    return program("BAD", text, data="01 A PIC 9(4).")


def nested_ifs(depth: int) -> str:
    return in_order("IF A = 1\n" * depth + "DISPLAY A\n" + "END-IF\n" * depth + ".")


def nested_brackets(depth: int) -> str:
    return in_order("COMPUTE A =\n" + "( 1 +\n" * depth + "A\n" + ")\n" * depth + ".")


GROUPS = "01 G1.\n   05 X PIC 9.\n01 G2.\n   05 X PIC 9."

BAD = {
    "missing copybook": Bad(
        program("BAD", "STOP RUN.", data="    COPY NOWHERE."), "CBL2010", 5, 17, "NOWHERE was not found"
    ),
    "store into a register that is only read": Bad(
        in_order("MOVE 3 TO NUMBER-OF-CALL-PARAMETERS."),
        "CBL6002",
        8,
        12,
        "NUMBER-OF-CALL-PARAMETERS cannot receive a value",
        "warning",
    ),
    "missing copybook with a near name": Bad(
        program("BAD", "STOP RUN.", data="    COPY CUSTREK."),
        "CBL2010",
        5,
        17,
        "CUSTREK was not found",
        files={"CUSTREC.cpy": ""},
    ),
    "circular COPY": Bad(
        program("BAD", "STOP RUN.", data="    COPY ONE."),
        "CBL2012",
        1,
        17,
        "copies itself",
        files={"ONE.cpy": "           COPY TWO.\n", "TWO.cpy": "           COPY ONE.\n"},
        in_file="TWO.cpy",
    ),
    "COPY that copies its own program": Bad(
        program("BAD", "STOP RUN.", data='    COPY "bad.cbl".'), "CBL2012", 5, 17, "copies itself"
    ),
    "unterminated literal": Bad(
        in_order('DISPLAY "NO END.\nDISPLAY "NEXT".'), "CBL2001", 8, 20, 'no closing "'
    ),
    "unterminated literal at the end": Bad(in_order("DISPLAY 'NO END"), "CBL2001", 8, 20, "no closing '"),
    "junk in the indicator column": Bad(
        in_order("STOP RUN.").replace("           STOP", "      ?    STOP"), "CBL1", 8, 7, ""
    ),
    "unknown statement": Bad(in_order("FROBNICATE A."), "CBL3003", 8, 12, "unknown statement FROBNICATE"),
    "misspelled statement": Bad(in_order("DISPLY A."), "CBL3003", 8, 12, "DISPLY"),
    "unknown name": Bad(in_order("MOVE 1 TO NOWHERE."), "CBL4001", 8, 22, "NOWHERE is not defined"),
    "unknown paragraph": Bad(in_order("PERFORM NOWHERE."), "CBL4", 8, 20, "NOWHERE"),
    "ambiguous name": Bad(
        program("BAD", "MOVE 1 TO X.", data=GROUPS), "CBL4002", 11, 22, "X can mean 2 things"
    ),
    "statement without its end": Bad(in_order("IF A = 1 DISPLAY A ELSE"), "CBL3", 8, 0, ""),
    "data without level": Bad(program("BAD", "STOP RUN.", data="A PIC 9."), "CBL3", 5, 8, ""),
    "wrong picture": Bad(program("BAD", "STOP RUN.", data="01 A PIC 9(4Q."), "CBL", 5, 0, ""),
    "wrong level": Bad(program("BAD", "STOP RUN.", data="01 A.\n   51 B PIC 9."), "CBL", 6, 0, ""),
    "binary junk": Bad(make=binary, code="CBL1004", said="not a text file"),
    "NUL bytes": Bad(make=lambda path: path.write_bytes(bytes(3_000)) and None, code="CBL1"),
    "NUL in a literal": Bad(in_order('DISPLAY "A\0B".'), "CBL1004", 0, 0, "control characters"),
    "empty file": Bad("", "CBL1003", said="is empty"),
    "blank file": Bad("\n   \n\n", "CBL1003", said="is empty"),
    "only comments": Bad("      * nothing\n      * here\n", "CBL7002", 1, 0, "no COBOL program"),
    "a copybook": Bad("       01 A PIC 9.\n", "CBL", said=""),
    "half a program": Bad("       IDENTIFICATION DIVISION.\n       PROGRAM-ID.\n", "CBL3", 0, 0, ""),
    "dangling link": Bad(make=lambda path: path.symlink_to("nowhere"), code="CBL1001", said="cannot read"),
    "named pipe": Bad(make=lambda path: os.mkfifo(path), code="CBL1001", said="neither a file nor a folder"),
    "COPY that climbs out": Bad(
        program("BAD", "STOP RUN.", data='    COPY "../../../etc/passwd".'),
        "CBL2013",
        5,
        17,
        "leaves the library folders",
    ),
    "COPY of an absolute path": Bad(
        program("BAD", "STOP RUN.", data='    COPY "/etc/passwd".'), "CBL2013", 5, 17, "is an absolute path"
    ),
    "COPY of a backslash path": Bad(
        program("BAD", "STOP RUN.", data='    COPY "..\\..\\secret".'), "CBL2013", 5, 17, "leaves the library"
    ),
    "document in a national item": Bad(
        program("BAD", "XML GENERATE D FROM A.", data="01 D PIC N(30).\n01 A PIC 9."),
        "CBL6045",
        9,
        12,
        "national item D",
        severity="warning",
    ),
    "document in a number": Bad(in_order("XML GENERATE A FROM A."), "CBL5026", 8, 25, "must be alphanumeric"),
    "deeply nested IF": Bad(nested_ifs(NESTED), "CBL6090", 8, 12, "nests deeper", severity="warning"),
    "very deeply nested IF": Bad(nested_ifs(5_000), "CBL6090", 8, 12, "nests deeper", severity="warning"),
    "deeply nested brackets": Bad(
        nested_brackets(NESTED), "CBL6090", 8, 12, "nests deeper", severity="warning"
    ),
    "very deeply nested brackets": Bad(
        nested_brackets(5_000), "CBL6090", 8, 12, "nests deeper", severity="warning"
    ),
}


@dataclass(frozen=True)
class Told:
    """What the conversion of the folder said."""

    status: int
    files: dict[str, dict[str, Any]]
    text: str
    folder: Path


def told(bad: Bad, folder: Path) -> Told:
    write(folder / "src", {"good.cbl": HELLO, **bad.files})
    path = folder / "src" / "bad.cbl"
    if bad.make is not None:
        bad.make(path)
    else:
        path.write_text(bad.text, encoding="utf-8")
    done = process("convert", "src", "-o", "out", "--json", folder=folder)
    shown = json.loads(done.stdout)
    files = {Path(item["source"]).name: item for item in shown["files"]}
    return Told(done.returncode, files, done.stderr.decode(), folder)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_told_with_place_cause_and_help(name: str, tmp_path: Path) -> None:
    bad = BAD[name]
    result = told(bad, tmp_path)
    assert result.status == (1 if bad.severity == "error" else 0)
    assert "Traceback" not in result.text
    found = [item for item in result.files["bad.cbl"]["diagnostics"] if matches(item, bad)]
    assert found, result.files["bad.cbl"]["diagnostics"][:5]
    if bad.severity == "error":
        assert f"{bad.severity}[{found[0]['code']}]: {found[0]['message']}" in result.text
        assert "= help: " in result.text


def matches(item: dict[str, Any], bad: Bad) -> bool:
    return (
        item["code"].startswith(bad.code)
        and item["severity"] == bad.severity
        and Path(item["path"]).name == bad.in_file
        and (not bad.line or item["line"] == bad.line)
        and (not bad.column or item["column"] == bad.column)
        and bad.said in item["message"]
    )


@pytest.mark.parametrize("name", BAD)
def test_the_file_beside_a_bad_one_is_converted(name: str, tmp_path: Path) -> None:
    result = told(BAD[name], tmp_path)
    assert result.files["good.cbl"]["state"] == "converted"
    assert (tmp_path / "out" / "good.py").exists()
    module = tmp_path / "out" / "bad.py"
    if module.exists():
        compile(module.read_text(encoding="utf-8"), "bad.py", "exec")


def test_text_cut_off_at_column_72_is_told_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, {"bad.cbl": in_order(f'DISPLAY "{"X" * 60}".')})
    done = process("check", "bad.cbl", "--format", "fixed", folder=tmp_path)
    assert done.returncode == 1
    shown = done.stderr.decode()
    assert "warning[CBL1012]" in shown
    assert " --> bad.cbl:8:73" in shown
    assert "break the line before column 73, or read the file with --format variable" in shown


def test_a_folder_with_the_name_of_a_program_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "src", {"good.cbl": HELLO, "folder.cbl/inner.cbl": program("INNER", "STOP RUN.")})
    done = process("convert", "src", "-o", "out", folder=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "out/folder.cbl/inner.py").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    write(tmp_path / "src", {"good.cbl": HELLO, "bad.cbl": HELLO})
    (tmp_path / "src/bad.cbl").chmod(0)
    done = process("convert", "src", "-o", "out", folder=tmp_path)
    assert done.returncode == 1
    assert b"cannot read src/bad.cbl: Permission denied" in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig", "cp037", "utf-16"])
def test_literals_keep_their_bytes_or_else_their_text(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    text = in_order('DISPLAY "CAFÉ".\nSTOP RUN.')
    (tmp_path / "src/a.cbl").write_bytes(text.encode(encoding))
    done = process("convert", "src", "-o", "out", folder=tmp_path)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr.decode()
    written = "CAFÃ\\x89" if encoding.startswith("utf-8") else "CAFÉ"
    assert f'self.display("{written}")' in (tmp_path / "out/a.py").read_text(encoding="utf-8")


def test_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    write(tmp_path / "src", {"a.cbl": HELLO})
    done = process("convert", "src", "-o", "out", "--encoding", "klingon", folder=tmp_path)
    assert done.returncode == 1
    assert b"there is no encoding called klingon" in done.stderr


@pytest.mark.slow
def test_a_program_of_200000_lines(tmp_path: Path) -> None:
    from benchmarks.tree import write_tree

    lines = write_tree(tmp_path / "src", 1, 200_000)
    assert lines >= 200_000
    done = process("convert", "src", "-o", "out", "--json", "-j1", folder=tmp_path, timeout=400)
    assert done.returncode == 0, done.stderr.decode()[-2_000:]
    (shown,) = json.loads(done.stdout)["files"]
    assert shown["lines"] == lines
    assert shown["state"] == "converted"
    assert (tmp_path / "out/bench000.py").stat().st_size > 1_000_000
