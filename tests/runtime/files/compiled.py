"""Compiling and running small COBOL programs with GnuCOBOL, to compare the run time with."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from cobol_runtime import RunUnit
from tests.oracle import GnuCobol, Outcome, Source, run


def with_cobc(
    gnucobol: GnuCobol,
    text: str,
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    arguments: Sequence[str] = (),
) -> Outcome:
    """Run the free-format program *text* in *folder*."""
    folder.mkdir(exist_ok=True)
    program = folder / "program.cob"
    program.write_text(text, encoding="latin-1")
    built = gnucobol.build(Source((program,), free_format=True))
    return run(built, folder, environment=environment, stdin=stdin, arguments=arguments)


class TestRun(RunUnit):
    """A run unit with captured streams, whose files are in *folder*."""

    __test__ = False

    def __init__(
        self,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        *,
        stdin: bytes = b"",
        arguments: Sequence[str] = (),
        parm: str | None = None,
    ) -> None:
        self.out, self.errors = io.BytesIO(), io.BytesIO()
        place = {"COB_FILE_PATH": str(folder)} if folder is not None else {}
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        super().__init__(
            arguments,
            {**inherited, **place, **(environment or {})},
            stdin=io.BytesIO(stdin),
            stdout=self.out,
            stderr=self.errors,
            parm=parm,
        )
