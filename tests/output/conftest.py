"""The generated programs, made once for each process that tests them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.output.programs import Generated, all_programs, generate


@pytest.fixture(scope="session")
def generated() -> list[Generated]:
    """Every program, converted."""
    return generate(all_programs())


@pytest.fixture(scope="session")
def modules(generated: list[Generated], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all modules."""
    folder = tmp_path_factory.mktemp("modules")
    for item in generated:
        (folder / f"{item.name}.py").write_text(item.text, encoding="utf-8")
    return folder
