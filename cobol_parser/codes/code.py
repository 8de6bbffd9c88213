"""What one diagnostic code is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad it is. ERROR: the program, or one place in it, is not converted as written. WARNING: it is
    converted, but somebody should look. NOTE: worth knowing, nothing to do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of the code table.

    `code` is ``CBL`` and four digits, the first of which is the stage; `title` is one line;
    `explanation` is the Markdown page that `cobolift explain` shows: cause, example, what to do.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
