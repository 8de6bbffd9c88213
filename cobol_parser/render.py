"""Diagnostics as text for people: the line, carets under the place, notes and help.

```
error[CBL2010]: copybook CUSTREC was not found
 --> src/PAYROLL.cbl:12:17
   |
12 |            COPY CUSTREC.
   |                 ^^^^^^^ the text goes on without it
   = note: searched: src
   = help: name its folder with -I; see `cobolift explain CBL2010`
```
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from cobol_parser.diagnostics import Diagnostic, Severity

_TAB = 8
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_FRAME = "blue"
_WIDEST = 160


def render(diagnostic: Diagnostic) -> str:
    """Return the diagnostic as plain text without a line end behind it."""
    return render_rich(diagnostic).plain


def render_rich(diagnostic: Diagnostic) -> Text:
    """Return the diagnostic as coloured text; its plain form is what `render` returns."""
    style = _STYLES[diagnostic.severity]
    gutter = len(str(diagnostic.line)) if diagnostic.line else 1
    lines = [
        Text.assemble(
            (f"{diagnostic.severity.value}[{diagnostic.code}]", style),
            (f": {_visible(diagnostic.message)}", "bold"),
        ),
        Text.assemble((" " * max(gutter - 1, 1) + "--> ", _FRAME), _visible(_where(diagnostic))),
    ]
    if diagnostic.source_line is not None and diagnostic.line:
        lines += _excerpt(diagnostic, gutter, style)
    lines += [_remark(gutter, "note", text) for text in (*diagnostic.notes, *_copies(diagnostic))]
    lines.append(_remark(gutter, "help", _help(diagnostic)))
    return Text("\n").join(lines)


def summarize(diagnostics: Iterable[Diagnostic]) -> str:
    """Return such as ``2 errors, 1 warning``, and an empty text for no errors and no warnings."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = ((severities.count(kind), kind.value) for kind in (Severity.ERROR, Severity.WARNING))
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)


def _where(diagnostic: Diagnostic) -> str:
    parts = [diagnostic.path]
    if diagnostic.line:
        parts.append(str(diagnostic.line))
        if diagnostic.column:
            parts.append(str(diagnostic.column))
    return ":".join(parts)


def _excerpt(diagnostic: Diagnostic, gutter: int, style: str) -> list[Text]:
    """Return the source line and the carets below it, both with tabs expanded; a long line is cut."""
    source = diagnostic.source_line or ""
    start, end = diagnostic.column - 1, diagnostic.end_column - 1
    before, marked = "", ""
    if diagnostic.column:
        before = _expand(source[:start])
        marked = _expand(source[start : max(end, start + 1)], cell_len(before)) or " "
    shown = _expand(source).rstrip()
    cut = max(0, cell_len(before) - _WIDEST // 2) if cell_len(shown) > _WIDEST else 0
    ellipsis = "…" if cut else ""
    if cell_len(shown) > _WIDEST:
        shown = ellipsis + _cells(shown, cut + len(ellipsis), _WIDEST)
    bar = " " * gutter + " |"
    lines = [
        Text(bar, _FRAME),
        Text.assemble((f"{diagnostic.line:>{gutter}} |", _FRAME), (f" {shown}" if shown else "")),
    ]
    if diagnostic.column:
        carets = "^" * min(max(1, cell_len(marked)), _WIDEST)
        label = f" {_visible(diagnostic.label)}" if diagnostic.label else ""
        space = " " * (1 + cell_len(before) - cut)
        lines.append(Text.assemble((bar, _FRAME), space, (carets + label, style)))
    return lines


def _cells(text: str, start: int, width: int) -> str:
    """Return the part of `text` from cell `start` on that is at most `width` cells wide; a wide character that is
    cut through becomes a space."""
    out: list[str] = []
    position = 0
    for character in text:
        size = cell_len(character)
        if position + size > start + width:
            break
        if position >= start:
            out.append(character)
        elif position + size > start:
            out.append(" ")
        position += size
    return "".join(out)


def _expand(text: str, column: int = 0) -> str:
    """Expand tabs of text that begins at cell `column`, and show control characters as one cell each."""
    out: list[str] = []
    for character in text:
        piece = " " * (_TAB - column % _TAB) if character == "\t" else _visible(character)
        column += cell_len(piece)
        out.append(piece)
    return "".join(out)


def _visible(text: str) -> str:
    """Replace what a terminal would obey or hide: control characters and the like."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )


def _copies(diagnostic: Diagnostic) -> list[str]:
    """Say through which COPY statements the place was reached, innermost first."""
    return [f"copied at {path}:{line}" for path, line in diagnostic.copy_chain]


def _help(diagnostic: Diagnostic) -> str:
    explain = f"see `cobolift explain {diagnostic.code}`"
    return f"{diagnostic.help.rstrip('.')}; {explain}" if diagnostic.help else explain


def _remark(gutter: int, kind: str, text: str) -> Text:
    return Text.assemble((" " * gutter + " = ", _FRAME), (f"{kind}: ", "bold"), _visible(text))
