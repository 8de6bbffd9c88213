"""COBOL text is data: nothing in names, literals or comments becomes Python, or an order to a Python tool."""

from __future__ import annotations

import ast as python
import subprocess
import sys
import tokenize
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.command import cobolift, program
from tests.oracle import Converted, GnuCobol, Source, run
from transpiler.emit.printer import comment_line

LITERALS = (
    '\'"""; import os #\'',
    "\"'''; import os #\"",
    "'\\'",
    '\'\\\\" + __import__("os").getcwd() + "\'',
    "'{A} {0} %s %(A)s $A ${A}'",
    "'{{ 7 * 7 }} {% raw %} {# #}'",
    "'# fmt: off'",
    "'\\N{BULLET} \\x41 \\u0041 \\101'",
    '"It""s ""quoted"""',
    "'it''s'",
    "X'0A220A'",
    "X'5C'",
    "'</script><b>&amp;'",
    "'" + "x" * 40 + "'",
)


def displayed(literals: tuple[str, ...]) -> str:
    return program("HOSTILE", "\n".join(f"DISPLAY {literal}" for literal in literals) + "\nSTOP RUN.")


@pytest.mark.cobc
def test_literals_print_what_gnucobol_prints(
    gnucobol: GnuCobol, converted: Converted, converted_exactly: Converted, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.cbl"
    path.write_text(displayed(LITERALS), encoding="latin-1")
    source = Source((path,))
    expected = run(gnucobol.build(source), tmp_path)
    assert expected.stdout.count(b"import os #\n") == 2
    for builder in (converted, converted_exactly):
        outcome = run(builder.build(source), tmp_path)
        assert (outcome.stdout, outcome.returncode) == (expected.stdout, 0), outcome.report()


PROGRAM_IDS = (
    '"""; import os #"',
    '\'A"""\nimport os\'',
    '"..\\..\\x"',
    '"../../x"',
    '"class"',
    '"A\\"',
    '"None"',
    '"É"',
)


@pytest.mark.parametrize("name", PROGRAM_IDS)
def test_a_program_id_stays_a_name(name: str, tmp_path: Path) -> None:
    text = program("X", 'DISPLAY "RAN".\nSTOP RUN.').replace("PROGRAM-ID. X.", f"PROGRAM-ID. {name}.")
    module = convert(text, tmp_path)
    if module is None:
        return
    assert names_imported(module) == {"cobol_runtime", "__future__"}
    assert outcome_of(module).stdout == b"RAN\n"


COMMENTS = (
    '"""',
    "'''",
    "\\",
    "fmt: off",
    "type: ignore",
    "mypy: ignore-errors",
    "noqa",
    "ruff: noqa",
    "pylint: disable=all",
    "-*- coding: rot13 -*-",
    "\u202e reversed \u2066",
    "bell \x07 escape \x1b[2J vertical \x0b form \x0c feed \x85 next \u2028 separator \u2029",
    "tab\tand no-break\xa0space",
)


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module whose records, fields, paragraphs and statements have hostile comments."""
    lines = "".join(f"      * {comment}\n" for comment in COMMENTS)
    parts = program(
        "REMARKS", 'DISPLAY "RAN".\nSTOP RUN.', data="01 A PIC X.\n01 G.\n   05 B PIC X."
    ).splitlines(keepends=True)
    text = "".join(lines + part for part in parts)
    text = text.replace('DISPLAY "RAN".', 'DISPLAY "RAN". *> """ # type: ignore')
    module = convert(text, tmp_path_factory.mktemp("comments"))
    assert module is not None
    return module


def test_comments_are_kept_without_what_hides_or_orders(commented: Path) -> None:
    text = commented.read_text(encoding="utf-8")
    assert all(char.isprintable() or char == "\n" for char in text)
    comments = [
        token.string
        for token in tokenize.generate_tokens(StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    assert '# """' in comments
    assert "# * fmt: off" in comments
    assert "# * type: ignore" in comments
    assert not [
        comment
        for comment in comments
        if comment.startswith(("# fmt", "# type", "# noqa", "# mypy", "# ruff"))
    ]
    assert outcome_of(commented).stdout == b"RAN\n"


def test_hostile_comments_do_not_change_what_the_tools_say(commented: Path) -> None:
    for command in (
        ["ruff", "check", "--isolated", "--select", "E4,E7,E9,F,W,I,UP,B,PGH,RUF100"],
        ["ruff", "format", "--isolated", "--check"],
        ["mypy", "--strict", "--config-file="],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command, str(commented)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@given(st.text(max_size=40))
def test_any_comment_is_one_line_of_comment(text: str) -> None:
    tokens = list(tokenize.generate_tokens(StringIO(f"{comment_line(text)}\n").readline))
    kinds = {tokenize.tok_name[token.type] for token in tokens}
    assert kinds <= {"COMMENT", "NL", "NEWLINE", "ENDMARKER"}


printable = st.text(
    st.characters(codec="latin-1", exclude_characters="\n\r\x1a\x00\t\f"), min_size=1, max_size=20
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(printable, min_size=1, max_size=5))
def test_any_literal_is_the_same_text_in_python(values: list[str], tmp_path: Path) -> None:
    """Also those that hold quotes, backslashes, braces and control characters."""
    literals = tuple("X'" + value.encode("latin-1").hex() + "'" for value in values)
    module = convert(displayed(literals), tmp_path)
    assert module is not None
    found = [
        node.args[0].value
        for node in python.walk(python.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, python.Call)
        and isinstance(node.func, python.Attribute)
        and node.func.attr == "display"
        and isinstance(node.args[0], python.Constant)
    ]
    assert found == values


NAMES = (
    *("ASSERT", "LAMBDA", "YIELD", "ASYNC", "MATCH", "PASS", "LEN", "STR", "INT", "PRINT"),
    *("DECIMAL", "FUNCTIONS", "SPACES-X", "RUN-UNIT", "MAIN", "PARENT", "WS", "SUPER", "ANNOTATIONS"),
    *("L", "O", "I", "9A", "A-1", "A--1", "A_1"),
)


def test_no_name_hides_a_name_of_python_or_the_runtime(tmp_path: Path) -> None:
    """Each name is an item, and with a P behind it a paragraph that falls through to the next."""
    items = "\n".join(f'01 {name} PIC X(12) VALUE "{name}".' for name in NAMES)
    steps = "".join(f"       {name}-P.\n           DISPLAY {name}.\n" for name in NAMES)
    text = program("NAMES", "CONTINUE.", data=items) + steps
    module = convert(text, tmp_path)
    assert module is not None
    assert outcome_of(module).stdout.split() == [name.encode() for name in NAMES]


def convert(text: str, folder: Path, dialect: str = "gnucobol") -> Path | None:
    """Convert a program; its module, or None when it has errors. A traceback is a failure of the test."""
    source = folder / "hostile.cbl"
    source.write_text(text, encoding="utf-8")
    result = cobolift(
        "convert", source, "-o", folder / "out", "--format", "fixed", "--dialect", dialect, "-q"
    )
    assert result.exit_code in (0, 1), result.output
    module = folder / "out" / "hostile.py"
    return module if result.exit_code == 0 else None


def outcome_of(module: Path) -> subprocess.CompletedProcess[bytes]:
    from tests.cli.command import python as run_python

    return run_python([sys.executable, str(module)])


def names_imported(module: Path) -> set[str]:
    found: set[str] = set()
    for node in python.walk(python.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, python.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, python.Import):
            found.update(alias.name for alias in node.names)
    return found
