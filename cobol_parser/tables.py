"""LALR(1) tables: made by Lark from the grammar text, kept in the user's cache folder.

Lark reads the grammar and computes the tables; the loop that runs them is in `parser.py`, because COBOL needs keywords
decided by parser state and recovery on the parser's own stack. The tables are plain lists and dictionaries so that
they load in milliseconds.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cobol_parser.grammar import Grammar

if TYPE_CHECKING:
    from lark.grammar import Rule as LarkRule

FORMAT = "1"
"""Changes whenever the shape of the stored tables does."""


class Slot(NamedTuple):
    """Where a builder's child comes from: `nones` placeholders for absent `[…]` parts, then symbol `position`,
    spliced in when it is a list rule (`_name`)."""

    position: int
    spliced: bool
    nones: int


class Rule(NamedTuple):
    """One production: `origin` is the non-terminal, `name` its alias or the origin, `size` the symbols on the right.

    `slots` is None when the children are exactly the symbols; `nones` placeholders follow the last one. `single` rules
    (`?name`) hand on an only child without calling a builder.
    """

    origin: str
    name: str
    size: int
    slots: tuple[Slot, ...] | None
    nones: int
    single: bool


Row = dict[str, int]


@dataclass(frozen=True)
class Tables:
    """`rows[state][symbol]` is the next state (>= 0), or `~index` of the rule to reduce by."""

    rows: list[Row]
    rules: list[Rule]
    start: int
    end: int

    @cached_property
    def defaults(self) -> list[int | None]:
        """The reduction of states that have no other action: it may be done whatever comes next, so that an error is found
        when all that was complete before it has been built."""
        defaults: list[int | None] = []
        for row in self.rows:
            actions = set(row.values())
            only = actions.pop() if len(actions) == 1 else 0
            defaults.append(only if only < 0 else None)
        return defaults


def load_tables(grammar: Grammar) -> Tables:
    """Return the tables of `grammar`, from the cache when it has them."""
    key = _key(grammar)
    for folder in _cache_folders():
        tables = _read(folder / f"{key}.tables")
        if tables is not None:
            return tables
    tables = build_tables(grammar)
    data = _packed(tables)
    for folder in _cache_folders():
        if _write(folder / f"{key}.tables", data):
            break
    return tables


# --- building


def build_tables(grammar: Grammar) -> Tables:
    """Compute the tables with Lark.

    Raises: lark.exceptions.GrammarError, with the fragment and line added, when a fragment is wrong or two rules
    cannot be told apart with one token of lookahead.
    """
    from lark import Lark
    from lark.exceptions import GrammarError
    from lark.lexer import Lexer

    class Unused(Lexer):
        """The terminals come ready-made; Lark still wants a lexer class."""

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, *_: Any) -> Iterator[Any]:
            return iter(())

    try:
        lark = Lark(grammar.text, parser="lalr", lexer=Unused, maybe_placeholders=True)
    except GrammarError as error:
        line = getattr(error, "line", None)
        if line is None:
            raise
        raise GrammarError(f"{grammar.locate(line)}: {error}") from error
    table = lark.parser.parser._parse_table
    return _simplify(_convert(table))


def _convert(table: Any) -> Tables:
    """Turn Lark's parse table into `Tables`."""
    from lark.parsers.lalr_analysis import Shift

    numbers: dict[LarkRule, int] = {}
    rules: list[Rule] = []
    rows: list[Row] = [{} for _ in range(max(table.states) + 1)]
    for state, actions in table.states.items():
        row = rows[state]
        for symbol, (action, argument) in actions.items():
            name = sys.intern(str(symbol))
            if action is Shift:
                row[name] = argument
                continue
            if argument not in numbers:
                numbers[argument] = len(rules)
                rules.append(_rule(argument))
            row[name] = ~numbers[argument]
    return Tables(rows, rules, table.start_states["start"], table.end_states["start"])


def _rule(rule: LarkRule) -> Rule:
    """Describe one production of Lark."""
    empty = rule.options.empty_indices
    gaps = [0] * (len(rule.expansion) + 1)
    if empty:
        gaps = [len(run) for run in "".join(str(int(bit)) for bit in empty).split("0")]
    slots = tuple(
        Slot(position, not symbol.is_term and symbol.name.startswith("_"), gaps[position])
        for position, symbol in enumerate(rule.expansion)
    )
    plain = not any(slot.spliced or slot.nones for slot in slots) and not gaps[-1]
    return Rule(
        origin=sys.intern(str(rule.origin.name)),
        name=sys.intern(str(rule.alias or rule.origin.name)),
        size=len(rule.expansion),
        slots=None if plain else slots,
        nones=gaps[-1],
        single=bool(rule.options.expand1) and not rule.alias,
    )


def _simplify(tables: Tables) -> Tables:
    """Skip states that can only hand on their single child.

    When going from state s over B leads to a state whose only action is to reduce `?A: B`, then s may go straight to where
    A leads. Most operands pass four such rules; skipping them saves a third of all reductions.
    """
    rows, rules = tables.rows, tables.rules
    forwarded: dict[int, str] = {}
    for state, row in enumerate(rows):
        actions = set(row.values())
        if len(actions) == 1 and (action := actions.pop()) < 0:
            rule = rules[~action]
            if rule.single and rule.size == 1 and rule.slots is None:
                forwarded[state] = rule.origin
    for row in rows:
        for symbol, target in row.items():
            while target in forwarded:
                target = row[forwarded[target]]
            row[symbol] = target
    return tables


# --- cache


def _key(grammar: Grammar) -> str:
    """Name of the cache file: everything the tables depend on."""
    parts = (FORMAT, version("lark"), sys.version, grammar.text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _cache_folders() -> Iterator[Path]:
    """Folders to try, best first: the user's cache, then a private folder among the temporary files."""
    base = os.environ.get("XDG_CACHE_HOME")
    if base and Path(base).is_absolute():
        yield Path(base) / "cobolift"
    else:
        with suppress(RuntimeError):  # no home folder is known
            yield Path.home() / ".cache" / "cobolift"
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"cobolift-cache-{user}"
    if not folder.exists() or _is_private(folder, user):
        yield folder


def _is_private(folder: Path, user: int) -> bool:
    """Whether nobody else could have put files into `folder`."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return not folder.is_symlink() and status.st_uid == user and not status.st_mode & 0o022


def _packed(tables: Tables) -> bytes:
    """Tables as bytes with a checksum in front, because marshal trusts its input."""
    rules = [
        (r.origin, r.name, r.size, None if r.slots is None else tuple(map(tuple, r.slots)), r.nones, r.single)
        for r in tables.rules
    ]
    body = marshal.dumps((tables.rows, rules, tables.start, tables.end))
    return hashlib.sha256(body).digest() + body


def _unpacked(data: bytes) -> Tables | None:
    """Inverse of `_packed`; None when the bytes are damaged."""
    checksum, body = data[:32], data[32:]
    if hashlib.sha256(body).digest() != checksum:
        return None
    rows, rules, start, end = marshal.loads(body)
    made = [
        Rule(origin, name, size, None if slots is None else tuple(Slot(*s) for s in slots), nones, single)
        for origin, name, size, slots, nones, single in rules
    ]
    return Tables(rows, made, start, end)


def _read(path: Path) -> Tables | None:
    """Tables of a cache file, or None when there is none or it is damaged."""
    try:
        return _unpacked(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _write(path: Path, data: bytes) -> bool:
    """Write a cache file so that no reader ever sees a part of it; return whether that worked."""
    temporary = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tables-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        return False
    return True
