"""`cobolift dump`: what a stage makes of a program, as text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from transpiler.commands.source_options import make_options, source_options
from transpiler.dump import STAGES
from transpiler.pipeline import Conversion
from transpiler.report_table import output, print_diagnostic


@click.command("dump")
@click.argument("program", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--stage", required=True, type=click.Choice(list(STAGES)), help="The stage to show.")
@source_options
def command(program: Path, stage: str, **how: Any) -> None:
    """Show what --stage makes of PROGRAM."""
    options = make_options((program,), **how)
    conversion = Conversion(program, options)
    passes, show = STAGES[stage]
    run_passes(conversion, passes)
    for item in conversion.diagnostics.in_source_order():
        print_diagnostic(output(stderr=True), item)
    for line in show(conversion):
        click.echo(line)
    sys.exit(1 if conversion.diagnostics.has_errors else 0)


def run_passes(conversion: Conversion, passes: tuple[Callable[[Conversion], None], ...]) -> None:
    """Run the passes that a stage needs."""
    for run in passes:
        run(conversion)
