"""Programs in files whose ending says nothing, as members of a mainframe's libraries are brought over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import cobolift
from transpiler.program_files import begins_a_program, is_program_file

PROGRAM = """\
000100* MONTHLY RUN
000200 IDENTIFICATION DIVISION.
000300 PROGRAM-ID. MONTHLY.
000400 PROCEDURE DIVISION.
000500     DISPLAY "MONTHLY".
"""


@pytest.mark.parametrize(
    "text",
    [
        PROGRAM,
        "       CBL ARITH(EXTEND)\n       ID DIVISION.\n       PROGRAM-ID. A.\n",
        "      $SET TRUNC\n      >>SOURCE FORMAT FREE\nprogram-id. a.\n",
        "*> a remark\nidentification division.\nfunction-id. f.\n",
    ],
    ids=["numbered", "options", "directives", "free form"],
)
def test_the_text_tells_a_program(text: str) -> None:
    assert begins_a_program(text.encode())
    assert begins_a_program("".join(f"{line:80}" for line in text.splitlines()).encode("cp037"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "       01  RECORD-A.\n           05  FIELD-A PIC X.\n",
        "How to write an\nIDENTIFICATION DIVISION.\n",
        "\0\1\2\3" * 90,
    ],
    ids=["empty", "copybook", "prose", "binary"],
)
def test_anything_else_is_no_program(text: str) -> None:
    assert not begins_a_program(text.encode())


def test_a_copybook_ending_is_never_asked_for_its_text(tmp_path: Path) -> None:
    (tmp_path / "COMMON.cpy").write_text(PROGRAM, encoding="ascii")
    assert not is_program_file(tmp_path / "COMMON.cpy")


def test_members_without_an_ending_are_converted_with_the_tree(tmp_path: Path) -> None:
    library = tmp_path / "src" / "PROD.COBOL"
    library.mkdir(parents=True)
    (library / "MONTHLY").write_text(PROGRAM, encoding="ascii")
    (library / "YEARLY.txt").write_bytes(
        "".join(f"{line:80}" for line in PROGRAM.splitlines()).encode("cp037")
    )
    (library / "RATES").write_text("       01  RATE PIC 9V99.\n", encoding="ascii")
    result = cobolift("convert", tmp_path / "src", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.py")) == ["monthly.py", "yearly.py"]


def test_two_members_of_one_name_get_modules_of_their_own(tmp_path: Path) -> None:
    for name in ("PAY.cbl", "PAY"):
        (tmp_path / name).write_text(PROGRAM, encoding="ascii")
    cobolift("convert", tmp_path, "-o", tmp_path / "out")
    assert len(list((tmp_path / "out").rglob("pay.py"))) == 2
