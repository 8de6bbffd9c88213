"""Physical lines -> tokens of one file, without looking at COPY and REPLACE.

Comment lines, inline comments, continuation, debugging lines, comment paragraphs, EXEC blocks and compiler
directives are dealt with here; the tokens that come out are text words with their physical places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cobol_parser import comment_entries, directives, embedded_text, line_statements
from cobol_parser.compiler_options import Settings
from cobol_parser.continuation import continued_lines, join
from cobol_parser.diagnostics import Diagnostics, place_in
from cobol_parser.directives import DirectiveState, Value
from cobol_parser.reference_format import (
    INDICATOR,
    MARGINS,
    Margins,
    expand_tabs,
    overrunning_lines,
    tab_width,
)
from cobol_parser.source import Inclusion, Token
from cobol_parser.text_options import TextOptions
from cobol_parser.text_words import TOKEN, TYPES

_PICTURE = re.compile(r"[ ]*+(?:([Ii][Ss])(?=[ ]|$)[ ]*+)?([^\s=]*)")
_EXEC_LANGUAGE = re.compile(r"\s+[A-Za-z][A-Za-z0-9]*\b(?!\s*==)|\s*$")
_DEBUG_DIRECTIVE = re.compile(r">>\s*D(?=\s)", re.IGNORECASE)

_RESTARTING = frozenset({"PIC", "PICTURE", "EXEC", "EXECUTE"})
_LINE_WORDS = line_statements.WORDS


def is_directive(text: str) -> bool:
    """Whether a line that begins with `text` is a compiler directive."""
    return text[:2] == ">>" or (text[:1] == "$" and text[1:2].isalpha())


@dataclass(slots=True)
class ScanState:
    """What the files of one program share while they are scanned, in the order they are read."""

    debugging: bool = False
    definitions: dict[str, Value] = field(default_factory=dict)
    constants: dict[str, Value] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)


def scan(
    inclusion: Inclusion, options: TextOptions, diagnostics: Diagnostics, state: ScanState | None = None
) -> list[Token]:
    """Return the tokens of one file, ended by a Token of type ``$END`` that holds the comments behind the last."""
    scanner = Scanner(inclusion, options, diagnostics, state or ScanState(options.debugging))
    return [token for chunk in scanner.chunks() for token in chunk]


class Scanner:
    """One pass over one file. `index` is the index of the next line to look at."""

    def __init__(
        self, inclusion: Inclusion, options: TextOptions, diagnostics: Diagnostics, state: ScanState
    ) -> None:
        self.inclusion = inclusion
        self.options = options
        self.diagnostics = diagnostics
        self.state = state
        self.directives = DirectiveState(
            state.definitions, diagnostics, state.constants, settings=state.settings
        )
        self.format = inclusion.file.reference_format
        self.tab_origins: dict[int, list[int]] = {}
        self.lines = self._without_tabs()
        self.index = 0
        self.tokens: list[Token] = []
        self.comments: list[str] = []
        self.previous: Token | None = None
        self.identification = False
        self.picture_awaited = False
        self.literal_awaited = False
        self.listing_lines: list[int] = []

    @property
    def margins(self) -> Margins:
        """The layout of the lines at hand."""
        return MARGINS[self.format]

    def chunks(self) -> Iterator[list[Token]]:
        """Yield the tokens in pieces: what stands before a directive or a debugging line comes first, so that
        the caller can take notice of what COPY and WITH DEBUGGING MODE there change in `state`."""
        while self.index < len(self.lines):
            if self.margins.columns:
                yield from self._lines_with_columns()
            else:
                yield from self._free_lines()
        directives.close(self.directives)
        line_statements.summarize(self)
        line = max(len(self.lines), 1)
        column = len(self.inclusion.file.lines[-1]) + 1 if self.lines else 1
        end = Token("$END", "", self.inclusion, line, column)
        end.comments = tuple(self.comments)
        self.tokens.append(end)
        yield self.tokens

    def report(self, code: str, line: int, column: int, message: str, help: str | None = None) -> None:
        """Report something at a column of the line as it is scanned (tabs expanded)."""
        column = self._physical(line, column)
        self.diagnostics.report(code, place_in(self.inclusion, line, column), message, help=help)

    def _without_tabs(self) -> tuple[str, ...]:
        lines = self.inclusion.file.lines
        if not any("\t" in line for line in lines):
            return lines
        width = self.options.tab_width or self._guess_tab_width()
        expanded = []
        for number, line in enumerate(lines, 1):
            if "\t" in line:
                line, self.tab_origins[number] = expand_tabs(line, width)
            expanded.append(line)
        return tuple(expanded)

    def _guess_tab_width(self) -> int:
        lines = self.inclusion.file.lines
        width = tab_width(lines) if self.format == "fixed" else 8
        if width != 8:
            first = next(number for number, line in enumerate(lines, 1) if "\t" in line)
            self.diagnostics.report(
                "CBL1016",
                place_in(self.inclusion, first),
                f"tabs were read as steps of {width} columns, since text would run across column 72 otherwise",
            )
        return width

    def _take(self) -> list[Token]:
        taken = self.tokens
        self.previous = taken[-1]
        self.tokens = []
        return taken

    def _lines_with_columns(self) -> Iterator[list[Token]]:
        """Scan lines of fixed or variable form until the end, or until a directive changes the form."""
        form, lines, start, end = self.format, self.lines, self.margins.start, self.margins.end
        continued = continued_lines(lines)
        if form == "fixed" and not self.index:
            self._warn_of_overruns()
        count = len(lines)
        while self.index < count:
            index = self.index
            line = lines[index]
            self.index = index + 1
            indicator = line[INDICATOR : INDICATOR + 1]
            sequence = line[:INDICATOR]
            if sequence != "      " and not sequence.isdigit() and line_statements.is_odd_start(self, line):
                continue
            if indicator == "*" or indicator == "/":
                self.comments.append(line[start:end].rstrip().removeprefix(">"))
                continue
            if ">>" in line or "$" in line:
                text = line[INDICATOR:end].lstrip()
                if is_directive(text):
                    yield from self._directive(text, len(line[:end]) - len(text))
                    if self.format != form:
                        return
                    continue
            if indicator == " ":
                pass
            elif indicator == "":
                continue
            elif indicator in "Dd":
                if not self.state.debugging and self.tokens:
                    yield self._take()
                if not self.state.debugging:
                    self.comments.append(line[INDICATOR:end].rstrip())
                    continue
            elif self._bad_indicator(line, indicator):
                continue
            if index in continued:
                self._scan_continued(index)
            else:
                self._scan_line(line[:end].rstrip(), index + 1, start)

    def _free_lines(self) -> Iterator[list[Token]]:
        """Scan lines of free form until the end, or until a directive changes the form."""
        lines = self.lines
        count = len(lines)
        while self.index < count:
            line = lines[self.index]
            self.index += 1
            text = line.lstrip()
            if text[:2] == "*>":
                self.comments.append(text[2:].rstrip())
            elif is_directive(text) and text[2:7] != ">>>>>":
                yield from self._directive(text, len(line) - len(text))
                if self.format != "free":
                    return
            elif not (text[:1] in "<>=+-" and line_statements.is_odd_start(self, line)):
                self._scan_line(line.rstrip(), self.index, 0)

    def _warn_of_overruns(self) -> None:
        for number in overrunning_lines(self.lines):
            self.report(
                "CBL1012",
                number,
                self.margins.end + 1,
                "text from column 73 on is ignored, and this line goes on there",
                "break the line before column 73, or read the file with --format variable",
            )

    def _bad_indicator(self, line: str, indicator: str) -> bool:
        """Report a character that cannot stand in column 7; tell whether the line is to be left out."""
        if not line[INDICATOR:].strip():
            return True
        number = self.index
        if indicator == "-":
            self.report(
                "CBL1013", number, INDICATOR + 1, "there is no line before this one that it could continue"
            )
            return False
        self.report(
            "CBL1010",
            number,
            INDICATOR + 1,
            f"{indicator!r} cannot stand in column 7; the line was left out",
            "begin the text in column 8 or later, or read the file with --format free",
        )
        return True

    def _directive(self, text: str, index: int) -> Iterator[list[Token]]:
        """Obey a directive line, of which `text` begins at `index`, and leave out the lines it excludes."""
        debug_line = _DEBUG_DIRECTIVE.match(text)
        if self.tokens:
            yield self._take()
        if debug_line:
            if self.state.debugging:
                line = self.lines[self.index - 1][: self.margins.end].rstrip()
                self._scan_line(line, self.index, index + debug_line.end())
            else:
                self.comments.append(text.rstrip())
            return
        self._obey(text, index)
        while self.directives.skipping and self.index < len(self.lines):
            line = self.lines[self.index]
            self.index += 1
            begin = INDICATOR if self.margins.columns else 0
            text = line[begin : self.margins.end].lstrip()
            if is_directive(text):
                self._obey(text, len(line[: self.margins.end]) - len(text))

    def _obey(self, text: str, index: int) -> None:
        place = place_in(self.inclusion, self.index, self._physical(self.index, index + 1))
        directives.obey(text.rstrip(), self.directives, place)
        if self.directives.new_format:
            self.format, self.directives.new_format = self.directives.new_format, None

    def _scan_continued(self, index: int) -> None:
        """Scan a line that continuation lines follow, as if it were one."""
        margins = self.margins
        logical = join(self.lines, index, margins, self.report)
        self.comments += [
            line[margins.start : margins.end].rstrip()
            for line in self.lines[index + 1 : logical.next_index]
            if line[INDICATOR : INDICATOR + 1] in ("*", "/")
        ]
        self.index = logical.next_index
        first = len(self.tokens)
        self._scan_line(logical.text.rstrip(), index + 1, 0)
        for token in self.tokens[first:]:
            joined = token.end_line == token.line
            offset = token.column - 1
            token.line, token.column = logical.place(offset)
            if joined:
                token.end_line, end = logical.place(offset + len(token.text) - 1)
                token.end_column = end + 1
            token.area_a = token.area_a and token.line == index + 1

    def _scan_line(self, text: str, number: int, start: int) -> None:
        """Append the tokens of ``text[start:]``, which is (the beginning of) line `number` without the spaces and
        margins behind it."""
        if self.identification and comment_entries.take(self, text, number, start):
            return
        tokens = self.tokens
        first = len(tokens)
        if self.picture_awaited:
            start = self._picture(text, number, start)
        self._tokenize(text, number, start)
        if len(tokens) == first:
            return
        if self.literal_awaited or text[-1] == "-":
            self._join_literals(first)
            if len(tokens) == first:
                return
        token = tokens[first]
        if self.margins.columns and token.column < 12:
            token.area_a = True
        if self.tab_origins:
            self.restore_columns(first)
        if self.comments:
            token.comments = tuple(self.comments)
            self.comments.clear()
        if token.upper in _LINE_WORDS:
            line_statements.look_at(self, first)

    def _join_literals(self, first: int) -> None:
        """Join a literal to the one before it that ended its line with a floating hyphen (ISO 1989:2002 6.2.4): ``"…"-``."""
        tokens = self.tokens
        if self.literal_awaited and first and tokens[first].type == "STRING":
            head, tail = tokens[first - 1], tokens.pop(first)
            quote = head.text[-1]
            more = tail.text[1:-1].replace(tail.text[0] * 2, tail.text[0])
            head.text = head.text[:-1] + more.replace(quote, quote * 2) + quote
            head.end_line, head.end_column = tail.end_line, tail.end_column
        self.literal_awaited = False
        if len(tokens) > 1 and tokens[-1].type == "MINUS" and tokens[-2].type == "STRING":
            hyphen, literal = tokens[-1], tokens[-2]
            if (hyphen.line, hyphen.column) == (literal.end_line, literal.end_column):
                tokens.pop()
                self.literal_awaited = True

    def _tokenize(self, text: str, number: int, start: int) -> None:
        inclusion = self.inclusion
        append = self.tokens.append
        position: tuple[str, int, int] | None = (text, number, start)
        while position is not None:
            text, number, start = position
            position = None
            for match in TOKEN.finditer(text, start):
                index: int = match.lastindex  # type: ignore[assignment]
                word = match[index]
                kind = TYPES.get(match.lastgroup) or TYPES.get(word)  # type: ignore[arg-type]
                if kind is None:
                    self._odd(str(match.lastgroup), word, number, match.start(index))
                    continue
                token = Token(kind, word, inclusion, number, match.start(index) + 1)
                append(token)
                if token.upper in _RESTARTING:
                    position = self._restart(token, text, number, match.end())
                    break

    def _restart(self, token: Token, text: str, number: int, start: int) -> tuple[str, int, int]:
        """Read what stands behind PICTURE or EXEC; return where ordinary text words go on."""
        if token.upper[0] == "P":
            return text, number, self._picture(text, number, start)
        if _EXEC_LANGUAGE.match(text, start) and (
            token.upper in self.options.dialect.reserved or embedded_text.is_begun(self, text, start)
        ):
            return embedded_text.take(self, token, text, start)
        return text, number, start

    def _picture(self, text: str, number: int, start: int) -> int:
        """Take a PICTURE character-string at `start` and return the index behind it.

        The full stop or comma that ends it is not part of it (ANSI X3.23-1985 IV 4.2.1.2.5).
        """
        match = _PICTURE.match(text, start)
        self.picture_awaited = match is None or (match.end() == len(text) and not match[2])
        if match is None:
            return start
        if match[1]:
            self._append("WORD", match[1], number, match.start(1))
        characters = match[2][:-1] if match[2][-1:] in (".", ",", ";") else match[2]
        if characters:
            self._append("PICTURE", characters, number, match.start(2))
        return match.start(2) + len(characters)

    def _append(self, kind: str, text: str, number: int, index: int) -> None:
        self.tokens.append(Token(kind, text, self.inclusion, number, index + 1))

    def _odd(self, kind: str, text: str, number: int, index: int) -> None:
        """Deal with an inline comment, a literal without end or a character that is not COBOL's."""
        if kind == "COMMENT":
            if self.tokens and self.tokens[-1].end_line == number:
                self.tokens[-1].trailing = text[2:].strip()
            else:
                self.comments.append(text[2:].rstrip())
        elif kind == "OPEN":
            self.report(
                "CBL2001",
                number,
                index + 1,
                f"the literal has no closing {text[0]}",
                self._literal_help(text[0], number),
            )
            self._append("STRING", text.rstrip() + text[0], number, index)
            self.tokens[-1].end_column -= 1
        else:
            shown = text if text.isprintable() else f"X'{ord(text):02X}'"
            self.report("CBL2002", number, index + 1, f"{shown} has no meaning in COBOL; it was left out")

    def _literal_help(self, quote: str, number: int) -> str:
        if quote in self.lines[number - 1][self.margins.end :]:
            return "its closing mark stands behind column 72, where text is ignored in fixed form"
        if self.margins.columns:
            return f"close it with {quote}, or continue it on a line with - in column 7"
        return f"close it with {quote} on this line"

    def _physical(self, number: int, column: int) -> int:
        """Return the physical column of a column that was counted with tabs expanded."""
        origin = self.tab_origins.get(number)
        return column if origin is None else origin[min(column, len(origin)) - 1] + 1

    def restore_columns(self, first: int) -> None:
        """Turn the columns of the tokens from `first` on, counted with tabs expanded, into physical ones."""
        for token in self.tokens[first:]:
            if token.line in self.tab_origins:
                token.column = self._physical(token.line, token.column)
            if token.end_line in self.tab_origins:
                token.end_column = self._physical(token.end_line, token.end_column - 1) + 1
