"""CALL and CANCEL: finding programs by name and keeping them between calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.program import Program
    from cobol_runtime.run_unit import RunUnit


class ProgramRegistry:
    """The programs of a run unit: classes by PROGRAM-ID, objects that keep their state until CANCEL."""

    def __init__(self, run: RunUnit) -> None:
        self._run = run
        self._classes: dict[str, type[Program]] = {}
        self._programs: dict[str, Program] = {}

    def register(self, program: type[Program]) -> None:
        """Make *program* callable by its PROGRAM-ID."""
        self._classes[program.program_id] = program

    def callable(self, name: str, caller: Program | None = None) -> bool:
        """Whether CALL *name* would find a program (CALL … ON EXCEPTION asks this first)."""
        return name.strip() in self._classes

    def call(self, name: str, *arguments: Area | None, caller: Program | None = None) -> int:
        """CALL *name* USING *arguments*; gives the RETURN-CODE the program left."""
        raise NotImplementedError

    def cancel(self, name: str, caller: Program | None = None) -> None:
        """CANCEL *name*: the next CALL finds it in its initial state; unknown names are ignored."""
        raise NotImplementedError
