"""Codes CBL7xxx of the surroundings: files, configuration, output folders."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL7001",
        Severity.ERROR,
        "Output that cannot be written",
        """\
The module or its source map could not be written: the folder is protected, the disk is full, or a folder stands where the file should
be. What was there before is still there, whole.

**What to do:** make room or choose another folder with `-o`, and convert again.
""",
    ),
    Code(
        "CBL7002",
        Severity.ERROR,
        "No program in the file",
        """\
The file was read, but holds no COBOL program: only comments, or only the text of a copybook.

**What to do:** leave the file out (`exclude` in `cobolift.toml`), or give copybooks an ending of their own such as `.cpy`, which
`convert` does not take for a program.
""",
    ),
    Code(
        "CBL7003",
        Severity.WARNING,
        "Two programs with one PROGRAM-ID",
        """\
CALL finds programs by PROGRAM-ID, and two files of the tree define the same one. `cobolift-programs.json` lists both modules: a CALL
takes the one whose folder is nearest to the caller's, and of two that are equally near the first.

**What to do:** nothing when they belong to separate applications in separate folders; convert those into separate output folders to be
sure. Otherwise rename or leave out (`exclude` in `cobolift.toml`) the one that is not used.
""",
    ),
)
