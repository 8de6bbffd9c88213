"""What builders know besides their children: position, comments, names declared so far, diagnostics."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypedDict

from cobol_parser.intrinsic_names import INTRINSIC_FUNCTIONS
from cobol_parser.source import Span, Token

if TYPE_CHECKING:
    from cobol_parser.diagnostics import Diagnostics
    from cobol_parser.dialects import Dialect


class NameKind(Enum):
    """What a declared name stands for, as far as parsing depends on it."""

    DATA = "data item"
    CONDITION = "condition-name"
    SWITCH = "switch-status condition"
    CLASS = "class-name"
    MNEMONIC = "mnemonic-name"
    FILE = "file-name"


@dataclass
class Scope:
    """Names of one program. Nested programs see the names of the programs around them."""

    program_id: str
    names: dict[str, set[NameKind]] = field(default_factory=dict)
    functions: set[str] = field(default_factory=set)
    """intrinsic functions usable without the word FUNCTION; "ALL" for all of them"""
    default_rounding: str | None = None
    """mode of a plain ROUNDED, when OPTIONS gives it"""


@dataclass(frozen=True)
class Lost:
    """Tokens that were skipped after a syntax error, from index `first` to `last`, and the diagnostic's code and message."""

    first: int
    last: int
    code: str
    reason: str


class StatementHeader(TypedDict):
    """Fields every statement has: `ast.Add(**context.statement(), addends=…)`."""

    span: Span
    comments: tuple[str, ...]
    trailing: str | None


def _all_functions(scope: Scope, name: str) -> bool:
    return "ALL" in scope.functions and name in INTRINSIC_FUNCTIONS


class BuildContext:
    """One parse.

    `first` and `last` are the indexes in `tokens` of the first and last token of the rule being built; the parser sets
    them before each call. An empty rule has `first > last`. `written` are the tokens with the words that `tokens` lack because
    they were dropped or joined with others.
    """

    def __init__(
        self,
        tokens: list[Token],
        dialect: Dialect,
        diagnostics: Diagnostics,
        written: list[Token] | None = None,
    ) -> None:
        self.tokens = tokens
        self._written = tokens if written is None else written
        self._places: dict[int, int] = {}
        self.dialect = dialect
        self.diagnostics = diagnostics
        self.first = 0
        self.last = 0
        self.scopes: list[Scope] = []
        self._commented = [i for i, token in enumerate(tokens) if token.comments or token.trailing]
        self._next_commented = 0
        self._unclaimed: list[int] = []

    # --- position

    @property
    def span(self) -> Span:
        """First and last token of the rule being built."""
        tokens = self.tokens
        return Span(tokens[self.first], tokens[self.last if self.last >= self.first else self.first])

    @property
    def first_token(self) -> Token:
        """First token of the rule being built."""
        return self.tokens[self.first]

    def statement(self) -> StatementHeader:
        """Span and comments of the statement being built.

        Comments inside the statement that no statement within it has taken go with it as well, so that none is lost.
        """
        comments, trailing = self.take_comments()
        return {"span": self.span, "comments": comments, "trailing": trailing}

    def take_comments(self) -> tuple[tuple[str, ...], str | None]:
        """Take the comment lines and inline comments of the rule being built that nothing inside it took.

        Of several inline comments the first is the trailing one, the others become comment lines.
        """
        self._collect_comments()
        unclaimed = self._unclaimed
        if not unclaimed or unclaimed[-1] < self.first:
            return (), None
        start = bisect_left(unclaimed, self.first)
        lines: list[str] = []
        trailing: str | None = None
        for index in unclaimed[start:]:
            token = self.tokens[index]
            lines += token.comments
            if token.trailing is None:
                continue
            if trailing is None:
                trailing = token.trailing
            else:
                lines.append(token.trailing)
        del unclaimed[start:]
        return tuple(lines), trailing

    def take_leftovers(self) -> tuple[str, ...]:
        """Take comments from before the rule being built that found no node, such as those of section headers."""
        self._collect_comments()
        end = bisect_left(self._unclaimed, self.first)
        return self._taken(end) if end else ()

    def take_comment_lines(self) -> tuple[str, ...]:
        """Take all comments of the rule being built as lines, and the leftovers before them: for entries and headers."""
        self._collect_comments()
        return self._taken(len(self._unclaimed)) if self._unclaimed else ()

    def _collect_comments(self) -> None:
        """Move the commented tokens that the parser has passed to the unclaimed ones."""
        commented = self._commented
        while self._next_commented < len(commented) and commented[self._next_commented] <= self.last:
            self._unclaimed.append(commented[self._next_commented])
            self._next_commented += 1

    def _taken(self, end: int) -> tuple[str, ...]:
        """Comments of the first `end` unclaimed tokens, in order."""
        lines: list[str] = []
        for index in self._unclaimed[:end]:
            token = self.tokens[index]
            lines += token.comments
            if token.trailing is not None:
                lines.append(token.trailing)
        del self._unclaimed[:end]
        return tuple(lines)

    def text(self, first: int, last: int) -> str:
        """Source text of tokens `first` to `last`, lines kept, white space folded."""
        parts: list[str] = []
        previous: Token | None = None
        for token in self._as_written(first, last):
            if previous is not None:
                glued = token.type == "PERIOD" or previous.end_column == token.column
                same = previous.end_line == token.line and previous.inclusion is token.inclusion
                parts.append("" if same and glued else " " if same or token.type == "PERIOD" else "\n")
            parts.append(token.text)
            previous = token
        return "".join(parts)

    def _as_written(self, first: int, last: int) -> list[Token]:
        """Tokens `first` to `last` with the words between them that the parser does not see."""
        if not self._places:
            self._places = {id(token): place for place, token in enumerate(self._written)}
        end = self._places[id(self.tokens[last + 1])] if last + 1 < len(self.tokens) else len(self._written)
        return self._written[self._places[id(self.tokens[first])] : end]

    # --- names

    def open_program(self, program_id: str) -> None:
        """A program begins; it may be nested in the ones still open."""
        self.scopes.append(Scope(program_id))

    def close_program(self, program_id: str) -> None:
        """END PROGRAM: close this program and those inside it that were left open."""
        for depth in range(len(self.scopes) - 1, -1, -1):
            if self.scopes[depth].program_id.upper() == program_id.upper():
                del self.scopes[depth:]
                return

    def _scope(self) -> Scope:
        if not self.scopes:
            self.scopes.append(Scope(""))
        return self.scopes[-1]

    def declare(self, name: str, kind: NameKind) -> None:
        """Remember a name (upper case) of the program being parsed."""
        self._scope().names.setdefault(name, set()).add(kind)

    def kinds(self, name: str) -> set[NameKind]:
        """What `name` can stand for here; empty when it is not declared (or declared in a missing copybook)."""
        for scope in reversed(self.scopes):
            kinds = scope.names.get(name)
            if kinds:
                return kinds
        return set()

    def allow_function(self, name: str) -> None:
        """REPOSITORY names an intrinsic function ("ALL" for all), which may then be called without FUNCTION."""
        self._scope().functions.add(name)

    def is_function(self, name: str) -> bool:
        """Whether `name` was made a function-name by REPOSITORY and is not a declared name."""
        for scope in reversed(self.scopes):
            if scope.functions and (name in scope.functions or _all_functions(scope, name)):
                return not self.kinds(name)
        return False

    @property
    def default_rounding(self) -> str:
        """Mode of a plain ROUNDED: the innermost OPTIONS paragraph's, else the standard's."""
        modes = (scope.default_rounding for scope in reversed(self.scopes))
        return next((mode for mode in modes if mode), "NEAREST-AWAY-FROM-ZERO")

    def set_default_rounding(self, mode: str) -> None:
        """OPTIONS. DEFAULT ROUNDED MODE IS mode."""
        self._scope().default_rounding = mode

    # --- diagnostics

    def report(
        self,
        code: str,
        message: str,
        *,
        at: Token | Span | None = None,
        label: str = "",
        notes: tuple[str, ...] = (),
        help: str | None = None,
    ) -> None:
        """Report a problem, by default at the rule being built."""
        self.diagnostics.report(
            code, self.span if at is None else at, message, label=label, notes=notes, help=help
        )
