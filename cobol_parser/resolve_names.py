"""One identifier to what it means, with a diagnostic when it means nothing or too much."""

from __future__ import annotations

from collections.abc import Iterator

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.qualification import describe, find, near_names
from cobol_parser.symbols import ProgramSymbols, Referent


def resolve_identifier(
    symbols: ProgramSymbols,
    diagnostics: Diagnostics,
    references: dict[ast.Identifier, Referent],
    identifier: ast.Identifier,
) -> Referent | None:
    """Look an identifier up and note what it means in `references`; report it and return None when it is
    undefined (CBL4001) or ambiguous (CBL4002)."""
    found = find(symbols, identifier.name, identifier.qualifiers)
    if len(found) == 1:
        references[identifier] = found[0]
        return found[0]
    if found:
        _report_ambiguous(diagnostics, identifier, found)
    else:
        report_undefined(symbols, diagnostics, [identifier])
    return None


def spelled(identifier: ast.Identifier) -> str:
    """Write an identifier out with its qualifiers."""
    return " OF ".join((identifier.name, *identifier.qualifiers))


def _report_ambiguous(diagnostics: Diagnostics, identifier: ast.Identifier, found: list[Referent]) -> None:
    diagnostics.report(
        "CBL4002",
        identifier.span,
        f"{spelled(identifier)} can mean {len(found)} things",
        label="needs a qualifier",
        notes=tuple(f"it can be {describe(referent)}" for referent in found[:5]),
    )


def report_undefined(
    symbols: ProgramSymbols, diagnostics: Diagnostics, identifiers: list[ast.Identifier]
) -> None:
    """Report a name that is not defined, once, at its first use; `identifiers` are all uses of it."""
    identifier = identifiers[0]
    declared = find(symbols, identifier.name) if identifier.qualifiers else []
    notes = tuple(f"there is {describe(referent)}" for referent in declared[:5])
    if len(identifiers) > 1:
        notes += (_other_uses(identifiers[1:]),)
    if declared:
        message = f"{spelled(identifier)} is not defined: {identifier.name} belongs elsewhere"
        diagnostics.report("CBL4001", identifier.span, message, notes=notes)
        return
    near = near_names(identifier.name, visible_names(symbols))
    help_text = f"did you mean {' or '.join(near)}?" if near else None
    message = f"{spelled(identifier)} is not defined"
    diagnostics.report("CBL4001", identifier.span, message, notes=notes, help=help_text)


def _other_uses(identifiers: list[ast.Identifier]) -> str:
    lines = [str(identifier.span.first.line) for identifier in identifiers[:5]]
    more = f" and {len(identifiers) - 5} more places" if len(identifiers) > 5 else ""
    return f"also used at line {', '.join(lines)}{more}"


def visible_names(symbols: ProgramSymbols) -> Iterator[str]:
    """Yield the names of the program and of the programs around it."""
    scope: ProgramSymbols | None = symbols
    while scope is not None:
        yield from scope.names
        scope = scope.parent
