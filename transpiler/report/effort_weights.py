"""What a unit of work costs, from and to, in person-hours: defaults, and the `[effort]` table of cobolift.toml."""

from __future__ import annotations

from collections.abc import Mapping

HOURS_A_DAY = 8

WEIGHTS: dict[str, tuple[str, tuple[float, float]]] = {
    "program": ("a program: setting up its comparison with the original and running it", (4.0, 12.0)),
    "converted_statement": ("a converted statement: reading it beside the COBOL", (0.005, 0.015)),
    "unconverted_statement": ("a statement that is not converted: writing and testing it", (0.25, 1.0)),
    "cause": ("a cause of statements not converted: deciding once how it is done", (4.0, 24.0)),
    "missing_artefact": ("a missing artefact: finding it or replacing it", (1.0, 8.0)),
    "job": ("a job or procedure: a schedule entry and a script", (2.0, 8.0)),
    "map": ("a map set: a screen", (4.0, 16.0)),
    "table": ("a database table: schema and data", (4.0, 16.0)),
    "seam": ("a seam between waves: a bridge while both sides run", (4.0, 24.0)),
}
"""What each weight is for, and hours from and to. They are assumptions to be replaced by one's own experience."""


def weights(settings: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The defaults with what the configuration changes."""
    return {name: settings.get(name, default) for name, (_, default) in WEIGHTS.items()}


def checked_weights(value: object) -> dict[str, tuple[float, float]]:
    """Read the `[effort]` table. Raises ValueError with a message that names key and remedy."""
    if not isinstance(value, dict):
        raise ValueError("effort must be a table")
    found: dict[str, tuple[float, float]] = {}
    for name, entry in value.items():
        if name not in WEIGHTS:
            raise ValueError(f"effort.{name} is not known; known keys: {', '.join(WEIGHTS)}")
        numbers = [entry, entry] if isinstance(entry, int | float) else entry
        good = isinstance(numbers, list) and len(numbers) == 2 and all(_is_hours(item) for item in numbers)
        if not good or numbers[0] > numbers[1]:
            raise ValueError(f"effort.{name} must be hours, or two of them from and to, not {entry!r}")
        found[name] = (float(numbers[0]), float(numbers[1]))
    return found


def _is_hours(item: object) -> bool:
    return isinstance(item, int | float) and not isinstance(item, bool) and item >= 0
