"""Generated lines to COBOL lines, through COPY and REPLACE.

The formatter moves lines but keeps statements and their order, so the n-th statement of the formatted module is the n-th that
was printed. The map is written beside the module as `<module>.map.json`.
"""

from __future__ import annotations

import ast as python
import hashlib
import json
from collections import abc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cobol_parser.ast.node import Node
from cobol_parser.source import Token, copy_chain
from transpiler.emit.silent import Silent

Names: TypeAlias = "abc.Mapping[Node, str]"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Lines `first` to `last` of the module come from `line` to `end_line` of a COBOL file, the first word from `column`.

    `copied_at` are (file, line) of the COPY statements that lead there, innermost first.
    """

    first: int
    last: int
    file: str
    line: int
    end_line: int
    copied_at: tuple[tuple[str, int], ...] = ()
    column: int = 1
    word: str = ""
    """The first word of the COBOL construct, in capitals: of a statement its verb."""
    procedure: str | None = None
    """Of the head of a method that stands for a paragraph: its name, and OF the section's."""


def class_statements(tree: python.Module) -> Iterator[python.stmt]:
    """The statements of the module's classes in source order, class statements included."""
    for node in tree.body:
        if isinstance(node, python.ClassDef):
            yield from _statements(node)


def _statements(node: python.stmt) -> Iterator[python.stmt]:
    yield node
    for name in ("body", "orelse"):
        for inner in getattr(node, name, ()):
            yield from _statements(inner)


def source_map(text: str, origins: Iterable[Node | None], procedures: Names) -> list[Mapping]:
    """Match the statements of the formatted `text` with `origins`; `procedures` are the names of paragraphs. Raises ValueError
    when the numbers of statements differ."""
    result = []
    for statement, origin in zip(class_statements(python.parse(text)), origins, strict=True):
        if origin is not None:
            name = procedures.get(origin, "") if isinstance(statement, python.FunctionDef) else None
            result.append(_mapping(statement, origin, name))
    return result


def _mapping(statement: python.stmt, origin: Node, procedure: str | None) -> Mapping:
    first, last = origin.span
    end = last.end_line if last.inclusion is first.inclusion else first.end_line
    start = statement.lineno
    suite = getattr(statement, "body", None)
    stop = suite[0].lineno - 1 if suite else statement.end_lineno or start
    return Mapping(
        start,
        max(stop, start),
        first.inclusion.file.path,
        first.line,
        end,
        tuple((site.inclusion.file.path, site.line) for site in _chain(first)),
        first.column,
        first.upper,
        procedure,
    )


def _chain(token: Token) -> tuple[Token, ...]:
    return copy_chain(token)


def to_json(mappings: list[Mapping], silent: Iterable[Silent], module: str, text: str) -> str:
    """The map of the module `module` as JSON: `files` by number, `lines` as [first, last, file, line, end_line, copies, column, first
    word], `procedures` as line of a method: name of its paragraph (OF section), and `silent`, the COBOL statements without Python, as
    [file, line, reason].

    `sha256` is the digest of the module's `text`: after a change by hand the lines are others.
    """
    files: dict[str, int] = {}

    def number(path: str) -> int:
        return files.setdefault(path, len(files))

    lines = [
        [
            item.first,
            item.last,
            number(item.file),
            item.line,
            item.end_line,
            [[number(path), line] for path, line in item.copied_at],
            item.column,
            item.word,
        ]
        for item in mappings
    ]
    without = [[number(item.file), item.line, item.reason] for item in silent]
    digest = hashlib.sha256(text.encode()).hexdigest()
    procedures = {str(item.first): item.procedure for item in mappings if item.procedure is not None}
    head = json.dumps(
        {"version": 2, "module": module, "sha256": digest, "files": list(files), "procedures": procedures}
    )[:-1]
    body = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    tail = json.dumps(without, separators=(",", ":"))
    return f'{head}, "lines": [\n{body}\n], "silent": {tail}}}\n'
