"""Templates place, loop and test truthiness; decisions about COBOL belong to Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "transpiler" / "templates"
FILES = sorted(TEMPLATES.rglob("*.j2"))
FORBIDDEN = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Call,
    nodes.BinExpr,
    nodes.Compare,
    nodes.CondExpr,
    nodes.Macro,
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_template_holds_no_decisions(path: Path) -> None:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    found = [f"line {node.lineno}: {type(node).__name__}" for node in tree.find_all(FORBIDDEN)]
    assert not found, "; ".join(found)


def test_there_are_templates() -> None:
    assert FILES
