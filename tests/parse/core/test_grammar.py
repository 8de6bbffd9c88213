"""The grammar and its tables: fragments, registry, cache."""

from __future__ import annotations

import multiprocessing
import stat
from pathlib import Path

import pytest
from lark.exceptions import GrammarError

from cobol_parser import tables
from cobol_parser.build.registry import builders, builds
from cobol_parser.grammar import Fragment, Grammar, load_grammar

_SMALL = Grammar(
    (Fragment("a.lark", "start: item*\nitem: MOVE WORD | ADD INTEGER\n%declare WORD INTEGER\n"),)
)


def test_keywords_come_from_the_fragments() -> None:
    assert _SMALL.keywords == {"MOVE": "MOVE", "ADD": "ADD"}
    grammar = load_grammar()
    assert grammar.keywords["END-IF"] == "END_IF"
    assert "ON-SIZE-ERROR" not in grammar.keywords


def test_every_builder_belongs_to_a_rule() -> None:
    names = {rule.name for rule in tables.load_tables(load_grammar()).rules}
    assert sorted(set(builders()) - names) == []


def test_statement_rules_are_known() -> None:
    rules = load_grammar().statement_rules
    assert {"use_statement", "add_statement", "if_statement"} <= set(rules)
    assert len(set(rules)) == len(rules)


def test_rule_has_one_builder() -> None:
    with pytest.raises(ValueError, match="two builders"):
        builds("sentence")(builders()["sentence"])


def test_error_in_a_fragment_names_it() -> None:
    broken = Grammar((Fragment("a.lark", "start: b\n"), Fragment("b.lark", "b: MOVE\nb: ADD\n")))
    with pytest.raises(GrammarError):
        tables.build_tables(broken)
    assert broken.locate(4) == "b.lark:2"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, with nothing in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    return tmp_path / "cobolift"


def _shape(made: tables.Tables) -> object:
    return made.rows, made.rules, made.start, made.end


def test_tables_are_cached(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tables.load_tables(_SMALL)
    (file,) = cache.iterdir()
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    monkeypatch.setattr(tables, "build_tables", None)
    assert _shape(tables.load_tables(_SMALL)) == _shape(first)
    assert file.suffix == ".tables"


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"x" * 5000])
def test_damaged_cache_is_rebuilt(cache: Path, damage: bytes) -> None:
    first = tables.load_tables(_SMALL)
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert len(tables.load_tables(_SMALL).rows) == len(first.rows)
    assert file.read_bytes() != damage


def test_changed_grammar_has_other_tables(cache: Path) -> None:
    tables.load_tables(_SMALL)
    other = Grammar((Fragment("a.lark", _SMALL.fragments[0].text.replace("ADD", "SUBTRACT")),))
    tables.load_tables(other)
    assert len(list(cache.iterdir())) == 2


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    monkeypatch.setattr("tempfile.tempdir", str(file))
    assert tables.load_tables(_SMALL).rules


def test_relative_cache_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    tables.load_tables(_SMALL)
    assert not (tmp_path / "relative").exists()
    assert (tmp_path / ".cache" / "cobolift").is_dir()


def _load(_: int) -> int:
    return len(tables.load_tables(_SMALL).rows)


def test_many_writers_at_once(cache: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        sizes = pool.map(_load, range(16))
    assert len(set(sizes)) == 1
    assert [file.suffix for file in cache.iterdir()] == [".tables"]
