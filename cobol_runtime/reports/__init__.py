"""The report writer (COBOL-85 standard, section XIII): a report described as data, and INITIATE, GENERATE and TERMINATE.

`Report` is described by its `Page`, its `Control`s and its groups: `Group`s of `Line`s of `Column`s, some of which
show a `Sum`. Positions on the page are GnuCOBOL's; each module says where those are not the standard's.
"""

from cobol_runtime.reports.columns import Column
from cobol_runtime.reports.controls import Control
from cobol_runtime.reports.groups import (
    ControlFooting,
    ControlHeading,
    Detail,
    FinalFooting,
    FinalHeading,
    Group,
    GroupType,
    Line,
    NextGroup,
    PageFooting,
    PageHeading,
    ReportFooting,
    ReportHeading,
)
from cobol_runtime.reports.page import Page
from cobol_runtime.reports.report import Report
from cobol_runtime.reports.sums import Sum, low_digits

__all__ = [
    "Column",
    "Control",
    "ControlFooting",
    "ControlHeading",
    "Detail",
    "FinalFooting",
    "FinalHeading",
    "Group",
    "GroupType",
    "Line",
    "NextGroup",
    "Page",
    "PageFooting",
    "PageHeading",
    "Report",
    "ReportFooting",
    "ReportHeading",
    "Sum",
    "low_digits",
]
