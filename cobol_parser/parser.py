"""Parsing: tokens in, compilation unit out.

The loop runs Lark's LALR tables (see `tables.py`) and calls the builders as rules are reduced, so there is no intermediate
tree. It has no limit on nesting. What the tables do not accept goes to `recovery.py`; no input makes it raise.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cobol_parser import ast
from cobol_parser.build.context import BuildContext
from cobol_parser.build.registry import Builder, SyntaxProblem, builders
from cobol_parser.grammar import load_grammar
from cobol_parser.lexer import Vocabulary, make_vocabulary
from cobol_parser.recovery import Recovery, Stacks
from cobol_parser.source import Inclusion, SourceFile, Token
from cobol_parser.tables import Rule, Slot, Tables, load_tables

if TYPE_CHECKING:
    from cobol_parser.diagnostics import Diagnostics
    from cobol_parser.dialects import Dialect
    from cobol_parser.text_manipulation import SourceText

Shape = Callable[[list[Any]], list[Any]]


@dataclass(frozen=True)
class Action:
    """A rule, made ready for the loop."""

    size: int
    origin: str
    appends: bool
    """`list: list item`: the item goes to the end of the list"""
    shape: Shape | None
    """splices lists into the children and pads them, where that is needed"""
    single: bool
    """an only child is handed on"""
    builder: Builder | None
    """None: the list of children is handed on"""


@dataclass(frozen=True)
class Machine:
    """`actions[n]` belongs to `tables.rules[n]`."""

    tables: Tables
    actions: list[Action]


def parse(text: SourceText, dialect: Dialect, diagnostics: Diagnostics) -> ast.CompilationUnit:
    """Return the programs of a source text. Problems go to `diagnostics`; this never raises on bad COBOL."""
    return parse_tokens(text.tokens, dialect, diagnostics)


def parse_tokens(tokens: list[Token], dialect: Dialect, diagnostics: Diagnostics) -> ast.CompilationUnit:
    """Parse scanned `tokens`; a `$END` token at the end is added when it is missing. Token types are changed in place."""
    machine = _machine()
    written = _ended(tokens)
    vocabulary = _vocabulary(dialect.reserved, dialect.context)
    prepared = vocabulary.prepare(written)
    context = BuildContext(prepared, dialect, diagnostics, written)
    enabled = gc.isenabled()
    gc.disable()  # nodes are never garbage while the parse runs, and looking for some halves the speed
    try:
        return _run(machine, context, Recovery(machine.tables, context, vocabulary))
    finally:
        if enabled:
            gc.enable()


def _run(machine: Machine, context: BuildContext, recovery: Recovery) -> ast.CompilationUnit:
    """Run the machine, recovering from syntax errors, until the end of the tokens."""
    stacks = Stacks([machine.tables.start], [], [])
    while True:
        try:
            return _reduce_all(machine, context, recovery, stacks)
        except SyntaxProblem as problem:
            stacks.settle()
            recovery.lose(stacks, problem, context.last + 1, context.first)


def _reduce_all(
    machine: Machine, context: BuildContext, recovery: Recovery, stacks: Stacks
) -> ast.CompilationUnit:
    """The LALR loop. Kept in one piece: every call in it costs a tenth of the speed."""
    rows, defaults, end = machine.tables.rows, machine.tables.defaults, machine.tables.end
    actions, tokens, cursor = machine.actions, context.tokens, recovery.cursor
    states, values, starts = stacks.states, stacks.values, stacks.starts
    index, token, kind = cursor.index, cursor.token, cursor.kind
    state = states[-1]
    while True:
        action = rows[state].get(kind)
        if action is None:
            action = defaults[state]
        if action is None:
            cursor.index, cursor.token, cursor.kind = index, token, kind
            recovery.repair(stacks)
            index, token, kind = cursor.index, cursor.token, cursor.kind
            state = states[-1]
            continue
        if action >= 0:
            states.append(action)
            values.append(token)
            starts.append(index)
            state = action
            if cursor.virtual:
                token, kind = cursor.next_virtual()
            else:
                index += 1
                token, kind = tokens[index], tokens[index].type
            continue
        rule = actions[~action]
        size = rule.size
        if rule.appends:
            values[-2].append(values.pop())
            starts.pop()
            del states[-2:]
        else:
            if size:
                children = values[-size:]
                del values[-size:]
                del states[-size:]
                del starts[len(starts) - size + 1 :]
            else:
                children = []
                starts.append(index)
            if rule.shape is not None:
                children = rule.shape(children)
            if rule.single and len(children) == 1:
                values.append(children[0])
            elif rule.builder is None:
                values.append(children)
            else:
                context.first = starts[-1]
                context.last = index - 1
                values.append(rule.builder(context, children))
        state = rows[states[-1]][rule.origin]
        states.append(state)
        if state == end and kind == "$END":
            unit: ast.CompilationUnit = values[-1]
            return unit


# --- making the machine


@lru_cache(maxsize=1)
def _machine() -> Machine:
    """The machine of the grammar, made once a process."""
    tables = load_tables(load_grammar())
    return Machine(tables, [_action(rule) for rule in tables.rules])


@lru_cache(maxsize=8)
def _vocabulary(reserved: frozenset[str], context: frozenset[str]) -> Vocabulary:
    return make_vocabulary(load_grammar().keywords, reserved, context)


def _action(rule: Rule) -> Action:
    """Choose the fast way to reduce by `rule`."""
    appends = _appends(rule)
    return Action(
        size=rule.size,
        origin=rule.origin,
        appends=appends,
        shape=None if appends or rule.slots is None else _shape(rule.slots, rule.nones),
        single=rule.single,
        builder=builders().get(rule.name),
    )


def _appends(rule: Rule) -> bool:
    """Whether the rule is `list: list item`."""
    slots = rule.slots
    return (
        rule.size == 2
        and slots is not None
        and rule.origin.startswith("_")
        and rule.name not in builders()
        and slots[0] == Slot(0, True, 0)
        and slots[1] == Slot(1, False, 0)
        and not rule.nones
    )


def _shape(slots: tuple[Slot, ...], nones: int) -> Shape:
    """Return the function that splices list children and pads with None."""

    def shaped(children: list[Any]) -> list[Any]:
        result: list[Any] = []
        for position, spliced, before in slots:
            if before:
                result += [None] * before
            if spliced:
                result += children[position]
            else:
                result.append(children[position])
        if nones:
            result += [None] * nones
        return result

    return shaped


def _ended(tokens: list[Token]) -> list[Token]:
    """The tokens with a `$END` token behind them."""
    if tokens and tokens[-1].type == "$END":
        return tokens
    if tokens:
        last = tokens[-1]
        return [*tokens, Token("$END", "", last.inclusion, last.end_line, last.end_column)]
    return [Token("$END", "", Inclusion(SourceFile("", ())), 1, 1)]
