"""CBL_EXIT_PROC and CBL_ERROR_PROC: programs to run when the run unit ends or fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cobol_runtime.routines.registry import Arguments, area, routine

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_INSTALL, _REMOVE, _ASK, _INSTALL_WITH_PRIORITY = range(4)


def _flag_and_procedure(arguments: Arguments) -> tuple[int, int]:
    """The first byte of the first argument, and the pointer that the second is; 0 for what was not passed."""
    flag, pointer = area(arguments, 1), area(arguments, 2)
    return (
        flag.raw[0] if flag is not None and flag.length else _INSTALL,
        int.from_bytes(pointer.raw[:8], sys.byteorder) if pointer is not None else 0,
    )


@routine("CBL_EXIT_PROC")
def exit_procedure(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_EXIT_PROC" USING flag, program-pointer: 0, or -1 for NULL and unknown flags.

    Flags are 0 and 3 to install (once more: as the first one), 1 to remove, 2 to ask whether it is installed. The priority
    of flag 3 does not count, as in GnuCOBOL.
    """
    flag, procedure = _flag_and_procedure(arguments)
    installed = program.run.handlers.exit
    if not procedure or flag > _INSTALL_WITH_PRIORITY:
        return -1
    if flag == _ASK:
        return 0 if procedure in installed else -1
    known = procedure in installed
    if known:
        installed.remove(procedure)
    if not (flag == _REMOVE and known):
        installed.insert(0, procedure)
    return 0


@routine("CBL_ERROR_PROC")
def error_procedure(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_ERROR_PROC" USING flag, program-pointer: install (flag 0) or remove; -1 for NULL.

    An error procedure gets the message, ended by X"00"; RETURN-CODE 0 says that it has dealt with the error.
    """
    flag, procedure = _flag_and_procedure(arguments)
    installed = program.run.handlers.error
    if not procedure:
        return -1
    if flag != _INSTALL:
        program.run.handlers.error = [other for other in installed if other != procedure]
    elif procedure not in installed:
        installed.insert(0, procedure)
    return 0
