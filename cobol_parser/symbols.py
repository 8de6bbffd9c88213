"""What the names of a program stand for.

Instances are made by `cobol_parser.declare` and `cobol_parser.layout` and are read-only for everybody
else. They compare by identity. Names are upper case. Sizes and offsets are bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cobol_parser import ast
from cobol_parser.picture import Category, Picture


class Usage(StrEnum):
    """How the value of an elementary item is stored (USAGE clause, inherited from the nearest group that has one).

    BINARY is COMP, COMP-4 and COMPUTATIONAL: big-endian and truncated to its PICTURE by default. COMP-5 is native
    byte order and full range, COMP-X big-endian and full range, COMP-6 packed without a sign nibble.
    BINARY-CHAR … BINARY-DOUBLE are native integers of 1, 2, 4 and 8 bytes; `DataItem.signed` tells UNSIGNED apart.
    """

    DISPLAY = "DISPLAY"
    BINARY = "BINARY"
    COMP_1 = "COMP-1"
    COMP_2 = "COMP-2"
    COMP_3 = "COMP-3"
    COMP_5 = "COMP-5"
    COMP_6 = "COMP-6"
    COMP_X = "COMP-X"
    INDEX = "INDEX"
    POINTER = "POINTER"
    PROCEDURE_POINTER = "PROCEDURE-POINTER"
    NATIONAL = "NATIONAL"
    BINARY_CHAR = "BINARY-CHAR"
    BINARY_SHORT = "BINARY-SHORT"
    BINARY_LONG = "BINARY-LONG"
    BINARY_DOUBLE = "BINARY-DOUBLE"
    FLOAT_DECIMAL_16 = "FLOAT-DECIMAL-16"
    FLOAT_DECIMAL_34 = "FLOAT-DECIMAL-34"


class StorageSection(StrEnum):
    """The section of the DATA DIVISION that an item is described in."""

    FILE = "FILE"
    WORKING_STORAGE = "WORKING-STORAGE"
    LOCAL_STORAGE = "LOCAL-STORAGE"
    LINKAGE = "LINKAGE"
    REPORT = "REPORT"
    COMMUNICATION = "COMMUNICATION"
    SCREEN = "SCREEN"


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """One level of OCCURS that applies to an item.

    `table` is the item that has the OCCURS clause (the item itself for its last dimension, else a superordinate
    group); `stride` is the number of bytes between two occurrences. `minimum` equals `maximum` for a fixed table;
    otherwise `depending_on` holds the current number of occurrences.
    """

    table: DataItem
    minimum: int
    maximum: int
    stride: int
    depending_on: DataItem | None = None


@dataclass(frozen=True, slots=True, eq=False)
class KeyItem:
    """One item of an ASCENDING/DESCENDING KEY phrase of OCCURS, most significant first."""

    item: DataItem
    ascending: bool


@dataclass(slots=True, eq=False, repr=False)
class DataItem:
    """A group or elementary data item, or a level 66 alternative grouping.

    Storage: `record` is the level 01 or 77 item that the item belongs to (itself for those); `offset` is the position
    of the first occurrence from the start of `record`; `size` is the size of one occurrence at maximum OCCURS
    DEPENDING counts, `total_size` that of all occurrences. A level 01 that redefines another level 01 is its own
    record with offset 0; `redefines` says whose storage it shares. Records of one file (`file.records`) all
    share the record area of that file.

    Description: `usage`, `picture` and the numeric attributes are those in force (inherited from groups where the
    standard says so). `digits` counts the digit positions the item stores (without P positions), `scale` is the power
    of ten the stored integer is divided by: 2 for 9(3)V99, -3 for 9(2)P(3), 5 for P(3)99.
    `sign_leading` and `sign_separate` describe signed DISPLAY items.
    """

    name: str | None
    level: int
    entry: ast.DataDescription | None
    section: StorageSection
    parent: DataItem | None = None
    children: tuple[DataItem, ...] = ()
    """Subordinate items of levels 02-49 in order (no 66, no 88), redefinitions included."""
    record: DataItem = None  # type: ignore[assignment]  # set to itself below when there is no parent
    file: FileItem | None = None
    """The file whose record this item belongs to."""

    usage: Usage = Usage.DISPLAY
    picture: Picture | None = None
    category: Category = Category.GROUP
    digits: int = 0
    scale: int = 0
    signed: bool = False
    sign_leading: bool = False
    sign_separate: bool = False
    justified: bool = False
    blank_when_zero: bool = False
    synchronized: bool = False
    utf16: bool = False
    """The item holds UTF-16: two bytes for each character."""
    external: bool = False
    is_global: bool = False
    based: bool = False
    any_length: bool = False
    """ANY LENGTH: as long as the argument that is passed; `size` is that of its PICTURE."""

    offset: int = 0
    size: int = 0
    total_size: int = 0
    slack: int = 0
    """Bytes of padding put directly before the item (its first occurrence) by SYNCHRONIZED."""

    dimensions: tuple[Dimension, ...] = ()
    """Every OCCURS that applies, outermost first: as many subscripts as a reference needs."""
    keys: tuple[KeyItem, ...] = ()
    indexes: tuple[IndexName, ...] = ()
    redefines: DataItem | None = None
    """The original item whose storage is described anew (never itself a redefinition)."""
    redefined_by: list[DataItem] = field(default_factory=list)
    """Items whose REDEFINES clause names this item."""
    variable_tables: tuple[DataItem, ...] = ()
    moved_by: tuple[DataItem, ...] = ()
    """Tables of variable length before the item in its record, where such tables slide: `offset` holds while they have their maximum
    length."""
    """Subordinate tables with OCCURS DEPENDING ON that end the group (the item itself not included): the length of the
    group in use is `size` minus, for each, stride * (maximum - current count). Tables that other storage follows keep
    their maximum length and are not here."""
    conditions: tuple[ConditionName, ...] = ()
    renames: tuple[DataItem, DataItem] | None = None
    """First and last item of a level 66 (the same one twice without THRU)."""

    def __post_init__(self) -> None:
        if self.record is None:
            self.record = self.parent.record if self.parent is not None else self

    @property
    def is_filler(self) -> bool:
        """FILLER, or no data-name."""
        return self.name is None

    @property
    def is_group(self) -> bool:
        """Has subordinate items, or is a level 66 that behaves as a group."""
        return self.category is Category.GROUP

    @property
    def characters(self) -> int:
        """The size in characters, which reference modification and comparisons count."""
        return self.size // 2 if self.utf16 else self.size

    @property
    def is_numeric(self) -> bool:
        """Category numeric in any usage, floating point included (not INDEX, not POINTER)."""
        return self.category is Category.NUMERIC or self.category is Category.FLOAT

    @property
    def is_integer(self) -> bool:
        """Numeric without digits behind the decimal point."""
        return self.category is Category.NUMERIC and self.scale <= 0

    @property
    def occurs(self) -> Dimension | None:
        """The item's own OCCURS clause, None when it has none."""
        if self.dimensions and self.dimensions[-1].table is self:
            return self.dimensions[-1]
        return None

    @property
    def depending_on(self) -> DataItem | None:
        """The item of the item's own OCCURS … DEPENDING ON."""
        own = self.occurs
        return own.depending_on if own else None

    @property
    def is_variable(self) -> bool:
        """A group whose length changes with an OCCURS DEPENDING ON counter below it."""
        return bool(self.variable_tables)

    @property
    def value(self) -> ast.Expression | None:
        """The literal of the VALUE clause, None when there is none."""
        clause = self.entry.value if self.entry else None
        return clause.values[0].low if clause and clause.values else None

    @property
    def path(self) -> tuple[str, ...]:
        """Data-names from the item outwards (fillers left out), then the file-name of a record."""
        names = [item.name for item in self.lineage() if item.name is not None]
        if self.file is not None and self.file.name not in names:
            names.append(self.file.name)
        return tuple(names)

    @property
    def qualified_name(self) -> str:
        """`AMOUNT OF DETAIL OF ORDER-RECORD`: the full path, for messages and listings."""
        return " OF ".join(self.path) if self.path else "FILLER"

    def lineage(self) -> Iterator[DataItem]:
        """Yield the item, its parent, and so on up to its record."""
        item: DataItem | None = self
        while item is not None:
            yield item
            item = item.parent

    def walk(self) -> Iterator[DataItem]:
        """Yield the item and everything below it in order of description."""
        yield self
        for child in self.children:
            yield from child.walk()

    def elementary(self) -> Iterator[DataItem]:
        """Yield the elementary items at or below the item in order of description."""
        for item in self.walk():
            if not item.children:
                yield item

    def __repr__(self) -> str:
        return f"<DataItem {self.level:02d} {self.qualified_name} at {self.offset} size {self.size}>"


@dataclass(frozen=True, slots=True, eq=False)
class ConditionName:
    """A level 88: true when `item` has one of `values`."""

    name: str
    item: DataItem
    entry: ast.DataDescription
    values: tuple[ast.ValueRange, ...]
    when_false: ast.Expression | None = None


@dataclass(frozen=True, slots=True, eq=False)
class IndexName:
    """A name of INDEXED BY; its storage is a native 4-byte integer of its own, holding the occurrence number."""

    name: str
    table: DataItem


@dataclass(slots=True, eq=False)
class FileItem:
    """A file: its SELECT entry (None when missing) and FD or SD (None when missing).

    `record_size` is the size of the shared record area: the largest record, or RECORD CONTAINS when larger.
    `minimum_size` is the size of the smallest record that may be written. Items that clauses of SELECT and FD name
    are resolved here. ASSIGN: exactly one of `assign_literal` (a literal or a system-name as cobc would use it),
    `assign_item` (a data item that holds the name when the file is opened) is set, or none of both.
    """

    name: str
    entry: ast.FileControlEntry | None
    description: ast.FileDescription | None = None
    records: tuple[DataItem, ...] = ()
    record_size: int = 0
    minimum_size: int = 0
    is_global: bool = False
    external: bool = False
    assign_literal: str | None = None
    assign_item: DataItem | None = None
    device_lines: bool = False
    """Assigned to a device such as PRINTER, which makes it LINE SEQUENTIAL."""
    status: DataItem | None = None
    relative_key: DataItem | None = None
    keys: tuple[FileKey, ...] = ()
    """RECORD KEY first, then ALTERNATE RECORD KEYs in order."""
    record_depending_on: DataItem | None = None
    same_record_area: tuple[FileItem, ...] = ()
    """The other files of its SAME RECORD AREA clause."""

    @property
    def is_sort(self) -> bool:
        """Described by SD: a sort-merge file."""
        return self.description is not None and self.description.sort

    @property
    def organization(self) -> str:
        """SEQUENTIAL, LINE SEQUENTIAL, INDEXED or RELATIVE."""
        if self.device_lines:
            return "LINE SEQUENTIAL"
        return self.entry.organization if self.entry else "SEQUENTIAL"

    @property
    def access(self) -> str:
        """SEQUENTIAL, RANDOM or DYNAMIC."""
        return self.entry.access if self.entry else "SEQUENTIAL"

    def __repr__(self) -> str:
        return f"<FileItem {self.name}>"


@dataclass(frozen=True, slots=True, eq=False)
class FileKey:
    """A key of an indexed file: one item, or the parts of a split key in order (the name is then the key's own).

    `suppress` is the character of SUPPRESS WHEN: a record whose key consists of it is not found by this key.
    """

    name: str
    parts: tuple[DataItem, ...]
    duplicates: bool
    suppress: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SpecialRegister:
    """A register that exists without being described: RETURN-CODE, TALLY, LINAGE-COUNTER OF file, …

    Numeric ones are native signed or unsigned binary items of `size` bytes with `digits` digits; for
    alphanumeric ones `size` is their length, 0 where it varies. `file` is set for LINAGE-COUNTER, `report` for PAGE-COUNTER and
    LINE-COUNTER.
    """

    name: str
    category: Category
    size: int
    digits: int = 0
    signed: bool = False
    file: FileItem | None = None
    report: ReportItem | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A level 78 or 01 CONSTANT name; `value` is the folded literal (sizes and arithmetic worked out)."""

    name: str
    value: ast.NumericLiteral | ast.AlphanumericLiteral | ast.FigurativeConstant
    entry: ast.DataDescription


@dataclass(frozen=True, slots=True, eq=False)
class Mnemonic:
    """A mnemonic-name for a device, a printer channel or another system feature of SPECIAL-NAMES.

    `kind` is DEVICE (ACCEPT, DISPLAY), FEATURE (ADVANCING channels, FORMFEED), SWITCH or CALL-CONVENTION.
    """

    name: str
    system_name: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """A mnemonic-name of an external switch; `number` counts from 0 as in COB_SWITCH_0 (UPSI-0)."""

    name: str
    system_name: str
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class SwitchStatus:
    """A condition-name of ON STATUS or OFF STATUS: true when switch `number` is `on`."""

    name: str
    number: int
    on: bool


@dataclass(frozen=True, slots=True, eq=False)
class ClassName:
    """A CLASS of SPECIAL-NAMES: the set of characters (Latin-1, one a byte) that belong to it."""

    name: str
    characters: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class AlphabetSymbol:
    """An ALPHABET of SPECIAL-NAMES.

    `collating` maps a native byte to its ordinal: 256 entries, equal ordinals for ALSO. `predefined` is the name of a
    standard alphabet or None; NATIVE, STANDARD-1, STANDARD-2 and ASCII collate as the bytes themselves.
    """

    name: str
    collating: tuple[int, ...]
    predefined: str | None = None
    low: str = "\0"
    """LOW-VALUE in a program with this collating sequence."""
    high: str = "\xff"
    """HIGH-VALUE in a program with this collating sequence."""

    @property
    def is_native(self) -> bool:
        """Collates as the bytes themselves."""
        return self.collating == tuple(range(256))


@dataclass(frozen=True, slots=True, eq=False)
class SymbolicCharacter:
    """A name of SYMBOLIC CHARACTERS: one character."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class ReportItem:
    """A report (RD); `entries` are all its report group entries, unnamed ones too, in order."""

    name: str
    description: ast.ReportDescription
    entries: Mapping[ast.ReportGroupEntry, ReportGroupName]


@dataclass(frozen=True, slots=True, eq=False)
class ReportGroupName:
    """A report group entry: a group to GENERATE, a line, a printable item, a sum counter. Unnamed ones have the name "".

    `item` is its data description; `groups` are the superordinate entries, innermost first.
    """

    name: str
    report: ReportItem
    entry: ast.ReportGroupEntry
    item: DataItem
    groups: tuple[ReportGroupName, ...] = ()


Referent = (
    DataItem
    | ConditionName
    | IndexName
    | SpecialRegister
    | Constant
    | SymbolicCharacter
    | Switch
    | SwitchStatus
    | Mnemonic
    | FileItem
    | FileKey
    | ReportItem
    | ReportGroupName
    | AlphabetSymbol
)
"""Everything an `ast.Identifier` may turn out to be."""


@dataclass(slots=True, eq=False, repr=False)
class ProgramSymbols:
    """The names of one program. `parent` is the symbols of the directly containing program.

    The lists of items hold level 01 and 77 items in order of description (condition-names and level 66 are reached
    through `items`, `conditions`). Lookups by name are for unique declarations of *this* program; use
    `cobol_parser.qualification.find` for references, which knows qualification and GLOBAL names.
    """

    program: ast.Program
    parent: ProgramSymbols | None = None
    working_storage: tuple[DataItem, ...] = ()
    local_storage: tuple[DataItem, ...] = ()
    linkage: tuple[DataItem, ...] = ()
    files: dict[str, FileItem] = field(default_factory=dict)
    """In order of SELECT."""
    reports: dict[str, ReportItem] = field(default_factory=dict)
    communication: tuple[DataItem, ...] = ()
    screens: tuple[DataItem, ...] = ()
    registers: dict[str, SpecialRegister] = field(default_factory=dict)
    mnemonics: dict[str, Mnemonic] = field(default_factory=dict)
    switches: dict[str, Switch] = field(default_factory=dict)
    classes: dict[str, ClassName] = field(default_factory=dict)
    alphabets: dict[str, AlphabetSymbol] = field(default_factory=dict)
    constants: dict[str, Constant] = field(default_factory=dict)
    names: dict[str, list[Referent]] = field(default_factory=dict)
    """Every declaration of a name that an identifier can mean, in order."""
    parameters: tuple[DataItem, ...] = ()
    """Items of PROCEDURE DIVISION USING, in order."""
    returning: DataItem | None = None
    program_collating: AlphabetSymbol | None = None
    """PROGRAM COLLATING SEQUENCE, None for native."""
    currency_symbol: str = "$"
    """The character that stands for currency in PICTUREs."""
    currency_sign: str = "$"
    """The text that is put into edited items."""
    decimal_comma: bool = False

    def records(self) -> Iterator[DataItem]:
        """Yield the level 01 and 77 items of all sections, files first."""
        for file in self.files.values():
            yield from file.records
        yield from self.working_storage
        yield from self.local_storage
        yield from self.linkage
        yield from self.communication
        yield from self.screens

    def data_items(self) -> Iterator[DataItem]:
        """Yield every data item of levels 01-49 and 77 in order of description."""
        for record in self.records():
            yield from record.walk()

    def named(self, name: str) -> tuple[Referent, ...]:
        """Return the declarations of `name` in this program, in order."""
        return tuple(self.names.get(name, ()))

    def literal_number(self, name: str) -> Decimal | None:
        """Return the value of a numeric constant of this program or of a containing one."""
        symbols: ProgramSymbols | None = self
        while symbols is not None:
            constant = symbols.constants.get(name)
            if constant is not None:
                return constant.value.value if isinstance(constant.value, ast.NumericLiteral) else None
            symbols = symbols.parent
        return None
