"""What the documents say is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from tests.cli.command import cobolift
from transpiler.cli import main
from transpiler.configuration import read_configuration

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
GENERATED = (ROOT / "docs" / "generated-code.md").read_text(encoding="utf-8")
DOCUMENTS = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a document in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def payroll(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The module of the sample that the documents quote."""
    out = tmp_path_factory.mktemp("payroll")
    result = cobolift("convert", ROOT / "samples" / "payroll" / "payroll.cbl", "-o", out)
    assert result.exit_code == 0
    return (out / "payroll.py").read_text(encoding="utf-8")


def test_the_readme_shows_real_input_and_output(payroll: str) -> None:
    (cobol,) = blocks(README, "cobol")
    assert cobol in (ROOT / "samples" / "payroll" / "payroll.cbl").read_text(encoding="utf-8")
    python = blocks(README, "python")
    assert len(python) == 2
    for block in python:
        assert block in payroll


def test_the_guide_to_generated_code_shows_real_output(payroll: str) -> None:
    quoted = [block for block in blocks(GENERATED, "python") if "(payroll.cbl:" in block]
    assert len(quoted) == 2
    for block in quoted:
        indented = "".join(
            f"    {line}" if line.strip() else line for line in block.splitlines(keepends=True)
        )
        assert block in payroll or indented in payroll


def test_the_readme_has_one_test_command_and_one_set_up_command() -> None:
    """The first is what `.ci/run` takes from it."""
    assert re.findall(r"^python -m pytest.*$", README, re.MULTILINE) == ["python -m pytest -n auto"]
    (setup,) = re.findall(r"^python3 -m venv.*$", README, re.MULTILINE)
    assert all(part in setup for part in ("pip install", "cobolift convert samples", "python build/samples/"))


def test_the_settings_shown_are_accepted(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "in").mkdir()
    for document in (README, GUIDE):
        for block in blocks(document, "toml"):
            text = block.replace('"../shared"', '"in"')
            assert tomllib.loads(text)
            (tmp_path / "cobolift.toml").write_text(text, encoding="utf-8")
            read_configuration(tmp_path / "cobolift.toml")


def test_the_guide_names_every_option_and_command() -> None:
    context = click.Context(main)
    missing: list[str] = []
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        missing += [] if f"`{name}" in GUIDE or f"cobolift {name}" in GUIDE else [name]
        if not isinstance(command, click.Group):
            options = [item for item in command.params if isinstance(item, click.Option)]
            missing += [item.opts[-1] for item in options if item.opts[-1] not in GUIDE]
    assert not missing


def test_the_places_that_the_architecture_names_exist() -> None:
    named = set(re.findall(r"`((?:\w+/)+[\w./<>]*)`", ARCHITECTURE))
    assert len(named) > 20
    missing = [name for name in named if "<" not in name and not (ROOT / name).exists()]
    assert not missing
    patterns = [re.sub(r"<\w+>", "*", name) for name in named if "<" in name]
    assert patterns
    assert all(list(ROOT.glob(pattern.rstrip("/"))) for pattern in patterns)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    broken = [
        target
        for target in targets
        if (target.startswith("#") and target[1:] not in headings)
        or (not target.startswith("#") and not (path.parent / target.split("#")[0]).exists())
    ]
    assert not broken
