"""The debug module: DEBUG-ITEM and the calls of USE FOR DEBUGGING procedures (COBOL-85 standard, part XV).

What DEBUG-ITEM shows is what GnuCOBOL 3.1.2 puts there. The debugging procedures run only when the environment variable
COB_SET_DEBUG is on: it is the object time switch of the standard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.control import Paragraph
    from cobol_runtime.run_unit import RunUnit

Action = Callable[[], object]

_LINE = slice(0, 6)
_NAME = slice(7, 37)
_SUBSCRIPTS = (slice(38, 43), slice(44, 49), slice(50, 55))
_CONTENTS = 56


class Debugging:
    """Fills the record DEBUG-ITEM (*item*) of a program and runs its debugging procedures."""

    def __init__(self, run: RunUnit, item: Area) -> None:
        self.item = item
        self.item.text = ""
        self.enabled = run.environment.get("COB_SET_DEBUG", "").lower() in (
            "1",
            "true",
            "t",
            "on",
            "yes",
            "y",
        )

    def at(self, line: int, contents: str | None = None) -> None:
        """A statement of source line *line* is executed next; *contents* says how control will be passed on."""
        self._put(_LINE, f"{line:6d}")
        if contents is not None:
            self.contents(contents)

    def contents(self, text: str) -> None:
        """Set DEBUG-CONTENTS."""
        self._put(slice(_CONTENTS, self.item.length), text)

    def fall_through(self) -> None:
        """Control falls from a paragraph into the next one."""
        self.contents("FALL THROUGH")

    def falling(self, *paragraphs: Paragraph) -> tuple[Paragraph, ...]:
        """*paragraphs* as they follow each other, with the note between them that control falls through."""
        return tuple(step for paragraph in paragraphs for step in (paragraph, self.fall_through))

    def entered(self, name: str, procedure: Action) -> None:
        """Control entered the paragraph or section *name*, which *procedure* watches."""
        self._put(_NAME, name)
        if self.enabled:
            procedure()

    def altered(self, name: str, target: str, procedure: Action) -> None:
        """The GO TO of paragraph *name* was altered to go to *target*."""
        self.contents(target)
        self.entered(name, procedure)

    def referred(self, name: str, value: str, procedure: Action, subscripts: tuple[int, ...] = ()) -> None:
        """A statement referred to the data item *name*; *value* are the characters of its storage."""
        for position, place in enumerate(_SUBSCRIPTS):
            given = subscripts[position] if position < len(subscripts) else None
            self._put(place, "" if given is None else f"{'-' if given < 0 else '+'}{abs(given) % 10000:04d}")
        self.changed(name, value, procedure)

    def changed(self, name: str, value: str, procedure: Action) -> None:
        """The item of PERFORM VARYING, or the record of a WRITE, has *value* now; *value* is empty for a file that
        was opened, closed, positioned or lost a record."""
        self.contents(value)
        self.entered(name, procedure)

    def looked(self, name: str, value: str, procedure: Action) -> bool:
        """As `changed`, for the item in a condition that is evaluated next; gives True."""
        self.changed(name, value, procedure)
        return True

    def noting(self, contents: str, procedure: Action) -> Callable[[], None]:
        """*procedure* as something to run later: DEBUG-CONTENTS is set to *contents* first."""

        def run() -> None:
            self.contents(contents)
            procedure()

        return run

    def _put(self, place: slice, text: str) -> None:
        base, size = self.item.base, place.stop - place.start
        data = text[:size].ljust(size).encode("latin-1")
        self.item.memory[base + place.start : base + place.stop] = data
