"""Small programs and what their statements do with their data, in words."""

from __future__ import annotations

from tests.analysis.programs import analyzed, program
from transpiler.data_flow.accesses import Access, accesses
from transpiler.data_flow.roles import Role

LETTERS = {Role.NAMED: "named", Role.READ: "reads", Role.WRITTEN: "writes", Role.BOTH: "reads+writes"}


def found(text: str, dialect: str = "gnucobol") -> list[Access]:
    """Every access of the programs of a source in free format."""
    return [access for analysis in analyzed(text, dialect).analyses.values() for access in accesses(analysis)]


def uses(data: str, procedure: str, dialect: str = "gnucobol") -> list[str]:
    """What statements do: `reads A`, `writes B by FILE STATUS`. VALUE clauses are left out."""
    return [said(item) for item in found(program(data, procedure), dialect) if item.how != "VALUE"]


def said(access: Access) -> str:
    """One access in words, with the phrase that implies it where no identifier is written."""
    implied = "" if access.identifier is not None else f" by {access.how}"
    return f"{LETTERS[access.role]} {access.item.name}{implied}"
