"""Compiler directives: conditional compilation, SOURCE FORMAT, run-time checks, and those without effect on a conversion.

``>>`` directives are those of ISO 1989:2002 chapter 7.3; ``$`` directives are the Micro Focus spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from cobol_parser import compiler_options
from cobol_parser.compiler_options import Settings
from cobol_parser.diagnostics import Diagnostics, Place
from cobol_parser.run_time_checks import Turn, turned
from cobol_parser.text_words import text_words

Value = str | Decimal
"""A compilation variable: text, or a number."""


@dataclass(slots=True)
class Branch:
    """One open >>IF or >>EVALUATE. `live`: lines are kept; `done`: a branch was taken, the others are skipped."""

    kind: str
    place: Place
    outer_live: bool
    live: bool
    done: bool
    subject: Value | bool | None = None


@dataclass(slots=True)
class DirectiveState:
    """What directives have set so far in one file; `definitions` and `constants` are shared by all files of a program.

    `constants` are the names that stand for a literal in the program itself.
    """

    definitions: dict[str, Value]
    diagnostics: Diagnostics
    constants: dict[str, Value] = field(default_factory=dict)
    branches: list[Branch] = field(default_factory=list)
    new_format: str | None = None
    settings: Settings = field(default_factory=Settings)

    @property
    def skipping(self) -> bool:
        """Whether the lines at hand are excluded from the program."""
        return bool(self.branches) and not self.branches[-1].live


def given_value(text: str) -> Value:
    """The value of a compilation variable that was defined outside of the program: a number where it looks like one."""
    return Decimal(text) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text) else text


class _Malformed(ValueError):
    """A directive that cannot be understood; the message says why."""


def obey(text: str, state: DirectiveState, place: Place) -> None:
    """Carry out one directive line. `text` starts with ``>>`` or ``$``."""
    words = [word for kind, word, _ in text_words(text.lstrip(" >$")) if kind not in ("COMMENT", "PERIOD")]
    name = words[0].upper() if words else ""
    rule = _RULES.get(name)
    if rule is None or (rule is _end and len(words) > 1):
        if not state.skipping:
            _ignored(text, state, place)
        return
    if state.skipping and rule not in _BRANCHING:
        return
    try:
        rule(words[1:], state, place)
    except _Malformed as error:
        state.diagnostics.report(
            "CBL2032",
            place,
            f"cannot carry out {text.strip()}: {error}",
            help="write it as the language reference shows, or define the name with -D",
        )


def close(state: DirectiveState) -> None:
    """Report what is still open at the end of a file."""
    for branch in state.branches:
        end = "END-IF" if branch.kind == "IF" else "END-EVALUATE"
        state.diagnostics.report(
            "CBL2031", branch.place, f">>{branch.kind} without >>{end}", help=f"add >>{end} to this file"
        )


def _ignored(text: str, state: DirectiveState, place: Place) -> None:
    state.diagnostics.report("CBL2030", place, f"directive {text.strip()} has no effect on the conversion")


def _if(words: list[str], state: DirectiveState, place: Place) -> None:
    outer = not state.skipping
    branch = Branch("IF", place, outer, live=False, done=False)
    state.branches.append(branch)
    if outer:
        branch.live = branch.done = _Condition(words, state.definitions).value()


def _innermost(kind: str, word: str, state: DirectiveState, place: Place) -> Branch | None:
    if state.branches and state.branches[-1].kind == kind:
        return state.branches[-1]
    state.diagnostics.report(
        "CBL2031", place, f">>{word} without >>{kind}", help=f"remove it, or add the >>{kind} it belongs to"
    )
    return None


def _elif(words: list[str], state: DirectiveState, place: Place) -> None:
    branch = _innermost("IF", "ELIF", state, place)
    if branch is not None:
        wanted = branch.outer_live and not branch.done
        branch.live = wanted and _Condition(words, state.definitions).value()
        branch.done = branch.done or branch.live


def _else(words: list[str], state: DirectiveState, place: Place) -> None:
    branch = _innermost("IF", "ELSE", state, place)
    if branch is not None:
        branch.live = branch.outer_live and not branch.done
        branch.done = True


def _end_if(words: list[str], state: DirectiveState, place: Place) -> None:
    if _innermost("IF", "END-IF", state, place) is not None:
        state.branches.pop()


def _end(words: list[str], state: DirectiveState, place: Place) -> None:
    """``$END`` closes ``$IF``."""
    _end_if(words, state, place)


def _evaluate(words: list[str], state: DirectiveState, place: Place) -> None:
    outer = not state.skipping
    branch = Branch("EVALUATE", place, outer, live=False, done=False)
    state.branches.append(branch)
    if outer:
        branch.subject = (
            True if [w.upper() for w in words] == ["TRUE"] else _operand(words, state.definitions)
        )


def _when(words: list[str], state: DirectiveState, place: Place) -> None:
    branch = _innermost("EVALUATE", "WHEN", state, place)
    if branch is None:
        return
    branch.live = False
    if branch.outer_live and not branch.done:
        branch.live = _selected(words, branch.subject, state.definitions)
        branch.done = branch.live


def _selected(words: list[str], subject: Value | bool | None, definitions: dict[str, Value]) -> bool:
    upper = [word.upper() for word in words]
    if upper == ["OTHER"]:
        return True
    if subject is True:
        return _Condition(words, definitions).value()
    for through in ("THRU", "THROUGH"):
        if through in upper:
            at = upper.index(through)
            low, high = _operand(words[:at], definitions), _operand(words[at + 1 :], definitions)
            return _compare(subject, ">=", low) and _compare(subject, "<=", high)
    return _compare(subject, "=", _operand(words, definitions))


def _end_evaluate(words: list[str], state: DirectiveState, place: Place) -> None:
    if _innermost("EVALUATE", "END-EVALUATE", state, place) is not None:
        state.branches.pop()


def _define(words: list[str], state: DirectiveState, place: Place) -> None:
    if not words:
        raise _Malformed("the name to define is missing")
    name, rest = words[0].upper(), words[1:]
    is_constant = name == "CONSTANT" and bool(rest)
    if is_constant:
        name, rest = rest[0].upper(), rest[1:]
    if rest and rest[0].upper() == "AS":
        rest = rest[1:]
    if rest and rest[-1].upper() == "OVERRIDE":
        rest = rest[:-1]
    elif is_constant and name in state.constants and [word.upper() for word in rest] != ["OFF"]:
        return  # as in GnuCOBOL the first definition stays
    if [word.upper() for word in rest] == ["OFF"]:
        state.definitions.pop(name, None)
        state.constants.pop(name, None)
    elif not rest:
        state.definitions.setdefault(name, "")
    elif [word.upper() for word in rest] != ["PARAMETER"]:
        value = _operand(rest, state.definitions)
        if value is None:
            raise _Malformed(f"{rest[0]} has no value")
        state.definitions[name] = value
        if is_constant:
            state.constants[name] = value


_FORMAT = re.compile(r"FREE|FIXED|VARIABLE", re.IGNORECASE)


def _source(words: list[str], state: DirectiveState, place: Place) -> None:
    found = _FORMAT.fullmatch(words[-1].strip("\"'")) if words else None
    if found is None:
        raise _Malformed("the format is FIXED, FREE or VARIABLE")
    state.new_format = found[0].lower()


def _set(words: list[str], state: DirectiveState, place: Place) -> None:
    """Micro Focus SET: SOURCEFORMAT and CONSTANT are directives of their own, the others compiler options."""
    upper = [word.upper() for word in words]
    if upper[:1] == ["CONSTANT"] and len(words) > 2:
        _define([word for word in words if word not in "()"], state, place)
        return
    if "SOURCEFORMAT" in upper:
        at = upper.index("SOURCEFORMAT")
        end = words.index(")", at) + 1 if upper[at + 1 : at + 2] == ["("] and ")" in words[at:] else at + 2
        _source([word for word in words[at:end] if word not in "()"], state, place)
        words = words[:at] + words[end:]
    compiler_options.obey(
        " ".join(words), compiler_options.SET_OPTIONS, state.settings, state.diagnostics, place
    )


def _turn(words: list[str], state: DirectiveState, place: Place) -> None:
    """TURN exception-name … CHECKING ON [WITH LOCATION] | OFF."""
    upper = [word.upper() for word in words]
    end = upper.index("CHECKING") if "CHECKING" in upper else len(upper)
    if not upper[:end] or upper[end + 1 : end + 2] not in (["ON"], ["OFF"]):
        raise _Malformed("it is TURN exception-names CHECKING ON or OFF")
    on = upper[end + 1] == "ON"
    try:
        checks = turned(name for name in upper[:end] if name.startswith("EC-") or name == upper[0])
    except ValueError as error:
        raise _Malformed(str(error)) from error
    state.settings.turns.append(Turn(place.path, place.line, checks, on))
    if not on and any(name == "EC-ALL" or name.startswith("EC-I-O") for name in upper[:end]):
        message = "errors of files still end the run where no phrase, status or procedure deals with them"
        help = "give the files a FILE STATUS item"
        state.diagnostics.report(
            "CBL2034", place, f"TURN OFF is followed for run-time checks only: {message}", help=help
        )


Rule = Callable[[list[str], DirectiveState, Place], None]

_RULES: dict[str, Rule] = {
    "IF": _if,
    "ELIF": _elif,
    "ELSE-IF": _elif,
    "ELSE": _else,
    "END-IF": _end_if,
    "END": _end,
    "EVALUATE": _evaluate,
    "WHEN": _when,
    "END-EVALUATE": _end_evaluate,
    "DEFINE": _define,
    "SOURCE": _source,
    "SET": _set,
    "TURN": _turn,
}
_BRANCHING = frozenset({_if, _elif, _else, _end_if, _end, _evaluate, _when, _end_evaluate})


def _operand(words: list[str], definitions: dict[str, Value]) -> Value | None:
    """Return the value of a literal or a name; a name without a definition is None."""
    sign = ""
    if len(words) == 2 and words[0] in "+-":
        sign, words = words[0], words[1:]
    if len(words) != 1:
        raise _Malformed(
            "one literal or one name is expected" + (f" where {' '.join(words)} stands" if words else "")
        )
    word = words[0]
    if word[0] in "\"'":
        return word[1:-1].replace(word[0] * 2, word[0])
    if word[0].isdigit() or word[0] == ".":
        return Decimal(sign + word) if word.replace(".", "", 1).isdigit() else word
    return definitions.get(word.upper())


def _compare(left: Value | bool | None, relation: str, right: Value | None) -> bool:
    """Compare two values. With an undefined one every comparison is false; a number never equals a text."""
    if left is None or right is None:
        return False
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        order = (left > right) - (left < right)
    elif isinstance(left, str) and isinstance(right, str):
        width = max(len(left), len(right))
        order = (left.ljust(width) > right.ljust(width)) - (left.ljust(width) < right.ljust(width))
    else:
        return relation == "<>"
    return order in {"=": (0,), "<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1), "<>": (-1, 1)}[relation]


_RELATIONS = {
    "EQUAL": "=",
    "EQUALS": "=",
    "GREATER": ">",
    "LESS": "<",
    "UNEQUAL": "<>",
    **{sign: sign for sign in ("=", "<", ">", "<=", ">=", "<>")},
}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}


class _Condition:
    """A constant conditional expression (ISO 1989:2002 7.2.13.5), read from left to right."""

    def __init__(self, words: list[str], definitions: dict[str, Value]) -> None:
        self.words = words
        self.definitions = definitions
        self.at = 0

    def value(self) -> bool:
        """Evaluate all of it."""
        result = self._either()
        if self.at < len(self.words):
            raise _Malformed(f"{self.words[self.at]} is not expected there")
        return result

    def _peek(self) -> str:
        return self.words[self.at].upper() if self.at < len(self.words) else ""

    def _accept(self, *expected: str) -> bool:
        if self._peek() in expected and self._peek():
            self.at += 1
            return True
        return False

    def _either(self) -> bool:
        result = self._both()
        while self._accept("OR"):
            result = self._both() or result
        return result

    def _both(self) -> bool:
        result = self._negated()
        while self._accept("AND"):
            result = self._negated() and result
        return result

    def _negated(self) -> bool:
        if self._accept("NOT"):
            return not self._negated()
        if self._accept("("):
            result = self._either()
            if not self._accept(")"):
                raise _Malformed("a closing parenthesis is missing")
            return result
        return self._relation()

    def _relation(self) -> bool:
        first = self._operand_words()
        self._accept("IS")
        negated = self._accept("NOT")
        if self._accept("DEFINED", "SET"):
            return (first[0].upper() in self.definitions) is not negated
        relation = _RELATIONS.get(self._peek())
        if relation is None:
            raise _Malformed("DEFINED or a comparison is expected")
        self.at += 1
        self._accept("TO", "THAN")
        if relation in "<>" and self._accept("OR"):
            self._accept("EQUAL")
            self._accept("TO")
            relation += "="
        if negated:
            relation = _OPPOSITE[relation]
        left = _operand(first, self.definitions)
        return _compare(left, relation, _operand(self._operand_words(), self.definitions))

    def _operand_words(self) -> list[str]:
        count = 2 if self._peek() in ("+", "-") else 1
        words = self.words[self.at : self.at + count]
        if len(words) < count:
            raise _Malformed("it ends too early")
        self.at += count
        return words
