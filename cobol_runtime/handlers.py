"""Programs that run when the run unit ends or fails: what CBL_EXIT_PROC and CBL_ERROR_PROC have installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cobol_runtime.area import Area

if TYPE_CHECKING:
    from cobol_runtime.call import ProgramRegistry

_MESSAGE_SIZE = 1024
"""Bytes of the error message that an error procedure gets, filled with X"00"."""


class Handlers:
    """`exit` and `error` are addresses of programs, the one installed last first."""

    def __init__(self, programs: ProgramRegistry) -> None:
        self._programs = programs
        self.exit: list[int] = []
        self.error: list[int] = []

    def at_exit(self) -> int:
        """Run the exit procedures, each once; gives 0."""
        while self.exit:
            self._programs.call(self._programs.name_at(self.exit.pop(0)))
        return 0

    def at_error(self, message: str) -> bool:
        """Run the error procedures until one returns 0; gives whether *message* is still to be shown."""
        procedures, self.error = self.error, []
        text = message.encode("latin-1", "replace")[: _MESSAGE_SIZE - 1].ljust(_MESSAGE_SIZE, b"\0")
        return all(
            self._programs.call(self._programs.name_at(address), Area(bytearray(text)))
            for address in procedures
        )
