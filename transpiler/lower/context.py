"""What lowering knows while it walks a program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect
from cobol_parser.resolve import ProgramAnalysis
from cobol_parser.run_time_checks import Checking, Checks
from cobol_parser.symbols import DataItem
from transpiler.arithmetic.floating import Arithmetic
from transpiler.flow.plan import FlowPlan
from transpiler.ir import nodes as ir
from transpiler.naming import Scope, snake_case
from transpiler.storage.functions import UserFunction
from transpiler.storage.plan import StoragePlan

if TYPE_CHECKING:
    from transpiler.options import ConvertOptions


class Unconvertible(Exception):
    """A construct that this version does not convert; the statement becomes a diagnostic and a `raise`.

    `code` is the diagnostic code; `reported` says that the diagnostic was given before.
    """

    def __init__(self, reason: str, *, code: str = "CBL6000", reported: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.reported = reported


@dataclass(frozen=True, slots=True)
class Loop:
    """How to leave the inline PERFORM around a statement.

    `on_cycle` are the statements that EXIT PERFORM CYCLE runs before `continue` (the augmentation of VARYING).
    """

    on_cycle: ir.Body = ()


@dataclass(slots=True, eq=False)
class Imports:
    """What a module needs before its classes: names of the runtime, (module, name) pairs of the standard library, constants."""

    runtime: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    """Names of the runtime's report writer."""
    markup: set[str] = field(default_factory=set)
    """Names of the runtime's JSON and XML."""
    standard: set[tuple[str, str]] = field(default_factory=set)
    collating: dict[bytes, str] = field(default_factory=dict)
    """Constants of the module: collating sequence (the ordinal of each byte) to name."""


@dataclass(slots=True, eq=False)
class Context:
    """Facts and plans of one program, and where lowering stands in it."""

    analysis: ProgramAnalysis
    storage: StoragePlan
    flow: FlowPlan
    dialect: Dialect
    options: ConvertOptions
    diagnostics: Diagnostics
    imports: Imports
    checking: Checking = field(default_factory=Checking)
    outer: Context | None = None
    uses_parent: bool = False
    """The program, or one contained in it, uses something of the program around it."""
    dispatched: bool = False
    """Something outside of its methods runs a range of its paragraphs through `self.paragraphs`."""
    class_name: str = ""
    asks_exceptions: bool = False
    """A program of the file asks which exception was raised last, so that arithmetic without SIZE ERROR must tell of size errors."""
    functions: dict[str, UserFunction] = field(default_factory=dict)
    """The user-defined functions by name."""
    contained: list[Context] = field(default_factory=list)
    at: ast.Node | None = None
    """What is being lowered, for the message when cobolift itself fails."""
    paragraph: ast.Paragraph | None = None
    arithmetic: Arithmetic | None = None
    """How the statement being lowered computes; None outside arithmetic with limited places."""
    whole_quotients: bool = False
    """A reference modifier is being lowered, where integers are divided without a fraction."""
    locals: Scope = field(default_factory=Scope)
    loops: list[Loop] = field(default_factory=list)
    announced: tuple[ast.Paragraph, set[ast.Statement]] | None = None
    """Of a debugging program: the statements of this paragraph whose line DEBUG-LINE may have to show."""
    structures: dict[str, ir.Expr] = field(default_factory=dict)
    """Constants of the program class that describe items for JSON and XML, by name."""
    unconverted: list[ast.Statement] = field(default_factory=list)
    present: set[DataItem] = field(default_factory=set)
    """LINKAGE and BASED records that were checked to have storage on the way to the statement at hand."""
    record_self: ir.Expr | None = None
    """Set while a method of a record class is made: the record's own object."""

    def runtime(self, name: str) -> ir.Name:
        """Name a member of the runtime and import it."""
        self.imports.runtime.add(name)
        return ir.Name(name)

    def runtime_call(self, name: str, *arguments: ir.Expr, **keywords: ir.Expr) -> ir.Call:
        """Call a function of the runtime and import it."""
        return ir.Call(self.runtime(name), arguments, tuple(keywords.items()))

    def structure(self, name: str, value: ir.Expr) -> str:
        """Name a constant of the program class that describes an item; equal descriptions share one."""
        base = snake_case(name, digit_prefix="item").upper()
        number = 1
        claimed = base
        while self.structures.setdefault(claimed, value) != value:
            number += 1
            claimed = f"{base}_{number}"
        return claimed

    @property
    def checks(self) -> Checks:
        """The run-time checks at the construct that is being lowered."""
        return (
            self.checking.at(self.at.span.first)
            if self.checking.turns and self.at
            else self.checking.everywhere
        )

    def decimal(self) -> None:
        """The module needs Decimal."""
        self.imports.standard.add(("decimal", "Decimal"))

    def local(self, name: str) -> ir.Name:
        """Return a local variable with a name that is new in the method."""
        return ir.Name(self.locals.claim(name))

    @contextmanager
    def loop(self, loop: Loop) -> Iterator[None]:
        """Lower the body of an inline PERFORM."""
        self.loops.append(loop)
        try:
            yield
        finally:
            self.loops.pop()
