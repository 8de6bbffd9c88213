"""JSON GENERATE, JSON PARSE, XML GENERATE, XML PARSE."""

from cobol_runtime.markup.generated import Generated
from cobol_runtime.markup.json_generate import json_generate
from cobol_runtime.markup.json_parse import json_parse
from cobol_runtime.markup.structure import Boolean, Form, Item, Rules, Structure
from cobol_runtime.markup.xml_generate import xml_generate
from cobol_runtime.markup.xml_parse import xml_parse

__all__ = [
    "Boolean",
    "Form",
    "Generated",
    "Item",
    "Rules",
    "Structure",
    "json_generate",
    "json_parse",
    "xml_generate",
    "xml_parse",
]
