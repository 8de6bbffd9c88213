"""The page in a browser: hostile text, keys, tables, themes, accessibility."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.cli.command import write
from tests.report.estate import estate
from tests.report.test_dictionary import STORED
from tests.report.test_sections import report_of
from tests.review.pages import Seen, chromium
from transpiler.report.document import document
from transpiler.report.model import Column, Content, Kind, Place, Section, Table, row
from transpiler.report.page import report_page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("estate")
    report_of(estate(folder / "src"), folder / "out")
    return folder / "out" / "report.html"


@pytest.fixture
def page(browser: Browser, made: Path) -> Iterator[Page]:
    """The page; at its end nothing may have gone wrong and nothing may have been loaded."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    seen = Seen(context.new_page())
    seen.page.goto(made.as_uri())
    yield seen.page
    context.close()
    assert not seen.faults
    assert all(address.startswith(("file:", "data:", "blob:")) for address in seen.requests)


def see_all(page: Page) -> None:
    """Scroll through, so that every picture is drawn."""
    for figure in page.locator("figure:has(.plot)").all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".plot .main-svg").first).to_be_attached()


def test_hostile_text_runs_nothing_and_is_shown(page: Page) -> None:
    see_all(page)
    assert page.locator("main img").count() == 0
    assert page.locator("script").count() == 3
    assert page.get_by_text("<img src=x onerror=alert(3)>.cbl").count() > 0


def test_axe_finds_no_serious_fault_in_light_and_dark(page: Page) -> None:
    see_all(page)
    assert not serious(page)
    page.get_by_role("button", name="Dark").click()
    assert not serious(page)


def serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [
        (item["id"], item["nodes"][0]["html"]) for item in found if item["impact"] in ("serious", "critical")
    ]


def test_the_first_screen_leads_to_its_evidence_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "To the answer"
    link = page.get_by_role("link", name="The ladder, and what to mend first")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What converts").last).to_be_in_viewport()
    assert page.url.endswith("#ladder")


def test_a_table_is_sorted_and_told_so(page: Page) -> None:
    table = page.locator("#table-ladder")
    head = table.get_by_role("columnheader", name="Read")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    first = table.locator("tbody tr").first.inner_text()
    assert first.startswith("src/main.cbl")


def test_one_node_of_the_graph_is_looked_at_alone(page: Page) -> None:
    figure = page.locator("#dependencies figure")
    figure.scroll_into_view_if_needed()
    figure.locator("select").select_option(label="SUBB (program)")
    expect(figure.locator(".plot .textpoint")).to_have_count(3)


def test_a_value_is_followed_through_programs_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    report_of(write(tmp_path / "src", STORED), tmp_path / "out")
    seen = Seen(browser.new_page())
    seen.page.goto((tmp_path / "out" / "report.html").as_uri())
    field = seen.page.get_by_label("Item", exact=True)
    field.scroll_into_view_if_needed()
    field.fill("w-text")
    field.press("Enter")
    after = seen.page.get_by_role("region", name="Goes to")
    expect(after).to_contain_text("R-TEXT OF R-REC OF F")
    expect(after).not_to_contain_text("R-KEY")
    after.get_by_role("button", name="R-TEXT OF R-REC OF F").press("Enter")
    expect(seen.page.get_by_role("region", name="Comes from")).to_contain_text("W-TEXT OF W-REC OF F")
    assert not serious(seen.page)
    assert not seen.faults
    seen.page.close()


def test_ten_thousand_rows_do_not_freeze_the_page(browser: Browser, tmp_path: Path) -> None:
    rows = [
        row((str(n),), [Place(f"f{n}.cbl", n)], name=f"NAME-{n * 7919 % 10007}", size=n * 31 % 997)
        for n in range(10_000)
    ]
    table = Table("many", "Many", (Column("name", "Name"), Column("size", "Size", Kind.NUMBER)), rows)
    sections = [Section(1, "many", "Many", Content("Many rows.", (), (table,)))]
    path = tmp_path / "report.html"
    path.write_text(report_page("many", sections, [], document("many", sections)), encoding="utf-8")
    seen = Seen(browser.new_page())
    seen.page.goto(path.as_uri())
    started = time.perf_counter()
    seen.page.get_by_label("Filter").fill("name-9 f12")
    seen.page.get_by_role("button", name="Size").click()
    seen.page.get_by_role("button", name="Name", exact=True).click()
    assert seen.page.locator("tbody tr").count() <= 50
    assert time.perf_counter() - started < 5
    assert not seen.faults
    seen.page.close()
