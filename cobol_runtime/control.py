"""PERFORM ranges and GO TO between paragraphs (COBOL-85 standard, VI 6.20 PERFORM statement).

A paragraph is a method. One that ends by falling through returns None; one that ends with GO TO returns the paragraph to
go on with. `Paragraphs.perform` runs a range and is left when control reaches the end of the range's last paragraph, whichever
way it came there, as GnuCOBOL does: only the innermost active range is watched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cobol_runtime.termination import ExitProgram, FatalError

Paragraph: TypeAlias = "Callable[[], Target]"
"""A paragraph of a program, as a bound method."""


@dataclass(frozen=True, slots=True)
class EndOf:
    """The end of the section whose last paragraph is `paragraph`: the target of EXIT SECTION.

    It lies behind the end of the paragraph: a PERFORM of that paragraph alone does not end there.
    """

    paragraph: Paragraph


Target: TypeAlias = "Paragraph | EndOf | None"
"""What a paragraph returns: where control goes next, None to fall through."""


class NextSentence(Exception):
    """NEXT SENTENCE: control goes behind the next full stop."""


class NotConverted(FatalError):
    """Control reached a statement that has no conversion: the run ends with a message, never with a wrong result.

    `code` is the diagnostic code that the conversion reported, `message` names the statement and its place.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"cobolift: {code}: {message}")
        self.code = code


class Paragraphs:
    """The paragraphs of a procedure division in the order in which control falls through them."""

    __slots__ = ("_position", "_steps")

    def __init__(self, steps: tuple[Paragraph, ...]) -> None:
        self._steps = steps
        self._position = {step: index for index, step in enumerate(steps)}

    def perform(self, first: Paragraph, last: Paragraph | None = None, *, section: bool = False) -> None:
        """PERFORM first THRU last (first alone when `last` is None).

        `section` says that the range ends with a section, whose last paragraph is `last`: then EXIT SECTION ends it too.
        Raises ExitProgram when control falls off the end of the procedure division (implicit EXIT PROGRAM).
        """
        at = self._position[first]
        end = at if last is None else self._position[last]
        self._run(at, end, section)

    def run_from(self, first: Paragraph) -> None:
        """Run from `first` on; ends with ExitProgram when control falls off the end of the procedure division."""
        self._run(self._position[first], -1, False)

    def go_on(self, target: Target, following: Paragraph | None = None) -> None:
        """Go on where statements led to that control entered in their middle: to `target`, or to the paragraph `following` them when they
        came to their end (None: the end of the procedure division)."""
        if isinstance(target, EndOf):
            at = self._position[target.paragraph] + 1
        else:
            first = target or following
            at = len(self._steps) if first is None else self._position[first]
        if at == len(self._steps):
            raise ExitProgram
        self._run(at, -1, False)

    def _run(self, at: int, end: int, section: bool) -> None:
        steps = self._steps
        while True:
            target = steps[at]()
            if target is not None:
                if not isinstance(target, EndOf):
                    at = self._position[target]
                    continue
                at = self._position[target.paragraph]
                if at == end and section:
                    return
            elif at == end:
                return
            at += 1
            if at == len(steps):
                raise ExitProgram


@dataclass(frozen=True, slots=True, eq=False)
class _ActiveRange:
    """A range between its beginning and its end: the position of its last paragraph, and whether it ends with a section."""

    end: int
    section: bool


class _RangeLeft(Exception):
    """Control came to the end of an outer range while inner ones were active."""

    def __init__(self, ended: _ActiveRange) -> None:
        super().__init__(ended)
        self.ended = ended


class OverlappingParagraphs(Paragraphs):
    """As `Paragraphs`, but all active ranges are watched, as on a mainframe: control that comes to the end of one leaves it, and with
    it the ranges begun since.
    """

    __slots__ = ("_active",)

    def __init__(self, steps: tuple[Paragraph, ...]) -> None:
        super().__init__(steps)
        self._active: tuple[_ActiveRange, ...] = ()

    def _run(self, at: int, end: int, section: bool) -> None:
        around, this = self._active, _ActiveRange(end, section)
        self._active = (*around, this)
        try:
            self._go_on(at, this)
        except _RangeLeft as left:
            if left.ended is not this:
                raise
        finally:
            self._active = around

    def _go_on(self, at: int, this: _ActiveRange) -> None:
        while True:
            target = self._steps[at]()
            if target is not None and not isinstance(target, EndOf):
                at = self._position[target]
                continue
            if target is not None:
                at = self._position[target.paragraph]
            ended = self._ended(at, by_exit_section=target is not None)
            if ended is this:
                return
            if ended is not None:
                raise _RangeLeft(ended)
            at += 1
            if at == len(self._steps):
                raise ExitProgram

    def _ended(self, at: int, *, by_exit_section: bool) -> _ActiveRange | None:
        """The innermost active range that ends here."""
        for active in reversed(self._active):
            if active.end == at and (active.section or not by_exit_section):
                return active
        return None
