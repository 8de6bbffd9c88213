"""Counting the statements of converted programs while they run.

The module on disk stays as it is. When Python loads a module that has a map, it compiles a copy of its syntax tree with a counter before each
statement; the lines of the copy are those of the module, so that messages name the same places. `sys.settrace` would need no copy, but is called for
the runtime's functions too: a batch of file records and arithmetic takes 2.6 times as long with it, and 1.3 times as long with counters.
"""

from __future__ import annotations

import ast as python
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from transpiler.emit.source_map import class_statements
from transpiler.nesting import room_for_nesting
from transpiler.program_cache import file_hash
from transpiler.trace.counts import Place, ProgramCounts, Trace, absolute

COUNTERS = "_cobolift_counts"
_BEFORE_THE_RUN = frozenset({"__init__", "bind", "start_local_storage"})
"""Methods that prepare a program; nothing of a PROCEDURE DIVISION is in them."""


class Recorder:
    """The counters of the modules that were loaded."""

    def __init__(self) -> None:
        self._modules: list[tuple[str, list[tuple[Place, int]], list[int]]] = []
        self._digests: dict[str, str] = {}
        self.uncounted: list[Path] = []

    def compiled(self, path: Path) -> tuple[CodeType, list[int]] | None:
        """The code of a module with counters, and the counters; None for a module without a map that fits it, and for one that nests too
        deep, which is noted in `uncounted`."""
        loaded = _map_of(path)
        if loaded is None:
            return None
        try:
            with room_for_nesting():
                return self._with_counters(path, loaded)
        except RecursionError:
            self.uncounted.append(path)
            return None

    def _with_counters(self, path: Path, loaded: dict[str, Any]) -> tuple[CodeType, list[int]] | None:
        tree = python.parse(path.read_bytes())
        statements = list(class_statements(tree))
        entries = loaded["lines"]
        if len(entries) != len(statements):
            return None
        counters = [0] * len(statements)
        numbers = {id(statement): number for number, statement in enumerate(statements)}
        counted = set(_insert(tree, numbers))
        files = [absolute(name) for name in loaded["files"]]
        source = next(files[entry[2]] for entry in entries if not entry[5])
        self._digests[source] = loaded["sha256"]
        self._modules.append((source, _first_of_each_place(entries, files, counted), counters))
        return compile(python.fix_missing_locations(tree), str(path), "exec"), counters

    def trace(self) -> Trace:
        """The counts so far, as one run."""
        trace = Trace(1)
        for source, places, counters in self._modules:
            program = trace.programs.setdefault(source, ProgramCounts(source, self._digests[source]))
            for place, number in places:
                program.counts[place] += counters[number]
        return trace

    def run(self, path: Path) -> None:
        """Run a module as the main program, as `python path` does."""
        made = self.compiled(path)
        module = ModuleType("__main__")
        module.__file__ = str(path)
        sys.modules["__main__"] = module
        sys.path.insert(0, str(path.parent))
        if made is None:
            code: CodeType = compile(path.read_bytes(), str(path), "exec")
        else:
            code, vars(module)[COUNTERS] = made
        exec(code, vars(module))

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Let every module with a map that is imported count too: CALLed programs."""
        plain = SourceFileLoader.exec_module

        def exec_module(loader: SourceFileLoader, module: ModuleType) -> None:
            made = self.compiled(Path(loader.path))
            if made is None:
                plain(loader, module)
                return
            code, vars(module)[COUNTERS] = made
            exec(code, vars(module))

        SourceFileLoader.exec_module = exec_module  # type: ignore[assignment,method-assign]
        try:
            yield
        finally:
            SourceFileLoader.exec_module = plain  # type: ignore[method-assign]


def _map_of(path: Path) -> dict[str, Any] | None:
    try:
        loaded = json.loads(path.with_suffix(".map.json").read_text(encoding="utf-8"))
        fits = loaded["sha256"] == file_hash(path)
        return loaded if fits else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _first_of_each_place(entries: list[Any], files: list[str], counted: set[int]) -> list[tuple[Place, int]]:
    """The places of what is counted, each with the first Python statement made from it: that one runs as often as the COBOL."""
    first: dict[Place, int] = {}
    for number in sorted(counted):
        _, _, file, line, _, copies, column, *_ = entries[number]
        place = (files[file], line, column, tuple((files[copy], at) for copy, at in copies))
        first.setdefault(place, number)
    return list(first.items())


def _insert(tree: python.Module, numbers: dict[int, int]) -> Iterator[int]:
    """Put a counter before each statement of the methods that stand for procedures, and at the start of each of them; yields the
    numbers that are counted."""
    for program in _program_classes(tree):
        for method in program.body:
            if isinstance(method, python.FunctionDef) and method.name not in _BEFORE_THE_RUN:
                yield numbers[id(method)]
                for node in python.walk(method):
                    yield from _inside(node, method, numbers)


def _program_classes(tree: python.Module) -> Iterator[python.ClassDef]:
    for node in tree.body:
        if isinstance(node, python.ClassDef) and any(
            isinstance(base, python.Name) and base.id == "Program" for base in node.bases
        ):
            yield node


def _inside(node: python.AST, method: python.FunctionDef, numbers: dict[int, int]) -> Iterator[int]:
    """Count the statements directly inside a node."""
    if node is method:
        documented = python.get_docstring(method, clean=False) is not None
        body = method.body[documented:]
        yield from _known(body, numbers)
        head = _counter(method.body[0], numbers[id(method)])
        method.body = [*method.body[:documented], head, *_counted(body, numbers)]
    elif isinstance(node, (python.If, python.While, python.For, python.With)):
        yield from _known(node.body, numbers)
        node.body = _counted(node.body, numbers)
        if not isinstance(node, python.With):
            yield from _known(node.orelse, numbers)
            node.orelse = _counted(node.orelse, numbers)


def _known(body: list[python.stmt], numbers: dict[int, int]) -> Iterator[int]:
    return (numbers[id(statement)] for statement in body if id(statement) in numbers)


def _counted(body: list[python.stmt], numbers: dict[int, int]) -> list[python.stmt]:
    counted: list[python.stmt] = []
    for statement in body:
        if id(statement) in numbers:
            counted.append(_counter(statement, numbers[id(statement)]))
        counted.append(statement)
    return counted


def _counter(at: python.stmt, number: int) -> python.stmt:
    """`counts[number] += 1` at the line of a statement."""
    target = python.Subscript(python.Name(COUNTERS, python.Load()), python.Constant(number), python.Store())
    return python.copy_location(python.AugAssign(target, python.Add(), python.Constant(1)), at)
