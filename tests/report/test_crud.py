"""Section 7: who creates, reads, updates and deletes what."""

from __future__ import annotations

from pathlib import Path

from tests.report.estates import tables

FILES = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. P.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT MASTER ASSIGN "master" ORGANIZATION INDEXED
               ACCESS DYNAMIC RECORD KEY M-KEY.
           SELECT LISTING ASSIGN "listing".
           SELECT WORK ASSIGN "work".
       DATA DIVISION.
       FILE SECTION.
       FD MASTER.
       01 M-REC.
          05 M-KEY PIC X(4).
       FD LISTING.
       01 L-REC PIC X(4).
       SD WORK.
       01 W-REC PIC X(4).
       PROCEDURE DIVISION.
"""


def crud(folder: Path, *statements: str, head: str = FILES) -> dict[str, tuple[str, list[str], list[str]]]:
    text = head + "".join(f"           {line}\n" for line in statements)
    return {
        row["object"]: (row["crud"], row["how"], row["keys"])
        for row in tables(folder, {"p.cbl": text})["crud"]
    }


def test_statements_on_files(tmp_path: Path) -> None:
    found = crud(
        tmp_path, "OPEN I-O MASTER OUTPUT LISTING.", "READ MASTER.", "READ MASTER NEXT.", "DELETE MASTER.",
        "WRITE L-REC.", "STOP RUN.",
    )  # fmt: skip
    assert found["MASTER"] == ("RD", ["OPEN I-O", "READ", "READ NEXT", "DELETE"], ["M-KEY"])
    assert found["LISTING"] == ("C", ["OPEN OUTPUT", "WRITE"], [])


def test_sort_reads_what_it_uses_and_creates_what_it_gives_and_work_files_are_none(tmp_path: Path) -> None:
    found = crud(tmp_path, "SORT WORK ON ASCENDING KEY W-REC USING MASTER", "    GIVING LISTING.")
    assert found == {"MASTER": ("R", ["SORT USING"], []), "LISTING": ("C", ["SORT GIVING"], [])}


def test_tables_and_cics_files(tmp_path: Path) -> None:
    head = (
        "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. P.\n       DATA DIVISION.\n       WORKING-STORAGE SECTION.\n"
        "       01 F PIC X(8) VALUE 'CARDS'.\n       PROCEDURE DIVISION.\n"
    )
    found = crud(
        tmp_path,
        "EXEC SQL SELECT A INTO :B FROM T WHERE C = 'FROM X' END-EXEC.",
        "EXEC SQL UPDATE T SET A = 1 END-EXEC.",
        "EXEC CICS READ FILE(F) INTO(B) RIDFLD(K) UPDATE END-EXEC.",
        "EXEC CICS REWRITE FILE('ACCTS') FROM(B) END-EXEC.",
        head=head,
    )
    assert found == {
        "T": ("RU", ["SELECT", "UPDATE"], []),
        "CARDS": ("R", ["READ UPDATE"], ["K"]),
        "ACCTS": ("U", ["REWRITE"], []),
    }
