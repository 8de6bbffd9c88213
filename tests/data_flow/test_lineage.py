"""From where to where values go in a program."""

from __future__ import annotations

import pytest

from tests.analysis.programs import analyzed, program
from tests.data_flow.test_accesses import FILES
from transpiler.data_flow.lineage import Argument, End, Outside, edges


def ways(text: str, dialect: str = "gnucobol") -> list[str]:
    """Every step of the programs of a source: `A -> B move`, with `=` where bytes keep their order."""
    return [
        f"{said(edge.source)} -> {said(edge.target)} {edge.kind.value}{' =' if edge.exact else ''}"
        for analysis in analyzed(text, dialect).analyses.values()
        for edge in edges(analysis)
    ]


def said(end: End) -> str:
    what = end.what
    if isinstance(what, Outside):
        return f"<{what.kind} {what.name}>"
    if isinstance(what, Argument):
        return f"<argument {what.position}>"
    return f"{what.name}({end.start + 1}:{end.size})" if end.size else str(what.name)


DATA = """
77 A PIC 9(4). 77 B PIC 9(4). 77 C PIC 9(4). 77 I PIC 9. 77 S PIC X(9). 77 T PIC X(9).
01 G. 05 X PIC X(4). 05 Y PIC 9(4). 01 H. 05 Y PIC 9(4). 05 Z PIC X(4). 01 TAB. 05 E PIC 9(4) OCCURS 9.
01 F PIC X. 88 YES VALUE "Y" FALSE "N".
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("MOVE A TO B", ["A -> B move"]),
        ("MOVE S TO T", ["S -> T move ="]),
        ("MOVE G TO S", ["G -> S group move ="]),
        ("MOVE S(2:3) TO T", ["S(2:3) -> T move ="]),
        ("MOVE S(I:3) TO T", ["S -> T move"]),
        ("MOVE E(I) TO A", ["E -> A move"]),
        ("MOVE 'V' TO S", ["<literal 'V'> -> S move"]),
        ("MOVE FUNCTION CURRENT-DATE TO S", ["<function CURRENT-DATE> -> S move"]),
        ("MOVE CORRESPONDING G TO H", ["Y -> Y corresponding"]),
        ("ADD A B TO C", ["A -> C compute", "B -> C compute"]),
        ("COMPUTE C = A * 2 + E(B)", ["A -> C compute", "E -> C compute"]),
        ("COMPUTE C = FUNCTION MAX(A B)", ["A -> C compute", "B -> C compute"]),
        ("STRING S DELIMITED BY A INTO T", ["S -> T string"]),
        ("UNSTRING S DELIMITED BY A INTO T DELIMITER IN X COUNT B", ["S -> T string", "S -> X string"]),
        ("INSPECT S TALLYING A FOR ALL T REPLACING ALL '1' BY X", ["S -> A string", "X -> S string"]),
        ("PERFORM VARYING A FROM B BY 1 UNTIL C > 1 CONTINUE END-PERFORM", ["B -> A compute", "<literal 1> -> A compute"]),
        ("SET YES TO TRUE", ['<literal "Y" (YES)> -> F set']),
        ("SET YES TO FALSE", ['<literal "N" (YES)> -> F set']),
        ("ACCEPT S FROM DATE", ["<accept DATE> -> S accept"]),
        ("DISPLAY 'A' S", ["S -> <display standard output> display"]),
        ("IF A = B CONTINUE", []),
        ("CALL 'SUB' USING A BY CONTENT B",
         ["A -> <argument 0> call parameter =", "<argument 0> -> A call parameter =", "B -> <argument 1> call parameter ="]),
    ],
)  # fmt: skip
def test_a_statement_takes_values_from_its_sending_items_to_its_receivers(
    statement: str, expected: list[str]
) -> None:
    data = (
        DATA if "CORRESPONDING" in statement else DATA.replace("05 Y PIC 9(4). 05 Z", "05 W PIC 9(4). 05 Z")
    )
    assert ways(program(data, f"{statement}.")) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("READ F INTO A", ["F -> F1 read from file =", "F -> F2 read from file =", "F1 -> A group move ="]),
        ("WRITE F1 FROM A", ["A -> F1 group move =", "F1 -> F written to file ="]),
        ("REWRITE F2", ["F2 -> F written to file ="]),
    ],
)
def test_records_go_through_files(statement: str, expected: list[str]) -> None:
    assert ways(FILES.format(statement=statement, access="RANDOM")) == expected


def test_host_variables_come_from_and_go_to_commands() -> None:
    text = program("77 A PIC 9. 77 B PIC 9.", "EXEC SQL SELECT X INTO :A FROM T WHERE Y = :B END-EXEC.")
    assert ways(text, "ibm") == ["B -> <SQL SELECT> command", "<SQL SELECT> -> A command"]
