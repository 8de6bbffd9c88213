"""Codes CBL6xxx of conversion: COBOL that was understood but is not translated."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "CBL6000",
        Severity.WARNING,
        "Statement not converted yet",
        """\
The statement is valid COBOL and was parsed, but this version has no conversion for it, or not for this format of it.

The generated program raises `NotConverted` when control reaches the place; everything else is converted.

**What to do:** rewrite the statement with converted ones, or finish the place in the Python by hand. The message names the part
that is missing.
""",
    ),
    Code(
        "CBL6001",
        Severity.WARNING,
        "Statement with an error inside",
        """\
An error in the statement was reported separately (an unknown or ambiguous name, for example). A wrong conversion is worse than
none, so the statement is not converted and the generated program raises `NotConverted` when control reaches it.

**What to do:** correct the error that was reported for the same line.
""",
    ),
    Code(
        "CBL6002",
        Severity.WARNING,
        "Operand that cannot stand in this place",
        """\
The operand is of a kind that the statement cannot use: a condition-name where a value is needed, a file where an item is needed,
a name without storage.

**What to do:** check that the name means what was intended; qualify it with OF when another item of the same name was meant.
""",
    ),
    Code(
        "CBL6003",
        Severity.WARNING,
        "Operand of the wrong category",
        """\
A number is needed where the program has text that is not numeric, or the other way round.

**What to do:** move the value to an item of the right category first.
""",
    ),
    Code(
        "CBL6010",
        Severity.WARNING,
        "Intrinsic function not converted",
        """\
The function is not in the table of converted functions, or its result depends on things that a converted program does not have.

**What to do:** compute the value another way; the message gives the reason.
""",
    ),
    Code(
        "CBL6011",
        Severity.WARNING,
        "Clause of a report without effect",
        """\
GnuCOBOL 3.1.2 accepts the clause and does nothing with it, and converted programs print what GnuCOBOL prints. So the standard's
effect is missing: SUM … UPON and RESET ON (a sum adds at every GENERATE and is reset behind its control footing), TYPE CONTROL
HEADING FINAL (never presented), USE BEFORE REPORTING of a group that is not a control group or the report footing, SUM of an item
that is not DISPLAY (only as many digits as the item has bytes are added), an entry behind the last LINE that GnuCOBOL sees.

**What to do:** compare the report with the one it was until now; do in the PROCEDURE DIVISION what the clause was to do.
""",
    ),
    Code(
        "CBL6020",
        Severity.WARNING,
        "Embedded EXEC block not converted",
        """\
EXEC CICS, EXEC SQL and EXEC DLI blocks are kept as text and are not converted. The generated program raises `NotConverted`
when control reaches the block.
""",
    ),
    Code(
        "CBL6040",
        Severity.WARNING,
        "Screen form of ACCEPT, DISPLAY or SET not converted",
        """\
Fields placed on a terminal screen (`AT`, `LINE`, `COLUMN`, `WITH HIGHLIGHT`, SCREEN SECTION items) are an extension for interactive
programs. The statement is read and kept as text.

**What to do:** give the program a line-by-line dialogue, or write the screen with a Python library of your choice at this place.
""",
    ),
    Code(
        "CBL6041",
        Severity.WARNING,
        "EXHIBIT not converted",
        """\
EXHIBIT is a debugging aid of OS/VS COBOL that shows names with their values. Converted are items by their name, with literals as
subscripts; not qualified ones, parts of items, and CHANGED, which shows a value only when it is a new one.

**What to do:** write a DISPLAY: `DISPLAY "X = " X`.
""",
    ),
    Code(
        "CBL6042",
        Severity.WARNING,
        "EXAMINE not converted",
        """\
EXAMINE is the forerunner of INSPECT in OS/VS COBOL; its TALLYING sets the special register TALLY.

**What to do:** write `INSPECT item TALLYING counter FOR …` or `INSPECT item REPLACING …`.
""",
    ),
    Code(
        "CBL6043",
        Severity.WARNING,
        "READY TRACE, RESET TRACE not converted",
        """\
These switch a trace of procedure names on and off. The converted program has no such trace.

**What to do:** remove the statement; Python's own debugger and `trace` module do this work.
""",
    ),
    Code(
        "CBL6044",
        Severity.WARNING,
        "part of JSON GENERATE, JSON PARSE not converted",
        """\
The statement is not converted because of a part of it: `NAME OF … IS OMITTED` of an elementary item, a `CONVERTING` phrase whose
condition-name has a range of values, or a national item.

**What to do:** write the value of the item with a MOVE before the statement, or use Python's `json` module at this place.
""",
    ),
    Code(
        "CBL6045",
        Severity.WARNING,
        "part of XML GENERATE, XML PARSE not converted",
        """\
Documents in alphanumeric items are converted. National items, and `RETURNING NATIONAL` and `VALIDATING` of XML PARSE are
not: the special registers XML-NTEXT, XML-NNAMESPACE and XML-NNAMESPACE-PREFIX have nothing to show.

**What to do:** parse the document without the phrase, and check it against a schema with a Python library.
""",
    ),
    Code(
        "CBL6046",
        Severity.WARNING,
        "address that is not converted",
        """\
The address of a record can be set when it is a LINKAGE record or a BASED item: those have no storage of their own. Other
items keep theirs.

**What to do:** describe the item in the LINKAGE SECTION, or as BASED.
""",
    ),
    Code(
        "CBL6047",
        Severity.WARNING,
        "RAISE, procedures for exception conditions not converted",
        """\
Which exception was raised last is known (FUNCTION EXCEPTION-STATUS and its like), but RAISE and USE AFTER EXCEPTION CONDITION of COBOL
2002 are not converted; GnuCOBOL 3.1.2 reads them and does nothing.

**What to do:** test for the condition where it arises, or use a declarative procedure for files.
""",
    ),
    Code(
        "CBL6048",
        Severity.WARNING,
        "INVOKE not converted",
        """\
Classes, objects and their methods are not converted.

**What to do:** write the call of the Python class that takes the place of the COBOL one at this place.
""",
    ),
    Code(
        "CBL6049",
        Severity.WARNING,
        "GO TO ENTRY not converted",
        """\
A jump to an ENTRY point of the program is not converted.

**What to do:** go to the paragraph that the entry point stands in.
""",
    ),
    Code(
        "CBL6050",
        Severity.WARNING,
        "ROLLBACK takes nothing back",
        """\
Changes to files cannot be taken back. GnuCOBOL's ROLLBACK does not take them back either: it ends the locks of records, and so it is
converted in the dialect gnucobol. In other dialects the statement is not converted.

**What to do:** UNLOCK the files where only the locks are to end.
""",
    ),
    Code(
        "CBL6051",
        Severity.WARNING,
        "CHAIN not converted",
        """\
CHAIN ends the run unit and starts another program, which never returns.

**What to do:** CALL the program and write STOP RUN behind it.
""",
    ),
    Code(
        "CBL6052",
        Severity.WARNING,
        "Numbers in a group that is ordered as characters",
        """\
With `--collating ebcdic` characters are compared in the order they have on a mainframe while the data stay ASCII. A group that holds packed, binary
or floating-point numbers is compared as characters too, and the bytes of its numbers then come in another order than they do on a mainframe.
Whether groups are equal is not affected.

**What to do:** compare, or sort by, the items of the group instead of the group.
""",
    ),
    Code(
        "CBL6053",
        Severity.WARNING,
        "Dataset cannot be stored as declared",
        """\
`[files.NAME]` of cobolift.toml says how a dataset is stored: its `encoding`, its `format`, and `when` rules that tell which description holds for a
record. Records of an EBCDIC dataset are translated field by field. That is not possible where

- two descriptions (REDEFINES, several records of a file) call the same bytes characters and numbers, and no rule `FIELD=VALUE:NAME` tells which
  holds: the run ends at the first such record;
- items stand behind a table with OCCURS DEPENDING ON, because on a mainframe they move up when the table is short;
- items are NATIONAL in a dialect other than `ibm`, where they are no UTF-16;
- the file is read in lines, or is indexed or relative and a format is given.

**What to do:** add rules to the table, or translate the file with `cobolift data convert` or `load` before the program runs.
""",
    ),
    Code(
        "CBL6054",
        Severity.WARNING,
        "Item behind tables of variable length",
        """\
In the `ibm` dialect, and with `$SET ODOSLIDE`, what stands behind a table with OCCURS DEPENDING ON moves with its length. That is followed for
items and tables of items, but not where the table is itself inside another table, for SORT of such a table, and for a RENAMES of such items.

**What to do:** describe the record with tables of fixed length and move the items one by one.
""",
    ),
    Code(
        "CBL6090",
        Severity.WARNING,
        "Nested too deep for Python",
        """\
Python allows 100 levels of indentation, 20 loops inside each other and 200 open brackets; COBOL has no such limits. A sentence whose
Python would be deeper is not converted, and the generated program raises `NotConverted` when control reaches it.

**What to do:** move the inner statements to a paragraph of their own and PERFORM it, or compute an inner expression into an item first.
""",
    ),
    Code(
        "CBL6091",
        Severity.ERROR,
        "Program nested too deep",
        """\
The program nests statements or expressions so deep that cobolift has no room to follow them. Nothing was written for the file; the
other files are converted.

**What to do:** move the inner statements to paragraphs of their own and PERFORM them.
""",
    ),
)
