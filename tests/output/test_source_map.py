"""Generated lines and COBOL lines lead to each other, in both directions."""

from __future__ import annotations

import ast as python
from collections.abc import Iterator
from pathlib import Path

import pytest

from cobol_parser import ast
from cobol_parser.walk import walk
from cobol_runtime.cobol_lines import CobolLine, cobol_line
from tests.cli.command import program, write
from tests.output.programs import Generated
from transpiler.emit.silent import UNEXPLAINED
from transpiler.options import ConvertOptions
from transpiler.pipeline import convert_file

Place = tuple[str, int]


def mapped_lines(item: Generated) -> dict[int, Place]:
    """Each mapped line of the module with the COBOL file and line where its construct begins."""
    loaded = item.map
    return {
        number: (loaded["files"][file], line)
        for first, last, file, line, *_ in loaded["lines"]
        for number in range(first, last + 1)
    }


def statement_lines(text: str) -> Iterator[int]:
    """The first line of every statement of the module's classes."""
    for node in python.parse(text).body:
        if isinstance(node, python.ClassDef):
            yield from (inner.lineno for inner in python.walk(node) if isinstance(inner, python.stmt))


def cobol_statements(item: Generated) -> Iterator[ast.Statement]:
    """The statements of the PROCEDURE DIVISIONs."""
    for analysis in item.conversion.analyses.values():
        procedure = analysis.program.procedure
        if procedure is not None:
            yield from (node for node in walk(procedure) if isinstance(node, ast.Statement))


def place(node: ast.Node) -> Place:
    first = node.span.first
    return first.inclusion.file.path, first.line


def test_every_generated_statement_has_a_cobol_line(generated: list[Generated]) -> None:
    unmapped = [
        f"{item.name}:{line}"
        for item in generated
        for known in [mapped_lines(item)]
        for line in statement_lines(item.text)
        if line not in known
    ]
    assert not unmapped


def test_the_cobol_lines_exist_and_are_no_comments(generated: list[Generated]) -> None:
    wrong: list[str] = []
    for item in generated:
        texts = {path: Path(path).read_text("latin-1").split("\n") for path in item.map["files"]}
        for number, (path, line) in mapped_lines(item).items():
            text = texts[path][line - 1] if line <= len(texts[path]) else ""
            if not text.strip() or (not item.program.source.free_format and text[6:7] == "*"):
                wrong.append(f"{item.name}:{number} -> {path}:{line}: {text!r}")
    assert not wrong


def test_every_cobol_statement_has_python_or_a_reason(generated: list[Generated]) -> None:
    """EVALUATE and SEARCH may have it through their WHEN phrases."""
    lost: list[str] = []
    for item in generated:
        loaded = item.map
        known = set(mapped_lines(item).values())
        known |= {(loaded["files"][file], line) for file, line, _ in loaded["silent"]}
        for statement in cobol_statements(item):
            if place(statement) not in known and not any(place(node) in known for node in walk(statement)):
                lost.append(f"{item.name}: {place(statement)}")
        lost += [f"{item.name}: {entry}" for entry in loaded["silent"] if entry[2] == UNEXPLAINED]
    assert not lost


def test_most_statements_have_python(generated: list[Generated]) -> None:
    """A map that called everything silent would pass the test above."""
    silent = sum(len(item.map["silent"]) for item in generated)
    statements = sum(1 for item in generated for _ in cobol_statements(item))
    assert silent < statements / 20


COPIED = """\
           DISPLAY "COPIED"
           ADD 1 TO COUNTER
"""


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    """A module made from a program whose statements are copied through two files, with the lines of the main file replaced."""
    main = program(
        "A",
        'DISPLAY "A".\n    COPY OUTER REPLACING ==WORD== BY =="SEEN"==.\nSTOP RUN.',
        data="01 COUNTER PIC 9.",
    )
    write(
        tmp_path,
        {
            "a.cbl": main,
            "OUTER.cpy": "           COPY INNER.\n           DISPLAY WORD.\n",
            "INNER.cpy": COPIED,
        },
    )
    convert_file(tmp_path / "a.cbl", tmp_path / "out", ConvertOptions())
    return tmp_path / "out" / "a.py"


def line_of(module: Path, text: str) -> int:
    return next(number for number, line in enumerate(module.read_text().split("\n"), 1) if text in line)


def test_the_map_goes_through_copy(converted: Path) -> None:
    folder = converted.parent.parent
    main, outer, inner = (str(folder / name) for name in ("a.cbl", "OUTER.cpy", "INNER.cpy"))
    assert cobol_line(converted, line_of(converted, 'self.display("A")')) == CobolLine(main, 8)
    assert cobol_line(converted, line_of(converted, '"COPIED"')) == CobolLine(
        inner, 1, ((outer, 1), (main, 9))
    )
    assert cobol_line(converted, line_of(converted, '"SEEN"')) == CobolLine(outer, 2, ((main, 9),))
    shown = str(cobol_line(converted, line_of(converted, '"COPIED"')))
    assert shown == f"{inner}:1, copied at {outer}:1, copied at {main}:9"


def test_a_module_that_was_edited_has_no_map(converted: Path) -> None:
    line = line_of(converted, '"COPIED"')
    converted.write_text(converted.read_text().replace("\n\n\n", "\n\n\n# a new line\n", 1))
    assert cobol_line(converted, line) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sha256": "", "files": []}'])
def test_a_damaged_or_missing_map_says_nothing(text: str, converted: Path) -> None:
    converted.with_suffix(".map.json").write_text(text)
    assert cobol_line(converted, 1) is None
    converted.with_suffix(".map.json").unlink()
    assert cobol_line(converted, 1) is None
