"""Codes CBL9xxx of faults of cobolift itself."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL9001",
        Severity.ERROR,
        "Fault of cobolift",
        """\
cobolift itself failed while it worked on the line named in the message. The other files are converted; this one is not.

**What to do:** report the fault with the COBOL around that line. Taking the construct on that line out of the program usually lets the
rest be converted.
""",
    ),
    Code(
        "CBL9002",
        Severity.ERROR,
        "Worker process died",
        """\
The process that converted the file was ended from outside, most often by the operating system because memory ran out. The other files
are converted; this one is not.

**What to do:** convert with fewer processes (`-j 1`). When it happens again, report it with the file.
""",
    ),
)
