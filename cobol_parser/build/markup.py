"""JSON GENERATE, JSON PARSE, XML GENERATE, XML PARSE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.phrase_list import Phrase, gather, phrase
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Token

_JSON_GENERATE = {"COUNT": "count", "NAME": "names", "SUPPRESS": "suppressions", "CONVERTING": "booleans"}
_JSON_PARSE = {"DETAIL": "detail", "NAME": "names", "SUPPRESS": "suppressions", "CONVERTING": "booleans"}
_XML_GENERATE = {
    "COUNT": "count",
    "ENCODING": "encoding",
    "XML-DECLARATION": "declaration",
    "ATTRIBUTES": "attributes",
    "NAMESPACE": "namespace",
    "NAMESPACE-PREFIX": "prefix",
    "NAME": "names",
    "TYPE": "types",
    "SUPPRESS": "suppressions",
}
_XML_PARSE = {"ENCODING": "encoding", "PROCESSING": "procedure"}
_NOT_CONVERTED = ("RETURNING-NATIONAL", "VALIDATING")


@builds("json_generate_statement")
def json_generate(context: BuildContext, children: list[Any]) -> ast.JsonGenerate:
    """JSON GENERATE receiver FROM source …"""
    _, _, receiver, _, source, phrases, exception, _ = children
    fields = _fields("JSON GENERATE", phrases, _JSON_GENERATE)
    return ast.JsonGenerate(
        **context.statement(), receiver=receiver, source=source, exception=exception, **fields
    )


@builds("json_parse_statement")
def json_parse(context: BuildContext, children: list[Any]) -> ast.JsonParse:
    """JSON PARSE document INTO receiver …"""
    _, _, document, _, receiver, phrases, exception, _ = children
    fields = _fields("JSON PARSE", phrases, _JSON_PARSE)
    return ast.JsonParse(
        **context.statement(), document=document, receiver=receiver, exception=exception, **fields
    )


@builds("xml_generate_statement")
def xml_generate(context: BuildContext, children: list[Any]) -> ast.XmlGenerate:
    """XML GENERATE receiver FROM source …"""
    _, _, receiver, _, source, phrases, exception, _ = children
    fields = _fields("XML GENERATE", phrases, _XML_GENERATE)
    return ast.XmlGenerate(
        **context.statement(), receiver=receiver, source=source, exception=exception, **fields
    )


@builds("xml_parse_statement")
def xml_parse(context: BuildContext, children: list[Any]) -> ast.XmlParse | ast.UnsupportedStatement:
    """XML PARSE document PROCESSING PROCEDURE …"""
    _, _, document, phrases, exception, _ = children
    for found in phrases:
        if found.name in _NOT_CONVERTED:
            return unsupported(
                context, "CBL6045", f"XML PARSE {found.name.replace('-', ' ')} is not converted"
            )
    fields = _fields("XML PARSE", phrases, _XML_PARSE)
    if "procedure" not in fields:
        raise SyntaxProblem("CBL3001", "XML PARSE needs a PROCESSING PROCEDURE", at=context.span)
    return ast.XmlParse(**context.statement(), document=document, exception=exception, **fields)


def _fields(statement: str, phrases: list[Phrase], known: dict[str, str]) -> dict[str, Any]:
    """The phrases as fields of the node. Raises: SyntaxProblem for one that the statement does not have."""
    for found in phrases:
        if found.name not in known:
            raise SyntaxProblem("CBL3023", f"{statement} has no {found.name} phrase", at=found.span)
    return {known[name]: value for name, value in gather(phrases).items()}


# --- phrases


@builds("markup_count")
def markup_count(context: BuildContext, children: list[Any]) -> Phrase:
    """COUNT IN item."""
    return phrase(context, "COUNT", children[-1])


@builds("markup_flag")
def markup_flag(context: BuildContext, children: list[Token]) -> Phrase:
    """WITH XML-DECLARATION, WITH ATTRIBUTES, WITH DETAIL, RETURNING NATIONAL."""
    if children[0].type == "RETURNING":
        return phrase(context, "RETURNING-NATIONAL")
    return phrase(context, children[-1].type.replace("_", "-"))


@builds("markup_value")
def markup_value(context: BuildContext, children: list[Any]) -> Phrase:
    """ENCODING, NAMESPACE, NAMESPACE-PREFIX with a value."""
    return phrase(context, children[-2].type.replace("_", "-"), children[-1])


@builds("markup_validating")
def markup_validating(context: BuildContext, _children: list[Any]) -> Phrase:
    """VALIDATING WITH schema."""
    return phrase(context, "VALIDATING")


@builds("markup_name")
def markup_name(context: BuildContext, children: list[Any]) -> Phrase:
    """NAME OF item IS name …"""
    return phrase(context, "NAME", tuple(item for item in children if isinstance(item, ast.MarkupName)))


@builds("name_of")
def name_of(context: BuildContext, children: list[Any]) -> ast.MarkupName:
    """item IS name, item IS OMITTED."""
    item, name = children
    return ast.MarkupName(span=context.span, item=item, name=None if isinstance(name, Token) else name)


@builds("markup_type")
def markup_type(context: BuildContext, children: list[Any]) -> Phrase:
    """TYPE OF item IS form …"""
    return phrase(context, "TYPE", tuple(item for item in children if isinstance(item, ast.MarkupType)))


@builds("type_of")
def type_of(context: BuildContext, children: list[Any]) -> ast.MarkupType:
    """item IS ATTRIBUTE, ELEMENT, CONTENT."""
    item, form = children
    return ast.MarkupType(span=context.span, item=item, form=form.type)


@builds("markup_suppress")
def markup_suppress(context: BuildContext, children: list[Any]) -> Phrase:
    """SUPPRESS what [WHEN constants] …: a WHEN belongs to what stands before it, and at the beginning to everything."""
    made: list[ast.MarkupSuppression] = []
    for child in children[1:]:
        if isinstance(child, ast.Identifier):
            made.append(ast.MarkupSuppression(span=child.span, item=child))
        elif isinstance(child, ast.MarkupSuppression):
            made.append(child)
        elif made and not made[-1].when:
            made[-1] = replace(made[-1], when=tuple(child))
        else:
            made.append(ast.MarkupSuppression(span=context.span, when=tuple(child)))
    return phrase(context, "SUPPRESS", tuple(made))


@builds("suppress_every")
def suppress_every(context: BuildContext, children: list[Token]) -> ast.MarkupSuppression:
    """EVERY [NUMERIC|NONNUMERIC] [form]."""
    words = [token.type for token in children[1:]]
    category = words.pop(0) if words[0] in ("NUMERIC", "NONNUMERIC") else ""
    return ast.MarkupSuppression(span=context.span, category=category, form=words[0] if words else "")


@builds("suppress_when")
def suppress_when(_context: BuildContext, children: list[Any]) -> list[str]:
    """WHEN constant OR constant …, as names of figurative constants."""
    before = children[0] if isinstance(children[0], list) else []
    return [*before, children[-1].type.replace("_", "-")]


@builds("markup_converting")
def markup_converting(context: BuildContext, children: list[Any]) -> Phrase:
    """CONVERTING item … ALSO item …"""
    made = tuple(item for item in children if isinstance(item, ast.JsonBoolean))
    return phrase(context, "CONVERTING", made)


@builds("json_boolean")
def json_boolean(context: BuildContext, children: list[Any]) -> ast.JsonBoolean:
    """item TO|FROM JSON BOOLEAN USING true [AND false]."""
    values = [child for child in children[1:] if isinstance(child, ast.Expression)]
    return ast.JsonBoolean(
        span=context.span, item=children[0], true=values[0], false=values[1] if len(values) > 1 else None
    )


@builds("markup_processing")
def markup_processing(context: BuildContext, children: list[Any]) -> Phrase:
    """PROCESSING PROCEDURE IS first [THRU last]."""
    _, _, first, last = children
    return phrase(context, "PROCESSING", ast.ProcedureRange(span=context.span, first=first, last=last))
