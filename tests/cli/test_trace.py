"""`cobolift run --trace`: how often each COBOL statement was executed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import cobolift, contents, process, program, write
from transpiler.review.build import source_name
from transpiler.trace.counts import BadTrace, read_trace, read_traces
from transpiler.tree import SourceEntry

LOOP = program(
    "MAINP",
    "PERFORM STEP 3 TIMES.\nCALL 'SUBP'.\nIF N > 5\n    DISPLAY 'NEVER'\nEND-IF.\nCOPY TAIL.\nMOVE 7 TO RETURN-CODE.\nSTOP RUN."
    "\nSTEP.\n    ADD 1 TO N. DISPLAY N.\n    EVALUATE N WHEN 1 CONTINUE\n    WHEN 2 DISPLAY 'TWO' END-EVALUATE.",
    "01 N PIC 9.",
)
CALLED = program("SUBP", "DISPLAY 'SUB'.\nEXIT PROGRAM.")
TAIL = "           DISPLAY 'COPIED'.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"src/mainp.cbl": LOOP, "src/subp.cbl": CALLED, "src/TAIL.cpy": TAIL})


def run(folder: Path, *arguments: str, trace: str = "out/t.json") -> tuple[int, bytes, bytes]:
    (folder / "out").mkdir(exist_ok=True)
    environment = {"XDG_CACHE_HOME": str(folder / "cache")}
    done = process(
        "run", "src/mainp.cbl", "--trace", trace, *arguments, folder=folder, environment=environment
    )
    return done.returncode, done.stdout, done.stderr


def counts(folder: Path) -> dict[str, int]:
    """The counts by the text of the line from the statement's column on."""
    found: dict[str, int] = {}
    for (file, line, column, _), count in read_trace(folder / "out" / "t.json").hits().items():
        text = Path(file).read_text().splitlines()[line - 1][column - 1 :]
        found[text] = count
    return found


def test_statements_are_counted_in_all_programs_of_the_run(folder: Path) -> None:
    status, output, errors = run(folder)
    assert (status, output, errors) == (7, b"1\n2\nTWO\n3\nSUB\nCOPIED\n", b"")
    found = counts(folder)
    assert found["PERFORM STEP 3 TIMES."] == 1
    assert found["STEP."] == 3
    assert found["ADD 1 TO N. DISPLAY N."] == 3
    assert found["DISPLAY N."] == 3
    assert found["IF N > 5"] == 1
    assert found["DISPLAY 'NEVER'"] == 0
    assert found["DISPLAY 'TWO' END-EVALUATE."] == 1
    assert found["DISPLAY 'COPIED'."] == 1
    assert found["DISPLAY 'SUB'."] == 1


def test_runs_are_added_up(folder: Path) -> None:
    run(folder)
    run(folder)
    assert counts(folder)["DISPLAY N."] == 6
    trace = read_trace(folder / "out" / "t.json")
    assert trace.runs == 2
    assert read_traces([folder / "out" / "t.json"] * 2).hits() == {
        place: 2 * count for place, count in trace.hits().items()
    }


def test_a_changed_program_begins_anew(folder: Path) -> None:
    run(folder)
    write(folder, {"src/mainp.cbl": LOOP.replace("STEP 3 TIMES", "STEP 2 TIMES")})
    run(folder)
    found = counts(folder)
    assert found["DISPLAY N."] == 2
    assert found["DISPLAY 'SUB'."] == 2


def test_the_modules_stay_as_they_are(folder: Path) -> None:
    run(folder)
    before = {name: text for name, text in contents(folder / "cache").items() if name.endswith(".py")}
    run(folder)
    after = contents(folder / "cache")
    assert before
    assert {name: after[name] for name in before} == before
    assert not any(b"_cobolift_counts" in text for text in after.values())


def test_what_is_no_trace_is_not_overwritten(folder: Path) -> None:
    write(folder, {"out/t.json": "{}"})
    status, output, errors = run(folder)
    assert status == 2
    assert b"is no trace of cobolift" in errors
    assert output == b""
    assert (folder / "out" / "t.json").read_text() == "{}"


def test_long_choices_are_counted(tmp_path: Path) -> None:
    whens = "\n".join(f"    WHEN {number} ADD {number} TO N" for number in range(1200))
    text = program("MAINP", f"EVALUATE N\n{whens}\nEND-EVALUATE.\nSTOP RUN.", "01 N PIC 9(4) VALUE 1199.")
    write(tmp_path, {"src/mainp.cbl": text})
    status, _, errors = run(tmp_path)
    assert (status, errors) == (0, b"")
    found = counts(tmp_path)
    assert found["WHEN 1199 ADD 1199 TO N"] == 1
    assert (found["ADD 1199 TO N"], found["ADD 1198 TO N"]) == (1, 0)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "runs": 1, "programs": [3]}'])
def test_damaged_traces_are_told(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"t.json": text})
    with pytest.raises(BadTrace):
        read_trace(tmp_path / "t.json")


def test_the_review_shows_the_counts(folder: Path) -> None:
    run(folder)
    cobolift("convert", folder / "src", "-o", folder / "py", "-q")
    trace = folder / "out" / "t.json"
    result = cobolift("review", folder / "src", folder / "py", "-o", folder / "pages", "--trace", trace)
    assert result.exit_code == 0, result.output
    page = (folder / "pages" / "mainp.html").read_text(encoding="utf-8")
    (data,) = [
        line.split(">", 1)[1].rsplit("</script>", 1)[0]
        for line in page.splitlines()
        if line.startswith('<script type="application/json"')
    ]
    shown = {unit["t"]: unit.get("x") for unit in json.loads(data)["units"]}
    assert shown["ADD 1 TO N"] == 3
    assert shown["EVALUATE N END-EVALUATE"] == 3
    assert shown["DISPLAY 'NEVER'"] == 0
    assert shown["DISPLAY 'COPIED'"] == 1
    assert source_name(SourceEntry(folder / "src" / "mainp.cbl", Path())) == "mainp.cbl"
