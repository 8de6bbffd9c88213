"""OPEN, CLOSE, READ, WRITE, REWRITE, DELETE, START, UNLOCK, ACCEPT, DISPLAY."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.phrases import ConditionalPhrase
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class Retry(Node):
    """RETRY n TIMES, RETRY FOR n SECONDS; for ever when neither is given (RETRY FOREVER, WITH WAIT)."""

    times: Expression | None = None
    seconds: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class OpenFile(Node):
    """One file of OPEN. `mode` is INPUT, OUTPUT, I-O or EXTEND; `options` REVERSED, NO REWIND, LOCK, EXCLUSIVE, SHARING ALL,
    SHARING READ, SHARING NO."""

    mode: str
    file: str
    options: tuple[str, ...] = ()
    retry: Retry | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Open(Statement):
    """OPEN files, in order."""

    files: tuple[OpenFile, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class CloseFile(Node):
    """One file of CLOSE. `options` REEL, UNIT, REMOVAL, NO REWIND, LOCK."""

    file: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Close(Statement):
    """CLOSE files, in order."""

    files: tuple[CloseFile, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Read(Statement):
    """READ file [NEXT|PREVIOUS] [INTO item] [KEY IS key] [AT END | INVALID KEY …].

    `direction` is NEXT, PREVIOUS or None (as the access mode says). `lock` is LOCK, NO LOCK, KEPT LOCK or IGNORE LOCK;
    `skip_locked` is ADVANCING ON LOCK.
    """

    file: str
    direction: str | None = None
    into: Identifier | None = None
    key: Identifier | None = None
    lock: str | None = None
    skip_locked: bool = False
    retry: Retry | None = None
    at_end: ConditionalPhrase | None = None
    invalid_key: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Advancing(Node):
    """BEFORE|AFTER ADVANCING lines | PAGE | mnemonic. `lines` is None for PAGE; a mnemonic is an Identifier in `lines`."""

    after: bool
    lines: Expression | None
    page: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Write(Statement):
    """WRITE record [FROM source] [ADVANCING …] [AT END-OF-PAGE …] [INVALID KEY …].

    `file` is set for WRITE FILE file-name FROM …; else `record` names the record.
    """

    record: Identifier | None
    source: Expression | None = None
    file: str | None = None
    advancing: Advancing | None = None
    end_of_page: ConditionalPhrase | None = None
    invalid_key: ConditionalPhrase | None = None
    lock: str | None = None
    retry: Retry | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Rewrite(Statement):
    """REWRITE record [FROM source] [INVALID KEY …]."""

    record: Identifier | None
    source: Expression | None = None
    file: str | None = None
    invalid_key: ConditionalPhrase | None = None
    lock: str | None = None
    retry: Retry | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Delete(Statement):
    """DELETE file RECORD [INVALID KEY …]."""

    file: str
    invalid_key: ConditionalPhrase | None = None
    retry: Retry | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class DeleteFile(Statement):
    """DELETE FILE files (extension)."""

    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Start(Statement):
    """START file [KEY relation key] [INVALID KEY …]. `relation` is one of = > >= < <= <> FIRST LAST; "" when KEY is left out
    (equal to the primary or relative key)."""

    file: str
    relation: str = ""
    key: Identifier | None = None
    length: Expression | None = None
    invalid_key: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Unlock(Statement):
    """UNLOCK file."""

    file: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Commit(Statement):
    """COMMIT: what was written to files so far becomes permanent, and locks of records end."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Accept(Statement):
    """ACCEPT item [FROM source].

    `source` is upper-case words: "" (standard input), DATE, DATE YYYYMMDD, DAY, DAY YYYYDDD, DAY-OF-WEEK, TIME,
    COMMAND-LINE, ARGUMENT-VALUE, ARGUMENT-NUMBER, ENVIRONMENT-VALUE, ENVIRONMENT, MESSAGE COUNT, or a mnemonic.
    `name` is the operand of FROM ENVIRONMENT "NAME".
    """

    item: Identifier
    source: str = ""
    name: Expression | None = None
    exception: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Display(Statement):
    """DISPLAY items [UPON device] [WITH NO ADVANCING]. `upon` is the upper-case word or mnemonic; `exception` is
    ON EXCEPTION, for devices such as ENVIRONMENT-VALUE."""

    items: tuple[Expression, ...]
    upon: str | None = None
    no_advancing: bool = False
    exception: ConditionalPhrase | None = None
