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
