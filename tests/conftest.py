"""Fixtures for all tests, and the rule that a test which needs cobc is skipped where it cannot be had."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.oracle import Converted, GnuCobol


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shutil.which("cobc") is not None:
        return
    absent = pytest.mark.skip(reason="GnuCOBOL's cobc is not installed: nothing to compare with")
    for item in items:
        if item.get_closest_marker("cobc"):
            item.add_marker(absent)


@pytest.fixture(scope="session")
def gnucobol() -> GnuCobol:
    """The oracle, with its cache of compiled programs."""
    return GnuCobol()


@pytest.fixture(scope="session")
def conversions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that gets the converted modules of this test session."""
    return tmp_path_factory.mktemp("converted")


@pytest.fixture(scope="session")
def converted(conversions: Path) -> Converted:
    """The converter as people use it."""
    return Converted(conversions)


@pytest.fixture(scope="session")
def converted_exactly(conversions: Path) -> Converted:
    """The converter with --exact."""
    return Converted(conversions, exact=True)
