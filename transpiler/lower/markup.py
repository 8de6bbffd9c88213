"""JSON GENERATE, JSON PARSE, XML GENERATE, XML PARSE."""

from __future__ import annotations

from cobol_parser import ast
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, own, text
from transpiler.lower.addresses import area_of
from transpiler.lower.arithmetic import branches
from transpiler.lower.context import Context
from transpiler.lower.expressions import integral, operand
from transpiler.lower.markup_structure import Document, name_in_runtime, refuse_national
from transpiler.lower.operand import as_text
from transpiler.lower.ordering import procedure_function
from transpiler.lower.place import referent_place
from transpiler.lower.registry import lowers
from transpiler.lower.store import set_number, target_of

Keywords = list[tuple[str, ir.Expr]]


@lowers(ast.JsonGenerate)
def json_generate(context: Context, node: ast.JsonGenerate) -> list[ir.Stmt]:
    """JSON GENERATE a FROM b  ->  json_generate(self.registers, self.b, self.B_JSON, into=…)"""
    document = Document(
        context, node.source, "JSON", names=node.names, suppressions=node.suppressions, booleans=node.booleans
    )
    keywords: Keywords = [("into", area_of(context, node.receiver)), *document.keywords()]
    return _generated(context, node, "json_generate", document, keywords)


@lowers(ast.XmlGenerate)
def xml_generate(context: Context, node: ast.XmlGenerate) -> list[ir.Stmt]:
    """XML GENERATE a FROM b  ->  xml_generate(self.registers, self.b, self.B_XML, into=…)"""
    document = Document(
        context,
        node.source,
        "XML",
        names=node.names,
        suppressions=node.suppressions,
        types=node.types,
        attributes=node.attributes,
    )
    keywords: Keywords = [("into", area_of(context, node.receiver)), *document.keywords()]
    if node.declaration:
        keywords.append(("declaration", TRUE))
    if node.encoding is not None and document.ibm:
        keywords.append(("encoding", integral(context, node.encoding)))
    if node.namespace is not None:
        keywords.append(("namespace", as_text(context, operand(context, node.namespace))))
    if node.prefix is not None:
        keywords.append(("prefix", as_text(context, operand(context, node.prefix))))
    return _generated(context, node, "xml_generate", document, keywords)


def _generated(
    context: Context,
    node: ast.JsonGenerate | ast.XmlGenerate,
    function: str,
    document: Document,
    keywords: Keywords,
) -> list[ir.Stmt]:
    refuse_national(referent_place(context, node.receiver).item, document.kind)
    if context.analysis.symbols.decimal_comma and document.kind in context.dialect.comma_in_data:
        keywords.append(("decimal_point", text(",")))
    call = ir.Call(
        name_in_runtime(context, function),
        (own("registers"), document.area(), document.structure()),
        tuple(keywords),
    )
    if node.count is None and node.exception is None:
        return [ir.Do(call)]
    generated = context.local("generated")
    result: list[ir.Stmt] = [ir.Assign((generated,), call)]
    if node.count is not None:
        result.append(_counted(context, node.count, ir.Attribute(generated, "length"), document.ibm))
    if node.exception is not None:
        failed = ir.Attribute(generated, "exception")
        result += branches(context, failed, node.exception.taken, node.exception.not_taken)
    return result


def _counted(context: Context, count: ast.Identifier, length: ir.Expr, ibm: bool) -> ir.Stmt:
    """COUNT IN: GnuCOBOL 3.1 adds the length to the item, IBM sets it."""
    if ibm:
        return set_number(context, count, length)
    return ir.AugAssign(target_of(context, count), "+", length)


@lowers(ast.JsonParse)
def json_parse(context: Context, node: ast.JsonParse) -> list[ir.Stmt]:
    """JSON PARSE a INTO b  ->  json_parse(self.registers, self.a, self.B_JSON, self.b)"""
    document = Document(
        context,
        node.receiver,
        "JSON",
        names=node.names,
        suppressions=node.suppressions,
        booleans=node.booleans,
        parsed=True,
    )
    keywords: Keywords = document.keywords()
    if node.detail:
        keywords.append(("detail", TRUE))
    refuse_national(referent_place(context, node.document).item, "JSON")
    source = as_text(context, operand(context, node.document))
    call = ir.Call(
        name_in_runtime(context, "json_parse"),
        (own("registers"), source, document.structure(), document.area()),
        tuple(keywords),
    )
    return _parsed(context, call, node.exception)


@lowers(ast.XmlParse)
def xml_parse(context: Context, node: ast.XmlParse) -> list[ir.Stmt]:
    """XML PARSE a PROCESSING PROCEDURE p  ->  xml_parse(self.registers, Ws.a.area(self.ws), self.p)"""
    refuse_national(referent_place(context, node.document).item, "XML")
    keywords: Keywords = []
    if node.encoding is not None:
        keywords.append(("encoding", integral(context, node.encoding)))
    call = ir.Call(
        name_in_runtime(context, "xml_parse"),
        (own("registers"), area_of(context, node.document), procedure_function(context, node.procedure)),
        tuple(keywords),
    )
    return _parsed(context, call, node.exception)


def _parsed(context: Context, call: ir.Expr, phrase: ast.ConditionalPhrase | None) -> list[ir.Stmt]:
    """The call is true when no exception ended the statement."""
    if phrase is None:
        return [ir.Do(call)]
    return branches(context, call, phrase.not_taken, phrase.taken)
