"""STRING, UNSTRING, INSPECT."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.phrases import ConditionalPhrase, InspectRegion
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class StringSource(Node):
    """Sending items that share one delimiter; `delimiter` None means DELIMITED BY SIZE."""

    items: tuple[Expression, ...]
    delimiter: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class StringStatement(Statement):
    """STRING sources INTO receiver [POINTER pointer] [ON OVERFLOW …]."""

    sources: tuple[StringSource, ...]
    receiver: Identifier
    pointer: Identifier | None = None
    overflow: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class UnstringDelimiter(Node):
    """DELIMITED BY [ALL] value."""

    value: Expression
    all: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class UnstringReceiver(Node):
    """INTO item [DELIMITER IN delimiter] [COUNT IN count]."""

    item: Identifier
    delimiter: Identifier | None = None
    count: Identifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Unstring(Statement):
    """UNSTRING source DELIMITED BY … INTO …"""

    source: Expression
    delimiters: tuple[UnstringDelimiter, ...]
    receivers: tuple[UnstringReceiver, ...]
    pointer: Identifier | None = None
    tallying: Identifier | None = None
    overflow: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class TallyingPhrase(Node):
    """counter FOR kind [value] region. `kind` is CHARACTERS, ALL, LEADING or TRAILING; `value` is None for CHARACTERS."""

    counter: Identifier
    kind: str
    value: Expression | None
    region: InspectRegion


@dataclass(frozen=True, kw_only=True, eq=False)
class ReplacingPhrase(Node):
    """kind [value] BY replacement region. `kind` is CHARACTERS, ALL, LEADING, FIRST or TRAILING."""

    kind: str
    value: Expression | None
    replacement: Expression
    region: InspectRegion


@dataclass(frozen=True, kw_only=True, eq=False)
class Inspect(Statement):
    """INSPECT item TALLYING … REPLACING …; either part may be empty, tallying is done first."""

    item: Expression
    tallying: tuple[TallyingPhrase, ...] = ()
    replacing: tuple[ReplacingPhrase, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class InspectConverting(Statement):
    """INSPECT item CONVERTING from TO to region."""

    item: Identifier
    from_characters: Expression
    to_characters: Expression
    region: InspectRegion
