"""The base class of generated programs, and the way a main program is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from cobol_runtime.run_unit import RunUnit
from cobol_runtime.termination import ExitProgram, FatalError, StopRun

if TYPE_CHECKING:
    from cobol_runtime.area import Area


class Program:
    """A COBOL program. A generated subclass has its storage, files, paragraphs and procedure division.

    ``program_id`` is the PROGRAM-ID; ``initial`` (IS INITIAL) programs start afresh on every CALL;
    ``recursive`` (IS RECURSIVE) ones may be called while active; ``contained`` are the classes of the
    programs nested directly inside; ``common`` (IS COMMON) ones are visible to their siblings too.
    """

    program_id: ClassVar[str] = ""
    initial: ClassVar[bool] = False
    recursive: ClassVar[bool] = False
    common: ClassVar[bool] = False
    contained: ClassVar[tuple[type[Program], ...]] = ()

    def __init__(self, run: RunUnit) -> None:
        self.run = run
        self.return_code = 0

    def bind(self, *arguments: Area | None) -> None:
        """Attach the LINKAGE records to what the caller passed. Generated for programs with USING."""

    def procedure_division(self) -> None:
        """Run the PROCEDURE DIVISION from its start. Generated."""
        raise NotImplementedError

    def display(self, *texts: str, end: str = "\n", upon: str | None = None) -> None:
        """DISPLAY: see :meth:`Console.display`."""
        self.run.console.display(*texts, end=end, upon=upon)

    def accept(self) -> str:
        """ACCEPT from standard input: one line."""
        return self.run.console.accept()

    def call(self, name: str, *arguments: Area | None) -> None:
        """CALL *name* USING *arguments*; RETURN-CODE is the called program's afterwards."""
        self.return_code = self.run.programs.call(name, *arguments, caller=self)

    def callable(self, name: str) -> bool:
        """Whether CALL *name* finds a program: the ON EXCEPTION phrase is for when it does not."""
        return self.run.programs.callable(name, self)

    def cancel(self, name: str) -> None:
        """CANCEL *name*."""
        self.run.programs.cancel(name, self)


def main(program: type[Program], arguments: Sequence[str] | None = None) -> None:
    """Run *program* as the main program and end the process with its RETURN-CODE modulo 256."""
    run = RunUnit(sys.argv[1:] if arguments is None else arguments)
    sys.exit(execute(program, run))


def execute(program: type[Program], run: RunUnit) -> int:
    """Run *program* as the main program of *run*; gives the exit status (0..255)."""
    main_program = program(run)
    code: int | None = None
    try:
        main_program.procedure_division()
    except StopRun as stop:
        code = stop.code
    except ExitProgram:
        pass
    except FatalError as failure:
        run.console.error(failure.message)
        code = failure.status
    run.close()
    return (main_program.return_code if code is None else code) % 256
