"""How control leaves programs: STOP RUN, EXIT PROGRAM and errors no program can handle."""

from __future__ import annotations


class StopRun(Exception):
    """STOP RUN (or GOBACK in a main program): end the run unit.

    *code* is the operand of STOP RUN; ``None`` keeps RETURN-CODE. The process ends with it modulo 256.
    """

    def __init__(self, code: int | None = None) -> None:
        super().__init__(code)
        self.code = code


class ExitProgram(Exception):
    """EXIT PROGRAM or GOBACK: return from the called program to its caller."""


class FatalError(Exception):
    """An error the run unit cannot go on from: *message* on stderr, below it *hint*, exit status *status*."""

    STATUS = 1

    def __init__(self, message: str, status: int = STATUS, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status
