"""`cobolift data layout`, `view` and `diff`: what is there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from transpiler.commands.data_options import (
    FILE,
    Request,
    copybook_options,
    encoding_options,
    format_options,
    reporting,
)
from transpiler.data.comparison import Comparer, Difference
from transpiler.data.copybook import renames_in
from transpiler.data.encoding import make_encoding
from transpiler.data.flat_file import FlatFile
from transpiler.data.layout_listing import layout_json, layout_table, ruler
from transpiler.data.progress import progress_of
from transpiler.data.schema import columns_of, own_columns, select_columns
from transpiler.data.selection import condition
from transpiler.data.tables import TableLayout
from transpiler.data.text_tables import json_line
from transpiler.data.view import head_and_tail, record_lines, table_heading, table_line
from transpiler.report_table import ERRORS, output


@click.command("layout")
@click.argument("copybook", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--ruler", "as_ruler", is_flag=True, help="Draw the bytes under a ruler.")
@click.option(
    "--record", "records", multiple=True, metavar="NAME", help="Only this level 01 item (repeatable)."
)
@click.option(
    "-I",
    "--include",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Search DIR for copybooks.",
)
@click.option(
    "--dialect",
    type=click.Choice(["gnucobol", "cobol85", "ibm", "mf"]),
    default=None,
    help="Whose sizes of COMP items apply [default: gnucobol].",
)
@click.option(
    "--source-format",
    type=click.Choice(["auto", "fixed", "free", "variable"]),
    default="auto",
    help="Reference format of the copybook's lines.",
)
@reporting
def layout(
    copybook: Path,
    as_json: bool,
    as_ruler: bool,
    records: tuple[str, ...],
    include: tuple[Path, ...],
    dialect: str | None,
    source_format: str,
) -> None:  # fmt: skip
    """Show offset, length, usage, PICTURE and OCCURS of every item of COPYBOOK (or of a program's records)."""
    request = Request(copybook, include, dialect, source_format=source_format)
    description = request.description(make_encoding())
    found = description.records
    if records:
        wanted = {name.upper() for name in records}
        found = tuple(record for record in found if record.name in wanted)
        if missing := wanted - {record.name for record in found}:
            raise click.UsageError(f"the copybook has no record {', '.join(sorted(missing))}")
    if as_json:
        click.echo(json.dumps(layout_json(found), indent=2))
        return
    console = output()
    for number, record in enumerate(found):
        if number:
            console.print()
        if as_ruler:
            for line in ruler(record):
                click.echo(line)
        else:
            console.print(layout_table(record, renames_in(description, record)))


@click.command("view")
@click.argument("file", type=FILE)
@copybook_options
@encoding_options
@format_options
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only records that fulfil this (also != < > <= >=; repeatable, all must hold).",
)
@click.option("--head", type=click.IntRange(0), default=None, metavar="N", help="Only the first N records.")
@click.option("--tail", type=click.IntRange(0), default=None, metavar="N", help="Only the last N records.")
@click.option("--fields", default="", metavar="A,B", help="Only these fields.")
@click.option("--table", "as_table", is_flag=True, help="A line for each record.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object for each record.")
@reporting
def view(
    file: Path, where: tuple[str, ...], head: int | None, tail: int | None, fields: str, as_table: bool, as_json: bool,
    **how: Any,
) -> None:  # fmt: skip
    """Show the records of FILE, a line for each field. Bytes that are no value are shown in hex."""
    flat = Request(**how).open(file)
    shapes = flat.shapes
    conditions = [condition(text, shapes.choices.records, shapes.encoding) for text in where]
    columns = select_columns(columns_of(shapes), _names(fields))
    console = _console(as_table)
    rows = flat.rows
    if as_table:
        console.print(f"[bold]{escape(table_heading(columns))}[/]", soft_wrap=True)
    own = own_columns(shapes, plain=bool(fields))
    with progress_of(file.name, flat.path.stat().st_size) as advance:
        for number, record in head_and_tail(flat.records(conditions, advance), head, tail):
            row = rows.decode(record)
            if as_json:
                click.echo(json_line(row, TableLayout(columns, own)))
            elif as_table:
                click.echo(table_line(row, columns))
            else:
                for line in record_lines(number, record, row, columns):
                    console.print(line, soft_wrap=True)
    _hint(flat)


def _console(as_table: bool) -> Console:
    return Console(highlight=False, soft_wrap=True) if as_table else output()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _hint(flat: FlatFile) -> None:
    """Say which choice would show more."""
    contested = [column.name for column in columns_of(flat.shapes) if column.name.endswith("@bytes")]
    if contested and not flat.shapes.choices.rules:
        name = contested[0].removesuffix("@bytes")
        click.echo(
            f"{name} has descriptions that contradict each other; --when FIELD=VALUE:NAME or --record NAME chooses one",
            err=True,
        )


@click.command("diff")
@click.argument("left", type=FILE)
@click.argument("right", type=FILE)
@copybook_options
@encoding_options
@format_options
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="FIELD",
    help="Compare records of equal FIELD, wherever they stand (repeatable).",
)
@click.option("--unordered", is_flag=True, help="Records may stand in any order.")
@click.option("--ignore", multiple=True, metavar="FIELD", help="A field that does not count (repeatable).")
@click.option(
    "--right-codepage", default=None, metavar="PAGE", help="Code page of RIGHT [default: that of LEFT]."
)
@click.option(
    "--right-format", default=None, metavar="FORMAT", help="Format of RIGHT [default: that of LEFT]."
)
@click.option("--right-sign", type=click.Choice(["ascii", "ebcdic"]), default=None, help="Signs in RIGHT.")
@click.option("--limit", type=click.IntRange(1), default=None, metavar="N", help="Show N differences only.")
@reporting
def diff(
    left: Path, right: Path, keys: tuple[str, ...], unordered: bool, ignore: tuple[str, ...], right_codepage: str | None,
    right_format: str | None, right_sign: str | None, limit: int | None, **how: Any,
) -> None:  # fmt: skip
    """Compare the records of LEFT and RIGHT field by field. Exit status 0: no difference; 1: there are some."""
    request = Request(**how)
    one = request.open(left)
    other_how = how | {"codepage": right_codepage or how["codepage"], "form": right_format or how["form"]}
    other_how["sign"] = right_sign or how["sign"]
    other_how["dialect"] = request.text_options(one.shapes.encoding).dialect.name  # both are laid out alike
    other = Request(**other_how).open(right)
    comparer = Comparer(one, other, ignore)
    select_columns(columns_of(one.shapes), (*keys, *ignore))
    names = tuple(name.upper() for name in keys)
    count = 0
    console = output()
    with progress_of(left.name, left.stat().st_size) as advance:
        found = comparer.by_key(names, advance) if keys or unordered else comparer.in_order(advance)
        for count, difference in enumerate(found, 1):
            if limit is None or count <= limit:
                _print_difference(console, difference)
    if count:
        noun = "record differs" if count == 1 else "records differ"
        console.print(f"{count} {noun}", markup=False)
        sys.exit(ERRORS)


def _print_difference(console: Console, difference: Difference) -> None:
    key = f" ({difference.key})" if difference.key else ""
    if difference.right is None:
        console.print(
            f"- record {difference.left}{key} is only in the first file", markup=False, soft_wrap=True
        )
    elif difference.left is None:
        console.print(
            f"+ record {difference.right}{key} is only in the second file", markup=False, soft_wrap=True
        )
    else:
        console.print(f"record {difference.left} / {difference.right}{key}", markup=False, soft_wrap=True)
        for label, mine, theirs in difference.fields:
            console.print(f"  {label}: {mine} -> {theirs}", markup=False, soft_wrap=True)
