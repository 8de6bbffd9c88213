"""Special registers."""

from __future__ import annotations

from cobol_parser.picture import Category
from cobol_parser.symbols import SpecialRegister
from transpiler.ir import nodes as ir
from transpiler.ir.build import own
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.operand import INDEX_DIGITS, Kind, Operand
from transpiler.lower.place import file_place, report_place

_ATTRIBUTES = {
    "RETURN-CODE": "return_code",
    "TALLY": "tally",
    "SORT-RETURN": "sort_return",
    "NUMBER-OF-CALL-PARAMETERS": "number_of_call_parameters",
}


_MARKUP = {
    "JSON-CODE": "json_code",
    "JSON-STATUS": "json_status",
    "XML-CODE": "xml_code",
    "XML-INFORMATION": "xml_information",
    "XML-EVENT": "xml_event",
    "XML-TEXT": "xml_text",
    "XML-NAMESPACE": "xml_namespace",
    "XML-NAMESPACE-PREFIX": "xml_namespace_prefix",
}
"""Registers of JSON and XML statements: attributes of the program's `registers`."""

READ_ONLY = frozenset({"NUMBER-OF-CALL-PARAMETERS", "SYSTEM-OFFSET", "WHEN-COMPILED"})
"""Registers that no statement can store into."""

_DIGITS = {"TALLY": 5}
"""Digits of registers that have not as many as an index."""


def register_place(context: Context, register: SpecialRegister) -> ir.Expr:
    """The attribute of the program (or of a file) that holds a special register."""
    if register.name in _ATTRIBUTES:
        return own(_ATTRIBUTES[register.name])
    if register.name in _MARKUP:
        return ir.Attribute(own("registers"), _MARKUP[register.name])
    if register.name == "SYSTEM-OFFSET":
        return ir.Call(ir.Attribute(context.runtime("functions"), "system_offset"), (own("run"),))
    if register.name == "WHEN-COMPILED":
        compiled = ir.Attribute(context.runtime("functions"), "when_compiled_register")
        return ir.Call(compiled, (ir.Name("__file__"),))
    if register.name == "LINAGE-COUNTER" and register.file is not None:
        return ir.Attribute(file_place(context, register.file), "linage_counter")
    if register.report is not None:
        counter = register.name.lower().replace("-", "_")
        return ir.Attribute(report_place(context, register.report), counter)
    raise Unconvertible(f"special register {register.name} is not converted yet", code="CBL6000")


def register_operand(context: Context, register: SpecialRegister) -> Operand:
    """A special register as an operand."""
    if register.category is Category.ALPHANUMERIC:
        return Operand(Kind.TEXT, register_place(context, register), register.size or None)
    digits = _DIGITS.get(register.name, INDEX_DIGITS)
    return Operand(Kind.NUMBER, register_place(context, register), integer=True, digits=digits)
