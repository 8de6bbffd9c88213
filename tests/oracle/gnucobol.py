"""The oracle: programs compiled by GnuCOBOL's cobc."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.oracle.execution import Executable
from tests.oracle.source import Source

CACHE_VARIABLE = "COBOLIFT_ORACLE_CACHE"
"""Environment variable naming the folder where compiled programs are kept between test runs."""


def cobc_available() -> bool:
    """Whether the COBOL compiler is installed here."""
    return shutil.which("cobc") is not None


class CompilationFailed(Exception):
    """cobc refused the source; the message is what it said."""


class GnuCobol:
    """Builds sources with cobc, once for each content and set of flags."""

    name = "cobc"

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache or _default_cache()

    def build(self, source: Source) -> Executable:
        """Compile all programs of `source` into one executable.

        Raises CompilationFailed with cobc's messages.
        """
        target = self._cache / f"{source.fingerprint()}-{_version()}" / "executable"
        if not target.exists():
            self._compile(source, target)
        return Executable((str(target),))

    def _compile(self, source: Source, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            unfinished = Path(scratch) / target.name
            folder = source.programs[0].parent  # messages of the program name its source as it is named here
            names = [os.path.relpath(path, folder) for path in source.programs]
            command = [*_command_line(source), "-o", str(unfinished), *names]
            finished = subprocess.run(command, cwd=folder, capture_output=True, check=False)
            if finished.returncode != 0:
                raise CompilationFailed(finished.stderr.decode("latin-1"))
            unfinished.replace(target)


def _command_line(source: Source) -> list[str]:
    command = ["cobc", "-x", f"-std={source.standard}", *source.flags]
    if source.free_format:
        command.append("-free")
    if source.sign == "ebcdic":
        command.append("-fsign=EBCDIC")
    for folder in source.copy_folders:
        command += ["-I", str(folder)]
    return command


def _default_cache() -> Path:
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else Path(tempfile.gettempdir()) / f"cobolift-oracle-{os.getuid()}"


@functools.cache
def _version() -> str:
    shown = subprocess.run(["cobc", "--version"], capture_output=True, text=True, check=True)
    return shown.stdout.split()[2]
