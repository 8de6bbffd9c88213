"""The base class of generated programs, and the way a main program is run."""

from __future__ import annotations

import os
import struct
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, TypeAlias

from cobol_runtime.area import Area, ReferenceModificationError
from cobol_runtime.cobol_lines import CobolLine, raised_at
from cobol_runtime.control import NotConverted
from cobol_runtime.depth import STACK_OVERFLOW, TOO_DEEP, make_room
from cobol_runtime.exceptions import Kept, active_statements
from cobol_runtime.files.connector import FileConnector
from cobol_runtime.linkage import NOT_PASSED
from cobol_runtime.run_unit import RunUnit
from cobol_runtime.termination import ExitProgram, FatalError, StopRun

PARM_LENGTH = 32767
INTERNAL_ERROR = 70
INTERRUPTED = 130
OUTSIDE = "a subscript, a reference modification, a parameter or a pointer reaches outside the storage it belongs to"
BROKEN_PIPE = 13
"""The exit status libcob ends with when nobody reads the output any more."""


@dataclass(slots=True)
class SpecialRegisters:
    """RETURN-CODE, SORT-RETURN, TALLY and those of JSON and XML: one set for a program and those contained in it."""

    return_code: int = 0
    sort_return: int = 0
    tally: int = 0
    json_code: int = 0
    json_status: int = 0
    xml_code: int = 0
    xml_information: int = 0
    xml_event: str = " " * 30
    xml_text: str = ""
    xml_namespace: str = ""
    xml_namespace_prefix: str = ""


class Program:
    """A COBOL program. A generated subclass has its storage, files, paragraphs and procedure division.

    ``program_id`` is the PROGRAM-ID; ``initial`` (IS INITIAL) programs start afresh on every CALL;
    ``recursive`` (IS RECURSIVE) ones may be called while active; ``contained`` are the classes of the
    programs nested directly inside; ``common`` (IS COMMON) ones are visible to their siblings too;
    ``activation`` names the attributes that belong to one activation only (LINKAGE records and
    LOCAL-STORAGE): a recursive CALL saves and restores them; ``returning`` is the attribute of the item that a
    user-defined function returns; ``entries`` pairs each ENTRY name with the method that a CALL of it runs;
    ``keeps_places`` says how much of the place of an exception is kept (see :data:`cobol_runtime.exceptions.Kept`).
    """

    program_id: ClassVar[str] = ""
    initial: ClassVar[bool] = False
    recursive: ClassVar[bool] = False
    common: ClassVar[bool] = False
    contained: ClassVar[tuple[type[Program], ...]] = ()
    activation: ClassVar[tuple[str, ...]] = ()
    returning: ClassVar[str] = ""
    entries: ClassVar[tuple[tuple[str, str], ...]] = ()
    keeps_places: ClassVar[Kept] = ""

    def __init__(self, run: RunUnit, parent: Program | None = None) -> None:
        self.run = run
        self.parent = parent
        self.registers: SpecialRegisters = SpecialRegisters() if parent is None else parent.registers
        self.contained_programs: dict[str, Program] = {}
        self.arguments: tuple[Area | None, ...] = ()
        self.result = NOT_PASSED
        self._depth = 0

    @property
    def return_code(self) -> int:
        """RETURN-CODE: the program's answer to its caller; after CALL the called program's."""
        return self.registers.return_code

    @return_code.setter
    def return_code(self, value: int) -> None:
        self.registers.return_code = value

    @property
    def sort_return(self) -> int:
        """SORT-RETURN: 0, or 16 after a SORT or MERGE that failed."""
        return self.registers.sort_return

    @sort_return.setter
    def sort_return(self, value: int) -> None:
        self.registers.sort_return = value

    @property
    def tally(self) -> int:
        """The special register TALLY."""
        return self.registers.tally

    @tally.setter
    def tally(self, value: int) -> None:
        self.registers.tally = value

    @property
    def number_of_call_parameters(self) -> int:
        """NUMBER-OF-CALL-PARAMETERS: how many arguments this call passed, or the command line to the main program."""
        return len(self.arguments) if self.called else len(self.run.arguments)

    @property
    def called(self) -> bool:
        """Whether another program called this one: EXIT PROGRAM does nothing in the main program."""
        return self.run.programs.is_called(self)

    @property
    def connectors(self) -> list[FileConnector]:
        """The files of the program, without EXTERNAL ones: they live as long as the run unit."""
        return [item for item in vars(self).values() if isinstance(item, FileConnector) and not item.external]

    # Generated

    def bind(self, *arguments: Area | None) -> None:
        """Attach the LINKAGE records to what the caller passed. Generated for programs with USING."""

    def start_local_storage(self) -> None:
        """Make the LOCAL-STORAGE of an activation. Generated for programs that have one."""

    def procedure_division(self) -> None:
        """Run the PROCEDURE DIVISION from its start. Generated."""
        raise NotImplementedError

    def execute(self, *arguments: Area | None, entry: str = "") -> int:
        """Run the program once, from its start (or from the ENTRY *entry*) to EXIT PROGRAM; gives RETURN-CODE."""
        outer = {name: getattr(self, name) for name in self.activation} if self._depth else {}
        self._depth += 1
        given, self.arguments = self.arguments, arguments
        try:
            method = dict(self.entries).get(entry)
            if method is not None:
                self.start_local_storage()
                getattr(self, method)(*arguments)
            else:
                self.bind(*arguments)
                self.start_local_storage()
                self.procedure_division()
        except ExitProgram:
            pass
        finally:
            self._depth -= 1
            self.arguments = given
            if self.returning:
                self.result = getattr(self, self.returning)
            for name, value in outer.items():
                setattr(self, name, value)
        return self.return_code

    # What statements use

    def display(self, *texts: str, end: str = "\n", upon: str | None = None) -> None:
        """DISPLAY: see :meth:`Console.display`."""
        self.run.console.display(*texts, end=end, upon=upon)

    def accept(self, source: str | None = None) -> str:
        """ACCEPT: a line of standard input, or what *source* has.

        *source* is "DATE", "DATE YYYYMMDD", "DAY", "DAY YYYYDDD", "DAY-OF-WEEK", "TIME", "COMMAND-LINE" or
        "USER NAME". The others are methods of ``self.run.process``, because they may have nothing to give.
        """
        if source is None:
            return self.run.console.accept()
        return SOURCES[source](self.run)

    def call(self, name: str, *arguments: Area | None) -> None:
        """CALL *name* USING *arguments*; RETURN-CODE is the called program's afterwards."""
        self.registers.return_code = self.run.programs.call(name, *arguments, caller=self)

    def invoke(self, name: str, *arguments: Area | None) -> Area:
        """FUNCTION *name* (*arguments*) of a user-defined function: the storage of its result."""
        return self.run.programs.invoke(name, *arguments, caller=self)

    def callable(self, name: str) -> bool:
        """Whether CALL *name* finds a program: the ON EXCEPTION phrase is for when it does not."""
        return self.run.programs.callable(name, self)

    def cancel(self, name: str) -> None:
        """CANCEL *name*."""
        self.run.programs.cancel(name, self)


SOURCES: dict[str, Callable[[RunUnit], str]] = {
    "DATE": lambda run: run.clock.date(),
    "DATE YYYYMMDD": lambda run: run.clock.date_yyyymmdd(),
    "DAY": lambda run: run.clock.day(),
    "DAY YYYYDDD": lambda run: run.clock.day_yyyyddd(),
    "DAY-OF-WEEK": lambda run: run.clock.day_of_week(),
    "TIME": lambda run: run.clock.time(),
    "COMMAND-LINE": lambda run: run.process.command_line(),
    "USER NAME": lambda run: run.environment.get("USER", ""),
}


def content(value: str | bytes | int | Area) -> Area:
    """An argument passed BY CONTENT: a copy the called program may change. A number is passed as a native binary of four
    bytes, or of eight when it needs them."""
    if isinstance(value, int):
        size = 4 if -(1 << 31) <= value < 1 << 31 else 8
        return Area(bytearray((value % (1 << 8 * size)).to_bytes(size, sys.byteorder).ljust(8, b"\0")))
    if isinstance(value, Area):
        value = value.raw
    return Area(bytearray(value.encode("latin-1") if isinstance(value, str) else value))


def by_value(number: int, size: int = 4) -> Area:
    """An argument passed BY VALUE: *number* as a native binary of *size* bytes."""
    return Area(bytearray((number % (1 << 8 * size)).to_bytes(size, sys.byteorder)))


def parm_area(text: str) -> Area:
    """The PARM of a job step: a big-endian halfword with the length, the text, and spaces up to the longest."""
    data = text.encode("latin-1", "replace")[:PARM_LENGTH]
    return Area(bytearray(len(data).to_bytes(2, "big") + data.ljust(PARM_LENGTH)))


Report: TypeAlias = Callable[[Exception, Program], str]
"""Describes an exception that is not COBOL's, raised in a program, for standard error."""


def describe(error: Exception, program: Program) -> str:
    """The Python traceback, then the program and the COBOL line it happened in."""
    lines = "".join(traceback.format_exception(error)).rstrip()
    place = raised_at(error)
    where = f" at {place}" if place is not None else ""
    return f"{lines}\ncobolift: internal error in program {program.program_id}{where}: {error!r}"


def main(
    program: type[Program],
    arguments: Sequence[str] | None = None,
    *,
    parm: str | None = None,
    report: Report = describe,
) -> None:
    """Run *program* as the main program and end the process with its RETURN-CODE modulo 256.

    *arguments* default to the command line's; *parm* is passed to the first LINKAGE record (see
    :class:`RunUnit`); *report* makes the message about an exception that is no COBOL condition.
    """
    run = RunUnit(sys.argv[1:] if arguments is None else arguments, parm=parm)
    status = execute(program, run, report=report)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def execute(program: type[Program], run: RunUnit, *, report: Report = describe) -> int:
    """Run *program* as the main program of *run* and end the run unit; gives the exit status (0 to 255)."""
    make_room()
    try:
        try:
            status = _run_main(program, run, report) % 256
            if run.handlers.exit:
                _guarded(program, run, report, run.handlers.at_exit)
            return status
        finally:
            run.close()
    except BrokenPipeError:
        return BROKEN_PIPE


def _run_main(program: type[Program], run: RunUnit, report: Report) -> int:
    arguments = () if run.parm is None else (parm_area(run.parm),)
    return _guarded(program, run, report, lambda: run.programs.run(run.programs.main(program), *arguments))


def _after_handlers(run: RunUnit, failure: FatalError) -> int:
    """Let the error procedures deal with *failure*; what is left of it is the message and the status."""
    place = _place(active_statements(failure))
    if run.handlers.at_error(f"{place}: {failure.message}" if place else failure.message):
        _tell(run, failure)
    return failure.status


def _place(running: list[tuple[str, CobolLine | None]]) -> str:
    """The line that the innermost program was at; empty where it keeps no places."""
    return str(running[0][1]) if running and running[0][1] is not None else ""


def _tell(run: RunUnit, failure: FatalError) -> None:
    """Write the message of *failure*; with places, and what was running, where the programs keep places."""
    running = active_statements(failure)
    place = _place(running)
    run.console.error(failure.message, place, failure.hint)
    if place:
        run.console.note("")
    for program_id, at in running if place else ():
        was = f"was at line {at.line} of {at.file}" if at is not None else "unknown"
        run.console.note(f" Last statement of {program_id} {was}")


def _guarded(program: type[Program], run: RunUnit, report: Report, work: Callable[[], int]) -> int:
    """Do *work*, which runs programs; gives its RETURN-CODE, or the exit status of what ended it."""
    try:
        return work()
    except StopRun as stop:
        return stop.code or 0
    except NotConverted as gap:
        run.console.note(gap.message)
        return gap.status
    except FatalError as failure:
        if run.handlers.error:
            return _guarded(program, run, report, partial(_after_handlers, run, failure))
        _tell(run, failure)
        return failure.status
    except (ReferenceModificationError, struct.error) as error:
        place = raised_at(error)
        run.console.note(f"{place or program.program_id}: error: {OUTSIDE} ({error})")
        return FatalError.STATUS
    except RecursionError as error:
        place = raised_at(error)
        if program.keeps_places:
            run.console.error(STACK_OVERFLOW, str(place or ""))
        else:
            run.console.note(f"{place or program.program_id}: error: {TOO_DEEP}")
        return FatalError.STATUS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        run.console.note(report(error, run.programs.active_program() or run.programs.main(program)))
        return INTERNAL_ERROR
