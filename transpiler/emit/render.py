"""View models to text: the Jinja environment and the formatter."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, PackageLoader, StrictUndefined

from transpiler.emit.views import ModuleView

LINE_LENGTH = 88
"""What `ruff format` and its like take when nobody says otherwise: the output stays unchanged in any project."""


@cache
def environment() -> Environment:
    """The Jinja environment of Python templates (no autoescape: the output is Python, made from printed trees)."""
    return Environment(
        loader=PackageLoader("transpiler", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


@cache
def formatter() -> str:
    """The path of `ruff`, which is installed with cobolift. Raises RuntimeError when it is not there."""
    beside = shutil.which("ruff", path=sysconfig.get_path("scripts"))
    found = beside or shutil.which("ruff")
    if found is None:
        raise RuntimeError("the formatter ruff is not installed; reinstall cobolift with its dependencies")
    return found


def render_module(module: ModuleView) -> str:
    """Render a module; the text is not formatted yet."""
    return environment().get_template("module.py.j2").render(module=module)


def format_modules(sources: Sequence[str]) -> list[str]:
    """Format Python sources with one run of `ruff format`. Raises RuntimeError when one does not parse."""
    if not sources:
        return []
    with TemporaryDirectory(prefix="cobolift-") as folder:
        paths = [Path(folder, f"m{number}.py") for number in range(len(sources))]
        for path, source in zip(paths, sources, strict=True):
            path.write_text(source, encoding="utf-8")
        command = [
            formatter(),
            "format",
            "--quiet",
            "--isolated",
            "--no-cache",
            f"--line-length={LINE_LENGTH}",
        ]
        done = subprocess.run(
            [*command, "--target-version=py311", folder], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"the formatter refused a generated module: {done.stderr.strip()}")
        return [path.read_text(encoding="utf-8") for path in paths]
