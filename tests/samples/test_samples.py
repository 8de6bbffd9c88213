"""Every sample prints, returns and writes what GnuCOBOL makes of it, compiled and converted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle import Converted, GnuCobol
from tests.samples.sample import Builder, Sample, all_samples, files_below

samples = pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.folder.name)


def check(sample: Sample, builder: Builder, work: Path) -> None:
    outcomes = sample.run(builder, work)
    for step in sample.steps:
        outcome = outcomes[step.name]
        assert outcome.stdout == sample.expected_stdout(step), f"{step.name}: {outcome.report()}"
        assert outcome.returncode == sample.expected_returncode(step), f"{step.name}: {outcome.report()}"
    written = files_below(work, sample.compared)
    expected = sample.expected_files()
    assert sorted(written) == sorted(expected)
    for name, content in expected.items():
        assert written[name] == content, f"{name} differs"


@pytest.mark.cobc
@samples
def test_expected_is_what_gnucobol_gives(sample: Sample, gnucobol: GnuCobol, tmp_path: Path) -> None:
    check(sample, gnucobol, tmp_path)


@samples
def test_converted_sample_gives_the_same(sample: Sample, converted: Converted, tmp_path: Path) -> None:
    check(sample, converted, tmp_path)


@samples
def test_exactly_converted_sample_gives_the_same(
    sample: Sample, converted_exactly: Converted, tmp_path: Path
) -> None:
    check(sample, converted_exactly, tmp_path)
