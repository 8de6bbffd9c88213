"""INSPECT: its phrases come as flat lists, because `ALL "A" "B" N FOR …` shows only at FOR that N is a counter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.source import Span, Token


class Region(NamedTuple):
    """BEFORE or AFTER INITIAL value."""

    side: str
    value: ast.Expression
    span: Span


@dataclass(frozen=True)
class Draft:
    """A TALLYING or REPLACING phrase whose regions are still being collected."""

    kind: str
    value: ast.Expression | None
    span: Span
    counter: ast.Identifier | None = None
    replacement: ast.Expression | None = None
    before: ast.Expression | None = None
    after: ast.Expression | None = None

    @property
    def region(self) -> ast.InspectRegion:
        """The finished region; it has the span of the whole phrase."""
        return ast.InspectRegion(span=self.span, before=self.before, after=self.after)


@builds("inspect_statement")
def inspect(context: BuildContext, children: list[Any]) -> ast.Inspect:
    """INSPECT item TALLYING … REPLACING …"""
    item = children[1]
    phrases = [phrase for part in children[2:] for phrase in part]
    if any(isinstance(phrase, ast.ReplacingPhrase) for phrase in phrases):
        _require_item(item, "REPLACING")
    return ast.Inspect(
        **context.statement(),
        item=item,
        tallying=tuple(phrase for phrase in phrases if isinstance(phrase, ast.TallyingPhrase)),
        replacing=tuple(phrase for phrase in phrases if isinstance(phrase, ast.ReplacingPhrase)),
    )


@builds("inspect_converting")
def inspect_converting(context: BuildContext, children: list[Any]) -> ast.Statement:
    """INSPECT item CONVERTING characters TO characters."""
    _, item, keyword, characters, _, replacements, *regions = children
    _require_item(item, "CONVERTING")
    draft = Draft("CONVERTING", None, Span(keyword, replacements.span.last))
    for region in regions:
        draft = _limited(draft, region)
    return ast.InspectConverting(
        **context.statement(),
        item=item,
        from_characters=characters,
        to_characters=replacements,
        region=draft.region,
    )


def _require_item(item: ast.Expression, phrase: str) -> None:
    """Only TALLYING can look at a literal or the result of a function. Raises SyntaxProblem."""
    if not isinstance(item, ast.Identifier):
        raise SyntaxProblem("CBL3023", f"INSPECT {phrase} needs a data item to change", at=item.span)


@builds("inspect_region")
def inspect_region(context: BuildContext, children: list[Any]) -> Region:
    """BEFORE|AFTER [INITIAL] value."""
    return Region(children[0].type, children[-1], context.span)


@builds("inspect_tallying")
def inspect_tallying(_context: BuildContext, children: list[Any]) -> tuple[ast.TallyingPhrase, ...]:
    """TALLYING counter FOR kind value region …"""
    phrases: list[ast.TallyingPhrase] = []
    for draft in _tallies(children[1:]):
        if draft.counter is None:
            raise SyntaxProblem("CBL3022", "TALLYING needs a counter and FOR before this", at=draft.span)
        tallying = ast.TallyingPhrase(
            span=draft.span, counter=draft.counter, kind=draft.kind, value=draft.value, region=draft.region
        )
        phrases.append(tallying)
    return tuple(phrases)


@builds("inspect_replacing")
def inspect_replacing(_context: BuildContext, children: list[Any]) -> tuple[ast.ReplacingPhrase, ...]:
    """REPLACING kind value BY replacement region …"""
    phrases: list[ast.ReplacingPhrase] = []
    for draft in _replacements(children[1:]):
        if draft.replacement is None:
            raise SyntaxProblem("CBL3022", "REPLACING needs BY and a value behind this", at=draft.span)
        replacing = ast.ReplacingPhrase(
            span=draft.span,
            kind=draft.kind,
            value=draft.value,
            replacement=draft.replacement,
            region=draft.region,
        )
        phrases.append(replacing)
    return tuple(phrases)


# --- grouping


def _tallies(items: list[Any]) -> Iterator[Draft]:
    """Group the flat items of TALLYING. An operand directly before FOR is a counter, any other is searched for."""
    counter: ast.Identifier | None = None
    kind = ""
    draft: Draft | None = None
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        if isinstance(item, Region):
            draft = _limited(draft, item)
            continue
        if isinstance(item, ast.Expression) and _is(following, "FOR"):
            counter = _counter(item)
            kind = ""
            continue
        if _is(item, "FOR"):
            continue
        if isinstance(item, Token) and item.type != "CHARACTERS":
            kind = _kind(item, ("ALL", "LEADING", "TRAILING"))
            continue
        if draft is not None:
            yield draft
        kind, value = _searched(item, kind)
        draft = Draft(kind, value, _span(item), counter=counter)
    if draft is not None:
        yield draft


def _replacements(items: list[Any]) -> Iterator[Draft]:
    """Group the flat items of REPLACING. The operand behind BY is the replacement."""
    kind = ""
    draft: Draft | None = None
    after_by = False
    for item in items:
        if isinstance(item, Region):
            draft = _limited(draft, item)
        elif _is(item, "BY"):
            after_by = True
        elif (
            isinstance(item, ast.Expression) and after_by and draft is not None and draft.replacement is None
        ):
            draft = replace(draft, replacement=item, span=Span(draft.span.first, item.span.last))
            after_by = False
        elif isinstance(item, Token) and item.type != "CHARACTERS":
            kind = _kind(item, ("ALL", "LEADING", "FIRST", "TRAILING"))
        else:
            if draft is not None:
                yield draft
            kind, value = _searched(item, kind)
            draft = Draft(kind, value, _span(item))
            after_by = False
    if draft is not None:
        yield draft


def _searched(item: Any, kind: str) -> tuple[str, ast.Expression | None]:
    """Kind and value of what is counted or replaced: CHARACTERS, or an operand under the last ALL, LEADING, …

    The grammar reads ALL with a literal behind it as one operand, so that is taken apart here.
    """
    if isinstance(item, Token):
        return "CHARACTERS", None
    if isinstance(item, ast.AllLiteral):
        return "ALL", item.literal
    value: ast.Expression = item
    if kind in ("", "CHARACTERS"):
        raise SyntaxProblem(
            "CBL3022", "ALL, LEADING, FIRST or TRAILING is missing before this", at=value.span
        )
    return kind, value


def _limited(draft: Draft | None, region: Region) -> Draft:
    """Add BEFORE or AFTER to the phrase before it."""
    if draft is None:
        raise SyntaxProblem(
            "CBL3022", f"{region.side} has nothing before it that it could limit", at=region.span
        )
    if (draft.before if region.side == "BEFORE" else draft.after) is not None:
        raise SyntaxProblem("CBL3020", f"{region.side} is written twice in this phrase", at=region.span)
    span = Span(draft.span.first, region.span.last)
    if region.side == "BEFORE":
        return replace(draft, before=region.value, span=span)
    return replace(draft, after=region.value, span=span)


def _kind(token: Token, allowed: tuple[str, ...]) -> str:
    """ALL, LEADING, …, reported when the phrase does not know it."""
    if token.type not in allowed:
        raise SyntaxProblem("CBL3023", f"{token.upper} cannot be used in this phrase of INSPECT", at=token)
    return token.type


def _counter(item: ast.Expression) -> ast.Identifier:
    """The counter before FOR, which must be a data item."""
    if not isinstance(item, ast.Identifier):
        raise SyntaxProblem("CBL3023", "TALLYING counts in a data item", at=item.span)
    return item


def _is(item: object, type: str) -> bool:
    """Whether `item` is the keyword `type`."""
    return isinstance(item, Token) and item.type == type


def _span(item: Token | ast.Expression) -> Span:
    return Span(item, item) if isinstance(item, Token) else item.span
