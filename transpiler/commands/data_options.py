"""Options that the data commands share, and what they make of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar

import click

from cobol_parser.dialects import DIALECTS
from cobol_parser.text_options import EXTENSIONS, TextOptions
from transpiler.configuration import Configuration, ConfigurationError, find_configuration
from transpiler.data.code_pages import PARTNERS, canonical_name, code_page
from transpiler.data.copybook import BadCopybook, Description, file_named, read_description
from transpiler.data.encoding import Encoding, Floating, Order, Sign, guess_page, make_encoding
from transpiler.data.errors import DataError, UsageProblem
from transpiler.data.flat_file import FlatFile, open_flat_file
from transpiler.data.formats import FORMATS
from transpiler.data.selection import make_choices
from transpiler.data.shape import Shapes
from transpiler.report_table import ERRORS, INTERNAL, output, print_diagnostic

F = TypeVar("F", bound=Callable[..., Any])
_SAMPLE = 1 << 16
_NO_COPYBOOK = "CBL2010"
USUAL_PAGES = {"ascii": "ascii", "ebcdic": "cp037"}

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)

_COPYBOOK = (
    click.option("-c", "--copybook", required=True, type=FILE,
                 help="The copybook (or program) that describes the records."),
    click.option("-I", "--include", multiple=True, metavar="DIR",
                 type=click.Path(exists=True, file_okay=False, path_type=Path),
                 help="Search DIR for copybooks that the copybook copies."),
    click.option("--dialect", type=click.Choice(list(DIALECTS)), default=None,
                 help="Whose sizes of COMP items apply [default: ibm for EBCDIC, else gnucobol]."),
    click.option("--record", "records", multiple=True, metavar="NAME",
                 help="The level 01 item, or the redefinition, that describes every record."),
    click.option("--when", "rules", multiple=True, metavar="FIELD=VALUE:NAME",
                 help="Records with this value are described by NAME (repeatable, the first that fits)."),
    click.option("--file", "file_name", default=None, metavar="FD",
                 help="With a program as copybook: the file whose records are meant."),
)  # fmt: skip

_ENCODING = (
    click.option("--codepage", default="auto", metavar="PAGE",
                 help="Code page of the data: ascii, cp037, cp273, cp500, cp1047, cp1140 … [default: found out]."),
    click.option("--sign", type=click.Choice(["ascii", "ebcdic"]), default=None,
                 help="Overpunched signs in ASCII data: GnuCOBOL's p-y, or the characters { A-I } J-R [default: ascii]."),
    click.option("--byte-order", "order", type=click.Choice(["big", "little"]), default=None,
                 help="Of COMP-5, INDEX, POINTER [default: big for EBCDIC, else this machine's]."),
    click.option("--float", "floating", type=click.Choice(["ieee", "hex"]), default=None,
                 help="Of COMP-1 and COMP-2 [default: hex for EBCDIC, else ieee]."),
    click.option("--slide/--no-slide", "slides", default=None,
                 help="Items behind an OCCURS DEPENDING ON table move up [default: for EBCDIC]."),
)  # fmt: skip

_FORMAT = (
    click.option("--format", "form", type=click.Choice(["auto", *FORMATS]), default="auto",
                 help="How the file is cut into records [default: found out]."),
    click.option("--record-length", type=click.IntRange(1), default=None, metavar="BYTES",
                 help="Length of the records, when it is not the description's."),
)  # fmt: skip

_SOURCE_FORMAT = click.option(
    "--source-format", type=click.Choice(["auto", "fixed", "free", "variable"]), default="auto",
    help="Reference format of the copybook's lines.",
)  # fmt: skip


def copybook_options(function: F) -> F:
    """Options about the copybook and the choice of descriptions in it."""
    return _with((*_COPYBOOK, _SOURCE_FORMAT), function)


def encoding_options(function: F) -> F:
    """Options about what bytes mean."""
    return _with(_ENCODING, function)


def format_options(function: F) -> F:
    """Options about how a file is cut into records."""
    return _with(_FORMAT, function)


def _with(options: tuple[Callable[[F], F], ...], function: F) -> F:
    for option in reversed(options):
        function = option(function)
    return function


@dataclass(frozen=True, slots=True)
class Request:
    """The values of the shared options; see their help."""

    copybook: Path
    include: tuple[Path, ...] = ()
    dialect: str | None = None
    records: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    file_name: str | None = None
    source_format: str = "auto"
    codepage: str = "auto"
    sign: Sign | None = None
    order: Order | None = None
    floating: Floating | None = None
    slides: bool | None = None
    form: str = "auto"
    record_length: int | None = None

    def encoding_of(self, data: Path | None) -> Encoding:
        """The encoding of a file; its code page is guessed when none is named."""
        page = self.codepage
        if page == "auto":
            with data.open("rb") if data is not None else _nothing() as file:
                page = guess_page(file.read(_SAMPLE)) if file is not None else "ascii"
            if page != "ascii":
                click.echo(
                    f"{data} looks like EBCDIC: it is read as {page} (--codepage names another)", err=True
                )
        return make_encoding(page, self.sign, self.order, self.floating)

    def description(self, encoding: Encoding) -> Description:
        """Read the copybook; tell which copybooks a program has without which its records may be incomplete."""
        description = read_description(self.copybook, self.text_options(encoding))
        for item in description.diagnostics:
            if item.code == _NO_COPYBOOK:
                print_diagnostic(output(stderr=True), item)
        return description

    def settings(self) -> Configuration | None:
        """The cobolift.toml above the copybook. Raises UsageProblem when it is wrong."""
        try:
            return find_configuration(self.copybook)
        except ConfigurationError as error:
            raise UsageProblem(str(error)) from error

    def collating(self, option: str | None) -> str:
        """The order of characters in keys: the option, then cobolift.toml."""
        settings = self.settings()
        return option or (settings.collating if settings is not None else "native")

    def text_options(self, encoding: Encoding) -> TextOptions:
        """How the copybook is read: options, then cobolift.toml, then what goes with the code page."""
        settings = self.settings()
        usual = "ibm" if encoding.is_ebcdic else "gnucobol"
        dialect = self.dialect or (settings.dialect if settings is not None else usual)
        folders = (*self.include, *(settings.include if settings is not None else ()))
        return TextOptions(
            dialect=DIALECTS[dialect],
            format=self.source_format,
            library_folders=tuple(map(str, folders)),
            extensions=(settings.extensions if settings is not None else ()) or EXTENSIONS,
        )

    def shapes(self, encoding: Encoding) -> Shapes:
        """The shapes of the records in an encoding."""
        description = self.description(encoding)
        records = description.records
        if any(record.level == 1 for record in records):  # loose items (level 77) describe no file
            records = tuple(record for record in records if record.level == 1)
        if self.file_name is not None or (description.symbols.files and not self.records and not self.rules):
            records = file_named(description, self.file_name).records
        choices = make_choices(records, self.records, self.rules, encoding)
        return Shapes(choices, encoding, slides=self.slides)

    def open(self, path: Path) -> FlatFile:
        """A file of records with these options."""
        file = open_flat_file(path, self.shapes(self.encoding_of(path)), self.form, self.record_length)
        rest = path.stat().st_size % file.layout.size if file.form == "fixed" else 0
        if rest:
            click.echo(
                f"the last record of {path} has {rest} of {file.layout.size} bytes; a file in a fixed format would have it filled up",
                err=True,
            )
        return file


class _nothing:
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> Literal[False]:
        return False


def reporting(function: F) -> F:
    """Turn the errors of the data commands into messages and exit statuses."""

    @wraps(function)
    def guarded(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except BadCopybook as error:
            console = output(stderr=True)
            for item in error.diagnostics:
                print_diagnostic(console, item)
            sys.exit(ERRORS)
        except UsageProblem as error:
            raise click.UsageError(str(error)) from error
        except DataError as error:
            fail(str(error))
        except BrokenPipeError:
            raise
        except OSError as error:
            fail(f"{error.filename or 'output'}: {error.strerror or error}")
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            click.echo(f"cobolift failed here: {type(error).__name__}: {error}", err=True)
            click.echo("report this with the copybook and the command line", err=True)
            sys.exit(INTERNAL)

    return guarded  # type: ignore[return-value]


def fail(message: str) -> NoReturn:
    """End with an error about the data."""
    click.echo(f"error: {message}", err=True)
    sys.exit(ERRORS)


def usual_target(kind: str, source: str) -> str:
    """The code page of `--to ascii` or `--to ebcdic`, when none is named: for a page with double bytes the one with the same
    characters."""
    name = canonical_name(source)
    partners = (
        PARTNERS if kind == "ascii" else {partner: page for page, partner in reversed(PARTNERS.items())}
    )
    return partners.get(name, USUAL_PAGES[kind])


def target_encoding(
    kind: str, page: str | None, sign: Sign | None, order: Order | None, floating: Floating | None
) -> Encoding:
    """The encoding that `--to ascii` or `--to ebcdic` asks for. Raises UsageProblem for a page of the other kind."""
    encoding = make_encoding(page or USUAL_PAGES[kind], sign, order, floating)
    if code_page(encoding.page).is_ebcdic != (kind == "ebcdic"):
        raise UsageProblem(f"--to-codepage {page} is not {kind.upper()}")
    return encoding
