"""What generated programs import: COBOL data, files and control. Standard library only."""

from cobol_runtime.area import Area, ReferenceModificationError
from cobol_runtime.arithmetic import NOT_A_NUMBER, divide, power, remainder
from cobol_runtime.binary import Binary, Index, NativeBinary, Pointer
from cobol_runtime.checks import (
    check_address,
    check_argument,
    checked_count,
    checked_part,
    checked_subscript,
)
from cobol_runtime.classes import (
    consists_of,
    is_alphabetic,
    is_alphabetic_lower,
    is_alphabetic_upper,
    is_numeric_text,
)
from cobol_runtime.collating import EBCDIC
from cobol_runtime.compare import compare, same, sign
from cobol_runtime.control import (
    EndOf,
    NextSentence,
    NotConverted,
    OverlappingParagraphs,
    Paragraph,
    Paragraphs,
    Target,
)
from cobol_runtime.conversion import as_number, de_edit, digits_text
from cobol_runtime.debugging import Debugging
from cobol_runtime.edited import AlphanumericEdited, NumericEdited
from cobol_runtime.exceptions import clear as clear_exception
from cobol_runtime.field import Field
from cobol_runtime.figurative import HIGH_VALUES, LOW_VALUES, NULLS, QUOTES, SPACES, ZEROS, Fill
from cobol_runtime.files.dataset import Key
from cobol_runtime.files.indexed import IndexedFile
from cobol_runtime.files.linage import Linage
from cobol_runtime.files.line_sequential import LineSequentialFile
from cobol_runtime.files.relative import RelativeFile
from cobol_runtime.files.sequential import SequentialFile
from cobol_runtime.files.sharing import Retry
from cobol_runtime.files.stored import Stored
from cobol_runtime.float_arithmetic import extended_quotient, fixed, float_power, float_quotient, single
from cobol_runtime.float_decimal import FloatDecimal
from cobol_runtime.floating import Float32, Float64, compare_floating
from cobol_runtime.inspect_text import (
    Replacement,
    Tally,
    inspect_converting,
    inspect_replacing,
    inspect_tallying,
)
from cobol_runtime.intermediate import carried, fixed_power
from cobol_runtime.linkage import NOT_PASSED, argument, omitted
from cobol_runtime.loose import LooseItems
from cobol_runtime.moves import move, move_byte_by_byte
from cobol_runtime.national import (
    National,
    NationalEdited,
    display_of,
    national_bytes,
    national_of,
    shown_national,
)
from cobol_runtime.numeric import NumericField
from cobol_runtime.packed import Packed, UnsignedPacked
from cobol_runtime.program import Program, by_value, content, execute, main
from cobol_runtime.record import Record
from cobol_runtime.rounding import Rounding, rounded, scaled, truncated
from cobol_runtime.run_unit import RunUnit
from cobol_runtime.sort import SortFile, sort_table
from cobol_runtime.sort_order import SortKey
from cobol_runtime.strings import Strung, string_into
from cobol_runtime.table import Occurrences, Sliding, Table
from cobol_runtime.termination import ExitProgram, FatalError, StopRun
from cobol_runtime.text import AnyLengthText, Filler, Group, Text
from cobol_runtime.unstring import Delimiter, Piece, Unstrung, unstring
from cobol_runtime.zoned import Zoned

__all__ = [
    "EBCDIC",
    "HIGH_VALUES",
    "LOW_VALUES",
    "NOT_A_NUMBER",
    "NOT_PASSED",
    "NULLS",
    "QUOTES",
    "SPACES",
    "ZEROS",
    "AlphanumericEdited",
    "AnyLengthText",
    "Area",
    "Binary",
    "Debugging",
    "Delimiter",
    "EndOf",
    "ExitProgram",
    "FatalError",
    "Field",
    "Fill",
    "Filler",
    "Float32",
    "Float64",
    "FloatDecimal",
    "Group",
    "Index",
    "IndexedFile",
    "Key",
    "Linage",
    "LineSequentialFile",
    "LooseItems",
    "National",
    "NationalEdited",
    "NativeBinary",
    "NextSentence",
    "NotConverted",
    "NumericEdited",
    "NumericField",
    "Occurrences",
    "OverlappingParagraphs",
    "Packed",
    "Paragraph",
    "Paragraphs",
    "Piece",
    "Pointer",
    "Program",
    "Record",
    "ReferenceModificationError",
    "RelativeFile",
    "Replacement",
    "Retry",
    "Rounding",
    "RunUnit",
    "SequentialFile",
    "Sliding",
    "SortFile",
    "SortKey",
    "StopRun",
    "Stored",
    "Strung",
    "Table",
    "Tally",
    "Target",
    "Text",
    "UnsignedPacked",
    "Unstrung",
    "Zoned",
    "argument",
    "as_number",
    "by_value",
    "carried",
    "check_address",
    "check_argument",
    "checked_count",
    "checked_part",
    "checked_subscript",
    "clear_exception",
    "compare",
    "compare_floating",
    "consists_of",
    "content",
    "de_edit",
    "digits_text",
    "display_of",
    "divide",
    "execute",
    "extended_quotient",
    "fixed",
    "fixed_power",
    "float_power",
    "float_quotient",
    "inspect_converting",
    "inspect_replacing",
    "inspect_tallying",
    "is_alphabetic",
    "is_alphabetic_lower",
    "is_alphabetic_upper",
    "is_numeric_text",
    "main",
    "move",
    "move_byte_by_byte",
    "national_bytes",
    "national_of",
    "omitted",
    "power",
    "remainder",
    "rounded",
    "same",
    "scaled",
    "shown_national",
    "sign",
    "single",
    "sort_table",
    "string_into",
    "truncated",
    "unstring",
]
