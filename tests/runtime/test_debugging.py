"""DEBUG-ITEM and the object time switch."""

from __future__ import annotations

import pytest

from cobol_runtime.area import Area
from cobol_runtime.debugging import Debugging
from cobol_runtime.run_unit import RunUnit

LENGTH = 86


def debugging(switch: str | None) -> Debugging:
    environment = {} if switch is None else {"COB_SET_DEBUG": switch}
    return Debugging(RunUnit(environment=environment), Area(bytearray(LENGTH)))


@pytest.mark.parametrize(
    ("switch", "runs"),
    [
        ("Y", True),
        ("yes", True),
        ("1", True),
        ("TRUE", True),
        ("on", True),
        ("N", False),
        ("0", False),
        (None, False),
    ],
)
def test_procedures_run_while_the_switch_is_on(switch: str | None, runs: bool) -> None:
    calls: list[str] = []
    debugging(switch).entered("A", lambda: calls.append("A"))
    assert calls == (["A"] if runs else [])


def test_fields_of_the_item() -> None:
    watched = debugging("Y")
    watched.at(12, "PERFORM LOOP")
    watched.referred("ITEM OF G", "value", lambda: None, (3, -2))
    assert watched.item.text == "    12 ITEM OF G".ljust(38) + "+0003 -0002       " + "value".ljust(30)


def test_falling_through_is_noted_between_paragraphs() -> None:
    watched = debugging("Y")
    order: list[str] = []
    for step in watched.falling(lambda: order.append("A"), lambda: order.append("B")):
        step()
        order.append(watched.item.text[56:].rstrip())
    assert order == ["A", "", "FALL THROUGH", "B", "FALL THROUGH", "FALL THROUGH"]


def test_noting_sets_the_contents_when_the_procedure_runs() -> None:
    watched = debugging("Y")
    seen: list[str] = []
    run = watched.noting("SORT INPUT", lambda: seen.append(watched.item.text[56:].rstrip()))
    assert watched.item.text[56:].rstrip() == ""
    run()
    assert seen == ["SORT INPUT"]
