"""Codes CBL3xxx of parsing: text that is not COBOL as the grammar knows it."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity


def _error(code: str, title: str, explanation: str) -> Code:
    return Code(code, Severity.ERROR, title, explanation)


def _warning(code: str, title: str, explanation: str) -> Code:
    return Code(code, Severity.WARNING, title, explanation)


CODES: tuple[Code, ...] = (
    _error(
        "CBL3001",
        "Unexpected text",
        """The parser met something that cannot stand there. In the PROCEDURE DIVISION the statement and the rest of its sentence are
given up; the statements of the sentence before it are kept. In the DATA DIVISION the entry keeps its name and the clauses before
the error.

```cobol
    MOVE TOTAL TOO RESULT.
```

Correct the text, or compile with the dialect it was written for (`--dialect`). The generated program raises where the lost sentence
would have run.""",
    ),
    _error(
        "CBL3002",
        "Missing period",
        """A header, an entry or a sentence has no period, and the next one begins. The text is read as if the period were there.

```cobol
 01  CUSTOMER-NAME PIC X(30)
 01  CUSTOMER-CITY PIC X(30).
```

Add the period.""",
    ),
    _error(
        "CBL3003",
        "Unknown statement",
        """A sentence begins with a word that is no statement of the dialect and is not followed by the period of a paragraph-name.

```cobol
    PREFORM CLOSE-FILES.
```

Correct the spelling, or choose the dialect that has the statement.""",
    ),
    _error(
        "CBL3004",
        "Scope terminator without its statement",
        """END-IF, END-PERFORM and their like end a statement of the same sentence that is still open. A period in between ends all
open statements.

```cobol
    IF A = B
        MOVE C TO D.
    END-IF
```

Remove the period or the scope terminator.""",
    ),
    _error(
        "CBL3005",
        "Not a condition",
        """A condition was expected, and a value was found; or an abbreviated relation has no relation before it from which to take its
subject.

```cobol
    IF AMOUNT OR = 5
```

Write the relation out, or define a condition-name (level 88).""",
    ),
    _error(
        "CBL3006",
        "Nested too deeply",
        """Parentheses that continue an abbreviated relation are nested more deeply than any program needs. Write the relations out.""",
    ),
    _error(
        "CBL3007",
        "Bad literal",
        """The literal has characters that its kind does not allow, such as an odd number of digits in `X"123"`.""",
    ),
    _error(
        "CBL3008",
        "Missing PROCEDURE DIVISION header",
        """Statements follow the DATA DIVISION without a PROCEDURE DIVISION header. They are read as if it were there.""",
    ),
    _error(
        "CBL3009",
        "Missing PROGRAM-ID",
        """The program has no PROGRAM-ID paragraph. It is named after its file.""",
    ),
    _error(
        "CBL3010",
        "END PROGRAM of another program",
        """END PROGRAM names a program that is not open at that point. The marker is ignored. Compare the name with PROGRAM-ID.""",
    ),
    _warning(
        "CBL3011",
        "EXEC block in the DATA DIVISION",
        """`EXEC SQL INCLUDE … END-EXEC` and declarations of embedded languages are left out. Data items they would bring in are missing;
copy their COBOL text into the program.""",
    ),
    _warning(
        "CBL3012",
        "Clause without effect",
        """The clause is read and left out, because the converted program does not need it (APPLY) or because
cobolift has no counterpart for it (LOCALE, OCCURS DYNAMIC). Check whether the program relies on it.""",
    ),
    _error(
        "CBL3013",
        "Clause given twice",
        """An entry has the same clause twice; the first one counts.""",
    ),
    _error(
        "CBL3014",
        "Bad level-number",
        """Level-numbers are 01 to 49, 66 (RENAMES), 77, 78 (constant) and 88 (condition-name). The entry is taken as level 77.""",
    ),
    _error(
        "CBL3015",
        "Entry outside a record",
        """A subordinate entry (02 to 49, 66, 88) stands before any level 01, or a record stands in the FILE, REPORT or COMMUNICATION
SECTION before an FD, SD, RD or CD. It is taken as a record of its own.""",
    ),
    _warning(
        "CBL3016",
        "Level-numbers do not match",
        """Entries of one group should have the same level-number.

```cobol
 01  A.
     05 B PIC X.
     03 C PIC X.
```

C is taken as an item of A beside B.""",
    ),
)
