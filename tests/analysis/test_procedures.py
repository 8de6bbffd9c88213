"""Procedure-names: the own section first, then everywhere."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.walk import walk
from tests.analysis.programs import Analyzed, analyzed


def _source(body: str) -> str:
    return f"IDENTIFICATION DIVISION. PROGRAM-ID. T.\nPROCEDURE DIVISION.\n{body}"


def _targets(found: Analyzed) -> list[str]:
    """The section that each resolved procedure-name leads to, in source order."""
    division = found.main.program.procedure
    assert division is not None
    names = [node for node in walk(division) if isinstance(node, ast.ProcedureName)]
    targets = [found.main.procedures[name] for name in names]
    return [
        str(found.main.sections_of[target].name if isinstance(target, ast.Paragraph) else target.name)
        for target in targets
    ]


TWO_SECTIONS = """
ONE SECTION.
START-HERE.
    PERFORM SAME-NAME.
    PERFORM SAME-NAME OF TWO.
    PERFORM TWO.
SAME-NAME.
    CONTINUE.
TWO SECTION.
SAME-NAME.
    CONTINUE.
"""


def test_own_section_is_searched_first() -> None:
    found = analyzed(_source(TWO_SECTIONS))
    assert found.codes == []
    assert _targets(found) == ["ONE", "TWO", "TWO"]


def test_name_in_two_other_sections_is_ambiguous() -> None:
    found = analyzed(_source(TWO_SECTIONS + "THREE SECTION.\nP.\n    GO TO SAME-NAME.\n"))
    assert found.codes == ["CBL4006"]


def test_unknown_procedure_offers_near_names() -> None:
    found = analyzed(_source("MAIN-LINE.\n    PERFORM CLOSE-FILE.\nCLOSE-FILES.\n    CONTINUE."))
    (report,) = found.diagnostics
    assert (report.code, report.help) == ("CBL4005", "did you mean CLOSE-FILES?")


def test_backward_range_is_a_warning() -> None:
    found = analyzed(_source("A.\n    CONTINUE.\nB.\n    PERFORM B THRU A.\n"))
    assert found.codes == ["CBL4015"]
    assert not found.main.faulty


def test_paragraphs_are_listed_as_they_follow_each_other() -> None:
    found = analyzed(_source(TWO_SECTIONS))
    assert [paragraph.name for paragraph in found.main.order] == ["START-HERE", "SAME-NAME", "SAME-NAME"]


def test_repeated_paragraph_is_an_error_only_where_it_is_used() -> None:
    twice = "A.\n    CONTINUE.\nB.\n    CONTINUE.\nA.\n    CONTINUE.\n"
    assert analyzed(_source(twice)).codes == ["CBL4014"]
    assert analyzed(_source(twice + "C.\n    PERFORM A.\n")).codes == ["CBL4006", "CBL4014"]
