"""The run unit: everything programs of one execution share (ISO 1989:2002, 11.1)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from cobol_runtime.call import ProgramRegistry
from cobol_runtime.clock import Clock
from cobol_runtime.console import Console
from cobol_runtime.files.connector import FileConnector


class RunUnit:
    """One execution: console, clock, switches, programs, open files and the RETURN-CODE they share.

    *arguments* are the command line's words after the program; *environment* is a private copy of the
    process's; *stdin*, *stdout* and *stderr* are binary streams. *parm* is the text a job step would pass
    to the main program (see :func:`cobol_runtime.program.main`).
    """

    def __init__(
        self,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        *,
        stdin: BinaryIO | None = None,
        stdout: BinaryIO | None = None,
        stderr: BinaryIO | None = None,
        parm: str | None = None,
    ) -> None:
        self.arguments = list(arguments)
        self.environment = dict(os.environ if environment is None else environment)
        self.parm = self.environment.get("COBOLIFT_PARM") if parm is None else parm
        self.console = Console(
            stdin or sys.stdin.buffer,
            stdout or sys.stdout.buffer,
            stderr or sys.stderr.buffer,
            self.environment,
        )
        self.clock = Clock(self.environment)
        self.switches = [self.environment.get(f"COB_SWITCH_{n}", "").upper() == "ON" for n in range(37)]
        self.return_code = 0
        self.programs = ProgramRegistry(self)
        self._open_files: dict[FileConnector, None] = {}

    def opened(self, file: FileConnector) -> None:
        """Note that *file* was opened, so that :meth:`close` closes it when the run unit ends."""
        self._open_files[file] = None

    def closed(self, file: FileConnector) -> None:
        """Forget *file*: it was closed."""
        self._open_files.pop(file, None)

    def close(self) -> None:
        """End the run unit: close files still open and flush what was displayed."""
        for file in list(self._open_files):
            file.close_at_end()
        self.console.flush()
