"""Codes CBL5xxx of layout: pictures, usages, levels, REDEFINES and OCCURS, and what can be stored where."""

from __future__ import annotations

from cobol_parser.codes.code import Code, Severity

_PICTURE = """
The PICTURE character-string breaks a rule; the mark stands under the offending symbol.

```cobol
       05 PRICE PIC 9(3)Z9.99.      *> Z cannot follow 9
       05 NAME  PIC X(.             *> the parenthesis is not closed
```

The order of symbols follows the precedence rules of the standard: S first, signs at either end, one decimal point (V or the
full stop), Z and * before 9. A name in parentheses must be an integer constant.
"""

_NO_PICTURE = """
An item without subordinate items needs a PICTURE, unless its USAGE has none (COMP-1, COMP-2, INDEX, POINTER,
BINARY-LONG …). Often the level number of the next entry is wrong, so that what should be a group has nothing in it.
"""

_PICTURE_USAGE = """
The PICTURE does not go with the USAGE: binary and packed items need a numeric PICTURE; groups, indexes, pointers and
floating-point items have none.
"""

_TOO_LONG = """
A binary item holds at most 18 digits, as in GnuCOBOL 3.1.2.
"""

_SIGN = """
The SIGN clause says where the sign of a signed DISPLAY item is kept, so the PICTURE needs an S and the USAGE must be DISPLAY.
"""

_JUSTIFIED = """
JUSTIFIED RIGHT is for alphabetic and alphanumeric items.
"""

_BLANK = """
BLANK WHEN ZERO is for unsigned numeric DISPLAY items and numeric-edited items without asterisks.
"""

_LOOSE_ENTRY = """
A level 66 or 88 entry belongs to the item or record above it; here there is none.
"""

_USAGE = """
The USAGE is known but not supported; the item is laid out as USAGE DISPLAY, which shifts what follows.
"""

_NO_VALUE = """
A level 88 entry must have a VALUE clause.
"""

_OCCURS = """
The bounds of OCCURS must be positive integers (or integer constants), the minimum not greater than the maximum.
"""

_REDEFINES = """
REDEFINES names the item whose storage is described anew: an item of the same level, in the same group, described before
it, with nothing but other redefinitions between them.
"""

_RENAMES = """
RENAMES spans items of the record above it, from the first to the last in storage order.
"""

_CONSTANT = """
The value of a level 78 entry or a 01 CONSTANT must be a literal, or arithmetic on literals, earlier constants and sizes.
"""

_COUNTER = """
DEPENDING ON needs an integer item.
"""

_VARIABLE_PLACE = """
In this dialect a table with OCCURS DEPENDING ON must end its record and cannot be inside another table. The `ibm` and `mf`
dialects allow it.
"""

_LONGER = """
A redefinition below level 01 that is longer than the item it redefines. Some dialects refuse it; the group grows so that it fits.
"""

_VALUE = """
The VALUE does not fit the item: a number with more digits than the PICTURE, text longer than the item, or a literal of the wrong
class. GnuCOBOL accepts most of these and truncates; so does the converted program.
"""

_VALUE_CLASS = """
A numeric item has an alphanumeric VALUE, or the other way round, in a way that cannot be stored.
"""

_MOVE = """
The standard forbids a MOVE between these categories, and GnuCOBOL refuses to compile it: for example from alphabetic to
numeric, from a numeric item with decimal places to an alphanumeric one, or to an index.

```cobol
       77 LETTERS PIC A(5).
       77 TOTAL   PIC 9(5).
       ...
           MOVE LETTERS TO TOTAL
```
"""

_NOT_NUMERIC = """
An arithmetic statement or expression uses an item that is not numeric.
"""

_NOT_RECEIVING = """
A literal, a constant or a condition-name cannot receive a value.
"""

_KEYED = """
READ NEXT, START, DELETE, KEY phrases and WRITE … INVALID KEY each need a certain organization or access mode of the file.
"""

_LONG_LITERAL = """
A numeric literal has at most 38 digits, as in GnuCOBOL 3.1.2; the standard allows 18.
"""

_EXTENSION = """
COBOL-85 does not have the element: it is one of a later standard, or of some compilers. It is reported in the dialect
`cobol85` only, and converted all the same.

```cobol
       01 AMOUNT PIC S9(5) COMP-3.     *> PACKED-DECIMAL
           GOBACK.                     *> EXIT PROGRAM and STOP RUN
           EXIT PERFORM                *> GO TO the end of the loop
```

**What to do:** nothing for the conversion; choose the dialect that the program is written in with `--dialect`.
"""
_OBSOLETE = """
The standard of 1985 lists the element as obsolete: it was to be deleted by the next revision, and COBOL 2002 deleted it. It
is reported in the dialect `cobol85` only, and converted all the same.

```cobol
       AUTHOR. SOMEBODY.                     *> write a comment
       OBJECT-COMPUTER. X MEMORY 64000 WORDS.
           LABEL RECORDS ARE STANDARD        *> leave it out; DATA RECORDS and VALUE OF too
           ALTER SWITCH-POINT TO B.          *> test an item before the GO TO
           STOP "MOUNT TAPE".                *> DISPLAY and ACCEPT
       LOADING SECTION 50.                   *> segment-numbers have no use any more
           USE FOR DEBUGGING ON A.
```

**What to do:** nothing for the conversion; the Python does not depend on it.
"""

_MARKUP = """
JSON and XML statements make a document of a data item, or fill one from it. The receiver of a document is a group or an alphanumeric
item without JUSTIFIED; the item itself is whole, not a level 66 or a pointer, and has something with a name in it; what
NAME, TYPE, SUPPRESS and CONVERTING name belongs to it.

```cobol
       01 TOTAL PIC 9(5).
       ...
           XML GENERATE TOTAL FROM CUSTOMER    *> a number cannot receive a document
```
"""

_TYPE = """
USAGE or TYPE names no type declaration that stands before the entry, or SAME AS names no data item. A type declaration is a level 01
entry with TYPEDEF; what it describes has no storage of its own.

```cobol
       01 MONEY TYPEDEF PIC S9(7)V99 COMP-3.
       01 BALANCE USAGE MONEY.
       01 CUSTOMER-RECORD.
          05 LIMIT TYPE MONEY.
       01 OLD-RECORD SAME AS CUSTOMER-RECORD.
```
"""

_SUBSET = """
The standard of 1985 divides the language into three subsets, minimum, intermediate and high, and optional modules. `check --flag-subset` notes
what a program uses beyond the required modules of one of them. The note changes nothing about the conversion.

**What to do:** nothing, unless the program has to stay within the subset.
"""

CODES: tuple[Code, ...] = (
    Code("CBL5001", Severity.ERROR, "PICTURE is invalid", _PICTURE),
    Code("CBL5002", Severity.ERROR, "PICTURE is missing", _NO_PICTURE),
    Code("CBL5003", Severity.ERROR, "PICTURE does not go with the USAGE", _PICTURE_USAGE),
    Code("CBL5004", Severity.ERROR, "Binary item has too many digits", _TOO_LONG),
    Code("CBL5005", Severity.ERROR, "SIGN clause does not apply", _SIGN),
    Code("CBL5006", Severity.ERROR, "JUSTIFIED does not apply", _JUSTIFIED),
    Code("CBL5007", Severity.ERROR, "BLANK WHEN ZERO does not apply", _BLANK),
    Code("CBL5008", Severity.ERROR, "Level 66 or 88 entry belongs to no item", _LOOSE_ENTRY),
    Code("CBL5009", Severity.ERROR, "USAGE is not supported", _USAGE),
    Code("CBL5010", Severity.ERROR, "Condition-name has no VALUE", _NO_VALUE),
    Code("CBL5011", Severity.ERROR, "OCCURS bounds are invalid", _OCCURS),
    Code("CBL5012", Severity.ERROR, "REDEFINES is invalid", _REDEFINES),
    Code("CBL5013", Severity.ERROR, "RENAMES is invalid", _RENAMES),
    Code("CBL5014", Severity.ERROR, "Constant has no value", _CONSTANT),
    Code("CBL5015", Severity.ERROR, "DEPENDING ON item is not an integer", _COUNTER),
    Code("CBL5016", Severity.ERROR, "Variable table is followed by other storage", _VARIABLE_PLACE),
    Code("CBL5017", Severity.WARNING, "Redefinition is longer than its subject", _LONGER),
    Code("CBL5018", Severity.WARNING, "VALUE does not fit the item", _VALUE),
    Code("CBL5019", Severity.ERROR, "VALUE is of the wrong class", _VALUE_CLASS),
    Code("CBL5020", Severity.ERROR, "MOVE is not allowed between these categories", _MOVE),
    Code("CBL5021", Severity.ERROR, "Operand is not numeric", _NOT_NUMERIC),
    Code("CBL5022", Severity.ERROR, "Operand cannot receive a value", _NOT_RECEIVING),
    Code("CBL5023", Severity.WARNING, "Statement does not go with the file", _KEYED),
    Code("CBL5024", Severity.ERROR, "Numeric literal is too long", _LONG_LITERAL),
    Code("CBL5025", Severity.NOTE, "Obsolete element of COBOL-85", _OBSOLETE),
    Code(
        "CBL5027",
        Severity.WARNING,
        "ENCODING of an XML statement is not followed",
        """
The converted program writes and reads XML documents in UTF-8 (CCSID 1208) or in the character set of its data (819 and where
no ENCODING is written). Another CCSID is not followed: the bytes of the document are those of the data.

Where the document goes to or comes from a mainframe, translate the file it is in instead.
""",
    ),
    Code("CBL5028", Severity.NOTE, "Not an element of COBOL-85", _EXTENSION),
    Code("CBL5029", Severity.ERROR, "Type is not known", _TYPE),
    Code("CBL5030", Severity.NOTE, "Not in the chosen subset of COBOL-85", _SUBSET),
    Code("CBL5026", Severity.ERROR, "Item cannot take part in a JSON or XML document", _MARKUP),
)
