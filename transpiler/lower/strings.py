"""STRING, UNSTRING, INSPECT."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import integer, text
from transpiler.lower.arithmetic import branches
from transpiler.lower.context import Context
from transpiler.lower.expressions import numeric, operand
from transpiler.lower.operand import Kind, Operand, as_text, fill_characters, moved_text
from transpiler.lower.place import referent_place
from transpiler.lower.registry import lowers
from transpiler.lower.store import move, receiver_item, set_number, target_of


def characters(context: Context, expression: ast.Expression) -> ir.Expr:
    """An operand of STRING, UNSTRING or INSPECT: a figurative constant is one character."""
    value = operand(context, expression)
    if value.kind is Kind.FILL:
        return fill_characters(value)
    if value.kind is Kind.NUMBER and value.place is not None:
        return value.place.ask("text")
    if isinstance(expression, ast.FunctionCall) and expression.name in _GIVE_DIGITS:
        return moved_text(context, value)
    return as_text(context, value)


_GIVE_DIGITS = frozenset({"DATE-OF-INTEGER", "DAY-OF-INTEGER"})
"""Functions whose result GnuCOBOL keeps as digits; that of others is binary."""


def _whole(context: Context, receiver: ast.Identifier) -> ir.Expr:
    """The current text of a receiving item: of a number the characters it is stored as."""
    item = receiver_item(context, receiver)
    if item is not None and _is_stored_as(item, receiver):
        return referent_place(context, receiver).ask("text")
    return as_text(context, operand(context, receiver))


@lowers(ast.StringStatement)
def string_statement(context: Context, node: ast.StringStatement) -> list[ir.Stmt]:
    """STRING a DELIMITED BY " " b DELIMITED BY SIZE INTO c  ->  strung = string_into(c, ((a, " "), (b, None)))"""
    pairs: list[ir.Expr] = []
    for source in node.sources:
        delimiter = ir.Constant(None) if source.delimiter is None else characters(context, source.delimiter)
        pairs += [ir.Tuple((characters(context, item), delimiter)) for item in source.items]
    steps = [(pair,) for pair in pairs] if _sends_receiver(context, node) else [tuple(pairs)]
    strung = context.local("strung")
    pointer = () if node.pointer is None else (numeric(context, node.pointer),)
    result = _strung(context, node, strung, steps[0], pointer)
    for step in steps[1:]:  # each source is moved before the next one is looked at
        going_on = ir.Not(ir.Attribute(strung, "overflow"))
        more = _strung(context, node, strung, step, (ir.Attribute(strung, "pointer"),))
        result.append(ir.If(going_on, tuple(more)))
    if node.pointer is not None:
        result.append(set_number(context, node.pointer, ir.Attribute(strung, "pointer")))
    return result + _overflow(context, strung, node.overflow)


def _strung(
    context: Context,
    node: ast.StringStatement,
    strung: ir.Name,
    pairs: tuple[ir.Expr, ...],
    pointer: tuple[ir.Expr, ...],
) -> list[ir.Stmt]:
    made = context.runtime_call("string_into", _whole(context, node.receiver), ir.Tuple(pairs), *pointer)
    return [
        ir.Assign((strung,), made),
        _strung_back(context, node.receiver, ir.Attribute(strung, "text")),
    ]


def _strung_back(context: Context, receiver: ast.Identifier, value: ir.Expr) -> ir.Stmt:
    item = receiver_item(context, receiver)
    if item is not None and _is_stored_as(item, receiver):
        return ir.Do(referent_place(context, receiver).ask("put_part", value, integer(1)))
    return move(context, Operand(Kind.TEXT, value), receiver)


def _is_stored_as(item: DataItem, receiver: ast.Identifier) -> bool:
    """Whether STRING puts its characters into the bytes of a number as they are."""
    return item.is_numeric and receiver.reference_modifier is None


def _sends_receiver(context: Context, node: ast.StringStatement) -> bool:
    """Whether a source or delimiter shares storage with the receiver."""
    receiver = context.analysis.references.get(node.receiver)
    operands = [part for source in node.sources for part in (*source.items, source.delimiter)]
    sent = [context.analysis.references.get(part) for part in operands if isinstance(part, ast.Identifier)]
    return isinstance(receiver, DataItem) and any(
        isinstance(item, DataItem) and _share_storage(item, receiver) for item in sent
    )


def _share_storage(one: DataItem, other: DataItem) -> bool:
    if one.record is not other.record:
        return False
    if one.dimensions or other.dimensions:
        return True
    return one.offset < other.offset + other.size and other.offset < one.offset + one.size


def _overflow(context: Context, result: ir.Name, phrase: ast.ConditionalPhrase | None) -> list[ir.Stmt]:
    if phrase is None:
        return []
    return branches(context, ir.Attribute(result, "overflow"), phrase.taken, phrase.not_taken)


@lowers(ast.Unstring)
def unstring_statement(context: Context, node: ast.Unstring) -> list[ir.Stmt]:
    """UNSTRING a DELIMITED BY "," INTO b c  ->  pieces = unstring(a, …); one store for each piece found"""
    delimiters: list[ir.Expr] = []
    for delimiter in node.delimiters:
        flags = (("all", ir.Constant(True)),) if delimiter.all else ()
        value = characters(context, delimiter.value)
        delimiters.append(ir.Call(context.runtime("Delimiter"), (value,), flags))
    sizes = tuple(_size(context, receiver.item) for receiver in node.receivers)
    arguments: list[ir.Expr] = [
        as_text(context, operand(context, node.source)), ir.Tuple(tuple(delimiters)), ir.Tuple(sizes)
    ]  # fmt: skip
    if node.pointer is not None:
        arguments.append(numeric(context, node.pointer))
    unstrung = context.local("unstrung")
    result: list[ir.Stmt] = [ir.Assign((unstrung,), context.runtime_call("unstring", *arguments))]
    pieces = ir.Attribute(unstrung, "pieces")
    found = ir.Call(ir.Name("len"), (pieces,))
    for number, receiver in enumerate(node.receivers):
        piece = ir.Subscript(pieces, (integer(number),))
        test = ir.Compare(found, ">", integer(number))
        result.append(ir.If(test, tuple(_received(context, receiver, piece))))
    if node.pointer is not None:
        result.append(set_number(context, node.pointer, ir.Attribute(unstrung, "pointer")))
    if node.tallying is not None:
        result.append(ir.AugAssign(target_of(context, node.tallying), "+", found))
    return result + _overflow(context, unstrung, node.overflow)


def _size(context: Context, receiver: ast.Identifier) -> ir.Expr:
    value = operand(context, receiver)
    if value.size is not None:
        return integer(value.size)
    item = receiver_item(context, receiver)
    if item is not None and receiver.reference_modifier is None and not item.any_length:
        return integer(item.size - (1 if item.sign_separate else 0))
    return ir.Call(ir.Name("len"), (as_text(context, value),))


def _received(context: Context, receiver: ast.UnstringReceiver, piece: ir.Expr) -> list[ir.Stmt]:
    result = [move(context, Operand(Kind.TEXT, ir.Attribute(piece, "text")), receiver.item)]
    if receiver.delimiter is not None:
        found = Operand(Kind.TEXT, ir.Attribute(piece, "delimiter"))
        result.append(move(context, found, receiver.delimiter))
    if receiver.count is not None:
        result.append(set_number(context, receiver.count, ir.Attribute(piece, "count")))
    return result


def _inspected(context: Context, expression: ast.Expression) -> ir.Expr:
    """What INSPECT looks at: the digits of a DISPLAY number, the bytes of any other number."""
    value = operand(context, expression)
    if value.place is not None and _is_binary(value.place.item):
        return value.place.ask("text")
    if value.place is not None and _has_sign_of_its_own(value.place.item):
        return value.place.ask("inspected")
    return as_text(context, value)


def _has_sign_of_its_own(item: DataItem) -> bool:
    """A DISPLAY number whose sign INSPECT neither sees nor changes."""
    return item.is_numeric and item.signed and not _is_binary(item)


def _is_binary(item: DataItem) -> bool:
    """A number in another form than characters."""
    return item.is_numeric and item.usage is not Usage.DISPLAY


def _region(context: Context, region: ast.InspectRegion) -> list[tuple[str, ir.Expr]]:
    keywords: list[tuple[str, ir.Expr]] = []
    if region.before is not None:
        keywords.append(("before", characters(context, region.before)))
    if region.after is not None:
        keywords.append(("after", characters(context, region.after)))
    if region.before is not None and region.after is not None and _written_first(region.after, region.before):
        keywords.append(("after_first", ir.Constant(True)))
    return keywords


def _written_first(one: ast.Expression, other: ast.Expression) -> bool:
    """Whether one operand stands before the other in the source."""
    first, second = one.span.first, other.span.first
    return (first.line, first.column) < (second.line, second.column)


@lowers(ast.Inspect)
def inspect(context: Context, node: ast.Inspect) -> list[ir.Stmt]:
    """INSPECT a TALLYING n FOR ALL "x"  ->  n += inspect_tallying(a, (Tally("ALL", "x"),))[0]"""
    return _tallying(context, node) + _replacing(context, node)


def _tallying(context: Context, node: ast.Inspect) -> list[ir.Stmt]:
    if not node.tallying:
        return []
    phrases: list[ir.Expr] = []
    for phrase in node.tallying:
        value = () if phrase.value is None else (characters(context, phrase.value),)
        arguments = (text(phrase.kind), *value)
        phrases.append(ir.Call(context.runtime("Tally"), arguments, tuple(_region(context, phrase.region))))
    inspected = _inspected(context, node.item)
    counts = context.runtime_call("inspect_tallying", inspected, ir.Tuple(tuple(phrases)))
    if len(phrases) == 1:
        counted = ir.Subscript(counts, (integer(0),))
        return [ir.AugAssign(target_of(context, node.tallying[0].counter), "+", counted)]
    tallies = context.local("tallies")
    result: list[ir.Stmt] = [ir.Assign((tallies,), counts)]
    for number, phrase in enumerate(node.tallying):
        counted = ir.Subscript(tallies, (integer(number),))
        result.append(ir.AugAssign(target_of(context, phrase.counter), "+", counted))
    return result


def _replacing(context: Context, node: ast.Inspect) -> list[ir.Stmt]:
    if not node.replacing:
        return []
    phrases: list[ir.Expr] = []
    for phrase in node.replacing:
        value = ir.Constant(None) if phrase.value is None else characters(context, phrase.value)
        arguments = (text(phrase.kind), value, _replacement(context, phrase))
        region = tuple(_region(context, phrase.region))
        phrases.append(ir.Call(context.runtime("Replacement"), arguments, region))
    inspected = _inspected(context, node.item)
    replaced = context.runtime_call("inspect_replacing", inspected, ir.Tuple(tuple(phrases)))
    assert isinstance(node.item, ast.Identifier)
    return [_put_back(context, node.item, replaced)]


def _replacement(context: Context, phrase: ast.ReplacingPhrase) -> ir.Expr:
    """A figurative replacement takes the length of what it replaces."""
    value = operand(context, phrase.replacement)
    if value.kind is not Kind.FILL:
        return as_text(context, value)
    return value.expr


def _put_back(context: Context, receiver: ast.Identifier, value: ir.Expr) -> ir.Stmt:
    """Store the characters of an inspected item back as they are, also into a numeric or an edited item."""
    item = receiver_item(context, receiver)
    if item is not None and item.category in _EDITED and receiver.reference_modifier is None:
        return ir.Do(referent_place(context, receiver).ask("put_part", value, integer(1)))
    if item is not None and item.is_numeric and receiver.reference_modifier is None:
        if _has_sign_of_its_own(item):
            return ir.Do(referent_place(context, receiver).ask("put_inspected", value))
        return ir.Do(referent_place(context, receiver).ask("put_part", value, integer(1)))
    return move(context, Operand(Kind.TEXT, value), receiver)


_EDITED = (Category.NUMERIC_EDITED, Category.ALPHANUMERIC_EDITED, Category.NATIONAL_EDITED)


@lowers(ast.InspectConverting)
def inspect_converting(context: Context, node: ast.InspectConverting) -> list[ir.Stmt]:
    """INSPECT a CONVERTING "abc" TO "xyz"  ->  a = inspect_converting(a, "abc", "xyz")"""
    to = operand(context, node.to_characters)
    arguments = (
        _inspected(context, node.item),
        characters(context, node.from_characters),
        to.expr if to.kind is Kind.FILL else as_text(context, to),
    )
    keywords = tuple(_region(context, node.region))
    converted = ir.Call(context.runtime("inspect_converting"), arguments, keywords)
    return [_put_back(context, node.item, converted)]
