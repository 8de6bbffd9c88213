"""The table of intrinsic functions fits the runtime, and has every function the compiler knows."""

from __future__ import annotations

import inspect
import subprocess
from collections.abc import Callable
from typing import cast

import pytest

from cobol_runtime import functions
from transpiler.intrinsics import INTRINSICS, Intrinsic

CONVERTED = [intrinsic for intrinsic in INTRINSICS.values() if intrinsic.python]
FIRST = {None: "", "run": "run", "program": "program", "file": "module_file"}
WITHOUT_RUNTIME = {"MODULE-SOURCE"}


def parameters(intrinsic: Intrinsic) -> list[inspect.Parameter]:
    function = cast("Callable[..., object]", getattr(functions, intrinsic.python))
    return list(inspect.signature(function).parameters.values())


@pytest.mark.parametrize("intrinsic", CONVERTED, ids=lambda intrinsic: intrinsic.name)
def test_the_runtime_function_takes_what_the_table_says(intrinsic: Intrinsic) -> None:
    assert intrinsic.python in functions.__all__
    found = parameters(intrinsic)
    keywords = {parameter.name for parameter in found if parameter.kind is parameter.KEYWORD_ONLY}
    places = [parameter for parameter in found if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    repeated = any(parameter.kind is parameter.VAR_POSITIONAL for parameter in found)
    assert [parameter.name for parameter in places][:1] == [FIRST[intrinsic.asks]] or not intrinsic.asks
    if intrinsic.arguments == ("ITEM",):
        return
    assert keywords == set(intrinsic.settings)
    assert repeated == bool(intrinsic.repeats)
    taken = len(places) - bool(intrinsic.asks)
    assert taken <= len(intrinsic.arguments) and (repeated or taken == len(intrinsic.arguments))
    required = sum(parameter.default is parameter.empty for parameter in places) - bool(intrinsic.asks)
    assert required <= intrinsic.required and (repeated or required == intrinsic.required)


@pytest.mark.parametrize("intrinsic", INTRINSICS.values(), ids=lambda intrinsic: intrinsic.name)
def test_a_function_is_converted_or_has_a_reason(intrinsic: Intrinsic) -> None:
    ways = (intrinsic.python, intrinsic.unsupported, intrinsic.name in WITHOUT_RUNTIME)
    assert [bool(way) for way in ways].count(True) == 1
    assert INTRINSICS[intrinsic.name] is intrinsic


def test_every_exported_function_is_used_by_the_table_or_by_generated_code() -> None:
    in_generated_code = {
        "part_of", "trim_leading", "trim_trailing", "system_offset", "when_compiled_register", "shown", "shown_absolute", "shown_as", "shown_float", "shown_maximum", "shown_median", "shown_minimum", "result_text", "unedited",
    }  # fmt: skip
    assert set(functions.__all__) == {intrinsic.python for intrinsic in CONVERTED} | in_generated_code


@pytest.mark.cobc
def test_every_function_of_the_compiler_is_in_the_table() -> None:
    listed = subprocess.run(["cobc", "--list-intrinsics"], capture_output=True, text=True, check=True).stdout
    names = {line.split()[0] for line in listed.splitlines()[2:] if line.strip()}
    assert len(names) > 100
    assert names - set(INTRINSICS) == set()
