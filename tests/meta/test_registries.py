"""A statement is known in five places: grammar, syntax tree, build, lowering, cases."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import transpiler.lower.families  # noqa: F401  registers every lowering
from cobol_parser import ast
from cobol_parser.build.registry import builders
from cobol_parser.grammar import load_grammar, statement_rules
from cobol_parser.tables import load_tables
from transpiler.lower.registry import lowerings

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "statements"

# Statement classes that stand for something else than a verb of their own.
NOT_VERBS = {"Statement", "UnsupportedStatement", "UseStatement"}
# Parsed, reported and raised in the output; conversion is planned.
NOT_LOWERED = {"Communication", "ExecBlock"}


def statement_classes() -> dict[str, type[ast.Statement]]:
    found = {
        name: value
        for name, value in vars(ast).items()
        if inspect.isclass(value) and issubclass(value, ast.Statement) and name not in NOT_VERBS
    }
    return dict(sorted(found.items()))


@pytest.mark.parametrize("name", statement_classes())
def test_a_statement_class_is_lowered(name: str) -> None:
    registered = statement_classes()[name] in lowerings()
    assert registered != (name in NOT_LOWERED), (
        f"ast.{name}: add a function with @lowers(ast.{name}) to transpiler/lower/<family>.py"
        if not registered
        else f"ast.{name} is lowered now: take it out of NOT_LOWERED"
    )


@pytest.mark.parametrize("name", statement_classes())
def test_a_statement_class_is_built(name: str) -> None:
    sources = (ROOT / "cobol_parser" / "build").glob("*.py")
    used = any(
        re.search(rf"\bast\.{name}\b|\b{name}\(", path.read_text(encoding="utf-8")) for path in sources
    )
    assert used, f"ast.{name}: add a function with @builds(…) to cobol_parser/build/<family>.py"


def test_every_statement_rule_of_the_grammar_has_a_builder() -> None:
    statements = set(statement_rules())
    formats = {rule.name for rule in load_tables(load_grammar()).rules if rule.origin in statements}
    missing = sorted(formats - builders().keys())
    assert not missing, f"add @builds for: {', '.join(missing)}"


@pytest.mark.parametrize("name", sorted(set(statement_classes()) - NOT_LOWERED))
def test_a_statement_class_has_cases(name: str) -> None:
    words = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().removesuffix("_statement").split("_")
    candidates = {"_".join(words[:count]) for count in range(1, len(words) + 1)}
    folders = {path.name for path in CASES.iterdir() if path.is_dir()}
    assert candidates & folders, f"ast.{name}: add a folder of cases tests/statements/{words[0]}/"
