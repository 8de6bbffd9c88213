"""`cobolift.toml` beside or above the sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import HELLO, cobolift, contents, program, write


def test_settings_are_found_above_the_source_and_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    text = program("A", "DISPLAY WHAT.", data="    COPY ITEM.")
    files = {
        "app/cobolift.toml": 'include = ["copy"]\ndialect = "ibm"\nextensions = ["inc"]\n',
        "app/copy/item.inc": '       01 WHAT PIC X(3) VALUE "YES".\n',
        "app/src/deep/a.cbl": text,
    }
    write(tmp_path, files)
    result = cobolift("convert", tmp_path / "app/src", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output


def test_folders_inside_the_working_folder_are_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = program("A", "DISPLAY WHAT.", data="    COPY ITEM.")
    write(
        tmp_path,
        {"cobolift.toml": 'include = ["copy"]', "a.cbl": text, "copy/item.cpy": "       01 WHAT PIC 99.\n"},
    )
    cobolift("convert", "a.cbl", "-o", "out")
    files = json.loads((tmp_path / "out/a.map.json").read_text())["files"]
    assert set(files) == {"a.cbl", "copy/item.cpy"}


def test_flags_win_over_settings(tmp_path: Path) -> None:
    free = 'IDENTIFICATION DIVISION.\nPROGRAM-ID. A.\nPROCEDURE DIVISION.\nDISPLAY "A".\n'
    write(tmp_path, {"cobolift.toml": 'format = "fixed"\n', "a.cbl": free})
    assert cobolift("check", tmp_path / "a.cbl").exit_code == 1
    assert cobolift("check", tmp_path / "a.cbl", "--format", "free").exit_code == 0


def test_excluded_files_are_no_programs(tmp_path: Path) -> None:
    write(tmp_path / "src", {"cobolift.toml": 'exclude = ["old/*", "*-test.cbl"]\n'})
    write(tmp_path / "src", {"a.cbl": HELLO, "a-test.cbl": "junk", "old/b.cbl": "junk"})
    assert cobolift("convert", tmp_path / "src", "-o", tmp_path / "out").exit_code == 0
    assert cobolift("check", tmp_path / "src").exit_code == 0
    assert [name for name in contents(tmp_path / "out") if name.endswith(".py")] == ["a.py"]


def test_debugging_lines_can_be_kept(tmp_path: Path) -> None:
    text = program("A", "STOP RUN.").replace(
        "       MAIN-PARA.\n", '       MAIN-PARA.\n      D    DISPLAY "D".\n'
    )
    write(tmp_path, {"a.cbl": text})
    cobolift("convert", tmp_path / "a.cbl", "-o", tmp_path / "out")
    assert "display" not in (tmp_path / "out/a.py").read_text()
    write(tmp_path, {"cobolift.toml": "debugging = true\n"})
    cobolift("convert", tmp_path / "a.cbl", "-o", tmp_path / "out")
    assert 'self.display("D")' in (tmp_path / "out/a.py").read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dialct = 'ibm'", "unknown key 'dialct'; did you mean dialect?"),
        ("zzz = 1", "known keys: dialect, format"),
        ("dialect = 'cobol'", "dialect must be one of gnucobol, cobol85, ibm, mf, not 'cobol'"),
        ("exact = 'yes'", "exact must be true or false, not 'yes'"),
        ("include = 'copy'", "include must be a list of strings"),
        ("include = ['nowhere']", "include names 'nowhere', which is no folder in"),
        ("encoding = 37", "encoding must be a string"),
        ("dialect = ", "Invalid value"),
        ("\udcff", "utf-8"),
    ],
)
def test_a_wrong_entry_is_wrong_usage_and_is_named(text: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.cbl": HELLO})
    (tmp_path / "cobolift.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    for arguments in (["convert", "-o", tmp_path / "out"], ["run"], ["check"], ["dump", "--stage", "ast"]):
        result = cobolift(*arguments, tmp_path / "a.cbl")
        assert result.exit_code == 2
        assert f"{tmp_path}/cobolift.toml: " in result.output
        assert said in result.output
