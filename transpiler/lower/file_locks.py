"""File sharing and record locks: clauses of SELECT, phrases of OPEN, READ, WRITE, REWRITE and DELETE.

Records of sequential files are not locked: while such a file is written it is held as a whole, as with GnuCOBOL, so that the
phrases have nothing left to say there.
"""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import FileItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, text
from transpiler.lower.context import Context
from transpiler.lower.expressions import operand
from transpiler.lower.operand import number

Keywords = tuple[tuple[str, ir.Expr], ...]

_SHARING = {"ALL": "all other", "READ": "read only", "NO": "no other"}
_LOCKS = {"LOCK": "lock", "KEPT LOCK": "lock", "NO LOCK": "no lock", "IGNORE LOCK": "ignore lock"}
_KEYED = ("INDEXED", "RELATIVE")


def sharing_clauses(file: FileItem) -> Keywords:
    """LOCK MODE and SHARING as arguments of the connector."""
    if file.entry is None:
        return ()
    keywords: Keywords = ()
    words = (file.entry.lock_mode or "").split()
    mode = next((word for word in words if word in ("MANUAL", "AUTOMATIC", "EXCLUSIVE")), None)
    sharing = _SHARING[file.entry.sharing.split()[0]] if file.entry.sharing else None
    if mode == "EXCLUSIVE":
        sharing = "no other"
    elif mode is not None and file.organization in _KEYED:
        keywords = (("lock_mode", text(mode.lower())),)
        if "MULTIPLE" in words or "ROLLBACK" in words:
            keywords = (*keywords, ("multiple_locks", TRUE))
    return (*keywords, ("sharing", text(sharing))) if sharing is not None else keywords


def open_phrases(context: Context, opened: ast.OpenFile) -> Keywords:
    """SHARING, WITH LOCK and RETRY of OPEN."""
    keywords: Keywords = ()
    for option in opened.options:
        if option in ("LOCK", "EXCLUSIVE"):
            keywords = (("sharing", text("no other")),)
        elif option.startswith("SHARING"):
            keywords = (("sharing", text(_SHARING[option.split()[1]])),)
    return keywords + _retry(context, opened.retry)


def lock_phrases(
    context: Context, file: FileItem, node: ast.Read | ast.Write | ast.Rewrite | ast.Delete
) -> Keywords:
    """The lock and RETRY phrases of a statement on one record."""
    if file.organization not in _KEYED:
        return ()
    keywords: Keywords = ()
    lock = None if isinstance(node, ast.Delete) else node.lock
    if lock is not None:
        keywords = (("lock", text(_LOCKS[lock])),)
    if isinstance(node, ast.Read) and node.skip_locked:
        keywords = (*keywords, ("skip_locked", TRUE))
    return keywords + _retry(context, node.retry)


def _retry(context: Context, phrase: ast.Retry | None) -> Keywords:
    if phrase is None:
        return ()
    amounts = (("times", phrase.times), ("seconds", phrase.seconds))
    given = tuple(
        (name, number(context, operand(context, value))) for name, value in amounts if value is not None
    )
    return (("retry", ir.Call(context.runtime("Retry"), (), given)),)
