"""Codes CBL302x: statements whose words are COBOL but whose parts do not fit together."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL3020",
        Severity.ERROR,
        "Phrase written twice",
        """\
A phrase that may be written once stands twice in the same statement, so it is not clear which one counts:

```cobol
READ MASTER INTO A INTO B
```

The sentence is not converted.

**What to do:** remove one of them. Sometimes an END-READ or another scope terminator is missing before the second.
""",
    ),
    Code(
        "CBL3021",
        Severity.ERROR,
        "Phrases that exclude each other",
        """\
Two phrases were written of which the format allows only one, such as USING and INPUT PROCEDURE in SORT, or NEXT and PREVIOUS in READ.
The sentence is not converted.

**What to do:** choose one of them.
""",
    ),
    Code(
        "CBL3022",
        Severity.ERROR,
        "Part of a statement missing",
        """\
A part that the statement needs is not there: a file-name behind OPEN INPUT, a counter before FOR, a value behind BY. The sentence
is not converted.

**What to do:** add the missing part.
""",
    ),
    Code(
        "CBL3023",
        Severity.ERROR,
        "Operand or phrase that the format does not allow",
        """\
The statement takes operands of another kind in this place (a data item where a literal was written, for instance), or the phrase belongs
to another statement. The sentence is not converted.

**What to do:** compare the statement with its format.
""",
    ),
    Code(
        "CBL3024",
        Severity.ERROR,
        "WHEN does not fit EVALUATE",
        """\
Every WHEN needs as many selection objects, joined by ALSO, as EVALUATE has selection subjects:

```cobol
EVALUATE A ALSO B
    WHEN 1 ALSO 2 …
    WHEN 3 ALSO ANY …
```

The sentence is not converted.

**What to do:** write ANY for the objects that do not matter.
""",
    ),
)
