"""Codes CBL4xxx of names: references that name nothing, or more than one thing."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

_UNDEFINED = """
A statement or clause uses a name that no entry of the program declares, or qualifies it with a group that does not
contain it.

```cobol
       01 CUSTOMER.
          05 CUST-NAME PIC X(20).
       ...
           MOVE SPACES TO CUST-NAM
```

The usual causes are a misspelling (near names are offered) and a missing copybook: a name that a copybook declares is
unknown when the copybook was not found, so mend the missing copybooks first. The statement is kept in the converted program
as an error that is raised when it is reached.
"""

_AMBIGUOUS = """
The same data-name is declared in several groups and the reference does not say which one is meant.

```cobol
       01 IN-REC.
          05 AMOUNT PIC 9(5).
       01 OUT-REC.
          05 AMOUNT PIC 9(5).
       ...
           ADD 1 TO AMOUNT          *> AMOUNT OF IN-REC, or OF OUT-REC?
```

Qualify the name: `ADD 1 TO AMOUNT OF OUT-REC`.
"""

_TWICE = """
A name that must be declared once is declared twice, as a file with two SELECT entries. The first declaration counts.
"""

_NO_PROCEDURE = """
PERFORM, GO TO, ALTER or SORT names a paragraph or section that the program does not have.

Procedures of a containing or contained program cannot be reached. A procedure in a copybook that was not found is unknown
too.
"""

_AMBIGUOUS_PROCEDURE = """
Several paragraphs have the name, none of them in the section that the statement stands in. Qualify the name with its
section: `PERFORM WRITE-LINE OF REPORT-SECTION`.
"""

_NO_FILE = """
An input-output statement names a file that has neither a SELECT nor an FD entry in the program, and that no containing
program declares GLOBAL. Remember that WRITE and REWRITE name the *record*, all others the *file*.
"""

_WRONG_KIND = """
The name is declared, but as something that cannot stand here: a file where data is needed, a data item where a
condition-name is needed, an item of WORKING-STORAGE where a record of a file is needed.
"""

_SUBSCRIPTS = """
An item inside tables needs one subscript for each OCCURS that applies to it, and an item outside tables none.

```cobol
       01 SALES.
          05 REGION OCCURS 4.
             10 MONTH-TOTAL PIC 9(7) OCCURS 12.
       ...
           ADD 1 TO MONTH-TOTAL (3)        *> two subscripts are needed
```
"""

_SYSTEM_NAME = """
SPECIAL-NAMES, DISPLAY, ACCEPT or SET uses a system-name or mnemonic-name that is not known. The entry is treated as an ordinary
feature without effect, or the statement is not converted.
"""

_FILE_INCOMPLETE = """
A file needs a SELECT entry, which connects it to the outside, and an FD (or SD) entry, which describes its records; an INDEXED
file also needs a RECORD KEY. One of these is missing.
"""

_NO_ALPHABET = """
PROGRAM COLLATING SEQUENCE, COLLATING SEQUENCE, CODE-SET or SYMBOLIC CHARACTERS names an alphabet that SPECIAL-NAMES does not
define, or an ordinal position that the character set does not have.
"""

_NO_PARAMETER = """
Every name in PROCEDURE DIVISION USING must be a level 01 or 77 item of the LINKAGE SECTION.
"""

_DUPLICATE_PROCEDURE = """
Two paragraphs of the same section, or two sections, have the same name. That is accepted as long as no statement refers
to the name; the two are converted to methods with different names.
"""

_BACKWARDS = """
PERFORM A THRU B, where B stands before A. Control can only come back by GO TO or by running into B some other way; without
that the range never ends.
"""

CODES: tuple[Code, ...] = (
    Code("CBL4001", Severity.ERROR, "Name is not defined", _UNDEFINED),
    Code("CBL4002", Severity.ERROR, "Name is ambiguous", _AMBIGUOUS),
    Code("CBL4004", Severity.ERROR, "Name is declared twice", _TWICE),
    Code("CBL4005", Severity.ERROR, "Procedure-name is not defined", _NO_PROCEDURE),
    Code("CBL4006", Severity.ERROR, "Procedure-name is ambiguous", _AMBIGUOUS_PROCEDURE),
    Code("CBL4007", Severity.ERROR, "File is not defined", _NO_FILE),
    Code("CBL4008", Severity.ERROR, "Name is of the wrong kind", _WRONG_KIND),
    Code("CBL4009", Severity.ERROR, "Wrong number of subscripts", _SUBSCRIPTS),
    Code("CBL4010", Severity.WARNING, "System-name or mnemonic-name is not known", _SYSTEM_NAME),
    Code("CBL4011", Severity.ERROR, "SELECT and FD do not match", _FILE_INCOMPLETE),
    Code("CBL4012", Severity.ERROR, "Alphabet is not defined", _NO_ALPHABET),
    Code("CBL4013", Severity.ERROR, "Parameter is not a LINKAGE item", _NO_PARAMETER),
    Code("CBL4014", Severity.WARNING, "Procedure-name is declared twice", _DUPLICATE_PROCEDURE),
    Code("CBL4015", Severity.WARNING, "PERFORM range runs backwards", _BACKWARDS),
)
