"""All sections of a report, and what goes wrong while one is made."""

from __future__ import annotations

import transpiler.report.sections  # noqa: F401  registers them
from transpiler.nesting import room_for_nesting
from transpiler.report.estate import Estate
from transpiler.report.model import Content, Section
from transpiler.report.registry import Registered, sections


def make_sections(estate: Estate) -> list[Section]:
    """Run every section on the estate; a fault in one costs that section."""
    with room_for_nesting():
        return [_made(registered, estate) for registered in sections()]


def _made(registered: Registered, estate: Estate) -> Section:
    number, name, title = registered.number, registered.name, registered.title
    try:
        return Section(number, name, title, registered.make(estate))
    except Exception as fault:
        failed = f"{type(fault).__name__}: {fault}"
        return Section(number, name, title, Content(f"This section could not be made: {failed}"), failed)
