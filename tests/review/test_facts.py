"""What the review tells about names, units, shapes and control flow."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from cobol_parser import ast
from tests.cli.command import program
from tests.review.conftest import Aligned
from tests.review.test_alignment import reasons, unit_of
from transpiler.data_flow.roles import receiving_fields
from transpiler.offline_page import embedded
from transpiler.review.alignment import Alignment
from transpiler.review.edited import with_edits
from transpiler.review.evidence import Evidence
from transpiler.review.facts import symbol_facts
from transpiler.review.flow_graphs import Graph, cobol_graph, python_graph
from transpiler.review.gaps import python_alone
from transpiler.review.names import find_names
from transpiler.review.page_data import page_data
from transpiler.review.reasons import Reason
from transpiler.review.replaced import replaced_lines
from transpiler.review.shapes import shapes
from transpiler.review.status import RISK, UNSUPPORTED, statuses

DATA = """\
01 R.
   05 A PIC S9(5)V99 COMP-3.
   05 B PIC X(4).
      88 YES VALUE "Y" "J" THRU "K".
   05 C REDEFINES B PIC 9(4).
77 N PIC 9(3)."""


def facts(alignment: Alignment) -> dict[str, dict[str, Any]]:
    names = find_names(alignment)
    return {fact["n"]: fact for fact in symbol_facts(alignment.conversion, names)}


def lines(alignment: Alignment, positions: list[int]) -> list[str]:
    return [alignment.cobol.lines[position].text.strip() for position in positions]


def test_a_name_knows_its_description_and_its_uses(aligned: Aligned) -> None:
    alignment = aligned(
        program("P", "ADD N TO A\nMOVE A TO N\nIF YES DISPLAY B.\nSET YES TO TRUE\nSTOP RUN.", DATA)
    )
    found = facts(alignment)
    item = found["A"]
    assert (item["p"], item["u"], item["o"], item["z"]) == ("S9(5)V99", "COMP-3", 0, 4)
    assert item["py"] == "self.r.a"
    assert lines(alignment, item["w"]) == ["ADD N TO A"]
    assert lines(alignment, item["r"]) == ["MOVE A TO N"]
    assert lines(alignment, [item["d"]]) == ["05 A PIC S9(5)V99 COMP-3."]
    assert found["B"]["c"] == [["YES", '"Y", "J" THRU "K"']]
    assert found["B"]["why"] == ["C redefines its bytes"]
    assert found["C"]["why"] == ["redefines the bytes of B"]
    assert lines(alignment, found["YES"]["w"]) == ["SET YES TO TRUE"]


def test_names_stand_at_their_places_on_both_sides(aligned: Aligned) -> None:
    alignment = aligned(program("P", "MOVE A OF R TO N\nSTOP RUN.", DATA))
    names = find_names(alignment)
    unit = unit_of(alignment, "MOVE")
    (left,), right = unit.lines, alignment.python_lines(unit)[0]
    text, code = alignment.cobol.lines[left].text, alignment.python.lines[right]
    assert [text[spot.column :][: spot.length] for spot in names.cobol[left]] == ["A", "N"]
    assert [code[spot.column :][: spot.length] for spot in names.python[right]] == ["n", "r", "a"]
    meanings = {spot.number for spot in names.cobol[left]}
    assert meanings < {spot.number for spot in names.python[right]}


def test_columns_are_characters_behind_other_alphabets(aligned: Aligned) -> None:
    alignment = aligned(program("P", 'DISPLAY "Größe" N\nSTOP RUN.', DATA))
    names = find_names(alignment)
    (right,) = alignment.python_lines(unit_of(alignment, "DISPLAY"))
    code = alignment.python.lines[right]
    assert "n" in [code[spot.column :][: spot.length] for spot in names.python[right]]


def test_every_field_that_receives_is_known() -> None:
    """A new statement that stores into something must say so here."""
    receiving = {"receiver", "receivers", "into", "returning", "tallying", "counter", "pointer"}
    known = receiving_fields()
    missing = [
        f"{kind.__name__}.{item.name}"
        for kind in vars(ast).values()
        if isinstance(kind, type) and issubclass(kind, ast.Node) and kind is not ast.Node
        for item in fields(kind)
        if item.name in receiving and "Identifier" in str(item.type) and item.name not in known.get(kind, ())
    ]
    assert not missing


def test_units_of_one_shape_differ_in_names_and_literals_only(aligned: Aligned) -> None:
    data = "01 A PIC X(4).\n01 B PIC X(4).\n01 N PIC 9(3).\n01 M PIC 9(3)."
    alignment = aligned(
        program("P", 'MOVE "X" TO A\nMOVE "YZ" TO B\nMOVE 1 TO N\nMOVE 2 TO M\nMOVE A TO A.\nSTOP RUN.', data)
    )
    found = [
        [alignment.units.all[number].title for number in shape.units]
        for shape in shapes(alignment, find_names(alignment))
    ]
    assert ['MOVE "X" TO A', 'MOVE "YZ" TO B'] in found
    assert ["MOVE 1 TO N", "MOVE 2 TO M"] in found


def test_a_mark_is_bound_to_cobol_python_and_rule(aligned: Aligned) -> None:
    def identity(text: str) -> Any:
        alignment = aligned(text)
        return statuses(alignment)[unit_of(alignment, "MOVE").number].identity

    text = program("P", "MOVE 1 TO N\nSTOP RUN.", DATA)
    before = identity(text)
    assert before.key.startswith("P/MAIN-PARA/")
    assert before.rule == "data_movement.move_statement"
    assert identity(text.replace("MAIN-PARA.", "MAIN-PARA.\n\n")) == before
    assert identity(text.replace("MOVE 1", "MOVE  1")) == before
    assert identity(text.replace("MOVE 1", "MOVE 2")).cobol != before.cobol
    other = identity(text.replace("77 N", "01 NN.\n          05 N"))
    assert (other.cobol, other.python == before.python) == (before.cobol, False)


def test_equal_statements_are_told_apart(aligned: Aligned) -> None:
    alignment = aligned(program("P", "ADD 1 TO N\nADD 1 TO N\nSTOP RUN.", DATA))
    keys = [status.identity.key for status in statuses(alignment)]
    assert len(set(keys)) == len(keys)


def test_what_is_not_converted_comes_first_in_the_queue(aligned: Aligned) -> None:
    alignment = aligned(program("P", "READY TRACE.\nMOVE 1 TO N\nSTOP RUN.", DATA))
    found = statuses(alignment)
    gap = found[unit_of(alignment, "READY").number]
    assert gap.state == UNSUPPORTED
    assert gap.risk == max(status.risk for status in found)


def test_statements_that_depend_on_the_profile_are_risks(aligned: Aligned) -> None:
    data = "01 A PIC 9(3).\n01 B PIC 9(7).\n01 C PIC 9(7)."
    alignment = aligned(program("P", "COMPUTE A ROUNDED = (B / C) * 100\nSTOP RUN.", data))
    number = unit_of(alignment, "COMPUTE").number
    assert statuses(alignment)[number].state != RISK
    found = statuses(alignment, "ibm-extend")[number]
    assert found.state == RISK
    assert "(ibm-extend) with" in found.notes[0]


def test_replaced_words_are_shown_as_they_are_compiled(aligned: Aligned) -> None:
    alignment = aligned(
        program("P", "STOP RUN.", "COPY REC REPLACING ==:T:== BY ==CUST==, ==WIDE== BY ==9(4)==."),
        REC="       01 :T:-RECORD.\n          05 :T:-NO PIC WIDE.\n          05 X PIC X.\n",
    )
    assert [text.strip() for text in replaced_lines(alignment).values()] == [
        "01 CUST-RECORD.",
        "05 CUST-NO PIC 9(4).",
    ]


def edges(graph: Graph) -> list[tuple[str, str, str]]:
    return [(graph.nodes[a].label, graph.nodes[b].label, label) for a, b, label in graph.edges]


def test_control_flow_before_and_after(aligned: Aligned) -> None:
    body = "PERFORM UNTIL N > 3\n    ADD 1 TO N\n    IF N = 2 GO TO DONE.\nDISPLAY N.\nDONE.\n    STOP RUN."
    body = body.replace("GO TO DONE.", "EXIT PERFORM END-IF\nEND-PERFORM.")
    alignment = aligned(program("P", body, DATA))
    unit = unit_of(alignment, "MAIN-PARA")
    assert isinstance(unit.node, ast.Paragraph)
    loop, test = "PERFORM UNTIL N > 3", "IF N = 2"
    assert edges(cobol_graph(alignment, unit.node)) == [
        ("MAIN-PARA", loop, ""),
        (loop, "ADD 1 TO N", ""),
        ("ADD 1 TO N", test, ""),
        (test, loop, "no"),
        (loop, "DISPLAY N", "done"),
        (test, "DISPLAY N", "yes"),
        ("DISPLAY N", "end of the paragraph", ""),
    ]
    (method,) = [item.tree for item in alignment.statements_of(unit) if item.method == "main_para"][:1]
    after = edges(python_graph(alignment, method))  # type: ignore[arg-type]
    assert ("while self.ws.n <= 3", "self.ws.n += 1", "") in after
    assert ("if self.ws.n == 2", "while self.ws.n <= 3", "no") in after


def test_a_module_that_was_edited_keeps_its_pairs(aligned: Aligned) -> None:
    alignment = aligned(program("P", "MOVE 1 TO N\nADD 2 TO N\nDISPLAY N\nSTOP RUN.", DATA))
    text = "\n".join(alignment.python.lines) + "\n"
    text = text.replace("        self.ws.n += 2\n", "        self.ws.n += 3\n")
    text = text.replace("        raise StopRun()", "        print()\n        raise StopRun()")
    edited = with_edits(alignment, text)
    assert reasons(edited, "MOVE 1") == [Reason.SAME]
    (edge,) = edited.of_unit[unit_of(edited, "ADD").number]
    assert edge.reasons == (Reason.EDITED, Reason.SAME)
    added = [
        edited.python.lines[first].strip()
        for first, _, why in python_alone(edited.python)
        if why == "written by hand"
    ]
    assert added == ["print()"]
    assert sorted(right for _, right in edited.rows if right >= 0) == list(range(len(edited.python.lines)))
    page_data(edited, "P", Evidence())


def test_a_module_that_is_no_python_any_more_is_shown(aligned: Aligned) -> None:
    alignment = aligned(program("P", "MOVE 1 TO N\nSTOP RUN.", DATA))
    text = "\n".join(alignment.python.lines).replace("self.ws.n = 1", "self.ws.n = = 1")
    data = page_data(with_edits(alignment, text), "P", Evidence())
    assert any("= = 1" in line[0] for line in data["python"])


def test_json_in_a_page_cannot_end_its_element() -> None:
    text = str(embedded({"a": "</script><!--&\u2028\ud800"}))
    assert not set("<>&\u2028") & set(text)


def test_an_evaluate_is_a_chain_of_its_whens(aligned: Aligned) -> None:
    body = "EVALUATE N\nWHEN 1\n    DISPLAY 1\nWHEN OTHER\n    DISPLAY 2\nEND-EVALUATE\nSTOP RUN."
    alignment = aligned(program("P", body, DATA))
    unit = unit_of(alignment, "MAIN-PARA")
    assert isinstance(unit.node, ast.Paragraph)
    found = edges(cobol_graph(alignment, unit.node))
    assert found[:5] == [
        ("MAIN-PARA", "EVALUATE N", ""),
        ("EVALUATE N", "WHEN 1", ""),
        ("WHEN 1", "DISPLAY 1", "yes"),
        ("WHEN 1", "DISPLAY 2", "no"),
        ("DISPLAY 1", "STOP RUN", ""),
    ]
