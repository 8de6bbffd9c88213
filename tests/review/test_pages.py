"""The pages of a review in a browser: reading, keys, marks, hostile text, accessibility."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.cli.command import REPOSITORY, program, write
from tests.report.sarif import assert_sarif
from tests.review.pages import Seen, chromium, review

SAMPLES = REPOSITORY / "samples"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def seen(browser: Browser) -> Iterator[Seen]:
    """A fresh page; at its end nothing may have gone wrong and nothing may have been loaded."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = Seen(context.new_page())
    yield page
    context.close()
    assert not page.faults
    assert all(address.startswith(("file:", "data:", "blob:", "about:")) for address in page.requests)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return review(SAMPLES / "payroll", tmp_path_factory.mktemp("review"))


def test_what_belongs_together_stands_on_one_row(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:282")
    assert seen.selected() == "SUBTRACT MONTHLY-HOURS FROM EMP-HOURS"
    row = seen.page.locator(".row", has=seen.page.locator(".sel-l")).first
    assert "SUBTRACT MONTHLY-HOURS FROM EMP-HOURS" in row.locator(".cob.code").inner_text()
    assert "self.pay_calculation.overtime_hours = (" in row.locator(".pyc.code").inner_text()
    assert seen.page.locator(".sel-r").count() == 4  # its comment and three lines


def test_a_name_under_the_pointer_lights_its_other_side(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:284")
    seen.page.get_by_text("OVERTIME-FACTOR", exact=True).hover()
    assert seen.page.locator(".token").all_inner_texts() == ["OVERTIME-FACTOR", "overtime_factor"]
    tip = seen.page.locator("#tip")
    tip.wait_for()
    assert "PIC 9V99 DISPLAY" in tip.inner_text()
    assert "self.constants.overtime_factor" in tip.inner_text()


def test_a_literal_under_the_pointer_lights_its_other_side(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:294")
    seen.page.locator(".sel-l [data-l]", has_text="100").hover()
    assert seen.page.locator(".token").all_inner_texts() == ["100", "100"]


def test_keys_lead_through_the_program(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:276")
    seen.press("j", "j")
    assert seen.selected() == "WHEN EMP-SALARIED"
    seen.press("k")
    assert seen.selected() == "EVALUATE TRUE"
    seen.press("]")
    assert seen.selected() == "CALCULATE-TAX."
    seen.press("g")
    assert seen.page.locator("dialog svg").count() == 2
    seen.press("Escape", "?")
    assert "approve" in seen.page.locator("dialog .keys").inner_text()


def test_copybooks_open_in_place(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:30")
    assert seen.page.get_by_text(":TAG:-KEY").count() == 0
    seen.press("o")
    assert seen.page.locator(".copied", has_text=":TAG:-KEY").locator(".pyc.code").inner_text().strip() == (
        "emp_key = Group(10, at=0)"
    )
    seen.press("r")
    assert seen.page.locator(".copied", has_text="05  EMP-KEY.").count() == 1


def test_columns_outside_of_the_program_text_come_on_demand(seen: Seen, tmp_path: Path) -> None:
    text = program("P", "DISPLAY 1\nSTOP RUN.").splitlines()
    text = [f"{number:06}{line[6:]:<66}CHANGED{number}" for number, line in enumerate(text)]
    write(tmp_path, {"src/p.cbl": "\n".join(text) + "\n"})
    seen.open(review(tmp_path / "src", tmp_path) / "p.html")
    assert seen.page.get_by_text("CHANGED3").count() == 0
    seen.press("x")
    assert seen.page.get_by_text("CHANGED3").count() == 1


def test_lines_with_tabulators_are_shown_whole(seen: Seen, tmp_path: Path) -> None:
    text = program("P", "DISPLAY 1\nSTOP RUN.").replace("           DISPLAY", "\tDISPLAY")
    write(tmp_path, {"src/p.cbl": text})
    seen.open(review(tmp_path / "src", tmp_path) / "p.html", "P:7")
    assert seen.page.locator(".sel-l").inner_text().strip() == "DISPLAY 1"


def test_every_line_of_the_program_is_in_a_row(seen: Seen, pages: Path) -> None:
    """Copybooks are closed and imports folded; nothing else may hide."""
    seen.open(pages / "payroll.html")
    source = (SAMPLES / "payroll" / "payroll.cbl").read_text(encoding="utf-8").splitlines()
    module = (pages.parent / "out" / "payroll.py").read_text(encoding="utf-8").splitlines()
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cobol = seen.page.locator(".row:not(.copied) .no.cob").all_inner_texts()
    assert [int(number) for number in cobol if number] == list(range(1, len(source) + 1))
    python = [int(number) for number in seen.page.locator(".row .no.py").all_inner_texts() if number]
    folded = seen.page.locator(".fold").all_inner_texts()
    assert len(folded) == 1 and "lines: imports" in folded[0]
    size = int(re.findall(r"⋯ (\d+) lines", folded[0])[0])
    assert len(python) == len(module) - size
    assert python == sorted(python)
    seen.page.get_by_role("button", name="lines: imports").click()
    assert seen.page.get_by_text("RunUnit,").count() == 1


def test_find_looks_at_rows_that_are_out_of_sight(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html")
    seen.press("/")
    seen.page.keyboard.type("print-refusal")
    assert seen.page.locator("#find-count").inner_text() == "1 of 3 lines"


def test_everything_is_explained(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html")
    seen.press("e")
    assert "Everything is paired or explained." in seen.page.locator("#drawer").inner_text()


def test_a_pattern_is_approved_once(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html")
    seen.press("t")
    seen.page.get_by_role("button", name="Approve all 15").click()
    assert seen.page.locator("#count").inner_text().startswith("15 of")


def test_all_rows_are_printed(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html")
    assert seen.page.locator(".row").count() < 100
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert seen.page.locator(".row").count() > 700
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator(".row").count() < 100


SOURCE = program("P", "MOVE 1 TO A\nADD 1 TO A\nDISPLAY A\nSTOP RUN.", "01 A PIC 9(4).")


def marked(seen: Seen) -> str:
    return seen.page.locator("#count").inner_text()


def test_marks_stay_when_nothing_changed_and_reopen_when_something_did(seen: Seen, tmp_path: Path) -> None:
    write(tmp_path, {"src/p.cbl": SOURCE})
    page = review(tmp_path / "src", tmp_path) / "p.html"
    seen.open(page, "P:8")
    seen.press("a", "j", "m", "c")
    seen.page.keyboard.type("why?")
    seen.press("Escape")
    assert seen.selected() == "ADD 1 TO A"
    assert marked(seen) == "1 of 9 approved, 1 to discuss"

    write(tmp_path, {"src/p.cbl": SOURCE.replace("       MAIN-PARA.", "\n\n       MAIN-PARA.")})
    review(tmp_path / "src", tmp_path)
    seen.open(page, "P:10")
    assert seen.selected() == "MOVE 1 TO A"
    assert seen.page.locator('.panel [aria-pressed="true"]').inner_text() == "✓ Approve"
    seen.press("j")
    assert seen.page.locator('.panel [aria-pressed="true"]').inner_text() == "✗ Must fix"
    assert seen.page.locator("#comment").input_value() == "why?"
    assert marked(seen) == "1 of 9 approved, 1 to discuss"

    write(tmp_path, {"src/p.cbl": SOURCE.replace("ADD 1", "ADD 2")})
    review(tmp_path / "src", tmp_path)
    seen.open(page, "P:9")
    assert seen.page.locator('.panel [aria-pressed="true"]').count() == 0
    assert marked(seen) == "1 of 9 approved"
    seen.press("l")
    assert "must-fix; its COBOL is gone. why?" in seen.page.locator("#drawer").inner_text()


def test_a_change_of_the_python_alone_reopens_a_mark(seen: Seen, tmp_path: Path) -> None:
    write(tmp_path, {"src/p.cbl": SOURCE})
    page = review(tmp_path / "src", tmp_path) / "p.html"
    seen.open(page, "P:9")
    seen.press("a")
    write(tmp_path, {"src/p.cbl": SOURCE.replace("01 A PIC 9(4).", "01 R.\n          05 A PIC 9(4).")})
    review(tmp_path / "src", tmp_path)
    seen.open(page, "P:10")
    assert marked(seen).endswith("1 reopened")
    assert "its Python changed; it was approved" in seen.page.locator("#facts").inner_text()
    seen.press("a")
    assert marked(seen).startswith("1 of")
    assert "reopened" not in marked(seen)


def test_marks_are_exported_and_imported(seen: Seen, pages: Path, tmp_path: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:284")
    seen.press("m", "c")
    seen.page.keyboard.type("cuts | `cents`")
    seen.press("Escape", "l")
    files: dict[str, Path] = {}
    for name in ("JSON", "Markdown", "SARIF"):
        with seen.page.expect_download() as caught:
            seen.page.get_by_role("button", name=f"Export {name}").click()
        files[name] = tmp_path / name
        caught.value.save_as(files[name])
    ((source, marks),) = json.loads(files["JSON"].read_text())["marks"].items()
    assert source == "payroll.cbl"
    assert [mark["state"] for mark in marks.values()] == ["must-fix"]
    assert "- payroll.cbl:284 CALCULATE-GROSS: ` COMPUTE GROSS-PAY ROUNDED = `: cuts | `cents`" in (
        files["Markdown"].read_text()
    )
    log = json.loads(files["SARIF"].read_text())
    assert_sarif(log)
    (found,) = log["runs"][0]["results"]
    assert (found["level"], found["message"]["text"]) == ("error", "cuts | `cents`")
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == 284

    seen.press("u")
    assert "discuss" not in marked(seen)
    with seen.page.expect_file_chooser() as chooser:
        seen.page.get_by_role("button", name="Import JSON").click()
    chooser.value.set_files(files["JSON"])
    seen.page.get_by_text("1 to discuss").wait_for()


def test_the_page_of_the_tree_counts_what_is_approved(seen: Seen, pages: Path) -> None:
    seen.open(pages / "payroll.html", "PAYROLL:284")
    seen.press("a")
    seen.open(pages / "index.html")
    assert seen.page.locator("#count").inner_text().startswith("1 of ")
    seen.open(pages / "index.html")
    seen.page.goto(f"{(pages / 'index.html').as_uri()}#PAYROLL:300")
    seen.page.wait_for_url("**/payroll.html#PAYROLL:300")


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


def test_hostile_cobol_runs_nothing(seen: Seen, tmp_path: Path) -> None:
    body = f'DISPLAY "{EVIL[:40]}"\n    "<!--{EVIL[40:]}"\nSTOP RUN.'
    text = program("P", body, '01 A PIC X(9) VALUE "&lt;<b>".').replace(
        "       MAIN-PARA.", f"      * {EVIL}\n      *> \u2028{EVIL}\n       MAIN-PARA."
    )
    write(tmp_path, {"src/<b>p.cbl": text})
    pages = review(tmp_path / "src", tmp_path)
    (page,) = [path for path in pages.rglob("*.html") if path.name != "index.html"]
    assert page.read_text(encoding="utf-8").count("<script") == 2
    assert "<img" not in page.read_text(encoding="utf-8")
    seen.open(page)
    assert seen.page.get_by_text("onerror=alert").count() >= 2
    seen.press("n", "s", "t", "e", "l", "g")
    seen.page.wait_for_timeout(200)
    seen.open(pages / "index.html")


def test_folders_may_have_any_name(seen: Seen, tmp_path: Path) -> None:
    write(tmp_path, {"src/javascript:alert(1)/50% #1/p.cbl": SOURCE})
    seen.open(review(tmp_path / "src", tmp_path) / "index.html")
    seen.page.get_by_role("link", name="P").click()
    seen.page.wait_for_selector("#scroller")
    assert seen.page.locator("#title").inner_text() == "P"
    seen.page.get_by_role("link", name="« all").click()
    seen.page.wait_for_selector("body.index")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(seen: Seen, pages: Path, browser: Browser, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    for name, keys in (
        ("payroll.html", "a"),
        ("payroll.html", "s"),
        ("payroll.html", "?"),
        ("index.html", ""),
    ):
        page.goto(f"{(pages / name).as_uri()}#PAYROLL:284")
        page.wait_for_selector("html[data-ready=yes]")
        for key in keys:
            page.keyboard.press(key)
        violations = Axe().run(page).response["violations"]
        serious = [
            f"{item['id']}: {node['html'][:120]}"
            for item in violations
            if item["impact"] in ("serious", "critical")
            for node in item["nodes"][:3]
        ]
        assert not serious, "\n".join(serious)
    context.close()


def test_the_page_allows_only_its_own_script(pages: Path) -> None:
    text = (pages / "payroll.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy


def large_program(lines: int) -> str:
    """A program of about so many lines: records, then paragraphs of decisions on them."""
    records = lines // 60
    data = "\n".join(
        f"01  REC-{number:04}.\n"
        + "\n".join(f"    05  FLD-{number:04}-{item} PIC S9(7)V99 COMP-3." for item in range(6))
        for number in range(records)
    )
    paragraphs = (lines - 7 * records) // 22
    body = "\n".join(f"PERFORM P-{number:04}." for number in range(paragraphs))
    body += "\nSTOP RUN."
    for number in range(paragraphs):
        body += f"\nP-{number:04}."
        for turn in range(4):
            one, other = (number * 7 + turn) % records, (number * 11 + turn) % records
            body += (
                f"\nIF FLD-{one:04}-0 > FLD-{other:04}-1\n    MOVE FLD-{one:04}-2 TO FLD-{other:04}-3"
                f"\nELSE\n    ADD 1 TO FLD-{one:04}-4\nEND-IF"
            )
        body += "."
    text = program("LARGE", "", data) + "".join(f"           {line}\n" for line in body.splitlines())
    return re.sub(r"^ {11}(P-\d{4}\.)$", r"       \1", text, flags=re.MULTILINE)


@pytest.mark.slow
def test_a_program_of_thirty_thousand_lines_opens_in_two_seconds(seen: Seen, tmp_path: Path) -> None:
    text = large_program(30_000)
    assert 28_000 < len(text.splitlines()) < 32_000
    write(tmp_path, {"src/large.cbl": text})
    page = review(tmp_path / "src", tmp_path) / "large.html"
    times = []
    for _ in range(3):
        started = time.perf_counter()
        seen.open(page)
        times.append(time.perf_counter() - started)
    assert min(times) < 2
    assert seen.page.locator(".row").count() < 100
    seen.page.locator("#scroller").hover()
    started = time.perf_counter()
    for _ in range(20):
        seen.page.mouse.wheel(0, 5_000)
    seen.press("n", "a", "n", "j", "]")
    assert time.perf_counter() - started < 4
    seen.page.evaluate("document.getElementById('scroller').scrollTop = 1e9")
    seen.page.get_by_text("main(Large)").wait_for()
    assert seen.page.locator(".row").count() < 100
