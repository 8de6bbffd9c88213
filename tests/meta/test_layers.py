"""Who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = {
    "cobol_parser": {"cobol_parser", "grammars"},
    "cobol_runtime": {"cobol_runtime"},
    "grammars": {"grammars"},
    "transpiler": {"cobol_parser", "transpiler"},
}
OURS = frozenset(ALLOWED)
# `cobolift run` executes converted programs in its own process, so it may tell the runtime where to look for called ones.
# Assignments of files follow the runtime's rules, whoever reads them.
# The data commands decode items and keep datasets through the runtime's own classes: one truth about bytes.
EXCEPTIONS = {
    ("transpiler/program_cache.py", "cobol_runtime"),
    ("transpiler/file_settings.py", "cobol_runtime"),
    ("transpiler/data/runtime.py", "cobol_runtime"),
}


def modules(package: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / package).rglob("*.py")) if "__pycache__" not in path.parts)


def imported(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], node.lineno


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_the_packages_below_it(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(package)
        for name, line in imported(path)
        if name in OURS
        and name not in ALLOWED[package]
        and (path.relative_to(ROOT).as_posix(), name) not in EXCEPTIONS
    ]
    assert not wrong, "\n".join(wrong)


def test_the_runtime_needs_only_the_standard_library() -> None:
    import sys

    foreign = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules("cobol_runtime")
        for name, line in imported(path)
        if name not in sys.stdlib_module_names and name != "cobol_runtime"
    ]
    assert not foreign, "\n".join(foreign)
