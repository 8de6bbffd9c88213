"""Grammar, builders and codes of the statements agree."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import cobol_parser.build
from cobol_parser import codes
from cobol_parser.build.registry import builders
from cobol_parser.grammar import load_grammar
from cobol_parser.tables import load_tables

FAMILIES = (
    "arithmetic",
    "communication",
    "conditional",
    "data_movement",
    "embedded",
    "input_output",
    "linkage",
    "markup",
    "ordering",
    "procedure_branching",
    "report_writer",
    "storage",
    "strings",
    "tables",
)
_EXTENSION = re.compile(r"%extend statement:((?:\s*\|?\s*[a-z_]+(?=\s))+)")


def _fragment(family: str) -> str:
    return files("grammars").joinpath("statements", f"{family}.lark").read_text("utf-8")


def test_every_family_has_a_grammar_fragment_and_a_builder_module() -> None:
    fragments = [fragment.name for fragment in load_grammar().fragments if "/" in fragment.name]
    assert fragments == [f"statements/{family}.lark" for family in FAMILIES]
    folder = Path(cobol_parser.build.__path__[0])
    assert [family for family in FAMILIES if not (folder / f"{family}.py").exists()] == []


def test_every_format_of_every_statement_has_a_builder() -> None:
    built = builders()
    statements: set[str] = set()
    for family in FAMILIES:
        extension = _EXTENSION.search(_fragment(family))
        assert extension is not None, family
        statements.update(re.findall(r"[a-z_]+", extension.group(1)))
    formats = {rule.name for rule in load_tables(load_grammar()).rules if rule.origin in statements}
    assert len(formats) > len(statements) > 60
    assert sorted(formats - built.keys()) == []


def test_codes_that_builders_report_are_in_the_table() -> None:
    folder = Path(cobol_parser.build.__path__[0])
    used = {code for path in folder.glob("*.py") for code in re.findall(r"CBL\d{4}", path.read_text("utf-8"))}
    assert sorted(used - codes.ALL.keys()) == []
