"""Which file a COPY means."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobol_parser.library import Found, Library, NotFound, OutsideLibrary
from cobol_parser.text_options import EXTENSIONS


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "src/MAIN.cbl",
        "src/local.cpy",
        "lib/Shared.CPY",
        "lib/prod/DEEP.cbl",
        "lib/two.cpy",
        "lib/TWO.CPY",
        "other/x.cpy",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return tmp_path


def find(tree: Path, name: str, library: str | None = None) -> str:
    main = str(tree / "src/MAIN.cbl")
    found = Library((str(tree / "lib"),), EXTENSIONS).find(name, library, main, main)
    return str(Path(found.path).relative_to(tree)) if isinstance(found, Found) else "-"


@pytest.mark.parametrize(
    ("name", "library", "path"),
    [
        ("LOCAL", None, "src/local.cpy"),
        ("SHARED", None, "lib/Shared.CPY"),
        ("shared.cpy", None, "lib/Shared.CPY"),
        ("DEEP", None, "-"),
        ("DEEP", "PROD", "lib/prod/DEEP.cbl"),
        ("prod/deep", None, "lib/prod/DEEP.cbl"),
        ("prod\\deep", None, "lib/prod/DEEP.cbl"),
        ("two.cpy", None, "lib/two.cpy"),
        ("TWO.CPY", None, "lib/TWO.CPY"),
        ("SHARED", ".", "lib/Shared.CPY"),
        ("../lib/shared", None, "lib/Shared.CPY"),
        ("DEEP", "../lib/prod", "lib/prod/DEEP.cbl"),
        ("prod/../shared", None, "lib/Shared.CPY"),
        ("prod", None, "-"),
    ],
)
def test_a_name_means_a_file(tree: Path, name: str, library: str | None, path: str) -> None:
    assert find(tree, name, library) == path


@pytest.mark.parametrize(
    "name", ["../other/x", "../../x", "/etc/passwd", "C:\\x", "a/../../../x", "", "x\0y"]
)
def test_nothing_is_read_outside_the_folders(tree: Path, name: str) -> None:
    with pytest.raises(OutsideLibrary):
        find(tree, name)


def test_another_library_than_the_named_one_is_told(tree: Path) -> None:
    main = str(tree / "src/MAIN.cbl")
    library = Library((str(tree / "lib"),), EXTENSIONS)
    assert library.find("SHARED", "NOLIB", main, main) == Found(
        str(tree / "lib/Shared.CPY"), ignored_library=True
    )
    assert library.find("SHARED", "lib", main, main) == Found(str(tree / "lib/Shared.CPY"))


def test_near_names_are_offered(tree: Path) -> None:
    main = str(tree / "src/MAIN.cbl")
    found = Library((str(tree / "lib"),), EXTENSIONS).find("SHARD", None, main, main)
    assert found == NotFound((str(tree / "src"), str(tree / "lib")), ("Shared.CPY",))
