"""ENVIRONMENT DIVISION entries."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.data import ValueRange
from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node


@dataclass(frozen=True, kw_only=True, eq=False)
class AlphabetClause(Node):
    """ALPHABET name IS STANDARD-1 | STANDARD-2 | NATIVE | EBCDIC | ASCII | literals.

    `predefined` is the upper-case name, or None when `ranges` spell the alphabet out; a range node may be
    wrapped in a tuple of ALSO members.
    """

    name: str
    predefined: str | None = None
    ranges: tuple[tuple[ValueRange, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class ClassClause(Node):
    """CLASS name IS literal [THRU literal] …"""

    name: str
    ranges: tuple[ValueRange, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class MnemonicClause(Node):
    """system-name IS mnemonic [ON STATUS IS name] [OFF STATUS IS name] (devices, channels, switches)."""

    system_name: str
    mnemonic: str | None = None
    on_status: str | None = None
    off_status: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SymbolicCharacters(Node):
    """SYMBOLIC CHARACTERS: name -> ordinal position (1-based) pairs, in alphabet `alphabet`."""

    names: tuple[str, ...]
    ordinals: tuple[int, ...]
    alphabet: str | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SpecialNames(Node):
    """The SPECIAL-NAMES paragraph."""

    alphabets: tuple[AlphabetClause, ...] = ()
    classes: tuple[ClassClause, ...] = ()
    mnemonics: tuple[MnemonicClause, ...] = ()
    symbolic_characters: tuple[SymbolicCharacters, ...] = ()
    currency_sign: str | None = None
    currency_symbol: str | None = None
    """PICTURE SYMBOL, when it differs from the sign"""
    decimal_point_is_comma: bool = False
    numeric_sign_separate: bool = False
    crt_status: Identifier | None = None
    cursor: Identifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class RecordKey(Node):
    """RECORD KEY or ALTERNATE RECORD KEY; `parts` holds the SOURCE items of a split key, `suppress` the value of
    SUPPRESS WHEN (a record whose key is filled with it is not found by the key)."""

    key: Identifier
    duplicates: bool = False
    suppress: Expression | None = None
    parts: tuple[Identifier, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class FileControlEntry(Node):
    """SELECT … ASSIGN … and its clauses.

    `assign` holds the ASSIGN operands: literals, or Identifiers for words (a data-name or a system-name; the resolver
    decides by dialect). `assign_words` holds device words such as DISK or PRINTER. `organization` is SEQUENTIAL,
    LINE SEQUENTIAL, INDEXED or RELATIVE; `access` SEQUENTIAL, RANDOM or DYNAMIC. `spelling` is the name where it has small letters.
    """

    name: str
    optional: bool = False
    spelling: str | None = None
    assign: tuple[Expression, ...] = ()
    assign_words: tuple[str, ...] = ()
    organization: str = "SEQUENTIAL"
    access: str = "SEQUENTIAL"
    record_key: RecordKey | None = None
    alternate_keys: tuple[RecordKey, ...] = ()
    relative_key: Identifier | None = None
    status: Identifier | None = None
    secondary_status: Identifier | None = None
    padding: Expression | None = None
    record_delimiter: str | None = None
    reserve: int | None = None
    lock_mode: str | None = None
    sharing: str | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class SameArea(Node):
    """SAME [RECORD|SORT|SORT-MERGE] AREA FOR files. `kind` is "", RECORD, SORT or SORT-MERGE."""

    kind: str
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class EnvironmentDivision(Node):
    """ENVIRONMENT DIVISION."""

    source_computer: str | None = None
    debugging_mode: bool = False
    object_computer: str | None = None
    program_collating_sequence: str | None = None
    segment_limit: int | None = None
    memory_size: bool = False
    """MEMORY SIZE is written; it has no effect."""
    special_names: SpecialNames | None = None
    repository: tuple[str, ...] = ()
    """function names usable without FUNCTION ("ALL INTRINSIC" as one entry)"""
    file_control: tuple[FileControlEntry, ...] = ()
    same_areas: tuple[SameArea, ...] = ()
    multiple_file_tapes: tuple[str, ...] = ()
    reruns: tuple[str, ...] = ()
