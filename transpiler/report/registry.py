"""Which function makes which section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from transpiler.report.estate import Estate
from transpiler.report.model import Content

Maker: TypeAlias = Callable[[Estate], Content]


@dataclass(frozen=True, slots=True)
class Registered:
    """A section that can be made."""

    number: int
    name: str
    title: str
    make: Maker


_SECTIONS: dict[int, Registered] = {}


def section(number: int, name: str, title: str) -> Callable[[Maker], Maker]:
    """Register the decorated function as the maker of a section. `name` is used in file names and addresses."""

    def register(function: Maker) -> Maker:
        if number in _SECTIONS:
            raise ValueError(f"two makers for section {number}")
        _SECTIONS[number] = Registered(number, name, title, function)
        return function

    return register


def sections() -> Sequence[Registered]:
    """All registered sections in order."""
    return [_SECTIONS[number] for number in sorted(_SECTIONS)]
