"""`cobolift data convert`, `load`, `unload` and `generate`: data written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from transpiler.commands.data_options import (
    FILE,
    OUT,
    Request,
    copybook_options,
    encoding_options,
    format_options,
    reporting,
    target_encoding,
    usual_target,
)
from transpiler.data.conversion import (
    ENDINGS,
    READERS,
    Tally,
    from_table,
    replacing,
    to_encoding,
    to_table,
)
from transpiler.data.copybook import file_named
from transpiler.data.datasets import (
    DatasetLayout,
    dataset_attributes,
    dataset_records,
    fill_dataset,
    is_dataset,
    keys_from_file,
    keys_from_names,
)
from transpiler.data.encoding import Encoding, make_encoding
from transpiler.data.errors import UsageProblem
from transpiler.data.flat_file import DATASET, PADDED, Advance, FlatFile, layout_of
from transpiler.data.formats import FORMATS, Layout, write_records
from transpiler.data.generation import Generator
from transpiler.data.gnucobol_files import gnucobol_name, keep_order_of_duplicates, unloaded, write_gnucobol
from transpiler.data.progress import progress_of
from transpiler.data.schema import columns_of, own_columns, select_columns
from transpiler.data.selection import condition
from transpiler.data.shape import Shapes
from transpiler.data.tables import TableLayout
from transpiler.data.transcoding import Transcoder

_TARGETS = ["csv", "jsonl", "parquet", "sqlite", "ascii", "ebcdic"]
_SIGNS = click.Choice(["ascii", "ebcdic"])


@click.command("convert")
@click.argument("file", type=FILE)
@copybook_options
@encoding_options
@format_options
@click.option(
    "--from",
    "from_",
    type=click.Choice(["records", *READERS]),
    default=None,
    help="What FILE is [default: by its name, else a file of records].",
)
@click.option("--to", required=True, type=click.Choice(_TARGETS), help="What to make.")
@click.option("-o", "--out", required=True, type=OUT, help="The file to write.")
@click.option(
    "--to-codepage",
    default=None,
    metavar="PAGE",
    help="Code page to write [default: ascii, cp037; the PC's page beside a double-byte one].",
)
@click.option(
    "--to-sign", type=_SIGNS, default=None, help="Overpunched signs to write in ASCII data [default: ascii]."
)
@click.option(
    "--to-byte-order", type=click.Choice(["big", "little"]), default=None, help="Byte order to write."
)
@click.option("--to-float", type=click.Choice(["ieee", "hex"]), default=None, help="Floating point to write.")
@click.option(
    "--to-format", type=click.Choice(FORMATS), default=None, help="Format to write [default: as it was read]."
)
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="Only records that fulfil this (repeatable)."
)
@click.option(
    "--fields", default="", metavar="A,B", help="Only these columns; what they do not hold is lost."
)
@click.option(
    "--plain", is_flag=True, help="Without the columns _record and _bytes; what these hold is lost."
)
@reporting
def convert(file: Path, from_: str | None, to: str, out: Path, to_format: str | None, where: tuple[str, ...], fields: str,
            plain: bool, to_codepage: str | None, to_sign: Any, to_byte_order: Any, to_float: Any, **how: Any) -> None:  # fmt: skip
    """Convert FILE to a table or to records in another encoding.

    Tables keep what values cannot hold (bytes that are no number, unusual signs) in a column _bytes, so that a way back
    makes the same file. Characters are translated only in items that are characters.
    """
    kind = from_ or _kind_of(file)
    request = Request(**how)
    if to in ("ascii", "ebcdic"):
        page = to_codepage or usual_target(to, request.codepage if kind == "records" else "auto")
        target = target_encoding(to, page, to_sign, to_byte_order, to_float)
        if kind != "records":
            tally = _from_table(request, file, kind, target, out, to_format)
        else:
            tally = _transcode(request, file, target, out, to_format, where)
    else:
        if kind != "records":
            raise UsageProblem(f"{file} is a table; a table can be converted to ascii or ebcdic records only")
        tally = _to_table(request, file, to, out, where, fields, plain)
    _tell(tally, out)


def _kind_of(path: Path) -> str:
    if is_dataset(path):
        try:
            dataset_attributes(path)
        except Exception:
            return "sqlite"
        return "records"
    return ENDINGS.get(path.suffix.lower(), "records")


def _to_table(
    request: Request, path: Path, kind: str, out: Path, where: tuple[str, ...], fields: str, plain: bool
) -> Tally:
    file = request.open(path)
    names = tuple(name.strip() for name in fields.split(",") if name.strip())
    columns = select_columns(columns_of(file.shapes), names)
    table = TableLayout(columns, own_columns(file.shapes, plain=plain or bool(names)))
    conditions = [condition(text, file.shapes.choices.records, file.shapes.encoding) for text in where]
    with progress_of(path.name, path.stat().st_size) as advance:
        return to_table(file, kind, out, table, conditions, advance)


def _transcode(
    request: Request, path: Path, target: Encoding, out: Path, form: str | None, where: tuple[str, ...]
) -> Tally:
    file = request.open(path)
    conditions = [condition(text, file.shapes.choices.records, file.shapes.encoding) for text in where]
    written = form or ("fixed" if file.form == DATASET else file.form)
    _warn_of_sizes(request, file, target)
    with progress_of(path.name, path.stat().st_size) as advance:
        return to_encoding(file, Transcoder(file.shapes, target), out, written, conditions, advance)


def _warn_of_sizes(request: Request, file: FlatFile, target: Encoding) -> None:
    """Say that binary items keep the sizes they have, where another dialect is usual for the target."""
    others = request.shapes(target)
    if others.size != file.shapes.size:
        dialect = request.text_options(file.shapes.encoding).dialect.name
        click.echo(
            f"COMP items keep the sizes of --dialect {dialect}: records of {file.shapes.size} bytes, for which programs and"
            f" further data commands need that dialect too (without it they expect {others.size})",
            err=True,
        )


def _from_table(
    request: Request, path: Path, kind: str, target: Encoding, out: Path, form: str | None
) -> Tally:
    shapes = request.shapes(target)
    columns = columns_of(shapes)
    layout = layout_of(shapes, request.record_length)
    written = form or (request.form if request.form != "auto" else "fixed")
    with progress_of(path.name, None) as advance:
        return from_table(path, kind, shapes, TableLayout(columns, ()), out, written, layout, advance)


def _tell(tally: Tally, out: Path) -> None:
    click.echo(f"{counted(tally.records)} -> {out}", err=True)
    if tally.bad_fields:
        noun = "field has" if tally.bad_fields == 1 else "fields have"
        records = "record" if tally.bad_records == 1 else "records"
        click.echo(
            f"{tally.bad_fields:,} {noun} bytes that are no value, in {tally.bad_records:,} {records}; they are in column _bytes",
            err=True,
        )


def _tell_count(count: int, out: Path) -> None:
    click.echo(f"{counted(count)} -> {out}", err=True)


def counted(records: int) -> str:
    """The number of records, for messages."""
    return "1 record" if records == 1 else f"{records:,} records"


@click.command("load")
@click.argument("file", type=FILE)
@copybook_options
@encoding_options
@format_options
@click.option("-o", "--out", required=True, type=OUT, help="The dataset to make.")
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="FIELD",
    help="The prime key, then alternate keys; FIELD:duplicates allows equal values, A+B is a split key.",
)
@click.option(
    "--collating",
    type=click.Choice(["native", "ebcdic"]),
    default=None,
    help="Order of the keys' characters, as programs are converted [default: cobolift.toml's, else native].",
)
@click.option("--from-gnucobol", is_flag=True, help="FILE is GnuCOBOL's own indexed file (needs cobc).")
@click.option("--relative", is_flag=True, help="A relative dataset: records are numbered from 1.")
@click.option(
    "--to-codepage", default=None, metavar="PAGE", help="Translate to this code page [default: as it is]."
)
@click.option("--to-sign", type=_SIGNS, default=None, help="Overpunched signs after a translation to ASCII.")
@reporting
def load(file: Path, out: Path, keys: tuple[str, ...], collating: str | None, from_gnucobol: bool, relative: bool, to_codepage: str | None, to_sign: Any, **how: Any) -> None:  # fmt: skip
    """Make an indexed or relative dataset of the records of FILE.

    The keys come from --key, or from the SELECT of the program that is given as copybook (with --file).
    """
    if relative and keys:
        raise UsageProblem("a relative dataset has no keys: leave out --relative or --key")
    request = Request(**how)
    ebcdic_order = request.collating(collating) == "ebcdic"
    if from_gnucobol:
        if relative:
            raise UsageProblem("--from-gnucobol is for indexed files: leave out --relative")
        _tell_count(_load_gnucobol(request, file, out, keys, ebcdic_order), out)
        return
    flat = request.open(file)
    target = make_encoding(to_codepage, to_sign) if to_codepage is not None else None
    is_ebcdic = (target or flat.shapes.encoding).is_ebcdic  # then the bytes of keys are in order
    layout = _dataset_layout(request, flat, keys, relative, ebcdic_order and not is_ebcdic)
    with progress_of(file.name, file.stat().st_size) as advance, replacing(out) as partial:
        count = fill_dataset(partial, _records(flat, target, advance), layout)
    _tell_count(count, out)


def _load_gnucobol(request: Request, file: Path, out: Path, keys: tuple[str, ...], ebcdic_order: bool) -> int:
    """Make a dataset of GnuCOBOL's indexed file; records with the same alternate key keep their order."""
    shapes = request.shapes(make_encoding("ascii" if request.codepage == "auto" else request.codepage))
    form = "rdw" if shapes.varies else "fixed"
    flat = FlatFile(file, shapes, form, layout_of(shapes, request.record_length))
    layout = _dataset_layout(request, flat, keys, False, ebcdic_order)
    if not layout.keys:
        raise UsageProblem("GnuCOBOL's relative files are read as they are: leave out --from-gnucobol")
    with unloaded(gnucobol_name(file), layout) as (carrier, flats), replacing(out) as partial:
        count = fill_dataset(partial, carrier.read(flats[0]), layout)
        keep_order_of_duplicates(partial, layout, carrier, flats)
    return count


def _dataset_layout(
    request: Request, flat: FlatFile, keys: tuple[str, ...], relative: bool, ebcdic_order: bool
) -> DatasetLayout:
    shapes = flat.shapes
    smallest = flat.layout.size if flat.form in PADDED else 1
    description = request.description(shapes.encoding)
    if keys:
        found = keys_from_names(keys, shapes.choices.records, ranked=ebcdic_order)
    elif relative:
        found = ()
    elif description.symbols.files:
        file = file_named(description, request.file_name)
        found = keys_from_file(file, ranked=ebcdic_order)
        return DatasetLayout(file.minimum_size, file.record_size, found, ebcdic_order)
    else:
        raise UsageProblem("say which dataset: --key FIELD for an indexed one, or --relative")
    return DatasetLayout(smallest, flat.layout.size, found, ebcdic_order)


def _records(flat: FlatFile, target: Encoding | None, advance: Advance | None) -> Iterator[bytes]:
    if target is None:
        return (record for _, record in flat.records((), advance))
    transcoder = Transcoder(flat.shapes, target)
    return (transcoder.convert(record, number) for number, record in flat.records((), advance))


@click.command("unload")
@click.argument("dataset", type=FILE)
@click.option("-o", "--out", required=True, type=OUT, help="The file to write.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="How records are written [default: fixed; gnucobol-variable when their lengths vary].",
)
@click.option("--to-gnucobol", is_flag=True, help="Write GnuCOBOL's own indexed file (needs cobc).")
@reporting
def unload(dataset: Path, out: Path, form: str | None, to_gnucobol: bool) -> None:  # fmt: skip
    """Write the records of DATASET, in the order of the prime key or of their numbers."""
    if to_gnucobol:
        if form is not None:
            raise UsageProblem("GnuCOBOL's indexed file has no format: leave out --format or --to-gnucobol")
        _tell_count(write_gnucobol(dataset, out), out)
        return
    attributes = dataset_attributes(dataset)
    fixed = attributes["minimum"] == attributes["maximum"]
    layout = Layout(attributes["maximum"])
    with replacing(out) as partial, partial.open("wb") as target:
        count = write_records(
            target, dataset_records(dataset), form or ("fixed" if fixed else "gnucobol-variable"), layout
        )
    _tell_count(count, out)


@click.command("generate")
@copybook_options
@encoding_options
@click.option("-n", "--count", required=True, type=click.IntRange(0), help="How many records.")
@click.option("-o", "--out", required=True, type=OUT, help="The file to write.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed makes the same records.")
@click.option(
    "--hostile", is_flag=True, help="With blanks, zeros, damaged numbers, odd counters and lengths."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="fixed", show_default=True)
@click.option("--record-length", type=click.IntRange(1), default=None, metavar="BYTES")
@reporting
def generate(count: int, out: Path, seed: int, hostile: bool, form: str, record_length: int | None, **how: Any) -> None:  # fmt: skip
    """Make up records from their description."""
    if how["codepage"] == "auto":
        how["codepage"] = "ascii"
    request = Request(**how)
    shapes = request.shapes(request.encoding_of(None))
    generator = _generator(shapes, seed, hostile=hostile, form=form)
    with replacing(out) as partial, partial.open("wb") as target:
        write_records(target, generator.records(count), form, layout_of(shapes, record_length))
    _tell_count(count, out)


def _generator(shapes: Shapes, seed: int, *, hostile: bool, form: str) -> Generator:
    return Generator(shapes, seed, hostile=hostile, padded=form in PADDED)
