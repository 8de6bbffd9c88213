"""Exception conditions: which one was raised last, and where (ISO 1989:2014, 14.6.13).

Every place of the run time that meets a condition calls :func:`raise_condition`; nothing else happens until a program asks
with FUNCTION EXCEPTION-STATUS and its like. A condition stays the last one until the next, or SET LAST EXCEPTION TO OFF. One run unit
runs in a process, so that there is one last exception.
"""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from cobol_runtime.cobol_lines import CobolLine, CobolStatement, cobol_line, cobol_statement

if TYPE_CHECKING:
    from cobol_runtime.files.connector import FileConnector

T = TypeVar("T")

Kept: TypeAlias = Literal["", "statement", "procedure"]
"""What a program keeps of the place of an exception: nothing, statement and line, or its paragraph and section too."""

ARGUMENT_FUNCTION = "EC-ARGUMENT-FUNCTION"
OVERFLOW_STRING = "EC-OVERFLOW-STRING"
OVERFLOW_UNSTRING = "EC-OVERFLOW-UNSTRING"
PROGRAM_NOT_FOUND = "EC-PROGRAM-NOT-FOUND"
PROGRAM_RECURSIVE_CALL = "EC-PROGRAM-RECURSIVE-CALL"
SIZE_OVERFLOW = "EC-SIZE-OVERFLOW"
SIZE_TRUNCATION = "EC-SIZE-TRUNCATION"
ZERO_DIVIDE = "EC-SIZE-ZERO-DIVIDE"

_OF_STATUS = {
    "1": "EC-I-O-AT-END",
    "2": "EC-I-O-INVALID-KEY",
    "3": "EC-I-O-PERMANENT-ERROR",
    "4": "EC-I-O-LOGIC-ERROR",
    "5": "EC-I-O-RECORD-OPERATION",
    "6": "EC-I-O-FILE-SHARING",
    "9": "EC-I-O-IMP",
    "EOP": "EC-I-O-EOP",
}
"""Exception-names by the first digit of the I-O status."""
END_OF_PAGE = "EOP"
"""In place of a status: the end of the page, which is no failure."""


@dataclass(slots=True)
class LastException:
    """The exception-name, empty when there is none; the file that was worked on last; the place, as program, module and line."""

    name: str = ""
    file: FileConnector | None = None
    program_id: str = ""
    kept: Kept = ""
    module: str = ""
    line: int = 0

    def statement(self) -> CobolStatement | None:
        """The COBOL statement that the exception was raised in, where its program keeps places."""
        return cobol_statement(Path(self.module), self.line) if self.kept else None


last = LastException()
_RUNTIME = str(Path(__file__).parent)


def raise_condition(name: str) -> None:
    """Note that the condition *name* exists."""
    last.name = name
    _note_place(sys._getframe(1))


def clear() -> None:
    """SET LAST EXCEPTION TO OFF."""
    last.name = last.program_id = last.kept = ""


def start() -> None:
    """A run unit begins: no exception, no file."""
    clear()
    last.file = None


def invalid_argument(result: T) -> T:
    """EC-ARGUMENT-FUNCTION; gives *result*, what the function is worth then."""
    raise_condition(ARGUMENT_FUNCTION)
    return result


def size_error(value: object) -> bool:
    """EC-SIZE-…: *value* has no room in its receiver, or is no number after a division by zero; gives False."""
    if value == value or last.name != ZERO_DIVIDE:
        raise_condition(SIZE_OVERFLOW)
    return False


def truncation() -> bool:
    """EC-SIZE-TRUNCATION: decimal places were cut off where ROUNDED MODE IS PROHIBITED; gives False."""
    raise_condition(SIZE_TRUNCATION)
    return False


def file_condition(file: FileConnector, status: str) -> None:
    """EC-I-O-…: an operation on *file* ended with an I-O *status* that is not successful."""
    last.file = file
    name = _OF_STATUS.get(status if status == END_OF_PAGE else status[0], "")
    if name:
        raise_condition(name)
    else:
        clear()


def active_statements(error: BaseException) -> list[tuple[str, CobolLine | None]]:
    """The programs that *error* went through, innermost first: PROGRAM-ID, and the line that was running where the program keeps places."""
    running: dict[str, CobolLine | None] = {}
    for frame, line in traceback.walk_tb(error.__traceback__):
        program = frame.f_locals.get("self")
        kept = getattr(program, "keeps_places", None)
        if kept is not None and not frame.f_code.co_filename.startswith(_RUNTIME):
            place = cobol_line(Path(frame.f_code.co_filename), line) if kept else None
            running.pop(getattr(program, "program_id", ""), None)
            running[getattr(program, "program_id", "")] = place
    return list(reversed(running.items()))


def _note_place(frame: FrameType | None) -> None:
    """Keep the line of the generated program that is running, when the program wants that."""
    while frame is not None and frame.f_code.co_filename.startswith(_RUNTIME):
        frame = frame.f_back
    program = frame.f_locals.get("self") if frame is not None else None
    last.kept = getattr(program, "keeps_places", "")
    if last.kept and frame is not None:
        last.program_id = getattr(program, "program_id", "")
        last.module, last.line = frame.f_code.co_filename, frame.f_lineno
