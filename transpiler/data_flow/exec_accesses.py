"""What EXEC SQL and EXEC CICS blocks do with items: host variables and operands, by the words around them.

SQL: what stands behind INTO is written, arguments of CALL both, other host variables are read. CICS: by the option (CICS Application
Programming Reference); an option that is not in the tables takes and gives. Names that mean nothing here, or too much, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from cobol_parser.qualification import find
from cobol_parser.symbols import ProgramSymbols, Referent
from transpiler.data_flow.roles import Role
from transpiler.exec_text import command, without_literals

Named: TypeAlias = tuple[Referent, Role, str, bool]
"""What is named, what is done with it, the words for it, and whether only a part of it is meant."""

_HOST = re.compile(r":\s*([A-Za-z0-9][\w-]*)(?:\s*\.\s*([A-Za-z0-9][\w-]*))?")
_SQL_INTO = re.compile(r"\bINTO\s+(?=:)", re.IGNORECASE)
_SQL_INTO_ENDS = re.compile(r"\b(?:FROM|WHERE|USING|FOR|WITH|OPTIMIZE|FETCH)\b", re.IGNORECASE)
_NAME = re.compile(
    r"([A-Za-z0-9][\w-]*)((?:\s+(?:OF|IN)\s+[A-Za-z0-9][\w-]*)*)\s*(\(.*\))?\s*", re.IGNORECASE | re.DOTALL
)
_SPECIAL = re.compile(r"\s*(LENGTH|ADDRESS)\s+OF\s+", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z0-9][\w-]*")

_CICS_WRITTEN = frozenset(
    [
        "INTO",
        "SET",
        "RESP",
        "RESP2",
        "ABSTIME",
        "NUMREC",
        "TOKEN",
        "RETCODE",
        "YYYYMMDD",
        "YYMMDD",
        "DDMMYY",
        "DDMMYYYY",
        "MMDDYY",
        "MMDDYYYY",
        "YYDDD",
        "YYYYDDD",
        "YYYYDDMM",
        "DATE",
        "TIME",
        "DAYCOUNT",
        "DAYOFMONTH",
        "DAYOFWEEK",
        "MONTHOFYEAR",
        "YEAR",
        "MILLISECONDS",
        "FULLDATE",
        "DATETIME",
        "STRINGFORMAT",
        "APPLID",
        "SYSID",
        "USERID",
        "NETNAME",
        "FACILITY",
        "STARTCODE",
        "OPID",
        "ABCODE",
        "CWA",
        "TWALENG",
        "CWALENG",
    ]
)
_CICS_READ = frozenset(
    [
        "FROM",
        "FILE",
        "DATASET",
        "QUEUE",
        "QNAME",
        "MAP",
        "MAPSET",
        "PROGRAM",
        "TRANSID",
        "KEYLENGTH",
        "CURSOR",
        "ITEM",
        "DATEFORM",
        "DATESEP",
        "TIMESEP",
        "INTERVAL",
        "REQID",
        "TERMID",
        "CHANNEL",
        "CONTAINER",
        "FLENGTH",
        "LABEL",
        "JOURNALNAME",
        "RESOURCE",
        "ABCODE",
        "NOHANDLE",
        "RTERMID",
        "RTRANSID",
        "MAXLENGTH",
        "FROMLENGTH",
        "TEXT",
    ]
)
_TAKES_ABSTIME = frozenset({"FORMATTIME", "CONVERTTIME"})
_GIVES = frozenset({"ASSIGN", "ADDRESS", "INQUIRE"})
"""Commands that write all their operands."""
_GIVES_ITEM = frozenset({"WRITEQ TS"})


def exec_accesses(language: str, text: str, symbols: ProgramSymbols) -> Iterator[Named]:
    """What a block does with the items that it names."""
    if language in ("SQL", "SQLIMS"):
        yield from _sql(without_literals(text), symbols)
    elif language == "CICS":
        yield from _cics(text, symbols)
    else:
        yield from named_words(text, symbols, f"EXEC {language}")


def named_words(text: str, symbols: ProgramSymbols, how: str) -> Iterator[Named]:
    """Text that is not understood: any name in it may be read and written."""
    for word in dict.fromkeys(_WORD.findall(without_literals(text).upper())):
        for referent in find(symbols, word):
            yield referent, Role.BOTH, how, True


def _sql(text: str, symbols: ProgramSymbols) -> Iterator[Named]:
    verb = (text.split() or [""])[0].upper()
    how = f"SQL {verb}".rstrip()
    written = _written_spans(text) if verb in ("SELECT", "FETCH", "VALUES", "GET", "SET", "WITH") else []
    for found in _HOST.finditer(text):
        outer, inner = found[1].upper(), (found[2] or "").upper()
        role = Role.READ
        if any(start <= found.start() < stop for start, stop in written):
            role = Role.WRITTEN
        elif verb == "CALL":
            role = Role.BOTH
        meant = find(symbols, inner, (outer,)) if inner else find(symbols, outer)
        if len(meant) == 1:
            yield meant[0], role, how, False
    for name in ("SQLCA", "SQLCODE"):
        area = find(symbols, name) if verb not in ("DECLARE", "INCLUDE", "BEGIN", "END", "WHENEVER") else []
        if len(area) == 1:
            yield area[0], Role.WRITTEN, how, False
            return


def _written_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for found in _SQL_INTO.finditer(text):
        ends = _SQL_INTO_ENDS.search(text, found.end())
        spans.append((found.end(), ends.start() if ends is not None else len(text)))
    return spans


def _cics(text: str, symbols: ProgramSymbols) -> Iterator[Named]:
    done = command(text)
    how = f"CICS {done.verb}".rstrip()
    for option, operand in done.options.items():
        if operand:
            yield from _operand(operand, _cics_role(done.verb, option), f"{how} {option}", symbols)


def _cics_role(verb: str, option: str) -> Role:
    if verb in _GIVES and option not in ("RESP", "RESP2"):
        return Role.WRITTEN
    if option == "ABSTIME" and verb in _TAKES_ABSTIME:
        return Role.READ
    if option == "COMMAREA":
        return Role.BOTH if verb == "LINK" else Role.READ
    if option == "RIDFLD" and verb in ("READ", "DELETE", "WRITE", "STARTBR", "RESETBR"):
        return Role.READ
    if option == "LENGTH" and verb.split()[0] in (
        "SEND",
        "WRITE",
        "REWRITE",
        "WRITEQ",
        "XCTL",
        "LINK",
        "RETURN",
        "START",
    ):
        return Role.READ
    if option == "ITEM" and verb in _GIVES_ITEM:
        return Role.BOTH
    if option in _CICS_READ:
        return Role.READ
    return Role.WRITTEN if option in _CICS_WRITTEN else Role.BOTH


def _operand(operand: str, role: Role, how: str, symbols: ProgramSymbols) -> Iterator[Named]:
    special = _SPECIAL.match(operand)
    if special is not None:
        role = Role.NAMED if special[1].upper() == "LENGTH" else Role.BOTH
        operand = operand[special.end() :]
    found = _NAME.fullmatch(operand.strip())
    if found is None:
        return
    qualifiers = tuple(word for word in found[2].upper().split() if word not in ("OF", "IN"))
    meant = find(symbols, found[1].upper(), qualifiers)
    if len(meant) == 1:
        yield meant[0], role, how, found[3] is not None
    for word in _WORD.findall((found[3] or "").upper()):
        inside = find(symbols, word)
        if len(inside) == 1:
            yield inside[0], Role.READ, how, False
