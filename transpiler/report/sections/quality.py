"""Section 12: what the Python is like, beside the COBOL it comes from."""

from __future__ import annotations

import ast as python
import json
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from transpiler.emit.render import formatter
from transpiler.report.complexity import cobol_decisions, python_decisions
from transpiler.report.estate import Estate, ProgramFile
from transpiler.report.held import held
from transpiler.report.model import Chart, ChartKind, Column, Content, Figure, Kind, Place, Row, Table, row
from transpiler.report.registry import section
from transpiler.wording import counted, noun


@section(12, "quality", "Conversion quality")
def quality(estate: Estate) -> Content:
    """Plain methods, native values, lines and calls of the Python."""
    lint = _lint(estate) if estate.report.lint else {}
    rows = [_row(estate, file, lint) for file in estate.files if file.outcome.module_text]
    table = Table("quality", "By program file", _columns(estate.report.lint), rows)
    paragraphs = sum(int(str(item.values["paragraphs"])) for item in rows)
    plain = sum(int(str(item.values["plain"])) for item in rows)
    share = plain / paragraphs if paragraphs else 1.0
    figures = (
        Figure("paragraphs", noun(paragraphs, "paragraph"), paragraphs, "quality"),
        Figure("plain", noun(plain, "plain method"), plain, "quality"),
        Figure("plain_share", "of the paragraphs are plain methods", round(share, 4), "quality", f"{share:.0%}", share=True),
    )  # fmt: skip
    text = f"{plain:,} of {counted(paragraphs, 'paragraph')} ({share:.0%}) {noun(plain, 'is a plain method', 'are plain methods')}; the others run behind the dispatcher, for the reasons below."
    return Content(text, figures, (table, _reasons(estate), held(estate)), (_treemap(rows),))


def _columns(lint: bool) -> tuple[Column, ...]:
    number = Kind.NUMBER
    found = (
        (Column("ruff", "ruff", number), Column("mypy", "mypy", number, "empty where mypy is not installed"))
        if lint
        else ()
    )
    return (
        Column("file", "File", Kind.PLACE),
        Column("paragraphs", "Paragraphs", number),
        Column("plain", "Plain methods", number),
        Column("items", "Data items", number),
        Column("native", "Native values", number, "index-names and what else is a Python value of its own; the rest is bytes behind typed attributes"),
        Column("statements", "Statements", number),
        Column("lines", "Python lines", number, "neither blank nor comment"),
        Column("ratio", "Lines per statement", number),
        Column("calls", "Runtime calls", number, "calls of names imported from the runtime and of methods the module does not define"),
        Column("calls_ratio", "Calls per statement", number),
        Column("cobol_mccabe", "McCabe COBOL", number, "decisions and one"),
        Column("python_mccabe", "McCabe Python", number, "decisions and one, in all methods together"),
        *found,
    )  # fmt: skip


def _row(estate: Estate, file: ProgramFile, lint: dict[str, tuple[int, int | None]]) -> Row:
    contexts = file.conversion.contexts
    tree = python.parse(file.outcome.module_text)
    lines = sum(
        bool(text.strip()) and not text.lstrip().startswith("#")
        for text in file.outcome.module_text.splitlines()
    )
    statements = file.outcome.statistics.statements
    calls = _runtime_calls(tree)
    native = sum(len(context.storage.index_of) for context in contexts)
    items = sum(len(context.storage.field_of) for context in contexts) + native
    procedures = [program.procedure for program, _ in file.programs if program.procedure is not None]
    found = lint.get(file.name, (0, 0))
    more = {"ruff": found[0], "mypy": found[1]} if estate.report.lint else {}
    return row(
        ("file", file.name),
        [Place(file.name)],
        file=file.name,
        paragraphs=sum(len(context.flow.order) for context in contexts),
        plain=sum(len(context.flow.order) - len(context.flow.jumping) for context in contexts),
        items=items,
        native=native,
        statements=statements,
        lines=lines,
        ratio=round(lines / max(statements, 1), 2),
        calls=calls,
        calls_ratio=round(calls / max(statements, 1), 2),
        cobol_mccabe=1 + sum(map(cobol_decisions, procedures)),
        python_mccabe=1 + python_decisions(tree),
        **more,
    )


def _runtime_calls(tree: python.Module) -> int:
    imported: set[str] = set()
    own: set[str] = set()
    for node in python.walk(tree):
        if isinstance(node, python.ImportFrom) and (node.module or "").startswith("cobol_runtime"):
            imported |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, python.FunctionDef):
            own.add(node.name)
    return sum(
        isinstance(node, python.Call) and _is_runtime(node.func, imported, own) for node in python.walk(tree)
    )


def _is_runtime(called: python.expr, imported: set[str], own: set[str]) -> bool:
    if isinstance(called, python.Name):
        return called.id in imported
    return isinstance(called, python.Attribute) and called.attr not in own


def _treemap(rows: list[Row]) -> Chart:
    """Program files in their folders: as large as their statements, coloured by McCabe's number; a folder has the mean of its files."""
    folders: dict[str, list[Row]] = {}
    for item in rows:
        folders.setdefault(str(item.values["file"]).rpartition("/")[0] or ".", []).append(item)
    boxes: list[tuple[str, str, str, int, int]] = []
    for folder, inside in sorted(folders.items()):
        sizes = [int(str(item.values["statements"])) for item in inside]
        numbers = [int(str(item.values["cobol_mccabe"])) for item in inside]
        boxes.append((f"{folder}/", folder, "", sum(sizes), sum(numbers) // len(numbers)))
        for item, size, number in zip(inside, sizes, numbers, strict=True):
            name = str(item.values["file"])
            boxes.append((name, name.rpartition("/")[2], f"{folder}/", size, number))
    data = {
        "ids": [box[0] for box in boxes],
        "labels": [box[1] for box in boxes],
        "parents": [box[2] for box in boxes],
        "values": [box[3] for box in boxes],
        "measures": [box[4] for box in boxes],
        "measure": "McCabe",
        "unit": "statements",
    }
    summary = "Each box is a program file, as large as its statements; the darker, the more decisions. A folder has the mean of its files."
    return Chart("treemap", "Size by complexity", ChartKind.TREEMAP, data, summary)


def _reasons(estate: Estate) -> Table:
    """Why paragraphs are behind the dispatcher, and where."""
    places: dict[str, list[Place]] = {}
    files: dict[str, set[str]] = {}
    for file in estate.files:
        for context in file.conversion.contexts:
            for paragraph in context.flow.order:
                if paragraph in context.flow.jumping:
                    why = context.flow.why_jumping.get(paragraph, "every paragraph does, as --exact asks")
                    places.setdefault(why, []).append(estate.place(paragraph))
                    files.setdefault(why, set()).add(file.name)
    counts = Counter({why: len(found) for why, found in places.items()})
    rows = [
        row((why,), places[why][:20], why=why, paragraphs=count, files=len(files[why]))
        for why, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    columns = (
        Column("why", "Why"), Column("paragraphs", "Paragraphs", Kind.NUMBER), Column("files", "Files", Kind.NUMBER),
    )  # fmt: skip
    return Table("dispatched", "Paragraphs behind the dispatcher", columns, rows)


def _lint(estate: Estate) -> dict[str, tuple[int, int | None]]:
    """Findings of `ruff check` and `mypy --strict` in each module; None of mypy where it is not installed."""
    with TemporaryDirectory(prefix="cobolift-") as folder:
        names = {}
        for number, file in enumerate(estate.files):
            if file.outcome.module_text:
                path = Path(folder, f"m{number}.py")
                path.write_text(file.outcome.module_text, encoding="utf-8")
                names[path.name] = file.name
        ruff = _output([formatter(), "check", "--isolated", "--no-cache", "--output-format", "json", folder])
        known = find_spec("mypy") is not None
        strict = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(Path(folder, "cache")), folder]
        mypy = _output(strict) if known else ""
    by_ruff = Counter(Path(item["filename"]).name for item in json.loads(ruff or "[]"))
    by_mypy = Counter(Path(line.split(":")[0]).name for line in mypy.splitlines() if ": error:" in line)
    return {file: (by_ruff[name], by_mypy[name] if known else None) for name, file in names.items()}


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
