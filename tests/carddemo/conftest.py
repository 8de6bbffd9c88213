"""Finds the application; tests that need it are skipped where CARDDEMO_DIR is not set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.carddemo.jobs import Application


@pytest.fixture(scope="session")
def application() -> Application:
    """The application in the folder CARDDEMO_DIR names."""
    named = os.environ.get("CARDDEMO_DIR")
    if not named:
        pytest.skip("CARDDEMO_DIR is not set: it names a checkout of aws-mainframe-modernization-carddemo")
    return Application(Path(named))
