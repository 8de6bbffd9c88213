"""A wheel built from the tree is installed into a virtual environment of its own, converts a program and runs it.

The packages that cobolift depends on are those of the environment that runs the tests, so nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import REPOSITORY, program

PARTS = ("cobol_parser", "transpiler", "cobol_runtime", "grammars", "pyproject.toml", "README.md", "LICENSE")
pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    """Run a command that must succeed, without this repository on any path; gives its output."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    environment = {**kept, "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in PARTS:
        path = REPOSITORY / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source)
    isolation = (
        ["--no-build-isolation"] if sys.version_info < (3, 12) else []
    )  # later ones have no setuptools
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", *isolation, "-w", folder, source, folder=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment with the wheel."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True, with_pip=False)
    python = folder / "bin" / "python"
    site = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    )
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        folder=folder,
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def test_package_data_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for pattern in ("grammars/**/*.lark", "transpiler/templates/**/*.j2", "*/py.typed"):
        for path in REPOSITORY.glob(pattern):
            assert path.relative_to(REPOSITORY).as_posix() in names
    assert "grammars/statements/arithmetic.lark" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "samples/"))]


def test_every_module_of_the_tree_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    missing = [
        path.relative_to(REPOSITORY).as_posix()
        for package in ("cobol_parser", "transpiler", "cobol_runtime", "grammars")
        for path in (REPOSITORY / package).rglob("*.py")
        if path.relative_to(REPOSITORY).as_posix() not in names
    ]
    assert not missing


def test_the_installed_command_converts_and_runs(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "hello.cbl").write_text(program("HELLO", 'DISPLAY "HELLO FROM A WHEEL".\nSTOP RUN.'))
    where = run(installed / "python", "-c", "import transpiler; print(transpiler.__file__)", folder=tmp_path)
    assert where.startswith(str(installed.parent))
    assert run(installed / "cobolift", "--version", folder=tmp_path).startswith("cobolift, version ")
    run(installed / "cobolift", "convert", "hello.cbl", "-o", "out", folder=tmp_path)
    expected = "HELLO FROM A WHEEL\n"
    assert run(installed / "python", "out/hello.py", folder=tmp_path) == expected
    assert run(installed / "cobolift", "run", "hello.cbl", folder=tmp_path) == expected
