"""From a file name to the tokens of a whole program: the front door of reading.

COPY statements give way to library text, REPLACE statements to their effect. Order of events (ANSI X3.23-1985 XII 1):
all COPY statements first, REPLACING as they go, then REPLACE on the result.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cobol_parser.compiler_options import Settings
from cobol_parser.copy_statement import (
    COPY_WORDS,
    CopyStatement,
    ReplaceStatement,
    is_copy,
    read_copy,
    read_replace,
)
from cobol_parser.diagnostics import Diagnostics, Place
from cobol_parser.directive_constants import with_constants
from cobol_parser.directives import given_value
from cobol_parser.library import Library, NotFound, OutsideLibrary
from cobol_parser.reference_format import detect_format, read_source
from cobol_parser.replacing import Rule, RuleSet, replace, touches
from cobol_parser.scanner import Scanner, ScanState
from cobol_parser.source import Inclusion, SourceFile, Span, Token, copy_chain
from cobol_parser.text_options import TextOptions

__all__ = ["MissingCopybook", "SourceText", "TextOptions", "expand", "expand_text"]

_MOST_COPIES = 5_000
_DEEPEST = 60
_OPERANDS = frozenset({"WORD", "RPAREN", "INTEGER", "DECIMAL", "STRING"})


@dataclass(frozen=True, slots=True)
class MissingCopybook:
    """A copybook that was not found: its name and library as written, and the COPY that wants it."""

    name: str
    library: str | None
    copied_at: Token


@dataclass(frozen=True, slots=True)
class SourceText:
    """One program source, read and expanded.

    `tokens` ends with one of type ``$END``. `inclusions` begins with the main file and lists copies in the order in
    which they were copied. Debugging lines are there only WITH DEBUGGING MODE, or when the options say so.
    """

    file: SourceFile
    tokens: list[Token] = field(repr=False)
    inclusions: tuple[Inclusion, ...] = ()
    missing: tuple[MissingCopybook, ...] = ()
    settings: Settings = field(default_factory=Settings)
    """what the program's own compiler options change of the dialect"""


def expand(path: str, options: TextOptions, diagnostics: Diagnostics) -> SourceText:
    """Read the file at `path` and everything it copies. Never raises for what is in the files; whatever is wrong
    is reported, and the text goes on without it."""
    before = len(diagnostics)
    file = read_source(path, diagnostics, format=options.format, encoding=options.encoding)
    if not any(line.strip() for line in file.lines) and len(diagnostics) == before:
        diagnostics.report(
            "CBL1003", Place(path), f"{path} is empty", help="name a file with a COBOL program"
        )
    return _expand_file(file, options, diagnostics)


def expand_text(
    text: str,
    options: TextOptions | None = None,
    diagnostics: Diagnostics | None = None,
    *,
    path: str = "text.cbl",
) -> SourceText:
    """Expand a program that is given as a string, as if it stood in `path`."""
    options = options or TextOptions()
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    lines = tuple(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))
    form = options.format if options.format != "auto" else detect_format(lines) or "fixed"
    return _expand_file(SourceFile(path, lines, "utf-8", form), options, diagnostics)


def _expand_file(file: SourceFile, options: TextOptions, diagnostics: Diagnostics) -> SourceText:
    expansion = _Expansion(file, options, diagnostics)
    tokens = expansion.text_of(Inclusion(file), ())
    tokens = _apply_replace_statements(tokens, diagnostics)
    return SourceText(
        file,
        _with_decimal_comma(tokens),
        tuple(expansion.inclusions),
        tuple(expansion.missing),
        expansion.state.settings,
    )


class _Expansion:
    """The work on one program: what its files share."""

    def __init__(self, file: SourceFile, options: TextOptions, diagnostics: Diagnostics) -> None:
        self.main_file = file
        self.options = options
        self.diagnostics = diagnostics
        self.state = ScanState(
            options.debugging, {name.upper(): given_value(text) for name, text in options.definitions.items()}
        )
        self.library = Library(options.library_folders, options.extensions, options.tree)
        self.inclusions: list[Inclusion] = []
        self.missing: list[MissingCopybook] = []
        self.files: dict[tuple[str, str], SourceFile] = {}
        self.real_paths: dict[str, str] = {}

    def text_of(self, inclusion: Inclusion, rules: tuple[Rule, ...]) -> list[Token]:
        """Return the tokens of a file with its COPY statements carried out and `rules` applied; ends with $END."""
        self.inclusions.append(inclusion)
        rule_set = RuleSet(rules)
        out: list[Token] = []
        unread: list[Token] = []
        scanner = Scanner(inclusion, self.options, self.diagnostics, self.state)
        for scanned in scanner.chunks():
            chunk = with_constants(scanned, self.state.constants, self.state.definitions)
            unread = unread + chunk if unread else chunk
            unread = self._carry_out(unread, rule_set, out, scanner.format)
            if not self.state.debugging and chunk[-1].type != "$END":
                self.state.debugging = _turns_debugging_on(out)
        return out

    def _carry_out(self, tokens: list[Token], rules: RuleSet, out: list[Token], form: str) -> list[Token]:
        """Append to `out` what `tokens`, from text in reference format `form`, expand to. A COPY that ends in the next
        chunk is returned, with all behind."""
        sites = [at for at, token in enumerate(tokens) if token.upper in COPY_WORDS]
        done = 0
        for site in sites:
            if site < done or not is_copy(tokens, site):
                continue
            if tokens[-1].type != "$END" and not any(token.type == "PERIOD" for token in tokens[site:]):
                self._pass_on(tokens[done:site], rules, out)
                return tokens[site:]
            self._pass_on(tokens[done:site], rules, out)
            statement = read_copy(tokens, site, self.diagnostics)
            if isinstance(statement, int):
                done = statement
            else:
                done = statement.end
                copied = self._copy(statement, rules, form)
                copied[0].comments = tokens[site].comments + copied[0].comments
                out += copied[:-1]
                if done < len(tokens):
                    tokens[done].comments = copied[-1].comments + tokens[done].comments
        self._pass_on(tokens[done:] if done else tokens, rules, out)
        return []

    def _pass_on(self, tokens: list[Token], rules: RuleSet, out: list[Token]) -> None:
        out += replace(tokens, rules) if rules.rules else tokens

    def _copy(self, statement: CopyStatement, outer: RuleSet, form: str) -> list[Token]:
        """Return the library text, ended by $END, which is all there is of a text that cannot be had.

        The rules of the copying text apply behind those of the statement, as GnuCOBOL does it; the standard
        forbids the combination.
        """
        nothing = [Token("$END", "", statement.first.inclusion, statement.first.line, statement.first.column)]
        path = self._find(statement)
        if path is None or not self._may_copy(statement, path):
            return nothing
        file = self._read(path, statement.first, form)
        return self.text_of(Inclusion(file, statement.first, statement.last), statement.rules + outer.rules)

    def _find(self, statement: CopyStatement) -> str | None:
        name, library, at = statement.name, statement.library, statement.name_token
        try:
            found = self.library.find(name, library, at.inclusion.file.path, self.main_file.path)
        except OutsideLibrary as error:
            self.diagnostics.report(
                "CBL2013",
                at,
                f"{name} is {error}; it was not opened",
                help="put its folder on the search path with -I",
            )
            self.missing.append(MissingCopybook(name, library, statement.first))
            return None
        if isinstance(found, NotFound):
            self._report_missing(statement, found)
            return None
        if found.ignored_library:
            self.diagnostics.report(
                "CBL2016", at, f"{name} is not in library {library}; {found.path} was taken"
            )
        if found.others:
            self.diagnostics.report(
                "CBL2017",
                at,
                f"there are several copybooks {name} with different texts; {found.path}, the nearest, was taken",
                notes=(f"not taken: {', '.join(found.others)}",),
                help="name the folder of the right one with -I",
            )
        return found.path

    def _report_missing(self, statement: CopyStatement, found: NotFound) -> None:
        near = f"did you mean {' or '.join(found.near)}? " if found.near else ""
        where = f" in {statement.library}" if statement.library else ""
        self.diagnostics.report(
            "CBL2010",
            statement.name_token,
            f"copybook {statement.name}{where} was not found",
            label="the text goes on without it",
            notes=(f"searched: {', '.join(found.folders)}",),
            help=f"{near}Name its folder with -I." if near else "name its folder with -I",
        )
        self.missing.append(MissingCopybook(statement.name, statement.library, statement.first))

    def _may_copy(self, statement: CopyStatement, path: str) -> bool:
        """Refuse a text that copies itself, and a bottomless number of copies."""
        chain = copy_chain(statement.first)
        above = [statement.first.inclusion.file.path, *(site.inclusion.file.path for site in chain)]
        if self._real(path) in map(self._real, above):
            self.diagnostics.report(
                "CBL2012",
                statement.name_token,
                f"{path} copies itself",
                notes=(f"it is being copied already: {' <- '.join(above)}",) if len(above) > 1 else (),
            )
            return False
        if len(chain) >= _DEEPEST or len(self.inclusions) >= _MOST_COPIES:
            limit = f"{_DEEPEST} levels deep" if len(chain) >= _DEEPEST else f"{_MOST_COPIES} times"
            self.diagnostics.report(
                "CBL2018", statement.name_token, f"library text is copied more than {limit}"
            )
            return False
        return True

    def _real(self, path: str) -> str:
        if path not in self.real_paths:
            self.real_paths[path] = os.path.realpath(path)
        return self.real_paths[path]

    def _read(self, path: str, copied_at: Token, form: str) -> SourceFile:
        """Read library text; it is in the form of the copying text unless its own lines cannot be."""
        key = (path, form)
        if key not in self.files:
            self.files[key] = read_source(
                path,
                self.diagnostics,
                format="auto" if self.options.format == "auto" else form,
                encoding=self.options.encoding,
                copied_from_format=form,
                copied_at=copied_at,
            )
        return self.files[key]


def _turns_debugging_on(tokens: list[Token]) -> bool:
    """Whether SOURCE-COMPUTER … [WITH] DEBUGGING MODE stands among the tokens."""
    return any(
        token.upper == "DEBUGGING" and tokens[at + 1].upper == "MODE" for at, token in enumerate(tokens[:-1])
    )


def _apply_replace_statements(tokens: list[Token], diagnostics: Diagnostics) -> list[Token]:
    """Return the text with REPLACE statements taken out and carried out. Each holds until the next one."""
    sites = [at for at, token in enumerate(tokens) if token.upper == "REPLACE" and token.type == "WORD"]
    if not sites:
        return tokens
    out: list[Token] = []
    stack: list[tuple[Rule, ...]] = []
    done = 0
    for site in sites:
        if site < done:
            continue
        out += _replaced(tokens[done:site], stack)
        statement = read_replace(tokens, site, diagnostics)
        done = statement if isinstance(statement, int) else statement.end
        if isinstance(statement, ReplaceStatement):
            stack = _next_rules(statement, stack)
        if done < len(tokens):
            tokens[done].comments = tokens[site].comments + tokens[done].comments
    return out + _replaced(tokens[done:], stack)


def _next_rules(statement: ReplaceStatement, stack: list[tuple[Rule, ...]]) -> list[tuple[Rule, ...]]:
    """REPLACE ALSO adds rules before those in force, REPLACE LAST OFF takes the latest away (ISO 1989:2002 7.1.3)."""
    if statement.off:
        return stack[:-1] if statement.also_or_last else []
    if statement.also_or_last and stack:
        return [*stack, statement.rules + stack[-1]]
    return [statement.rules]


def _replaced(tokens: list[Token], stack: Sequence[tuple[Rule, ...]]) -> list[Token]:
    return replace(tokens, RuleSet(stack[-1])) if stack and tokens else tokens


def _with_decimal_comma(tokens: list[Token]) -> list[Token]:
    """Under DECIMAL-POINT IS COMMA make ``1,5`` and ``,5`` one number."""
    at = next((i for i, token in enumerate(tokens) if token.upper == "DECIMAL-POINT"), None)
    if at is None or not any(token.upper == "COMMA" for token in tokens[at + 1 : at + 3]):
        return tokens
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        fraction = _fraction(tokens, index) if token.text == "," and token.type == "COMMA" else []
        if fraction:
            joins = bool(out) and out[-1].type == "INTEGER" and touches(out[-1], token)
            if joins or not (
                out and touches(out[-1], token) and out[-1].type in ("WORD", "RPAREN", "DECIMAL")
            ):
                first = out.pop() if joins else token
                digits = "".join(part.text for part in fraction)
                out.append(
                    _one_number(Span(first, fraction[-1]), (first.text if joins else "") + "," + digits)
                )
                index += 1 + len(fraction)
                continue
        out.append(token)
        index += 1
    return out


def _fraction(tokens: list[Token], comma: int) -> list[Token]:
    """The tokens touching a comma that are digits, perhaps with an exponent: ``5``, ``5E2``, ``5E-2``, or ``5E`` ``+`` ``2``."""
    found: list[Token] = []
    shapes = (_FRACTION, re.compile(r"\+"), re.compile(r"[0-9]+"))
    for shape, before, token in zip(shapes, tokens[comma:], tokens[comma + 1 :], strict=False):
        if not touches(before, token) or not shape.fullmatch(token.text):
            break
        found.append(token)
    if not found or found[0].text[-1] not in "Ee":
        return found[:1]
    return found if len(found) == len(shapes) else []


_FRACTION = re.compile(r"[0-9]+(?:[Ee](?:-?[0-9]+)?)?")


def _one_number(span: Span, text: str) -> Token:
    first, last = span
    number = Token(
        "DECIMAL",
        text,
        first.inclusion,
        first.line,
        first.column,
        end_line=last.end_line,
        end_column=last.end_column,
        area_a=first.area_a,
    )
    number.comments, number.trailing = first.comments, last.trailing
    return number
