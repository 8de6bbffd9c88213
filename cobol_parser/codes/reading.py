"""Codes CBL1xxx of reading: files, encodings and reference formats."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL1001",
        Severity.ERROR,
        "a source file cannot be read",
        """
The operating system does not let the file be opened: it is not there, or the permissions forbid it.

Check the spelling of the path, and that you may read the file. Everything that needs the file is missing from the
conversion until then.
""",
    ),
    Code(
        "CBL1002",
        Severity.ERROR,
        "a folder stands where a source file is expected",
        """
The name belongs to a folder. Name the COBOL file inside it, or use the command that converts whole folders.
""",
    ),
    Code(
        "CBL1003",
        Severity.ERROR,
        "a source file is empty",
        """
The file holds nothing but blank lines, so there is no program to convert. A failed transfer often leaves such a file.
""",
    ),
    Code(
        "CBL1004",
        Severity.ERROR,
        "a source file is not text",
        """
Too many bytes are control characters. The file is probably a compiled program, an archive or a data file. EBCDIC
sources are text and are recognised; if one is not, name its code page: `--encoding cp037`.
""",
    ),
    Code(
        "CBL1005",
        Severity.WARNING,
        "a source file is not in the encoding that was named",
        """
Some bytes mean nothing in the encoding given with `--encoding`. The file was read as Latin-1 instead, in which every
byte is a character. Literals with letters outside ASCII may look wrong.

Name the right encoding, or leave the option out to have it recognised.
""",
    ),
    Code(
        "CBL1006",
        Severity.ERROR,
        "an encoding does not exist",
        """
The name given with `--encoding` is unknown. Common names: `utf-8`, `latin-1`, `cp1252`, `cp037` (EBCDIC, USA), `cp1047`
(EBCDIC, z/OS UNIX), `cp500` (EBCDIC, international), `cp273` (EBCDIC, Germany).
""",
    ),
    Code(
        "CBL1010",
        Severity.ERROR,
        "column 7 holds a character that is no indicator",
        """
In fixed form column 7 says what kind of line it is: a space for program text, `*` or `/` for a comment, `-` for a
continuation, `D` for a debugging line. Compilers treat any other character as a mistake and leave the line out.

```cobol
      MOVE A TO B.
```

The text begins one column too early. Begin it in column 8 or later. If the whole file is written without columns, read it
with `--format free`.
""",
    ),
    Code(
        "CBL1011",
        Severity.WARNING,
        "program text stands before column 8",
        """
In fixed form columns 1 to 6 are a sequence number that compilers skip, so a statement that begins there loses its
beginning without a word from the compiler.

```cobol
    IF TOTAL > 9 MOVE 1 TO FLAG.
```

Begin the text in column 8 or later. If the whole file is written without columns, read it with `--format free`.
""",
    ),
    Code(
        "CBL1012",
        Severity.WARNING,
        "program text runs across column 72",
        """
In fixed form program text ends in column 72; what follows is an identification that compilers skip. Here a word goes on
behind that column, so its end is lost.

Break the line before column 73. If the whole file is written without a right margin, read it with `--format variable`.
""",
    ),
    Code(
        "CBL1013",
        Severity.ERROR,
        "a continuation line has nothing to continue",
        """
A hyphen in column 7 joins the line to the one before. Here there is none: only comments and blank lines precede it.
The line is read as an ordinary one. Remove the hyphen.
""",
    ),
    Code(
        "CBL1014",
        Severity.ERROR,
        "a continued literal does not go on with its quotation mark",
        """
A literal that is not closed by column 72 goes on in the next line, which has `-` in column 7 and whose text begins with
the same quotation mark.

```cobol
           DISPLAY "this literal is too long for the rest of the line, so
      -    "it goes on here".
```
""",
    ),
    Code(
        "CBL1015",
        Severity.ERROR,
        "the file holds marks of an unfinished merge",
        """
Lines of `<<<<<<<`, `=======` or `>>>>>>>` come from a version control system that could not merge two versions. Both
versions are in the file. Decide between them and remove the marks.
""",
    ),
    Code(
        "CBL1016",
        Severity.NOTE,
        "tabs were read as steps of 4 columns",
        """
Tabs in fixed form stand for spaces up to the next multiple of 8 columns. In this file some text would then run across
column 72 and lose its end, while with steps of 4 all of it fits. Replace the tabs by spaces to leave no doubt.
""",
    ),
)
