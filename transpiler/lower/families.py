"""Importing this module registers the lowering of every statement family."""

from transpiler.lower import (
    arithmetic,
    conditional,
    data_movement,
    input_output,
    linkage,
    markup,
    ordering,
    procedure_branching,
    report_writer,
    storage,
    strings,
    tables,
)

__all__ = [
    "arithmetic",
    "conditional",
    "data_movement",
    "input_output",
    "linkage",
    "markup",
    "ordering",
    "procedure_branching",
    "report_writer",
    "storage",
    "strings",
    "tables",
]
