"""COBOL and Python stand level where they belong together, with the reason."""

from __future__ import annotations

import pytest

from tests.cli.command import program
from tests.review.conftest import Aligned
from transpiler.review.alignment import Alignment
from transpiler.review.gaps import UNEXPLAINED, python_alone
from transpiler.review.reasons import Reason
from transpiler.review.status import statuses
from transpiler.review.units import Unit


def unit_of(alignment: Alignment, words: str) -> Unit:
    (unit,) = [unit for unit in alignment.units.all if " ".join(unit.words).startswith(words)]
    return unit


def reasons(alignment: Alignment, words: str) -> list[Reason]:
    return [edge.reasons[0] for edge in alignment.of_unit[unit_of(alignment, words).number]]


def beside(alignment: Alignment, text: str) -> str:
    """The Python line that is level with the COBOL line that holds `text`."""
    lines = alignment.cobol.lines
    (right,) = [right for left, right in alignment.rows if left >= 0 and text in lines[left].text]
    return alignment.python.lines[right].strip() if right >= 0 else ""


def test_every_line_of_both_sides_has_one_row(alignments: dict[str, Alignment]) -> None:
    for name, alignment in alignments.items():
        lefts = [left for left, _ in alignment.rows if left >= 0]
        rights = [right for _, right in alignment.rows if right >= 0]
        assert lefts == list(range(len(alignment.cobol.lines))), name
        assert sorted(rights) == list(range(len(alignment.python.lines))), name


def test_nothing_stands_alone_without_an_explanation(alignments: dict[str, Alignment]) -> None:
    lost = [
        f"{name}: {alignment.units.all[number].title}"
        for name, alignment in alignments.items()
        for number, gap in alignment.silent.items()
        if gap.reason is None
    ]
    lost += [
        f"{name}: {first + 1}"
        for name, alignment in alignments.items()
        for first, _, why in python_alone(alignment.python)
        if why == UNEXPLAINED.why
    ]
    assert not lost


def test_most_statements_have_python_beside_them(alignments: dict[str, Alignment]) -> None:
    """A model that called everything silent would pass the test above."""
    statements = silent = 0
    for alignment in alignments.values():
        found = [unit for unit in alignment.units.all if unit.kind == "statement"]
        statements += len(found)
        silent += sum(unit.number in alignment.silent for unit in found)
    assert silent < statements / 50


def test_every_word_belongs_to_the_innermost_unit(aligned: Aligned) -> None:
    alignment = aligned(
        program("P", "IF A = 1\nDISPLAY A\nELSE\nDISPLAY 2\nEND-IF\nSTOP RUN.", "01 A PIC 9.")
    )
    assert unit_of(alignment, "IF").words == ["IF", "A", "=", "1", "ELSE", "END-IF"]
    assert unit_of(alignment, "DISPLAY A").words == ["DISPLAY", "A"]


def test_a_full_stop_belongs_to_the_statement_before_it(aligned: Aligned) -> None:
    alignment = aligned(program("P", "DISPLAY A.\nSTOP RUN.", "01 A PIC 9."))
    assert unit_of(alignment, "MAIN-PARA").words == ["MAIN-PARA", "."]
    assert unit_of(alignment, "DISPLAY A").words == ["DISPLAY", "A", "."]


def test_lines_stand_level(aligned: Aligned) -> None:
    data = "01 A PIC 9.\n01 R.\n   05 B PIC X.\n      88 YES VALUE 'Y'.\n   05 C PIC 9."
    alignment = aligned(
        program("P", "IF A = 1\n    MOVE 1 TO C\nELSE\n    DISPLAY A\nEND-IF\nSTOP RUN.", data)
    )
    assert beside(alignment, "05 B") == "b = Text(1, at=0)"
    assert beside(alignment, "05 C") == "c = Zoned(1, at=1)"
    assert beside(alignment, "IF A") == "if self.ws.a == 1:"
    assert beside(alignment, "MOVE 1") == "self.r.c = 1"
    assert beside(alignment, "ELSE") == "else:"
    assert beside(alignment, "STOP RUN") == "raise StopRun()"


def test_a_comment_is_level_with_its_python(aligned: Aligned) -> None:
    text = program("P", "DISPLAY 1\nDISPLAY 2\nSTOP RUN.")
    text = text.replace("           DISPLAY 2", "      * Now two.\n           DISPLAY 2")
    assert beside(aligned(text), "Now two") == "# Now two."


@pytest.mark.parametrize(
    ("procedure", "words", "expected"),
    [
        ("MOVE 1 TO A\nSTOP RUN.", "MOVE", [Reason.SAME]),
        ("MOVE 1 TO A B\nINITIALIZE R.\nSTOP RUN.", "INITIALIZE", [Reason.SPLIT, Reason.SPLIT]),
        ("GO TO Q.\nQ.\n    STOP RUN.", "GO TO", [Reason.GOTO_STRUCTURED]),
        (
            "EVALUATE A\nWHEN 1 DISPLAY 1\nWHEN OTHER DISPLAY 2\nEND-EVALUATE\nSTOP RUN.",
            "EVALUATE",
            [Reason.MERGED],
        ),
        (
            "EVALUATE A\nWHEN 1 DISPLAY 1\nWHEN OTHER DISPLAY 2\nEND-EVALUATE\nSTOP RUN.",
            "WHEN OTHER",
            [Reason.SAME],
        ),
    ],
)
def test_reasons_of_statements(aligned: Aligned, procedure: str, words: str, expected: list[Reason]) -> None:
    data = "01 A PIC 9.\n01 B PIC 9.\n01 R.\n   05 C PIC 9.\n   05 D PIC 9."
    assert reasons(aligned(program("P", procedure, data)), words) == expected


def test_a_record_is_made_in_the_constructor(aligned: Aligned) -> None:
    alignment = aligned(program("P", "STOP RUN.", "01 R.\n   05 C PIC 9."))
    assert reasons(alignment, "01 R") == [Reason.SAME, Reason.HOISTED]


def test_select_and_fd_become_one_connector(aligned: Aligned) -> None:
    text = program("P", "STOP RUN.").replace(
        "       DATA DIVISION.\n",
        "       ENVIRONMENT DIVISION.\n       INPUT-OUTPUT SECTION.\n       FILE-CONTROL.\n"
        '           SELECT F ASSIGN TO "F".\n       DATA DIVISION.\n       FILE SECTION.\n       FD F.\n       01 FR PIC X.\n',
    )
    alignment = aligned(text)
    (select,) = alignment.of_unit[unit_of(alignment, "SELECT").number]
    (described,) = alignment.of_unit[unit_of(alignment, "FD").number]
    assert select.statement == described.statement
    assert select.reasons == described.reasons == (Reason.MERGED, Reason.HOISTED)


def test_copied_statements_say_so(aligned: Aligned) -> None:
    alignment = aligned(program("P", "COPY BODY.\nSTOP RUN."), BODY='           DISPLAY "IN".\n')
    (edge,) = alignment.of_unit[unit_of(alignment, 'DISPLAY "IN"').number]
    assert edge.reasons == (Reason.SAME, Reason.FROM_COPYBOOK, Reason.RUNTIME_HELPER)
    assert edge.helpers == ("display",)
    copied = [line.copy for line in alignment.cobol.lines if '"IN"' in line.text]
    assert copied == [1]
    assert alignment.cobol.lines[alignment.cobol.copies[1].position].text.strip() == "COPY BODY."


def test_what_needs_no_python_has_a_reason(aligned: Aligned) -> None:
    alignment = aligned(program("P", "CONTINUE\nSTOP RUN."))
    gap = alignment.silent[unit_of(alignment, "CONTINUE").number]
    assert (gap.reason, gap.why) == (Reason.NO_CODE, "does nothing")


def test_contained_programs_stand_in_the_order_of_the_cobol(aligned: Aligned) -> None:
    inner = program("INNER", 'DISPLAY "INNER".') + "       END PROGRAM INNER.\n"
    outer = program("OUTER", 'DISPLAY "OUTER".\nCALL "INNER".\nSTOP RUN.')
    alignment = aligned(outer + inner + "       END PROGRAM OUTER.\n")
    assert beside(alignment, 'DISPLAY "OUTER"') == 'self.display("OUTER")'
    assert beside(alignment, 'DISPLAY "INNER"') == 'self.display("INNER")'


def test_dead_code_keeps_its_python_and_says_that_it_is_dead(aligned: Aligned) -> None:
    alignment = aligned(
        program("P", 'GO TO Q.\nDISPLAY "BEHIND".\nNEVER.\n    DISPLAY "NEVER".\nQ.\n    STOP RUN.').replace(
            "           NEVER", "       NEVER"
        )
    )
    assert reasons(alignment, 'DISPLAY "NEVER"') == [Reason.DEAD]
    assert beside(alignment, 'DISPLAY "NEVER"') == 'self.display("NEVER")'
    (edge,) = alignment.of_unit[unit_of(alignment, 'DISPLAY "NEVER"').number]
    assert edge.reasons == (Reason.DEAD, Reason.SAME, Reason.RUNTIME_HELPER)
    notes = statuses(alignment)[unit_of(alignment, "NEVER .").number].notes
    assert notes == [
        "never reached: no PERFORM, GO TO or fall-through reaches it: the paragraph before, MAIN-PARA, ends with GO TO Q"
    ]
    assert reasons(alignment, "STOP RUN") == [Reason.SAME]
