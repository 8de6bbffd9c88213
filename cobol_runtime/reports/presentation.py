"""Presenting report groups: page overflow, LINE and NEXT GROUP (COBOL-85 standard, XIII 3.3.8).

As in GnuCOBOL a page heading or footing that is needed in the middle of a group is presented there, lines are placed one by
one, and a group whose own entry has the LINE clause brings along the groups of its type that follow it.
"""

from __future__ import annotations

from collections.abc import Sequence

from cobol_runtime.reports.controls import Control
from cobol_runtime.reports.groups import Group, GroupType, Line, NextGroup
from cobol_runtime.reports.sheet import Sheet


class Presentation:
    """Prints the *groups* of a report on its *sheet*; *controls* are from minor to major."""

    def __init__(self, sheet: Sheet, controls: Sequence[Control]) -> None:
        self.sheet = sheet
        self.controls = controls
        self.groups: list[Group] = []
        self.is_first = True
        """No GENERATE was completed since INITIATE."""
        self.page_is_new = True
        """No page heading was presented since the page before ended."""
        self.next = NextGroupState()
        self._active: set[GroupType] = set()
        """The types of heading and footing that are being presented."""

    def begin(self) -> None:
        """INITIATE."""
        self.is_first = self.page_is_new = True
        self.next = NextGroupState()

    # Groups

    def all_of(self, kind: GroupType) -> None:
        """Present the groups of type *kind* in order."""
        self._from(0, kind)

    def report_footing(self) -> None:
        """Present the report footing, which may stand behind the detail region of the page."""
        self._active.add(GroupType.REPORT_FOOTING)
        self.all_of(GroupType.REPORT_FOOTING)
        self._active.discard(GroupType.REPORT_FOOTING)

    def group(self, group: Group) -> None:
        """Present a control heading or footing."""
        if group.lines:
            self._whole(group)
        else:
            self._from(group.place, group.type)

    def _from(self, place: int, kind: GroupType) -> None:
        for group in self.groups[place:]:
            if group.type is kind:
                self._whole(group)
                if self._ends_at(group):
                    break

    def _whole(self, group: Group) -> None:
        if group.line is not None:
            self.line(group.line, prints=not group.suppressed)
        else:
            self.line(Line(next_group=group.next_group))
        for line in group.lines:
            self.line(line)

    def _ends_at(self, group: Group) -> bool:
        """Whether the group behind the control footing *group* is that of a more major control."""
        if group.type is not GroupType.CONTROL_FOOTING or group.control is None:
            return False
        follower = self.groups[group.place + 1] if group.place + 1 < len(self.groups) else group
        if follower.type is not GroupType.CONTROL_FOOTING or follower.control is None:
            return False
        return self.controls.index(follower.control) > self.controls.index(group.control)

    # Lines

    def line(self, line: Line, *, prints: bool = True) -> None:
        """Place a line, on a new page where it does not fit, and print it unless it is suppressed."""
        sheet = self.sheet
        if sheet.is_behind_details and not self._is_footing:
            self.new_page()
        extra = line.plus - 1 if self._advance(line) and line.plus else 0
        if extra and sheet.line != (sheet.limits.first_detail or -1):
            sheet.skip(extra)
        if sheet.is_behind_details and not self._is_footing and GroupType.PAGE_HEADING not in self._active:
            self.new_page()
        sheet.count()
        if line.columns and prints:
            text = bytearray()
            for column in line.columns:
                column.print_into(text)
            sheet.end_line(bytes(text))
        self.next.set(line.next_group)

    @property
    def _is_footing(self) -> bool:
        """Whether a footing that may stand behind the detail region is being presented."""
        return not self._active.isdisjoint((GroupType.REPORT_FOOTING, GroupType.PAGE_FOOTING))

    def _advance(self, line: Line) -> bool:
        """Go where NEXT GROUP of the group before says, else to the number of *line*; whether LINE PLUS still counts."""
        sheet, pending = self.sheet, self.next
        if pending.take_plus():
            sheet.skip(pending.value)
            return True
        if pending.take_line():
            if sheet.line > pending.value:
                self.new_page()
            sheet.skip_to(pending.value)
            return True
        if pending.take_page():
            self.new_page()
            return False
        if line.number is None:
            return True
        if sheet.line > line.number:
            self.page_footing()
            if GroupType.REPORT_FOOTING in self._active:
                sheet.page += 1
                sheet.line = 1
            else:
                self.page_heading()
            self.page_is_new = False
        sheet.skip_to(line.number)
        return False

    # Pages

    def new_page(self) -> None:
        """End the page and begin the next one."""
        self.page_footing()
        self.page_heading()

    def page_footing(self) -> None:
        """Present the page footing and go to the last line of the page."""
        if GroupType.PAGE_FOOTING in self._active:
            return
        sheet = self.sheet
        self._active.add(GroupType.PAGE_FOOTING)
        self.all_of(GroupType.PAGE_FOOTING)
        if sheet.line < sheet.limits.lines:
            sheet.skip(sheet.limits.lines - sheet.line)
            sheet.stays_on_line = False
        else:
            sheet.line = 1
        sheet.count()
        self.page_is_new = True
        self._active.discard(GroupType.PAGE_FOOTING)

    def page_heading(self) -> None:
        """Go to the next page, and there, behind the page heading, to the first detail line."""
        if GroupType.PAGE_HEADING in self._active:
            return
        sheet, limits = self.sheet, self.sheet.limits
        if not self.is_first and 0 < limits.heading < sheet.line <= limits.lines:
            sheet.skip_to(limits.lines + 1)
            sheet.line = 1
            sheet.count()
        self._active.add(GroupType.PAGE_HEADING)
        if not self.is_first:
            sheet.page += 1
        self.page_is_new = False
        sheet.skip_and_count(limits.heading)
        self.all_of(GroupType.PAGE_HEADING)
        sheet.skip_and_count(limits.first_detail)
        self.indicate_groups()
        self._active.discard(GroupType.PAGE_HEADING)

    def indicate_groups(self) -> None:
        """Items with GROUP INDICATE are shown again."""
        for group in self.groups:
            for column in group.columns():
                column.indicated = False


class NextGroupState:
    """The NEXT GROUP clauses that wait for the next line. One that was set by the same group does not count yet."""

    def __init__(self) -> None:
        self.value = 0
        self.just_set = False
        self._waiting: set[str] = set()

    def set(self, clause: NextGroup | None) -> None:
        """A line with NEXT GROUP was presented."""
        if clause is None:
            return
        self.just_set = True
        self.value = 0 if clause.page else clause.plus or clause.line
        self._waiting.discard("line")
        if clause.page:
            self._waiting.add("page")
        elif clause.plus:
            self._waiting.add("plus")
        else:
            self._waiting.discard("plus")
            self._waiting.add("line")

    def take_plus(self) -> bool:
        """Whether NEXT GROUP PLUS is due."""
        return self._take("plus")

    def take_line(self) -> bool:
        """Whether NEXT GROUP with a line number is due."""
        return self._take("line")

    def take_page(self) -> bool:
        """Whether NEXT GROUP NEXT PAGE is due."""
        return self._take("page")

    def _take(self, kind: str) -> bool:
        if self.just_set or kind not in self._waiting:
            return False
        self._waiting.discard(kind)
        return True
