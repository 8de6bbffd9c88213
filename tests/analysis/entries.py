"""Data description entries for tests, written once and turned into COBOL text and into tree nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.source import Inclusion, SourceFile, Span, Token

_FILE = SourceFile("TEST.cbl", ("test",))
_TOKEN = Token("WORD", "TEST", Inclusion(_FILE), 1, 1)
SPAN = Span(_TOKEN, _TOKEN)


@dataclass
class Entry:
    """One data description entry."""

    level: int
    name: str
    picture: str | None = None
    usage: str | None = None
    occurs: int | None = None
    redefines: str | None = None
    synchronized: bool = False
    sign: str | None = None
    children: list[Entry] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the entry and those below it as COBOL lines."""
        clauses = [f"{self.level:02d} {self.name}"]
        clauses += [f"REDEFINES {self.redefines}"] if self.redefines else []
        clauses += [f"PIC {self.picture}"] if self.picture else []
        clauses += [f"USAGE {self.usage}"] if self.usage else []
        clauses += [f"SIGN {self.sign}"] if self.sign else []
        clauses += [f"OCCURS {self.occurs}"] if self.occurs else []
        clauses += ["SYNC"] if self.synchronized else []
        yield " ".join(clauses) + "."
        for child in self.children:
            yield from child.lines()

    def node(self) -> ast.DataDescription:
        """Build the entry as the parser does."""
        sign = None
        if self.sign:
            sign = ast.SignClause(span=SPAN, leading="LEADING" in self.sign, separate="SEPARATE" in self.sign)
        return ast.DataDescription(
            span=SPAN,
            level=self.level,
            name=self.name,
            redefines=self.redefines,
            picture=ast.PictureClause(span=SPAN, text=self.picture) if self.picture else None,
            usage=self.usage,
            sign=sign,
            occurs=self._occurs(),
            synchronized="" if self.synchronized else None,
            children=tuple(child.node() for child in self.children),
        )

    def _occurs(self) -> ast.OccursClause | None:
        if not self.occurs:
            return None
        bound = ast.NumericLiteral(span=SPAN, text=str(self.occurs), value=Decimal(self.occurs))
        return ast.OccursClause(span=SPAN, minimum=bound, maximum=bound)

    def walk(self, tables: int = 0) -> Iterator[tuple[Entry, int]]:
        """Yield every entry with the number of subscripts it needs."""
        tables += bool(self.occurs)
        yield self, tables
        for child in self.children:
            yield from child.walk(tables)


def working_storage(records: list[Entry]) -> ast.Program:
    """A program that has nothing but these records."""
    data = ast.DataDivision(span=SPAN, working_storage=tuple(record.node() for record in records))
    identification = ast.IdentificationDivision(span=SPAN, program_id="TEST")
    return ast.Program(span=SPAN, identification=identification, data=data)
