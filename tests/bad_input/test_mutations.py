"""Whatever happens to a source, the converter answers with diagnostics: it never raises, and what it writes is Python."""

from __future__ import annotations

import ast as python
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.samples.sample import Sample, all_samples
from transpiler.options import ConvertOptions
from transpiler.outcome import State, convert_batch
from transpiler.tree import SourceEntry

Lines = list[str]
Mutation = Callable[[Lines, int, int], None]


def delete_line(lines: Lines, first: int, second: int) -> None:
    del lines[first]


def delete_block(lines: Lines, first: int, second: int) -> None:
    del lines[min(first, second) : max(first, second)][:40]


def repeat_line(lines: Lines, first: int, second: int) -> None:
    lines.insert(second, lines[first])


def swap_lines(lines: Lines, first: int, second: int) -> None:
    lines[first], lines[second] = lines[second], lines[first]


def _words(line: str) -> list[str]:
    return re.split(r"(\s+)", line)


def delete_word(lines: Lines, first: int, second: int) -> None:
    words = _words(lines[first])
    del words[second % len(words)]
    lines[first] = "".join(words)


def swap_words(lines: Lines, first: int, second: int) -> None:
    one, other = _words(lines[first]), _words(lines[second])
    one[-1], other[-1] = other[-1], one[-1]
    lines[first], lines[second] = "".join(one), "".join(other)


def repeat_word(lines: Lines, first: int, second: int) -> None:
    words = _words(lines[first])
    words.insert(0, "           " + words[second % len(words)])
    lines[first] = " ".join(words)


def cut_line(lines: Lines, first: int, second: int) -> None:
    lines[first] = lines[first][: second % (len(lines[first]) + 1)]


def change_character(lines: Lines, first: int, second: int) -> None:
    line = lines[first] or " "
    at = second % len(line)
    lines[first] = line[:at] + "\"'.()*-:=$\x00é9"[second % 13] + line[at + 1 :]


def join_lines(lines: Lines, first: int, second: int) -> None:
    if first + 1 < len(lines):
        lines[first] += lines.pop(first + 1)


MUTATIONS: tuple[Mutation, ...] = (
    *(delete_line, delete_block, repeat_line, swap_lines, delete_word),
    *(swap_words, repeat_word, cut_line, change_character, join_lines),
)
steps = st.lists(
    st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 10_000), st.integers(0, 10_000)),
    min_size=1,
    max_size=6,
)


def mutated(text: str, changes: list[tuple[Mutation, int, int]]) -> str:
    lines = text.splitlines()
    for change, first, second in changes:
        if len(lines) > 1:
            change(lines, first % len(lines), second % len(lines))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.folder.name)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutated_samples_never_raise(sample: Sample, data: st.DataObject, tmp_path: Path) -> None:
    step = data.draw(st.sampled_from(sample.steps))
    path = data.draw(st.sampled_from(step.source.programs))
    source = tmp_path / path.name
    source.write_text(mutated(path.read_text("latin-1"), data.draw(steps)), encoding="latin-1")
    options = ConvertOptions(library_folders=step.source.copy_folders, exact=data.draw(st.booleans()))
    (outcome,) = convert_batch([SourceEntry(source, Path())], options)
    assert not outcome.crashed, [item.message for item in outcome.diagnostics if item.code == "CBL9001"]
    if outcome.module_text:
        python.parse(outcome.module_text)
    else:
        assert outcome.state is State.FAILED
        assert outcome.diagnostics
