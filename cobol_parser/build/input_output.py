"""OPEN, CLOSE, READ, WRITE, REWRITE, DELETE, START, UNLOCK. (ACCEPT and DISPLAY are in console.py.)"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cobol_parser import ast
from cobol_parser.build.conditions import INVERSE, Operator
from cobol_parser.build.context import BuildContext
from cobol_parser.build.phrase_list import Phrase, gather, phrase
from cobol_parser.build.registry import SyntaxProblem, builds
from cobol_parser.build.unsupported import unsupported
from cobol_parser.source import Span, Token

_NOISE = frozenset({"WITH", "FOR"})

# --- OPEN and CLOSE


@builds("open_statement")
def open_(context: BuildContext, children: list[Any]) -> ast.Open:
    """OPEN modes and files. Options before the files of a mode hold for all of them, later ones for the file before."""
    mode = ""
    shared: tuple[str, ...] = ()
    retry: ast.Retry | None = None
    files: list[ast.OpenFile] = []
    behind_file = False
    for item in children[1:]:
        if isinstance(item, Phrase) and item.name == "RETRY":
            retry = item.value
            if behind_file:
                files[-1] = replace(files[-1], retry=retry)
        elif isinstance(item, Phrase):
            if behind_file:
                files[-1] = replace(files[-1], options=(*files[-1].options, item.value))
            else:
                shared += (item.value,)
        elif item.type == "EXCLUSIVE":
            shared, behind_file = ("EXCLUSIVE",), False
        elif item.type != "WORD":
            shared = shared if shared == ("EXCLUSIVE",) and not behind_file else ()
            mode, behind_file, retry = item.upper, False, None
        else:
            if not mode:
                raise SyntaxProblem(
                    "CBL3022", "INPUT, OUTPUT, I-O or EXTEND is missing before this file", at=item
                )
            opened = ast.OpenFile(
                span=Span(item, item), mode=mode, file=item.upper, options=shared, retry=retry
            )
            files.append(opened)
            behind_file = True
    if not behind_file:
        raise SyntaxProblem("CBL3022", "OPEN needs a file-name", at=context.span)
    return ast.Open(**context.statement(), files=tuple(files))


@builds("close_statement")
def close(context: BuildContext, children: list[Any]) -> ast.Close:
    """CLOSE files with their options."""
    files: list[ast.CloseFile] = []
    for item in children[1:]:
        if isinstance(item, Token):
            files.append(ast.CloseFile(span=Span(item, item), file=item.upper))
            continue
        if not files:
            raise SyntaxProblem("CBL3022", "CLOSE needs a file-name before this", at=item.span)
        last = files[-1]
        options = tuple(option for option in item.value if option not in last.options)
        span = Span(last.span.first, item.span.last)
        files[-1] = replace(last, span=span, options=last.options + options)
    return ast.Close(**context.statement(), files=tuple(files))


@builds("open_option")
def open_option(context: BuildContext, children: list[Any]) -> Phrase:
    """REVERSED, NO REWIND, LOCK, SHARING …, RETRY …"""
    if isinstance(children[0], Phrase):
        return children[0]
    words = _words(children)
    return phrase(context, words, words)


@builds("sharing")
def sharing(context: BuildContext, children: list[Token]) -> Phrase:
    """SHARING WITH ALL OTHER, NO OTHER or READ ONLY: "SHARING ALL", "SHARING NO", "SHARING READ"."""
    words = _words([token for token in children if token.type not in ("OTHER", "ONLY")])
    return phrase(context, "SHARING", words)


@builds("retry")
def retry(context: BuildContext, children: list[Any]) -> Phrase:
    """RETRY n TIMES, RETRY FOR n SECONDS, RETRY FOREVER."""
    amount = next((child for child in children if isinstance(child, ast.Expression)), None)
    in_turns = children[-1].type == "TIMES"
    made = ast.Retry(
        span=context.span, times=amount if in_turns else None, seconds=None if in_turns else amount
    )
    return phrase(context, "RETRY", made)


@builds("lock_phrase")
def lock_phrase(context: BuildContext, children: list[Token]) -> Phrase:
    """LOCK, NO LOCK, KEPT LOCK, IGNORE LOCK (or IGNORING); ADVANCING ON LOCK is a phrase of its own, WAIT a RETRY."""
    words = _words(children)
    if words == "WAIT":
        return phrase(context, "RETRY", ast.Retry(span=context.span))
    if words.startswith("ADVANCING"):
        return phrase(context, "ADVANCING ON LOCK")
    return phrase(context, "LOCK", words.replace("IGNORING", "IGNORE"))


def _words(tokens: list[Token]) -> str:
    """Upper-case words without those that mean nothing."""
    return " ".join(token.upper for token in tokens if token.type not in _NOISE)


@builds("close_option")
def close_option(context: BuildContext, children: list[Token]) -> Phrase:
    """REEL, UNIT, REMOVAL, NO REWIND or LOCK."""
    words = tuple(token.upper for token in children if token.type not in _NOISE)
    options = ("NO REWIND",) if words == ("NO", "REWIND") else words
    return phrase(context, "CLOSE", options)


# --- READ


@builds("read_statement")
def read(context: BuildContext, children: list[Any]) -> ast.Read:
    """READ file and its phrases."""
    _, file, *phrases, _ = children
    found = gather(phrases, ("NEXT", "PREVIOUS"), ("AT END", "INVALID KEY"))
    return ast.Read(
        **context.statement(),
        file=file.upper,
        skip_locked="ADVANCING ON LOCK" in found,
        direction=next((name for name in ("NEXT", "PREVIOUS") if name in found), None),
        into=found.get("INTO"),
        key=found.get("KEY"),
        lock=found.get("LOCK"),
        retry=found.get("RETRY"),
        at_end=found.get("AT END"),
        invalid_key=found.get("INVALID KEY"),
    )


@builds("into_phrase")
def into_phrase(context: BuildContext, children: list[Any]) -> Phrase:
    """INTO item."""
    return phrase(context, "INTO", children[1])


@builds("key_phrase")
def key_phrase(context: BuildContext, children: list[Any]) -> Phrase:
    """KEY IS key."""
    return phrase(context, "KEY", children[1])


@builds("at_end_handling")
def at_end_handling(context: BuildContext, children: list[Any]) -> Phrase:
    """AT END and NOT AT END."""
    return phrase(context, "AT END", children[0])


@builds("invalid_key_handling")
def invalid_key_handling(context: BuildContext, children: list[Any]) -> Phrase:
    """INVALID KEY and NOT INVALID KEY."""
    return phrase(context, "INVALID KEY", children[0])


# --- WRITE and REWRITE


@builds("write_statement")
def write(context: BuildContext, children: list[Any]) -> ast.Write:
    """WRITE record and its phrases."""
    _, target, *phrases, _ = children
    found = gather(phrases, ("END-OF-PAGE", "INVALID KEY"))
    record, file = target
    return ast.Write(
        **context.statement(),
        record=record,
        file=file,
        source=found.get("FROM"),
        advancing=found.get("ADVANCING"),
        end_of_page=found.get("END-OF-PAGE"),
        invalid_key=found.get("INVALID KEY"),
        lock=found.get("LOCK"),
        retry=found.get("RETRY"),
    )


@builds("rewrite_statement")
def rewrite(context: BuildContext, children: list[Any]) -> ast.Rewrite:
    """REWRITE record and its phrases."""
    _, target, *phrases, _ = children
    found = gather(phrases)
    record, file = target
    return ast.Rewrite(
        **context.statement(),
        record=record,
        file=file,
        source=found.get("FROM"),
        invalid_key=found.get("INVALID KEY"),
        lock=found.get("LOCK"),
        retry=found.get("RETRY"),
    )


@builds("record_or_file")
def record_or_file(_context: BuildContext, children: list[Any]) -> tuple[ast.Identifier | None, str | None]:
    """A record-name, or FILE file-name."""
    if len(children) == 1:
        return children[0], None
    return None, children[1].upper


@builds("from_phrase")
def from_phrase(context: BuildContext, children: list[Any]) -> Phrase:
    """FROM source."""
    return phrase(context, "FROM", children[1])


@builds("end_of_page_handling")
def end_of_page_handling(context: BuildContext, children: list[Any]) -> Phrase:
    """AT END-OF-PAGE and NOT AT END-OF-PAGE."""
    return phrase(context, "END-OF-PAGE", children[0])


@builds("write_advancing")
def write_advancing(context: BuildContext, children: list[Any]) -> Phrase:
    """BEFORE|AFTER ADVANCING lines or mnemonic-name."""
    lines = next(child for child in children if isinstance(child, ast.Expression))
    after = children[0].type == "AFTER"
    return phrase(context, "ADVANCING", ast.Advancing(span=context.span, after=after, lines=lines))


@builds("advancing_page")
def advancing_page(context: BuildContext, children: list[Any]) -> Phrase:
    """BEFORE|AFTER ADVANCING PAGE."""
    after = children[0].type == "AFTER"
    return phrase(context, "ADVANCING", ast.Advancing(span=context.span, after=after, lines=None, page=True))


# --- DELETE, START, UNLOCK, COMMIT


@builds("delete_statement")
def delete(context: BuildContext, children: list[Any]) -> ast.Delete:
    """DELETE file RECORD."""
    _, file, *phrases, _ = children
    found = gather(phrases)
    return ast.Delete(
        **context.statement(),
        file=file.upper,
        invalid_key=found.get("INVALID KEY"),
        retry=found.get("RETRY"),
    )


@builds("delete_file")
def delete_file(context: BuildContext, children: list[Any]) -> ast.DeleteFile:
    """DELETE FILE files."""
    files = tuple(token.upper for token in children[2:-1])
    return ast.DeleteFile(**context.statement(), files=files)


@builds("start_statement")
def start(context: BuildContext, children: list[Any]) -> ast.Start:
    """START file and its phrases."""
    _, file, *phrases, _ = children
    found = gather(phrases)
    relation, key = found.get("KEY", ("", None))
    if "LENGTH" in found and key is None:
        raise SyntaxProblem("CBL3021", "LENGTH needs the KEY phrase", at=context.span)
    return ast.Start(
        **context.statement(),
        file=file.upper,
        relation=relation,
        key=key,
        length=found.get("LENGTH"),
        invalid_key=found.get("INVALID KEY"),
    )


@builds("start_key")
def start_key(context: BuildContext, children: list[Any]) -> Phrase:
    """[KEY IS] relation key; without a relation the key must be equal."""
    relation = next((child.symbol for child in children if isinstance(child, Operator)), "=")
    return phrase(context, "KEY", (relation, children[-1]))


@builds("start_end")
def start_end(context: BuildContext, children: list[Token]) -> Phrase:
    """FIRST or LAST."""
    return phrase(context, "KEY", (children[-1].type, None))


@builds("start_relation")
def start_relation(context: BuildContext, children: list[Any]) -> Operator:
    """NOT relation, turned around (a relation without NOT is handed on as it is)."""
    return Operator(INVERSE[children[1].symbol], context.span)


@builds("start_size")
def start_size(context: BuildContext, children: list[Any]) -> Phrase:
    """WITH LENGTH|SIZE expression."""
    return phrase(context, "LENGTH", children[-1])


@builds("unlock_statement")
def unlock(context: BuildContext, children: list[Any]) -> ast.Unlock:
    """UNLOCK file."""
    return ast.Unlock(**context.statement(), file=children[1].upper)


@builds("commit_statement")
def commit(context: BuildContext, children: list[Token]) -> ast.Statement:
    """COMMIT; ROLLBACK would have to take back what was written, which GnuCOBOL's does not do: it ends locks, as COMMIT does."""
    if children[0].type == "COMMIT":
        return ast.Commit(**context.statement())
    if context.dialect.name == "gnucobol":
        context.report(
            "CBL6050", "ROLLBACK takes back no change of a file; it ends the locks of records", at=children[0]
        )
        return ast.Commit(**context.statement())
    return unsupported(context, "CBL6050", "ROLLBACK of file changes is not converted")
