"""`cobolift explain`: the page of a diagnostic code."""

from __future__ import annotations

from difflib import get_close_matches

import click
from rich.console import Console
from rich.markdown import Markdown

from cobol_parser.codes import ALL


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a diagnostic CODE (CBL2010, or just 2010); without CODE, list them all."""
    if code is None:
        for entry in ALL.values():
            click.echo(f"{entry.code}  {entry.severity.value:7}  {entry.title}")
        return
    wanted = code.upper() if not code.isdecimal() else f"CBL{code}"
    found = ALL.get(wanted)
    if found is None:
        near = get_close_matches(wanted, ALL, 3)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `cobolift explain` lists all codes."
        raise click.UsageError(f"there is no diagnostic code {code}.{hint}")
    Console(highlight=False).print(
        Markdown(f"# {found.code}: {found.title}\n\nSeverity: {found.severity.value}\n\n{found.explanation}")
    )
