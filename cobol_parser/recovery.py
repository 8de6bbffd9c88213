"""What happens when the tables have no action for a token.

In order: a separator comma is skipped; a word that is a keyword only in context is decided; a missing period or PROCEDURE DIVISION
header is supplied; otherwise the error is reported, and what the parser was in the middle of (a sentence, an entry) is given
up to the next period, kept as `Lost`. Statements of the sentence that were complete before the error stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cobol_parser.build.context import BuildContext, Lost
from cobol_parser.build.registry import SyntaxProblem
from cobol_parser.expectations import describe_error, near, spelled
from cobol_parser.lexer import HEADER, SOFT, Vocabulary
from cobol_parser.source import Span, Token
from cobol_parser.tables import Tables

DIVISIONS = frozenset({"IDENTIFICATION", "ENVIRONMENT", "DATA", "PROCEDURE"})
END_OF_PROGRAM = frozenset({"PROGRAM", "FUNCTION"})
HEADER_WORDS = frozenset(
    {
        "FILE",
        "WORKING_STORAGE",
        "LOCAL_STORAGE",
        "LINKAGE",
        "REPORT",
        "SCREEN",
        "CONFIGURATION",
        "INPUT_OUTPUT",
    }
)


_AT_MARGIN = frozenset({"WORD", "INTEGER", "PERIOD", "DECLARATIVES", "END_DECLARATIVES", "END", "$END"})
"""Terminals that may come next nearly everywhere between sentences: they say nothing about the place."""


@dataclass
class Stacks:
    """The parser's stack: `states` is one longer than `values`; `starts` holds the index of each value's first token."""

    states: list[int]
    values: list[Any]
    starts: list[int]

    def settle(self) -> None:
        """Make the three agree again after a builder has raised."""
        size = min(len(self.states) - 1, len(self.values))
        self.cut(size)

    def cut(self, size: int) -> None:
        """Keep the lowest `size` values."""
        del self.states[size + 1 :]
        del self.values[size:]
        del self.starts[size:]


@dataclass
class Cursor:
    """Where the parser is: `index` of the next token; `token` and `kind` to be shifted next, which may be one that the source
    lacks (`virtual`), with others behind it in `queue`."""

    tokens: list[Token]
    index: int
    token: Token
    kind: str
    virtual: bool = False
    queue: list[tuple[Token, str]] = field(default_factory=list)

    def supply(self, items: Sequence[tuple[Token, str]]) -> None:
        """Put tokens before the one at `index`."""
        self.virtual = True
        (self.token, self.kind), *self.queue = items

    def next_virtual(self) -> tuple[Token, str]:
        """Go on behind a supplied token."""
        if self.queue:
            self.token, self.kind = self.queue.pop(0)
        else:
            self.virtual = False
            self.to(self.index)
        return self.token, self.kind

    def to(self, index: int) -> None:
        """Continue with the token at `index`."""
        self.index = index
        self.token = self.tokens[index]
        self.kind = self.token.type


class Recovery:
    """Decides and repairs where the tables stop."""

    def __init__(self, tables: Tables, context: BuildContext, vocabulary: Vocabulary) -> None:
        self.tables = tables
        self.context = context
        self.vocabulary = vocabulary
        tokens = context.tokens
        self.cursor = Cursor(tokens, 0, tokens[0], tokens[0].type)
        self._last_error = -1
        self._resumed = -1

    def repair(self, stacks: Stacks) -> None:
        """Make it possible to go on from the cursor: change its token's kind, move it, or cut the stack."""
        cursor = self.cursor
        if cursor.kind == "COMMA":
            cursor.to(cursor.index + 1)
        elif cursor.kind == SOFT:
            self._decide(stacks)
        elif cursor.kind == HEADER:
            self._begin_header(stacks)
        elif not self._supply_missing(stacks):
            self._fail(stacks)

    # --- words that depend on context

    def _decide(self, stacks: Stacks) -> None:
        """A word that is not reserved: keyword or name?"""
        cursor = self.cursor
        token = cursor.token
        keyword = self.vocabulary.soft[token.upper]
        if not self.accepts(stacks, [keyword]) or (
            self._looks_like_name(stacks, keyword) and self.accepts(stacks, ["WORD"])
        ):
            keyword = "WORD"
        token.type = cursor.kind = keyword

    def _looks_like_name(self, stacks: Stacks, keyword: str) -> bool:
        """Whether the word at the cursor is declared, or stands where a declaration or a header has its name.

        A word that would be a whole sentence (GOBACK in COBOL-85) is a header in area A only.
        """
        tokens, index = self.context.tokens, self.cursor.index
        if self.context.kinds(tokens[index].upper):
            return True
        previous = tokens[index - 1].type if index else ""
        if previous in ("PERFORM", "THRU", "OF", "IN", "GO"):
            return True
        if previous == "TO" and index > 1 and tokens[index - 2].type in ("GO", "PROCEED"):
            return True
        if previous == "INTEGER" and (index == 1 or tokens[index - 2].type == "PERIOD"):
            return True
        following = tokens[index + 1].type
        if previous != "PERIOD" or following not in ("PERIOD", "SECTION"):
            return False
        return tokens[index].area_a or not self.accepts(stacks, [keyword, following])

    def _begin_header(self, stacks: Stacks) -> None:
        """A name in area A before a period: a paragraph header whose predecessor lacks its period, or an operand."""
        cursor = self.cursor
        token = cursor.token
        token.type = cursor.kind = "WORD"
        declared = bool(self.context.kinds(token.upper))
        following = self.context.tokens[cursor.index + 1].type
        if (
            cursor.index != self._resumed
            and not declared
            and self.accepts(stacks, ["PERIOD", "WORD", following])
        ):
            self._supply_period()

    # --- tokens that the source lacks

    def _supply_missing(self, stacks: Stacks) -> bool:
        """Supply a period or a PROCEDURE DIVISION header when the source goes on as if it were there."""
        cursor = self.cursor
        tokens, index = self.context.tokens, cursor.index
        if cursor.virtual:
            return False
        ahead = [cursor.kind] if cursor.kind == "$END" else [cursor.kind, tokens[index + 1].type]
        if ahead[-1] in (SOFT, HEADER):
            ahead.pop()
        if self._begins_line(index) and self.accepts(stacks, ["PERIOD", *ahead]):
            self._supply_period()
            return True
        header = ["PROCEDURE", "DIVISION", "PERIOD"]
        if cursor.kind not in ("WORD", "INTEGER") and self.accepts(stacks, [*header, *ahead]):
            self.context.report(
                "CBL3008",
                "the PROCEDURE DIVISION header is missing",
                at=cursor.token,
                label="first statement",
            )
            cursor.supply([(cursor.token, kind) for kind in header])
            return True
        return False

    def _begins_line(self, index: int) -> bool:
        """Whether the token is the first of its line."""
        if not index or self.context.tokens[index].type == "$END":
            return True
        token, previous = self.context.tokens[index], self.context.tokens[index - 1]
        return token.line != previous.end_line or token.inclusion is not previous.inclusion

    def _supply_period(self) -> None:
        cursor = self.cursor
        previous = self.context.tokens[max(cursor.index - 1, 0)]
        self.context.report(
            "CBL3002",
            f"a period is missing behind '{previous.text}'",
            at=previous,
            label="a period is expected behind this",
            help="the text was read as if the period were there",
        )
        cursor.supply([(previous, "PERIOD")])

    # --- errors

    def _fail(self, stacks: Stacks) -> None:
        """Report a syntax error and give up the sentence or entry."""
        cursor = self.cursor
        problem = describe_error(self, stacks)
        self.lose(stacks, problem, cursor.index, cursor.index)

    def lose(self, stacks: Stacks, problem: SyntaxProblem, index: int, begun: int) -> None:
        """Report `problem`, drop what the parser was in the middle of, and skip from `index` behind the next period.

        `begun` is the first token of what was being built and is no longer on the stack.
        """
        cursor = self.cursor
        context = self.context
        at = problem.at or context.tokens[index]
        help = problem.help or self._near_verb(at)
        context.report(problem.code, problem.message, at=at, label=problem.label, help=help)
        rows = self.tables.rows
        size = len(stacks.values)
        while rows[stacks.states[size]].get("LOST", -1) < 0:
            size -= 1
        first = stacks.starts[size] if size < len(stacks.starts) else begun
        stacks.cut(size)
        stop = self._skip(index, force=index == self._last_error)
        self._last_error = index
        lost = Lost(min(first, stop), stop - 1, problem.code, problem.message)
        period = context.tokens[stop]
        stacks.states.append(rows[stacks.states[-1]]["LOST"])
        stacks.values.append(lost)
        stacks.starts.append(lost.first)
        cursor.virtual = False
        cursor.queue.clear()
        cursor.to(stop)
        self._resumed = stop
        if period.type != "PERIOD":
            cursor.supply([(context.tokens[max(stop - 1, 0)], "PERIOD")])

    def _near_verb(self, at: Token | Span) -> str | None:
        """A question, when the word at the error is nearly a statement's."""
        token = at if isinstance(at, Token) else at.first
        return near(token.upper, self.verb_words()) if token.type == "WORD" else None

    def verb_words(self) -> list[str]:
        """The dialect's statements, as they are written."""
        return sorted(spelled(name) for name in self.verbs & set(self.vocabulary.fixed.values()))

    def _skip(self, index: int, *, force: bool) -> int:
        """Index of the period that ends what is lost, or of a token that cannot be part of it."""
        tokens = self.context.tokens
        begin = index
        if force and tokens[index].type not in ("PERIOD", "$END"):
            index += 1
        while True:
            kind = tokens[index].type
            if kind in ("PERIOD", "$END"):
                return index
            if (index > begin or not force) and self._must_begin_anew(index):
                return index
            index += 1

    def _must_begin_anew(self, index: int) -> bool:
        """Whether the token begins a division, a section, the end of a program, or stands in area A on a new line."""
        tokens = self.context.tokens
        token = tokens[index]
        following = tokens[index + 1].type
        if token.type in DIVISIONS and following == "DIVISION":
            return True
        if token.type in HEADER_WORDS and following == "SECTION":
            return True
        if token.type == "END_DECLARATIVES":
            return True
        if token.type == "END" and following in END_OF_PROGRAM:
            return True
        return token.area_a and self._begins_line(index)

    # --- looking ahead

    def accepts(self, stacks: Stacks, kinds: Sequence[str]) -> bool:
        """Whether the terminals `kinds` could be shifted one after the other."""
        rows, rules = self.tables.rows, self.tables.rules
        states = list(stacks.states)
        for kind in kinds:
            while True:
                action = rows[states[-1]].get(kind)
                if action is None:
                    return False
                if action >= 0:
                    states.append(action)
                    break
                rule = rules[~action]
                if rule.size:
                    del states[-rule.size :]
                states.append(rows[states[-1]][rule.origin])
                if states[-1] == self.tables.end and kind == "$END":
                    return True
        return True

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Terminals that begin a statement."""
        return self._after("procedure_header") - _AT_MARGIN - (self._after() - {"EXEC_BLOCK"})

    @cached_property
    def families(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What may begin in the main places of a program: a name for a message, and the terminals."""
        return (
            ("a statement", self.verbs),
            ("a header or an entry", self._after() - _AT_MARGIN),
            ("a clause", self._after("INTEGER", "FILLER") - _AT_MARGIN),
            ("a clause", self._after("SELECT", "WORD") - _AT_MARGIN),
            ("a clause", self._after("FD", "WORD") - _AT_MARGIN),
        )

    def _after(self, *symbols: str) -> frozenset[str]:
        """Terminals that can come next when `symbols` stand at the beginning of a source."""
        states = [self.tables.start]
        for symbol in symbols:
            states.append(self.tables.rows[states[-1]][symbol])
        return frozenset(self.expected(Stacks(states, [], [])))

    def expected(self, stacks: Stacks) -> list[str]:
        """Terminals that could come next, sorted."""
        row = self.tables.rows[stacks.states[-1]]
        terminals = [name for name in row if name.isupper() and name != "LOST"]
        return sorted(name for name in terminals if self.accepts(stacks, [name]))
