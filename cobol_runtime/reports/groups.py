"""Report groups: TYPE, LINE and NEXT GROUP (COBOL-85 standard, XIII 3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from cobol_runtime.reports.columns import Column
from cobol_runtime.reports.controls import Control
from cobol_runtime.reports.sums import Sum


class GroupType(Enum):
    """When a group is presented."""

    REPORT_HEADING = "REPORT HEADING"
    PAGE_HEADING = "PAGE HEADING"
    CONTROL_HEADING = "CONTROL HEADING"
    FINAL_HEADING = "CONTROL HEADING FINAL"
    DETAIL = "DETAIL"
    CONTROL_FOOTING = "CONTROL FOOTING"
    FINAL_FOOTING = "CONTROL FOOTING FINAL"
    PAGE_FOOTING = "PAGE FOOTING"
    REPORT_FOOTING = "REPORT FOOTING"


@dataclass(frozen=True, slots=True)
class NextGroup:
    """NEXT GROUP: the next group goes to *line*, *plus* lines further on, or to the next *page*."""

    line: int = 0
    plus: int = 0
    page: bool = False


@dataclass(eq=False, slots=True)
class Line:
    """A line of a group: on line *number* of the page, *plus* lines after the one before, or where the page is.

    LINE NEXT PAGE is number 0, which every line of a page is behind. *columns* are in order.
    """

    NEXT_PAGE: ClassVar[int] = 0

    number: int | None = None
    plus: int | None = None
    columns: tuple[Column, ...] = ()
    next_group: NextGroup | None = None


@dataclass(eq=False, slots=True, kw_only=True)
class Group:
    """A report group: a level-01 entry of a report.

    *line* is the line of a group whose own entry has the LINE clause; *lines* are those of subordinate entries. *use* is
    the USE BEFORE REPORTING procedure. *control* is the control of a control heading or footing, none for FINAL.
    """

    type: ClassVar[GroupType]

    line: Line | None = None
    lines: tuple[Line, ...] = ()
    next_group: NextGroup | None = None
    use: Callable[[], None] | None = None
    control: Control | None = None
    place: int = field(default=0, init=False)
    """Position among the groups of its report."""
    suppressed: bool = field(default=False, init=False)
    """SUPPRESS PRINTING: the group's own line is left out until the end of the next GENERATE."""

    def all_lines(self) -> Iterator[Line]:
        """Yield the lines of the group."""
        if self.line is not None:
            yield self.line
        yield from self.lines

    def columns(self) -> Iterator[Column]:
        """Yield the printable items of the group."""
        for line in self.all_lines():
            yield from line.columns

    def sums(self) -> Iterator[Sum]:
        """Yield the sum counters that the group shows."""
        for column in self.columns():
            if column.sum is not None:
                yield column.sum


class ReportHeading(Group):
    """TYPE REPORT HEADING: once, at the first GENERATE."""

    type = GroupType.REPORT_HEADING


class PageHeading(Group):
    """TYPE PAGE HEADING: on every page."""

    type = GroupType.PAGE_HEADING


class ControlHeading(Group):
    """TYPE CONTROL HEADING of a control: before the first detail, and before the first one behind a break."""

    type = GroupType.CONTROL_HEADING


class FinalHeading(Group):
    """TYPE CONTROL HEADING FINAL, which GnuCOBOL never presents."""

    type = GroupType.FINAL_HEADING


class Detail(Group):
    """TYPE DETAIL: presented by GENERATE."""

    type = GroupType.DETAIL


class ControlFooting(Group):
    """TYPE CONTROL FOOTING of a control: at its breaks, and at TERMINATE."""

    type = GroupType.CONTROL_FOOTING


class FinalFooting(Group):
    """TYPE CONTROL FOOTING FINAL: at TERMINATE."""

    type = GroupType.FINAL_FOOTING


class PageFooting(Group):
    """TYPE PAGE FOOTING: on every page."""

    type = GroupType.PAGE_FOOTING


class ReportFooting(Group):
    """TYPE REPORT FOOTING: once, at TERMINATE."""

    type = GroupType.REPORT_FOOTING
