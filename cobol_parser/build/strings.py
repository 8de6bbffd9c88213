"""STRING, UNSTRING, EXAMINE, TRANSFORM. (INSPECT is in inspect.py.)"""

from __future__ import annotations

from typing import Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Span


@builds("string_statement")
def string(context: BuildContext, children: list[Any]) -> ast.StringStatement:
    """STRING items DELIMITED BY … INTO receiver."""
    _, sources, _, receiver, pointer, overflow, _ = children
    return ast.StringStatement(
        **context.statement(), sources=sources, receiver=receiver, pointer=pointer, overflow=overflow
    )


@builds("string_items")
def string_items(_context: BuildContext, children: list[Any]) -> tuple[ast.StringSource, ...]:
    """Group sending items with the delimiter that follows them. Items behind the last DELIMITED phrase are taken by SIZE."""
    sources: list[ast.StringSource] = []
    items: list[ast.Expression] = []
    for child in children:
        if isinstance(child, ast.StringSource):
            if not items:
                raise SyntaxProblem("CBL3022", "DELIMITED has no sending item before it", at=child.span)
            span = Span(items[0].span.first, child.span.last)
            sources.append(ast.StringSource(span=span, items=tuple(items), delimiter=child.delimiter))
            items = []
        else:
            items.append(child)
    if items:
        span = Span(items[0].span.first, items[-1].span.last)
        sources.append(ast.StringSource(span=span, items=tuple(items)))
    return tuple(sources)


@builds("string_delimiter")
def string_delimiter(context: BuildContext, children: list[Any]) -> ast.StringSource:
    """DELIMITED BY SIZE or a value, as a source whose items are still to be filled in."""
    delimiter = children[-1]
    is_value = isinstance(delimiter, ast.Expression)
    return ast.StringSource(span=context.span, items=(), delimiter=delimiter if is_value else None)


@builds("pointer_phrase", "tallying_in", "delimiter_in", "count_in")
def last_identifier(_context: BuildContext, children: list[Any]) -> ast.Identifier:
    """WITH POINTER item, TALLYING IN item, DELIMITER IN item, COUNT IN item."""
    item: ast.Identifier = children[-1]
    return item


# --- UNSTRING


@builds("unstring_statement")
def unstring(context: BuildContext, children: list[Any]) -> ast.Unstring:
    """UNSTRING source DELIMITED BY … INTO …"""
    _, source, delimiters, receivers, pointer, tallying, overflow, _ = children
    return ast.Unstring(
        **context.statement(),
        source=source,
        delimiters=delimiters or (),
        receivers=receivers,
        pointer=pointer,
        tallying=tallying,
        overflow=overflow,
    )


@builds("unstring_delimiters")
def unstring_delimiters(_context: BuildContext, children: list[Any]) -> tuple[ast.UnstringDelimiter, ...]:
    """DELIMITED BY delimiter OR delimiter …"""
    return tuple(child for child in children if isinstance(child, ast.UnstringDelimiter))


@builds("unstring_delimiter")
def unstring_delimiter(context: BuildContext, children: list[Any]) -> ast.UnstringDelimiter:
    """[ALL] value. The grammar reads ALL with a literal behind it as one operand; here the ALL is the delimiter's."""
    value = children[-1]
    if isinstance(value, ast.AllLiteral):
        return ast.UnstringDelimiter(span=context.span, value=value.literal, all=True)
    return ast.UnstringDelimiter(span=context.span, value=value, all=len(children) > 1)


@builds("unstring_into")
def unstring_into(_context: BuildContext, children: list[Any]) -> tuple[ast.UnstringReceiver, ...]:
    """INTO receivers."""
    return tuple(children[1:])


@builds("unstring_receiver")
def unstring_receiver(context: BuildContext, children: list[Any]) -> ast.UnstringReceiver:
    """item [DELIMITER IN item] [COUNT IN item]."""
    item, delimiter, count = children
    return ast.UnstringReceiver(span=context.span, item=item, delimiter=delimiter, count=count)


# --- OS/VS COBOL


@builds("examine_statement")
def examine(context: BuildContext, _children: list[Any]) -> ast.UnsupportedStatement:
    """EXAMINE, the forerunner of INSPECT."""
    return unsupported(context, "CBL6042", "EXAMINE is not converted")


@builds("transform_statement")
def transform(context: BuildContext, children: list[Any]) -> ast.InspectConverting:
    """TRANSFORM item FROM characters TO characters: INSPECT … CONVERTING by its older name."""
    item, characters, replacements = children[1], children[-3], children[-1]
    region = ast.InspectRegion(span=context.span)
    return ast.InspectConverting(
        **context.statement(),
        item=item,
        from_characters=characters,
        to_characters=replacements,
        region=region,
    )
