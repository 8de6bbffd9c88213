"""PAGE LIMIT: the regions of a page (COBOL-85 standard, XIII 3.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

MOST_LINES = 9999
MOST_COLUMNS = 999

Limit: TypeAlias = int | Callable[[], int]
"""A number of the PAGE clause, or a function that gives it at each INITIATE."""


@dataclass(frozen=True, slots=True)
class Page:
    """The PAGE clause: the number of *lines* and *columns* of a page, the first line of the *heading*, the lines of the
    *first_detail* and the *last_detail* group, and the last line of control footings (*footing*). 0 is not given."""

    lines: Limit = 0
    columns: Limit = 0
    heading: Limit = 0
    first_detail: Limit = 0
    last_detail: Limit = 0
    footing: Limit = 0

    def limits(self) -> Limits:
        """The numbers that hold from an INITIATE on.

        What is not given follows from numbers that are literals: HEADING is 1, FIRST DETAIL is HEADING, LAST DETAIL and
        FOOTING are each other, or the page limit.
        """
        heading = literal(self.heading) or 1
        last_detail, footing = literal(self.last_detail), literal(self.footing)
        last = last_detail or footing or literal(self.lines)
        return Limits(
            min(now(self.lines, 0), MOST_LINES),
            columns_within(now(self.columns, 0)),
            now(self.heading, heading),
            now(self.first_detail, heading),
            now(self.last_detail, last),
            now(self.footing, footing or last),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of a PAGE clause; those of a report without one are the defaults."""

    lines: int = 0
    columns: int = MOST_COLUMNS
    heading: int = 0
    first_detail: int = 1
    last_detail: int = 0
    footing: int = 0

    @property
    def is_consistent(self) -> bool:
        """Whether the regions of the page follow each other, all within the page limit."""
        order = (
            (self.first_detail, self.heading),
            (self.last_detail, self.first_detail),
            (self.footing, self.heading),
            (self.footing, self.last_detail),
            (self.lines, self.heading),
            (self.lines, self.footing),
        )
        return all(below >= above for below, above in order if below > 0)


def literal(limit: Limit) -> int:
    """The number when it is known without running the program, else 0."""
    return limit if isinstance(limit, int) else 0


def now(limit: Limit, default: int) -> int:
    """The number as it is now; *default* when none is given."""
    return limit() if callable(limit) else limit or default


def columns_within(columns: int) -> int:
    """The width of lines: 1 to 999 columns."""
    return columns if 1 <= columns <= MOST_COLUMNS else MOST_COLUMNS
