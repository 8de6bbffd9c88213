"""Copybooks that lie somewhere in the source tree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cobol_parser.library import Found, Library, NotFound
from cobol_parser.text_options import EXTENSIONS
from transpiler.tree import find_copybooks

Search = Callable[..., Found | NotFound]


@pytest.fixture
def search(tmp_path: Path) -> Search:
    texts = {
        "billing/cbl/MAIN.cbl": "main",
        "billing/copy/CUST.cpy": "billing's customer",
        "claims/copy/CUST.cpy": "claims' customer",
        "claims/copy/RATE.CPY": "rates",
        "shared/copy/RATE.cpy": "rates",
        "shared/dates/DAY.cpy": "day",
        "shared/NOEND": "without an ending",
        "docs/MANUAL.pdf": "no copybook",
        ".git/copy/HIDDEN.cpy": "hidden",
        "given/DAY.cpy": "from -I",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def find(name: str, library: str | None = None, *, given: tuple[str, ...] = ()) -> Found | NotFound:
        main = str(tmp_path / "billing/cbl/MAIN.cbl")
        folders = tuple(str(tmp_path / folder) for folder in given)
        found = Library(folders, EXTENSIONS, find_copybooks([tmp_path])).find(name, library, main, main)
        if isinstance(found, NotFound):
            return found
        inside = [str(Path(path).relative_to(tmp_path)) for path in (found.path, *found.others)]
        return Found(inside[0], found.ignored_library, tuple(inside[1:]))

    return find


def test_the_nearest_one_counts_and_the_others_are_told(search: Search) -> None:
    assert search("CUST") == Found("billing/copy/CUST.cpy", others=("claims/copy/CUST.cpy",))


def test_a_library_that_is_named_decides(search: Search) -> None:
    assert search("day", "DATES") == Found("shared/dates/DAY.cpy")
    assert search("NOEND", "OTHER") == Found("shared/NOEND", ignored_library=True)


def test_equal_texts_are_not_ambiguous(search: Search) -> None:
    found = search("RATE")
    assert isinstance(found, Found)
    assert found.others == ()


def test_a_folder_in_the_name_must_fit(search: Search) -> None:
    assert search("dates/day") == Found("shared/dates/DAY.cpy")
    assert isinstance(search("copy/day"), NotFound)


def test_folders_that_are_named_come_first(search: Search) -> None:
    assert search("DAY", given=("given",)) == Found("given/DAY.cpy")


@pytest.mark.parametrize("name", ["MANUAL", "HIDDEN", "CUS"])
def test_what_is_no_copybook_is_not_found(search: Search, name: str) -> None:
    assert isinstance(search(name), NotFound)


def test_names_without_an_ending_are_found(search: Search) -> None:
    assert search("NOEND") == Found("shared/NOEND")
