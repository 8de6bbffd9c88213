"""INITIATE, GENERATE, TERMINATE and SUPPRESS (COBOL-85 standard, XIII 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

from cobol_runtime.files.line_sequential import LineSequentialFile
from cobol_runtime.reports.controls import Control, begin_break
from cobol_runtime.reports.groups import Group, GroupType, Line
from cobol_runtime.reports.page import Limits, Page
from cobol_runtime.reports.presentation import Presentation
from cobol_runtime.reports.sheet import COUNTERS, Sheet
from cobol_runtime.reports.sums import Sum, add_items, roll_forward
from cobol_runtime.run_unit import RunUnit
from cobol_runtime.termination import FatalError

END_TYPES = (GroupType.CONTROL_FOOTING, GroupType.FINAL_FOOTING, GroupType.REPORT_FOOTING)
"""The types of groups that TERMINATE presents, besides page headings and footings."""

G = TypeVar("G", bound=Group)


class Report:
    """A report (RD entry) called *name* that is written to *file*.

    *page* is the PAGE clause, *controls* are the items of the CONTROL clause from major to minor (without FINAL), *code* is
    the CODE that stands before every line, or a function that gives it. `add` adds the groups in order.
    """

    def __init__(
        self,
        run: RunUnit,
        name: str,
        file: LineSequentialFile,
        *,
        page: Page | None = None,
        controls: tuple[Control, ...] = (),
        code: str | Callable[[], str] = "",
        sign: Literal["ascii", "ebcdic"] = "ascii",
    ) -> None:
        self.name = name
        self._run = run
        self._page = page
        self._controls = controls[::-1]
        self._sign = sign
        self._sheet = Sheet(file, code)
        self._presentation = Presentation(self._sheet, self._controls)
        self._groups = self._presentation.groups
        self._footings: dict[Control, list[Group]] = {}
        self._headings: dict[Control, list[Group]] = {}
        self._sums: list[Sum] = []
        self._is_initiated = False
        self._is_terminating = False
        self._next_page_after_footings = False

    @property
    def page_counter(self) -> int:
        """PAGE-COUNTER."""
        return self._sheet.page_counter

    @page_counter.setter
    def page_counter(self, value: int) -> None:
        self._sheet.page_counter = value % COUNTERS

    @property
    def line_counter(self) -> int:
        """LINE-COUNTER: the line last printed, 0 before the first one."""
        return self._sheet.line_counter

    @line_counter.setter
    def line_counter(self, value: int) -> None:
        self._sheet.line_counter = value % COUNTERS

    def add(self, group: G) -> G:
        """Add the next report group of the description; gives the group."""
        group.place = len(self._groups)
        self._groups.append(group)
        self._sums += group.sums()
        for column in group.columns():
            if self._sign != "ascii":
                column.field.sign = self._sign
                column.field.bind()
        if group.control is not None:
            by_control = self._footings if group.type is GroupType.CONTROL_FOOTING else self._headings
            by_control.setdefault(group.control, []).insert(0, group)
        return group

    # INITIATE

    def initiate(self) -> None:
        """INITIATE: page 1, all sums zero. An error is a message, and the report then is not initiated."""
        if self._is_initiated:
            self._complain("was already done")
            return
        limits = self._page.limits() if self._page is not None else Limits()
        if not limits.is_consistent:
            self._complain("PAGE LIMIT problem")
            return
        self._sheet.begin(limits)
        if not self._fits(limits):
            return
        self._is_initiated = True
        self._presentation.begin()
        for total in self._sums:
            total.reset()

    def _fits(self, limits: Limits) -> bool:
        """Whether the lines of all groups are within the page limit."""
        fits = True
        for group in self._groups if limits.lines else ():
            for line in (Line(next_group=group.next_group), *group.all_lines()):
                number = line.plus or line.number or 0
                after = line.next_group
                if number > limits.lines:
                    self._complain(f"LINE {number} exceeds PAGE LIMIT {limits.lines}")
                    fits = False
                elif after is not None and (after.plus or after.line) > limits.lines:
                    self._complain(f"NEXT GROUP {after.plus or after.line} exceeds PAGE LIMIT")
                    fits = False
        return fits

    def _complain(self, problem: str) -> None:
        self._run.console.error(f"INITIATE {self.name} {problem}")

    def _check_initiated(self, statement: str) -> None:
        if not self._is_initiated:
            raise FatalError(f"{statement} {self.name} but no INITIATE was done")

    # GENERATE

    def generate(self, detail: Group | None = None) -> None:
        """GENERATE *detail*; without it GENERATE the report, which presents headings and footings only."""
        self._check_initiated("GENERATE")
        presentation = self._presentation
        self._next_page_after_footings = False
        self._take_early_sources()
        self._sheet.resume()
        if presentation.is_first:
            self._begin_report()
        else:
            self._begin_page_if_full()
            begin_break(self._controls)
            self._end_control_groups()
            self._begin_control_groups()
        add_items(self._sums)
        if detail is not None and not detail.suppressed:
            self._detail(detail)
        for group in self._groups:
            group.suppressed = False
        presentation.is_first = False
        presentation.next.just_set = False
        self._sheet.pause()

    def _begin_report(self) -> None:
        """The first GENERATE: report heading, page heading, control headings."""
        self._presentation.all_of(GroupType.REPORT_HEADING)
        self._presentation.page_heading()
        for control in self._controls:
            for heading in self._headings.get(control, ()):
                self._use(heading)
                self._presentation.group(heading)
            control.remember()

    def _begin_page_if_full(self) -> None:
        presentation, sheet = self._presentation, self._sheet
        if sheet.is_behind_details:
            presentation.page_footing()
            sheet.line = 1
        elif presentation.page_is_new:
            sheet.line = 1
        elif sheet.line > 1:
            return
        presentation.page_heading()
        presentation.page_is_new = False

    def _end_control_groups(self) -> None:
        """Control footings of what changed, minor to major, while each control has its previous value."""
        presentation = self._presentation
        for control in self._controls:
            if not control.changed:
                continue
            for footing in self._footings.get(control, ()):
                self._footing(control, footing)
                presentation.indicate_groups()
                presentation.next.just_set = False
                if presentation.next.take_page():
                    self._next_page_after_footings = True
            control.show_new()
        if self._next_page_after_footings:
            presentation.next.take_page()
            self._next_page_after_footings = False
            presentation.new_page()

    def _footing(self, control: Control, footing: Group) -> None:
        """Present a control footing; then its sums roll forward and begin anew."""
        self._use(footing)
        if not control.suppressed and (self._is_terminating or not footing.suppressed):
            self._presentation.group(footing)
        control.suppressed = footing.suppressed = False
        for group in self._groups:
            if group.control is control:
                for total in group.sums():
                    roll_forward(total, self._sums)

    def _begin_control_groups(self) -> None:
        """Control headings of what changed, in the order of the footings."""
        for control in self._controls:
            if control.changed:
                for heading in self._headings.get(control, ()):
                    self._use(heading)
                    if not heading.suppressed:
                        self._presentation.group(heading)
                    heading.suppressed = False
                control.remember()

    def _detail(self, detail: Group) -> None:
        presentation, sheet = self._presentation, self._sheet
        lines = detail.lines or (
            (detail.line,) if detail.line is not None else (Line(next_group=detail.next_group),)
        )
        height = sum(line.plus for line in lines if line.plus is not None and line.plus > 1)
        if len(lines) > 1 and sheet.line + height > sheet.limits.last_detail:
            presentation.page_footing()
            sheet.line = 1
            presentation.page_heading()
            presentation.page_is_new = False
            sheet.count()
        for line in lines:
            presentation.next.just_set = False
            presentation.line(line)

    def _use(self, group: Group) -> None:
        """USE BEFORE REPORTING: the procedure of a control group or of the report footing."""
        if group.use is not None:
            group.use()
            self._next_page_after_footings = False
            self._take_early_sources()

    def _take_early_sources(self) -> None:
        """Evaluate the sources that GnuCOBOL evaluates before it presents anything: TERMINATE only those of footings."""
        for group in self._groups:
            if not self._is_terminating or group.type in END_TYPES:
                for column in group.columns():
                    column.begin_statement()

    # TERMINATE and SUPPRESS

    def terminate(self) -> None:
        """TERMINATE: all control footings, the page footing and the report footing; nothing before the first GENERATE."""
        self._check_initiated("TERMINATE")
        self._is_terminating = True
        self._take_early_sources()
        if not self._presentation.is_first:
            self._end_report()
        self._is_terminating = False

    def _end_report(self) -> None:
        presentation = self._presentation
        for control in self._controls:
            for footing in self._footings.get(control, ()):
                self._footing(control, footing)
        self._use_of(GroupType.FINAL_FOOTING)
        presentation.all_of(GroupType.FINAL_FOOTING)
        for group in self._groups:
            if group.type is GroupType.FINAL_FOOTING:
                for total in group.sums():
                    total.reset()
        presentation.page_footing()
        self._use_of(GroupType.REPORT_FOOTING)
        presentation.report_footing()
        self._is_initiated = False

    def _use_of(self, kind: GroupType) -> None:
        for group in self._groups:
            if group.type is kind:
                self._use(group)
                return

    def suppress(self, group: Group) -> None:
        """SUPPRESS PRINTING in the USE BEFORE REPORTING procedure of *group*.

        As in GnuCOBOL the group of a control heading takes the next footing of its control with it, and for a group
        without control there is a message besides.
        """
        group.suppressed = True
        if group.control is None:
            self._run.console.error(f"could not find line to SUPPRESS in report {self.name}")
        else:
            group.control.suppressed = True
