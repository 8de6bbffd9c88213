"""DATA DIVISION entries."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node


@dataclass(frozen=True, kw_only=True, eq=False)
class PictureClause(Node):
    """`text` is the character-string as written, upper case."""

    text: str


@dataclass(frozen=True, kw_only=True, eq=False)
class SignClause(Node):
    """SIGN IS LEADING|TRAILING [SEPARATE]."""

    leading: bool
    separate: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class TableKey(Node):
    """ASCENDING/DESCENDING KEY names of an OCCURS clause (one node a direction, names in order)."""

    ascending: bool
    names: tuple[Identifier, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class OccursClause(Node):
    """OCCURS [minimum TO] maximum [DEPENDING ON x] [KEY …] [INDEXED BY …].

    `minimum` equals `maximum` for a fixed table. The bounds are literals or constant names.
    """

    minimum: Expression
    maximum: Expression
    depending_on: Identifier | None = None
    keys: tuple[TableKey, ...] = ()
    indexed_by: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class ValueRange(Node):
    """A literal, or literal THRU literal (`high` is None for a single value)."""

    low: Expression
    high: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class ValueClause(Node):
    """VALUE(S) …; one range for data items, any number for level 88.

    `when_false` is the literal of WHEN SET TO FALSE.
    """

    values: tuple[ValueRange, ...]
    when_false: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class DataDescription(Node):
    """A data description entry and the entries below it.

    `level` is 1-49, 77, 66 (RENAMES), 78 (constant) or 88 (condition-name); level 66 and 88 entries are
    children of the entry they belong to (66: of the record). `name` is upper case, None for FILLER.
    `usage` is a canonical name: DISPLAY, BINARY (COMP, COMP-4), COMP-1, COMP-2, COMP-3 (PACKED-DECIMAL),
    COMP-5, COMP-6, COMP-X, INDEX, POINTER, PROCEDURE-POINTER, NATIONAL, BINARY-CHAR, BINARY-SHORT, BINARY-LONG,
    BINARY-DOUBLE (with " UNSIGNED" behind when so); None when no USAGE is written (inherited or DISPLAY).
    `comments` stand before the entry.
    """

    level: int
    name: str | None
    spelling: str | None = None
    """The name as it is written where that is not in capitals: JSON and XML documents show it."""
    redefines: str | None = None
    picture: PictureClause | None = None
    usage: str | None = None
    sign: SignClause | None = None
    occurs: OccursClause | None = None
    value: ValueClause | None = None
    justified: bool = False
    blank_when_zero: bool = False
    synchronized: str | None = None
    """LEFT, RIGHT or "" when SYNCHRONIZED is written; None otherwise."""
    external: bool = False
    external_name: str | None = None
    """The literal of EXTERNAL AS."""
    is_global: bool = False
    based: bool = False
    any_length: bool = False
    typedef: bool = False
    type_name: str | None = None
    """The type declaration that USAGE or TYPE names: the entry is described as it is."""
    same_as: Identifier | None = None
    """The item of SAME AS, whose description the entry takes."""
    renames: tuple[Identifier, Identifier | None] | None = None
    children: tuple[DataDescription, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class LinageClause(Node):
    """LINAGE IS body LINES [FOOTING AT n] [TOP n] [BOTTOM n]."""

    body: Expression
    footing: Expression | None = None
    top: Expression | None = None
    bottom: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class FileDescription(Node):
    """FD or SD entry with its record descriptions.

    `record_minimum`/`record_maximum` come from RECORD CONTAINS / RECORD IS VARYING (None when absent);
    `recording_mode` is F, V, U or S.
    """

    name: str
    sort: bool
    records: tuple[DataDescription, ...]
    record_minimum: int | None = None
    record_maximum: int | None = None
    record_varying: bool = False
    record_depending_on: Identifier | None = None
    block_contains: tuple[int, int, str] | None = None
    """minimum, maximum, RECORDS or CHARACTERS"""
    linage: LinageClause | None = None
    recording_mode: str | None = None
    code_set: str | None = None
    external: bool = False
    is_global: bool = False
    reports: tuple[str, ...] = ()
    data_records: tuple[str, ...] = ()
    label_records: str | None = None
    value_of: bool = False
    """VALUE OF is written; it has no effect."""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class PageClause(Node):
    """PAGE LIMIT of an RD entry: literals or identifiers, None where not given."""

    lines: Expression | None = None
    columns: Expression | None = None
    heading: Expression | None = None
    first_detail: Expression | None = None
    last_detail: Expression | None = None
    footing: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class TypeClause(Node):
    """TYPE of a report group.

    `kind` is REPORT HEADING, PAGE HEADING, CONTROL HEADING, DETAIL, CONTROL FOOTING, PAGE FOOTING or REPORT FOOTING.
    A control group names its `control`, or is for FINAL (`is_final`).
    """

    kind: str
    control: Identifier | None = None
    is_final: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class LineClause(Node):
    """LINE NUMBER: an absolute `number`, or PLUS that many lines (`is_relative`); `next_page` is ON NEXT PAGE."""

    number: int | None
    is_relative: bool = False
    next_page: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class NextGroupClause(Node):
    """NEXT GROUP: a line `number`, PLUS that many lines (`is_relative`), or NEXT PAGE (`number` is None)."""

    number: int | None
    is_relative: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class ColumnClause(Node):
    """COLUMN NUMBER: absolute `numbers`, or PLUS one (`is_relative`); `alignment` is LEFT, CENTER or RIGHT."""

    numbers: tuple[int, ...]
    is_relative: bool = False
    alignment: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SumClause(Node):
    """SUM addends [UPON details]."""

    addends: tuple[Identifier, ...]
    upon: tuple[Identifier, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class ResetClause(Node):
    """RESET ON a control; None is FINAL."""

    control: Identifier | None


@dataclass(frozen=True, kw_only=True, eq=False)
class ReportGroupEntry(Node):
    """A report group description entry: its data clauses, report clauses and subordinate entries."""

    level: int
    name: str | None
    description: DataDescription
    type: TypeClause | None = None
    line: LineClause | None = None
    next_group: NextGroupClause | None = None
    column: ColumnClause | None = None
    source: Expression | None = None
    sum: SumClause | None = None
    reset: ResetClause | None = None
    group_indicate: bool = False
    children: tuple[ReportGroupEntry, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class ReportDescription(Node):
    """RD entry with its report groups; `controls` are from major to minor, without FINAL."""

    name: str
    page: PageClause | None = None
    controls: tuple[Identifier, ...] = ()
    code: Expression | None = None
    groups: tuple[ReportGroupEntry, ...] = ()
    is_global: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class CommunicationDescription(Node):
    """CD entry: parsed, never converted."""

    name: str
    direction: str
    words: tuple[str, ...] = ()
    records: tuple[DataDescription, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class DataDivision(Node):
    """The sections of the DATA DIVISION."""

    files: tuple[FileDescription, ...] = ()
    working_storage: tuple[DataDescription, ...] = ()
    local_storage: tuple[DataDescription, ...] = ()
    linkage: tuple[DataDescription, ...] = ()
    reports: tuple[ReportDescription, ...] = ()
    communications: tuple[CommunicationDescription, ...] = ()
    screens: tuple[DataDescription, ...] = ()
