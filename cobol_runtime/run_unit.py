"""The run unit: everything the programs of one execution share (ISO 1989:2002, 11.1)."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from cobol_runtime import exceptions
from cobol_runtime.addresses import Addresses
from cobol_runtime.area import Area
from cobol_runtime.call import ProgramRegistry
from cobol_runtime.clock import Clock
from cobol_runtime.console import Console
from cobol_runtime.handlers import Handlers
from cobol_runtime.process import Process
from cobol_runtime.settings import Settings, SettingsError
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from pathlib import Path

    from cobol_runtime.field import Number
    from cobol_runtime.files.connector import FileConnector
    from cobol_runtime.files.dataset import Dataset
    from cobol_runtime.program import Program

    _File = TypeVar("_File", bound=FileConnector)

LONGEST_PAUSE = 7 * 24 * 3600
"""Seconds that a program may wait at most."""
SWITCHES = 37
"""SWITCH-0 to SWITCH-36."""


class RunUnit:
    """One execution: console, clock, switches, programs and open files.

    *arguments* are the command line's words after the program; *environment* is copied, so that SET
    ENVIRONMENT stays inside; *stdin*, *stdout* and *stderr* are binary streams. *parm* is the text a job
    step passes to the main program (default: the environment variable COBOLIFT_PARM). ``datasets`` are the databases
    of the relative and indexed files that are open.
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
        exceptions.start()
        self.environment = dict(os.environ if environment is None else environment)
        self.process = Process(arguments, self.environment)
        self.parm = self.environment.get("COBOLIFT_PARM") if parm is None else parm
        self.console = Console(
            stdin or sys.stdin.buffer,
            stdout or sys.stdout.buffer,
            stderr or sys.stderr.buffer,
            self.environment,
        )
        self.clock = Clock(self.environment)
        settings = [self.environment.get(f"COB_SWITCH_{number}", "") for number in range(SWITCHES)]
        self.switches = [setting.startswith("1") or setting.upper() == "ON" for setting in settings]
        self.programs = ProgramRegistry(self)
        self.handlers = Handlers(self.programs)
        self.addresses = Addresses()
        self.datasets: dict[Path, Dataset] = {}
        self._external: dict[str, Area] = {}
        self._external_files: dict[str, FileConnector] = {}
        self._files: dict[FileConnector, None] = {}
        if self.clock.warning:
            self.console.warn(self.clock.warning)

    @cached_property
    def settings(self) -> Settings:
        """The user's choices, looked for when the first file is opened. Raises FatalError."""
        try:
            return Settings.of(self.environment)
        except SettingsError as error:
            raise FatalError(str(error)) from error

    @property
    def arguments(self) -> list[str]:
        """The command line's words after the program."""
        return self.process.arguments

    def external(self, name: str, length: int) -> Area:
        """The storage of the EXTERNAL record *name*, zero bytes when first asked for.

        A description that is shorter than the first one is warned of. Raises FatalError for a longer one.
        """
        area = self._external.setdefault(name, Area(bytearray(length)))
        if area.length != length:
            message = (
                f"EXTERNAL item '{name}' previously allocated with size {area.length}, "
                f"requested size is {length}"
            )
            if area.length < length:
                raise FatalError(message)
            self.console.warn(message)
        return area

    def external_file(self, program: Program, file: _File) -> _File:
        """The connector of an EXTERNAL file: *file* itself in the first program that describes it, and that one in all
        others; the FILE STATUS item and the USE procedures stay those of each program."""
        shared = self._external_files.setdefault(file.name.upper(), file)
        if not isinstance(shared, type(file)):
            raise FatalError(f"EXTERNAL file '{file.name}' is described with another organization")
        shared.share(program, file)
        return shared

    def pause(self, seconds: Number) -> None:
        """Wait, with everything shown that was to be shown so far. Nothing is waited for a negative time."""
        self.console.flush()
        if seconds > 0:
            time.sleep(min(LONGEST_PAUSE, float(seconds)))

    def opened(self, file: FileConnector) -> None:
        """Note that *file* was opened, so that :meth:`close` closes it when the run unit ends."""
        self._files.setdefault(file)

    def flush_files(self) -> None:
        """Deliver what was written to files so far, so that other connectors and processes see it. What cannot be delivered the
        next WRITE or CLOSE of its file tells."""
        for file in self._files:
            with suppress(OSError):
                file.flush()

    def commit_files(self) -> None:
        """COMMIT: make what was written permanent, and end the locks of records."""
        for file in self._files:
            if file.is_open:
                file.commit()

    def close_files(self, files: Sequence[FileConnector]) -> None:
        """Close those of *files* that are open, without status: their program ends or is cancelled."""
        for file in files:
            if file.is_open:
                file.close_at_end()
            self._files.pop(file, None)

    def close(self) -> None:
        """End the run unit: close files still open, with a warning as libcob gives it, and flush."""
        still_open = [file for file in reversed(self._files) if file.is_open]
        for file in still_open:
            self.console.warn(f"implicit CLOSE of {file.name} ('{file.assigned}')")
        for file in still_open:
            file.close_at_end()
        self._files.clear()
        self.console.flush()
