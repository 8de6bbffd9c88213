"""Random programs of COMPUTE statements: what Hypothesis draws, their COBOL text, and how they are run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import strategies as st

from tests.arithmetic.manual import Expression, SizeError, Value, decimals_of, evaluate, stored
from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

FLOATS = (" COMP-1", " COMP-2")
USAGES = ("", " COMP-3", " COMP", " SIGN LEADING SEPARATE")


@dataclass(frozen=True)
class Item:
    """A data item S9(i)V9(d) with its value as a whole number."""

    name: str
    i: int
    d: int
    usage: str
    unscaled: int

    @property
    def number(self) -> Fraction:
        return Fraction(self.unscaled, 10**self.d)

    def entry(self) -> str:
        picture = _picture(self.i, self.d)
        digits = str(abs(self.unscaled)).zfill(self.i + self.d)
        value = digits if not self.d else f"{digits[: self.i]}.{digits[self.i :]}"
        sign = "-" if self.unscaled < 0 else ""
        if self.usage in FLOATS:
            return f"       01 {self.name}{self.usage} VALUE {sign}{value}."
        return f"       01 {self.name} PIC {picture}{self.usage}\n           VALUE {sign}{value}."


@dataclass(frozen=True)
class Statement:
    """COMPUTE receiver [ROUNDED] = expression, or IF expression = or > another one: 1 or 0."""

    expression: Expression
    i: int
    d: int
    rounded: bool
    compared: tuple[str, Expression] | None = None

    def lines(self, number: int) -> list[str]:
        """The statement, and a DISPLAY of what it gives."""
        if self.compared is not None:
            operator, other = self.compared
            test = [*_words(self.expression), operator, *_words(other)]
            return [
                "           IF",
                *_wrapped(test),
                "               DISPLAY 1",
                "           ELSE",
                "               DISPLAY 0",
                "           END-IF",
            ]
        rounded = " ROUNDED" if self.rounded else ""
        compute = [f"           COMPUTE R-{number}{rounded} =", *_wrapped(_words(self.expression))]
        return [*compute, "           END-COMPUTE", f"           DISPLAY R-{number}"]

    def by_the_manual(self, items: dict[str, Value], capacity: int) -> Fraction:
        """What the statement gives by the manual's rules; a size error leaves the receiver at zero."""
        if self.compared is not None:
            operator, other = self.compared
            dmax = max(decimals_of(self.expression, items), decimals_of(other, items))
            try:
                one, two = (evaluate(side, items, dmax, capacity).number for side in (self.expression, other))
            except SizeError:
                return Fraction(0)
            return Fraction(one == two if operator == "=" else one > two)
        dmax = max(self.d + self.rounded, decimals_of(self.expression, items))
        try:
            number = evaluate(self.expression, items, dmax, capacity).number
        except SizeError:
            return Fraction(0)
        return stored(number, self.i, self.d, rounded=self.rounded)


def _wrapped(words: list[str]) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 50:
            lines.append("")
        lines[-1] += f" {word}"
    return [f"              {line}" for line in lines]


def _picture(i: int, d: int) -> str:
    return "S" + (f"9({i})" if i else "") + (f"V9({d})" if d else "")


def _words(expression: Expression) -> list[str]:
    if expression[0] in ("item", "literal"):
        return [str(expression[1])]
    if len(expression) == 2:
        return ["(", "-", *_words(expression[1]), ")"]  # type: ignore[arg-type]
    operator, left, right = expression
    return ["(", *_words(left), str(operator), *_words(right), ")"]  # type: ignore[arg-type]


@dataclass(frozen=True)
class Program:
    """Items and statements; `moves` gives items values before a statement."""

    items: tuple[Item, ...]
    statements: tuple[Statement, ...]
    moves: Mapping[int, Sequence[tuple[str, Decimal]]] | None = None

    def text(self) -> str:
        lines = ["       IDENTIFICATION DIVISION.", "       PROGRAM-ID. DRAWN.", "       DATA DIVISION."]
        lines += ["       WORKING-STORAGE SECTION.", *(item.entry() for item in self.items)]
        for number, statement in enumerate(self.statements):
            lines.append(f"       01 R-{number} PIC {_picture(statement.i, statement.d)} VALUE 0.")
        lines.append("       PROCEDURE DIVISION.")
        for number, statement in enumerate(self.statements):
            for name, value in (self.moves or {}).get(number, ()):
                lines.append(f"           MOVE {value:f} TO {name}")
            lines += statement.lines(number)
        return "\n".join([*lines, "           STOP RUN.", ""])

    def by_the_manual(self, capacity: int) -> list[Fraction]:
        """What every statement stores by the manual's rules; a size error leaves the receiver at zero."""
        items = {item.name: Value(item.number, item.i, item.d) for item in self.items}
        return [statement.by_the_manual(items, capacity) for statement in self.statements]

    def converted(self, folder: Path, profile: str) -> list[Fraction]:
        """What the converted program shows."""
        source = folder / "drawn.cbl"
        source.write_text(self.text())
        result = convert_file(source, folder, ConvertOptions(arithmetic=profile))
        assert not [found for found in result.diagnostics if found.severity.name == "ERROR"], self.text()
        run = subprocess.run(
            [sys.executable, str(folder / "drawn.py")], capture_output=True, text=True, check=True
        )
        return [Fraction(line) for line in run.stdout.split()]

    def compiled(self, folder: Path) -> list[Fraction]:
        """What the program shows that cobc makes."""
        (folder / "drawn.cbl").write_text(self.text())
        subprocess.run(["cobc", "-x", "-o", "drawn", "drawn.cbl"], cwd=folder, check=True)
        run = subprocess.run(["./drawn"], cwd=folder, capture_output=True, text=True, check=True)
        return [Fraction(line) for line in run.stdout.split()]


@st.composite
def items(draw: st.DrawFn, name: str) -> Item:
    """An item of up to 18 digits, whose value often fills them."""
    d = draw(st.integers(0, 9))
    i = draw(st.integers(0 if d else 1, 18 - d))
    highest = 10 ** (i + d) - 1
    unscaled = draw(st.one_of(st.integers(-highest, highest), st.integers(1, min(highest, 999))))
    return Item(name, i, d, draw(st.sampled_from(USAGES)), unscaled)


LITERALS = st.sampled_from(
    ["1", "2", "3", "7", "12", "100", "0.5", "1.25", "29.99", "0.003", "123456789.25", "1200"]
)
EXPONENTS = st.sampled_from(["1", "2", "3", "5", "9"])


def expressions(names: list[str]) -> st.SearchStrategy[Expression]:
    """Expressions of the operands, with parentheses everywhere; exponents are whole literals or the item EXPONENT."""
    operands: st.SearchStrategy[Expression] = st.one_of(
        st.sampled_from(names).map(lambda name: ("item", name)), LITERALS.map(lambda text: ("literal", text))
    )
    raised = st.one_of(
        EXPONENTS.map(lambda text: ("literal", text)),
        EXPONENTS.map(lambda text: ("-", ("literal", text))),
        st.just(("item", "EXPONENT")),
    )
    return st.recursive(
        operands,
        lambda inner: st.one_of(
            st.tuples(st.sampled_from(["+", "-", "*", "/", "/"]), inner, inner),
            st.tuples(st.just("-"), inner),
            st.tuples(st.just("**"), inner, raised),
        ),
        max_leaves=6,
    )


@st.composite
def _statements(draw: st.DrawFn, names: list[str], *, condition: bool) -> Statement:
    expression = draw(expressions(names))
    if condition:
        compared = draw(st.tuples(st.sampled_from(["=", ">"]), expressions(names)))
        return Statement(expression, 1, 0, False, compared)
    return Statement(expression, draw(st.integers(1, 14)), draw(st.integers(0, 4)), draw(st.booleans()))


@st.composite
def programs(draw: st.DrawFn, size: int = 20, *, floats: bool = False) -> Program:
    """A program of `size` statements, every fourth a condition, on four items, and EXPONENT, a small whole number.

    With `floats` one of the items is floating-point.
    """
    names = ["A", "B", "C", "D"]
    drawn = [draw(items(name)) for name in names]
    if floats:
        drawn[3] = Item("D", 3, 2, draw(st.sampled_from(FLOATS)), draw(st.integers(-99999, 99999)))
    drawn.append(Item("EXPONENT", 1, 0, "", draw(st.integers(-4, 5))))
    statements = [draw(_statements(names, condition=number % 4 == 3)) for number in range(size)]
    return Program(tuple(drawn), tuple(statements))
