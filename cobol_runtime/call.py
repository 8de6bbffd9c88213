"""CALL and CANCEL: finding programs by name and keeping them between calls (ISO 1989:2002, 14.8.4).

A name is looked for among the library routines, then among the programs contained in the caller and the COMMON
ones around it, then among the programs of the run unit, and last among the routines of other systems. Names are
compared exactly, trailing spaces aside.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from cobol_runtime import locate
from cobol_runtime.exceptions import PROGRAM_NOT_FOUND, PROGRAM_RECURSIVE_CALL, raise_condition
from cobol_runtime.routines import ROUTINES, SUBSTITUTES
from cobol_runtime.termination import FatalError, StopRun

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.program import Program
    from cobol_runtime.run_unit import RunUnit


Finder: TypeAlias = Callable[[str], Path | None]
"""Gives the module of a program that no folder has, or None."""

_finders: list[Finder] = []

FIRST_PROGRAM = 0x7F00_0000_0000
PROGRAM_STEP = 16
"""Addresses of programs: far above those of data."""


def add_finder(finder: Finder) -> None:
    """Ask *finder* for programs that are found nowhere else: a host may convert them when they are first called."""
    _finders.append(finder)


def found_elsewhere(name: str) -> Path | None:
    """The module of the program *name* by the first finder that knows it."""
    return next((path for finder in _finders if (path := finder(name)) is not None), None)


class ProgramRegistry:
    """The programs of a run unit: classes by PROGRAM-ID, objects that keep their state until CANCEL."""

    def __init__(self, run: RunUnit) -> None:
        self._run = run
        self._classes: dict[str, type[Program]] = {}
        self._programs: dict[str, Program] = {}
        self._active: list[Program] = []
        self._named: list[str] = []

    def register(self, program: type[Program]) -> None:
        """Make *program* callable by its PROGRAM-ID."""
        self._classes[program.program_id] = program

    def main(self, program: type[Program]) -> Program:
        """The main program of the run unit: a new object of *program*."""
        self.register(program)
        self._programs[program.program_id] = program(self._run)
        return self._programs[program.program_id]

    def callable(self, name: str, caller: Program | None = None) -> bool:
        """Whether CALL *name* can be done (CALL … ON EXCEPTION asks this first)."""
        _, entry = self._entry(name)
        if entry in ROUTINES:
            return True
        program = self._find(name, caller)
        if program is None:
            return entry in SUBSTITUTES or _not_possible(PROGRAM_NOT_FOUND)
        return not self._is_busy(program, entry) or _not_possible(PROGRAM_RECURSIVE_CALL)

    def _is_busy(self, program: Program, entry: str) -> bool:
        """Whether *program* is active and cannot be entered again at *entry*; ENTRY points of an active program can be called."""
        return program in self._active and not program.recursive and entry not in dict(program.entries)

    def call(self, name: str, *arguments: Area | None, caller: Program | None = None) -> int:
        """CALL *name* USING *arguments* (None is OMITTED); gives the RETURN-CODE the program left.

        Raises FatalError when there is no such program, or it is active and not RECURSIVE.
        """
        _, entry = self._entry(name, warn=True)
        if entry in ROUTINES and caller is not None:
            return ROUTINES[entry](caller, arguments)
        program = self._find(name, caller)
        if program is None and entry in SUBSTITUTES and caller is not None:
            return SUBSTITUTES[entry](caller, arguments)
        if program is None:
            raise_condition(PROGRAM_NOT_FOUND)
            raise FatalError(f"module '{entry}' not found")
        if self._is_busy(program, entry):
            raise_condition(PROGRAM_RECURSIVE_CALL)
            calling = caller.program_id if caller else ""
            raise FatalError(
                f"recursive CALL from '{calling}' to '{program.program_id}' which is NOT RECURSIVE"
            )
        code = self.run(program, *arguments, entry=entry)
        return 0 if program.initial else code  # GnuCOBOL resets the registers before the code is handed back

    def address(self, name: str, caller: Program | None = None) -> int:
        """SET … TO ENTRY *name*: the program as a number that a pointer can hold; 0 (NULL) when there is none."""
        if not self.callable(name, caller):
            return 0
        if name not in self._named:
            self._named.append(name)
        return FIRST_PROGRAM + PROGRAM_STEP * self._named.index(name)

    def name_at(self, address: int) -> str:
        """The name of the program at *address*, for CALL; raises FatalError for NULL and other numbers."""
        position, between = divmod(address - FIRST_PROGRAM, PROGRAM_STEP)
        if between or not 0 <= position < len(self._named):
            raise_condition(PROGRAM_NOT_FOUND)
            raise FatalError(f"CALL of a pointer that is not the address of a program: 0x{address:016x}")
        return self._named[position]

    def invoke(self, name: str, *arguments: Area | None, caller: Program | None = None) -> Area:
        """Run the user-defined function *name*; gives the storage of its result.

        Raises FatalError when there is no such function.
        """
        function = self._find(name, caller)
        if function is None:
            raise FatalError(f"module '{name}' not found")
        self.run(function, *arguments)
        return function.result

    def run(self, program: Program, *arguments: Area | None, entry: str = "") -> int:
        """Run *program* once, as the active program; gives its RETURN-CODE. *entry* may name an ENTRY of it."""
        self._active.append(program)
        try:
            return program.execute(*arguments, entry=entry)
        except StopRun as stop:
            if stop.code is None:
                stop.code = program.return_code
            raise
        finally:
            self._active.pop()
            if program.initial and program not in self._active:
                self._forget(program)

    def is_called(self, program: Program) -> bool:
        """Whether *program* runs because another one called it."""
        return len(self._active) > 1

    def caller_of(self, program: Program) -> Program | None:
        """The program that called *program*; None for the main program."""
        position = len(self._active) - 1 - self._active[::-1].index(program)
        return self._active[position - 1] if position else None

    def active_program(self) -> Program | None:
        """The program that is running, for messages."""
        return self._active[-1] if self._active else None

    def cancel(self, name: str, caller: Program | None = None) -> None:
        """CANCEL *name*: close its files; the next CALL finds it in its initial state.

        Names of programs that were not called are ignored. Raises FatalError when the program is active.
        """
        _, entry = self._entry(name)
        program = next(
            (
                holder.contained_programs[entry]
                for holder, _ in _visible(entry, caller)
                if entry in holder.contained_programs
            ),
            self._programs.get(entry),
        )
        if program is None:
            return
        if program in self._active:
            raise FatalError("attempt to CANCEL active program")
        self._forget(program)

    def _forget(self, program: Program) -> None:
        """Drop the state of *program* and of those contained in it."""
        for inner in list(program.contained_programs.values()):
            self._forget(inner)
        self._run.close_files(program.connectors)
        holder = self._programs if program.parent is None else program.parent.contained_programs
        holder.pop(program.program_id, None)

    def _entry(self, name: str, *, warn: bool = False) -> tuple[Path | None, str]:
        """The folder (where the name has one) and the program name in the operand of CALL."""
        trimmed = name.rstrip(" \0")
        if trimmed.startswith(" "):
            if warn:
                self._run.console.warn(f"'{trimmed}' literal includes leading spaces which are omitted")
            trimmed = trimmed.lstrip(" ")
        folder, _, entry = trimmed.replace("\\", "/").rpartition("/")
        return (Path(folder).resolve() if folder or "/" in trimmed else None), entry

    def _find(self, name: str, caller: Program | None) -> Program | None:
        """The object of the program *name* that CALL runs, made when it is not there."""
        folder, entry = self._entry(name)
        for holder, program_class in _visible(entry, caller):
            if entry not in holder.contained_programs:
                holder.contained_programs[entry] = program_class(self._run, holder)
            return holder.contained_programs[entry]
        if entry in self._programs:
            return self._programs[entry]
        found = self._class(entry, caller, folder)
        if found is None:
            return None
        if found.program_id not in self._programs:
            self._programs[found.program_id] = found(self._run)
        return self._programs[found.program_id]

    def _class(self, entry: str, caller: Program | None, folder: Path | None) -> type[Program] | None:
        if entry in self._classes:
            return self._classes[entry]
        if caller is not None:
            self._register_module(sys.modules.get(type(caller).__module__))
            beside = folder or locate.folder_of(type(caller).__module__)
        else:
            beside = folder
        if entry not in self._classes:
            path = locate.module_file(entry, beside, self._run.environment) or found_elsewhere(entry)
            if path is not None:
                self._register_module(locate.load(path))
        return self._classes.get(entry)

    def _register_module(self, module: ModuleType | None) -> None:
        """Register the outermost programs that *module* defines."""
        for program_class in program_classes(module):
            for name in (program_class.program_id, *dict(program_class.entries)):
                self._classes.setdefault(name, program_class)


def _not_possible(condition: str) -> bool:
    raise_condition(condition)
    return False


def program_classes(module: ModuleType | None) -> list[type[Program]]:
    """The program classes that *module* defines, without the contained ones."""
    from cobol_runtime.program import Program

    if module is None:
        return []
    found = [
        item
        for item in vars(module).values()
        if isinstance(item, type)
        and issubclass(item, Program)
        and item.__module__ == module.__name__
        and item.program_id
    ]
    inner = {contained for item in found for contained in item.contained}
    return [item for item in found if item not in inner]


def _visible(entry: str, caller: Program | None) -> Iterator[tuple[Program, type[Program]]]:
    """Contained programs named *entry* that *caller* may call: its own, and COMMON ones further out."""
    holder, own = caller, True
    while holder is not None:
        for program_class in holder.contained:
            if program_class.program_id == entry and (
                own or program_class.common or program_class is type(caller)
            ):
                yield holder, program_class
        holder, own = holder.parent, False
