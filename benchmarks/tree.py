"""Makes a tree of plausible COBOL programs of any size, the same one for the same numbers."""

from __future__ import annotations

import random
from pathlib import Path

_HEAD = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BENCH{number:03d}.
      *  Generated for measurements: postings to an account master.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT POSTINGS ASSIGN TO "POSTINGS"
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS WS-STATUS.
       DATA DIVISION.
       FILE SECTION.
       FD  POSTINGS.
       01  POSTING-RECORD.
           COPY POSTING REPLACING ==:TAG:== BY ==PR==.
       WORKING-STORAGE SECTION.
       01  WS-STATUS                 PIC XX.
       01  WS-SWITCHES.
           05 WS-EOF                 PIC X VALUE "N".
              88 END-OF-FILE         VALUE "Y".
       01  SAVED-POSTING.
           COPY POSTING REPLACING ==:TAG:== BY ==SV==.
       01  WS-TABLE.
           05 WS-ENTRY OCCURS 50 TIMES INDEXED BY WS-X.
              10 WS-CODE             PIC X(4).
              10 WS-AMOUNT           PIC S9(9)V99 COMP-3.
       01  WS-COUNTERS               COMP.
           05 WS-READ                PIC 9(7).
           05 WS-KEPT                PIC 9(7).
"""
_ITEM = "       01  WS-TOTAL-{index:04d}             PIC S9(9)V99 COMP-3 VALUE ZERO.\n"
_MAIN = """\
       PROCEDURE DIVISION.
       MAIN-LINE.
           OPEN INPUT POSTINGS
           PERFORM READ-POSTING
           PERFORM UNTIL END-OF-FILE
               PERFORM STEP-0000
               PERFORM READ-POSTING
           END-PERFORM
           CLOSE POSTINGS
           STOP RUN.
       READ-POSTING.
           READ POSTINGS
               AT END SET END-OF-FILE TO TRUE
               NOT AT END ADD 1 TO WS-READ
           END-READ.
"""
_STEPS = (
    """\
      *    Keep what is above the limit
           IF PR-AMOUNT > {limit}
               MOVE POSTING-RECORD TO SAVED-POSTING
               ADD 1 TO WS-KEPT
           ELSE
               ADD PR-AMOUNT TO WS-TOTAL-{index:04d}
           END-IF
""",
    """\
           COMPUTE WS-TOTAL-{index:04d} ROUNDED =
               PR-AMOUNT * {limit} / 1200 + WS-TOTAL-{index:04d}
               ON SIZE ERROR DISPLAY "TOO LARGE " PR-ACCOUNT
           END-COMPUTE
""",
    """\
           EVALUATE PR-KIND ALSO TRUE
               WHEN "A" ALSO PR-AMOUNT > 0
                   MOVE PR-AMOUNT TO WS-AMOUNT (1)
               WHEN "B" THRU "D" ALSO ANY
                   MOVE ZERO TO WS-AMOUNT (1)
               WHEN OTHER
                   CONTINUE
           END-EVALUATE
""",
    """\
           SET WS-X TO 1
           SEARCH WS-ENTRY
               AT END DISPLAY "NO ENTRY FOR " PR-KIND
               WHEN WS-CODE (WS-X) = PR-KIND
                   ADD PR-AMOUNT TO WS-AMOUNT (WS-X)
           END-SEARCH
""",
    """\
           STRING PR-ACCOUNT DELIMITED BY SIZE
               "-" DELIMITED BY SIZE
               PR-KIND DELIMITED BY SPACE
               INTO SV-TEXT
           INSPECT SV-TEXT REPLACING ALL "-" BY "/"
""",
)
_COPYBOOK = """\
           05 :TAG:-ACCOUNT          PIC 9(10).
           05 :TAG:-KIND             PIC X(4).
           05 :TAG:-AMOUNT           PIC S9(7)V99.
           05 :TAG:-TEXT             PIC X(40).
"""


def program(number: int, lines: int) -> str:
    """Return a program of about `lines` lines."""
    chance = random.Random(number)
    items = max(10, lines // 40)
    parts = [_HEAD.format(number=number)]
    parts += [_ITEM.format(index=index) for index in range(items)]
    parts.append(_MAIN)
    written = sum(part.count("\n") for part in parts)
    step = 0
    while written < lines:
        part = f"       STEP-{step:04d}.\n"
        for _ in range(3):
            text = chance.choice(_STEPS)
            part += text.format(limit=chance.randrange(10, 999), index=chance.randrange(items))
        part += f"           PERFORM STEP-{step + 1:04d}.\n"
        parts.append(part)
        written += part.count("\n")
        step += 1
    parts.append(f"       STEP-{step:04d}.\n           EXIT.\n")
    return "".join(parts)


def write_tree(folder: Path, programs: int, lines: int) -> int:
    """Write `programs` programs of about `lines` lines below `folder`; return the number of lines written."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "POSTING.cpy").write_text(_COPYBOOK, encoding="ascii")
    total = 0
    for number in range(programs):
        text = program(number, lines)
        (folder / f"bench{number:03d}.cbl").write_text(text, encoding="ascii")
        total += text.count("\n")
    return total
