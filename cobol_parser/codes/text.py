"""Codes CBL2xxx of source text: words, literals, COPY, REPLACE and compiler directives."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL2001",
        Severity.ERROR,
        "a literal is not closed",
        """
The line ends inside a literal, and the next line does not continue it. The literal is taken to end with the last
character of the line that is not a space.

Common causes: the closing quotation mark stands behind column 72; an apostrophe inside a literal that is written
with apostrophes (write it twice: `'it''s'`); the continuation line lacks its `-` in column 7.
""",
    ),
    Code(
        "CBL2002",
        Severity.ERROR,
        "a character has no meaning in COBOL",
        """
Outside literals and comments COBOL knows letters, digits and `- + * / = < > ( ) . , ; : & " '`. The character was left
out. Word processors turn quotation marks and hyphens into characters that look alike: type them anew.
""",
    ),
    Code(
        "CBL2003",
        Severity.ERROR,
        "an EXEC block is not closed",
        """
`EXEC SQL`, `EXEC CICS` and `EXEC DLI` go on until `END-EXEC`, which is missing. The block is taken to end with the first
line that ends with a full stop.
""",
    ),
    Code(
        "CBL2010",
        Severity.ERROR,
        "a copybook was not found",
        """
No file of that name is in the folder of the copying file, in the folder of the program, in the folders named with `-I`, or
in the source folders that are being converted.
Names are compared without regard to case, and the usual endings (`.cpy`, `.cbl`, `.cob`, `.inc`, …) are tried.

The rest of the program is converted; what the copybook declares is missing from it. Find the copybook and name its
folder with `-I`. If the name looks right, the system may supply it: `DFHAID` and `DFHBMSCA` come with CICS, `SQLCA`
with Db2.
""",
    ),
    Code(
        "CBL2011",
        Severity.ERROR,
        "a COPY statement is malformed",
        """
```cobol
           COPY CUSTREC.
           COPY "custrec.cpy" REPLACING ==:TAG:== BY ==WS==.
           COPY CUSTREC OF PRODLIB SUPPRESS.
```

The statement ends with a full stop, even in the middle of a sentence.
""",
    ),
    Code(
        "CBL2012",
        Severity.ERROR,
        "a copybook copies itself",
        """
The copybook is reached again while it is being copied, directly or through others. The inner COPY was left out.
Remove one of the COPY statements of the circle.
""",
    ),
    Code(
        "CBL2013",
        Severity.ERROR,
        "a COPY names a path outside the library folders",
        """
Copybooks are read from the folder of the source and from folders named with `-I`, never from an absolute path or from
one that climbs out with `..`: sources come from strangers, and must not make the converter read other files.

Name the folder with `-I` and copy by the plain name.
""",
    ),
    Code(
        "CBL2014",
        Severity.ERROR,
        "pseudo-text is not closed",
        """
Pseudo-text begins and ends with two equal signs: `==:TAG:== BY ==WS==`. The closing pair is missing. The statement was
left out.
""",
    ),
    Code(
        "CBL2015",
        Severity.ERROR,
        "a REPLACING phrase or REPLACE statement is malformed",
        """
Each operand pair is `old BY new`, where both are pseudo-text, a literal, a word or an identifier:

```cobol
           COPY CUSTREC REPLACING ==:TAG:== BY ==WS==
                                  LEADING ==OLD== BY ==NEW==
                                  CUST-NO BY CUSTOMER-NUMBER.
```

The text to be replaced must not be empty, and LEADING and TRAILING take one word on each side. The statement was left
out.
""",
    ),
    Code(
        "CBL2016",
        Severity.WARNING,
        "a copybook was found, but not in the library that was named",
        """
`COPY name OF library` looks in a folder called `library` below the search folders. The file was found elsewhere and
taken. Where several libraries hold different texts of that name, put each in a folder of the library's name.
""",
    ),
    Code(
        "CBL2017",
        Severity.WARNING,
        "a copybook's name is ambiguous",
        """
The copybook is not in the folder of the program or in one named with `-I`, and the source tree has several files of that
name whose texts differ. The one whose folder is nearest to the copying file was taken. Name the folder of the right
one with `-I`, or in `include` of `cobolift.toml`.
""",
    ),
    Code(
        "CBL2018",
        Severity.ERROR,
        "copybooks are copied too deep or too often",
        """
There is a limit to the depth and the number of copies of one program, so that copybooks that copy each other many times
cannot fill the memory. No real program comes near it.
""",
    ),
    Code(
        "CBL2030",
        Severity.NOTE,
        "a compiler directive has no effect on the conversion",
        """
The line steers a compiler in a way that does not matter here, or is not known.
""",
    ),
    Code(
        "CBL2031",
        Severity.ERROR,
        "conditional compilation is unbalanced",
        """
Every `>>IF` needs an `>>END-IF` and every `>>EVALUATE` an `>>END-EVALUATE` in the same file; `>>ELSE`, `>>ELIF` and `>>WHEN`
stand between. Which lines belong to the program is doubtful until that is put right.
""",
    ),
    Code(
        "CBL2032",
        Severity.ERROR,
        "a compiler directive cannot be carried out",
        """
The directive is known but malformed. Conditions are `name DEFINED`, `name = literal` and the like, joined by AND, OR and
NOT; values are literals and names given with `>>DEFINE name AS literal` or with `-D name=value`.
""",
    ),
    Code(
        "CBL2033",
        Severity.NOTE,
        "listing control was left out",
        """
EJECT, SKIP1, SKIP2, SKIP3, TITLE, `*CONTROL` and `*CBL` lay out the listing of a compiler. They mean nothing to the
program.
""",
    ),
    Code(
        "CBL2034",
        Severity.WARNING,
        "a compiler option that changes the program's meaning is not followed",
        """
The source gives its compiler an option (on a CBL or PROCESS line, or with `$SET`) that changes what the program does, and the
conversion does not follow it. TRUNC, QUOTE and APOST, IBMCOMP, SIGN, ASSIGN and those about run-time checks are followed; for some others
there is an option of the converter, which the help names.
""",
    ),
)
