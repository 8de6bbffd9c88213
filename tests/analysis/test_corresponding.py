"""CORRESPONDING pairs, traversal and dumps."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.corresponding import corresponding
from cobol_parser.dump_symbols import dump_layout, dump_symbols
from cobol_parser.walk import children, walk
from tests.analysis.programs import analyzed, program

GROUPS = """
01 A.
   05 ALIKE PIC 9.
   05 R REDEFINES ALIKE PIC X.
   05 PART. 10 DEEP PIC X. 10 ONLY-A PIC X.
   05 T PIC 9 OCCURS 2.
   05 HALF. 10 H1 PIC X.
   05 FILLER PIC X.
01 B.
   05 FILLER PIC X.
   05 HALF PIC X.
   05 PART. 10 DEEP PIC 9.
   05 T PIC 9.
   05 R PIC X.
   05 ALIKE PIC 9(3).
"""


def test_pairs_have_equal_names_and_qualifiers() -> None:
    found = analyzed(program(GROUPS))
    pairs = corresponding(found.item("A"), found.item("B"))
    assert [(a.name, b.name) for a, b in pairs] == [("ALIKE", "ALIKE"), ("DEEP", "DEEP"), ("HALF", "HALF")]
    numeric = corresponding(found.item("A"), found.item("B"), arithmetic=True)
    assert [a.name for a, _ in numeric] == ["ALIKE"]


def test_walk_meets_every_node_once_parents_first() -> None:
    found = analyzed(program("01 A PIC 9.", "IF A = 1 MOVE 2 TO A ELSE DISPLAY A."))
    division = found.main.program.procedure
    assert division is not None
    nodes = list(walk(division))
    assert len(nodes) == len(set(map(id, nodes)))
    places = {id(node): place for place, node in enumerate(nodes)}
    assert all(places[id(node)] < places[id(child)] for node in nodes for child in children(node))
    assert sum(isinstance(node, ast.Identifier) for node in nodes) == 3


def test_walk_enters_only_what_it_is_told_to() -> None:
    found = analyzed(program("01 A PIC 9.", "IF A = 1 MOVE 2 TO A."))
    division = found.main.program.procedure
    assert division is not None
    kinds = [type(node).__name__ for node in walk(division, into=lambda node: not isinstance(node, ast.If))]
    assert "If" in kinds and "Move" not in kinds


def test_layout_dump_is_a_byte_ruler() -> None:
    dump = dump_layout(
        analyzed(program("01 R. 05 A PIC X(2). 05 B PIC S9(5) COMP-3 OCCURS 3.")).analyses.values()
    )
    assert dump.splitlines()[-3:] == [
        "     0     11  01 R                                     group",
        "     0      2     05 A                                  DISPLAY X(2)",
        "     2      3     05 B                                  COMP-3 S9(5) occurs 3",
    ]


def test_symbol_dump_names_everything() -> None:
    dump = dump_symbols(analyzed(program("01 R PIC 9. 88 ON-TOP VALUE 1 THRU 3 9.")).analyses.values())
    assert "condition of R: 1 thru 3, 9" in dump
    assert "   MAIN-PARAGRAPH" in dump
