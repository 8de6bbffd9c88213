"""The only place where the names of `cobol_runtime` are known to the converter.

A test compares every name here with the real package, so that a renamed runtime function is a red test and not a broken output.
"""

from __future__ import annotations

from typing import Final

MODULE: Final = "cobol_runtime"
REPORTS_MODULE: Final = "cobol_runtime.reports"
MARKUP_MODULE: Final = "cobol_runtime.markup"

# Attributes and methods of cobol_runtime.Program; paragraphs, records and files of a program must not take them.
PROGRAM_MEMBERS: Final = frozenset(
    {
        "run", "return_code", "bind", "procedure_division", "display", "accept", "call", "callable", "cancel",
        "program_id", "initial", "recursive", "common", "contained", "paragraphs", "tally", "parent", "start_local_storage",
        "execute", "sort_return", "called", "connectors", "registers", "contained_programs", "activation", "debugging",
        "invoke", "result", "returning", "number_of_call_parameters", "entries", "arguments", "keeps_places",
    }
)  # fmt: skip

# Attributes of cobol_runtime.Record; fields must not take them.
RECORD_MEMBERS: Final = frozenset(
    {
        "memory", "base", "size", "slice", "length", "over", "text", "raw", "initialize_storage", "any_length", "whole", "initial", "fields",
    }
)  # fmt: skip

# Names that generated modules may import from the runtime.
RUNTIME_NAMES: Final = frozenset(
    {
        "AlphanumericEdited", "AnyLengthText", "omitted", "functions", "Linage", "Area", "NOT_PASSED", "argument", "Binary", "Debugging", "Delimiter", "EndOf", "ExitProgram", "Fill", "Filler", "Float32", "Float64", "FloatDecimal", "National", "NationalEdited", "display_of", "national_bytes", "national_of", "shown_national",
        "Group", "HIGH_VALUES", "Index", "IndexedFile", "Key", "LOW_VALUES", "LineSequentialFile", "NULLS", "NativeBinary", "NextSentence",
        "LooseItems", "NotConverted", "NumericEdited", "Packed", "Paragraph", "Pointer", "Program", "QUOTES", "Record", "RelativeFile", "Replacement", "Retry",
        "RunUnit", "carried", "clear_exception", "check_address", "check_argument", "checked_count", "checked_part", "checked_subscript", "extended_quotient", "fixed", "fixed_power", "float_power", "float_quotient", "single", "sort_table", "Rounding", "SPACES", "OverlappingParagraphs", "Paragraphs", "SequentialFile", "SortFile", "SortKey", "Sliding", "Stored", "StopRun", "Table", "Tally", "Target", "Text",
        "UnsignedPacked", "ZEROS", "Zoned", "as_number", "compare", "content", "de_edit", "EBCDIC", "digits_text", "divide", "inspect_converting",
        "inspect_replacing", "inspect_tallying", "main", "power", "remainder", "rounded", "same", "compare_floating", "string_into", "truncated", "unstring",
        "by_value", "move_byte_by_byte", "consists_of", "is_alphabetic", "is_alphabetic_lower", "is_alphabetic_upper", "is_numeric_text",
    }
)  # fmt: skip

# Names that generated modules with reports import from the runtime's report writer.
REPORT_NAMES: Final = frozenset(
    {
        "Column", "Control", "ControlFooting", "ControlHeading", "Detail", "FinalFooting", "FinalHeading", "Line", "NextGroup", "Page",
        "PageFooting", "PageHeading", "Report", "ReportFooting", "ReportHeading", "Sum", "low_digits",
    }
)  # fmt: skip

# Names that generated modules with JSON or XML statements import from the runtime.
MARKUP_NAMES: Final = frozenset(
    {
        "Boolean", "Form", "Item", "Rules", "Structure", "json_generate", "json_parse", "xml_generate", "xml_parse",
    }
)  # fmt: skip
