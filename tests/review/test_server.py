"""`cobolift review --serve`: marks in a file, and nobody else writes there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.command import cobolift, program, write
from tests.review.pages import Seen, chromium, review
from transpiler.review.marks import MARKS_FILE
from transpiler.review.server import ReviewServer

PAGE = '<html><meta name="review-token" content=""></html>'
MARK = {"state": "approved", "comment": "", "line": 3}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    write(tmp_path, {"pages/index.html": PAGE, "secret.html": "secret"})
    made = ReviewServer(tmp_path / "pages")
    thread = Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def ask(server: ReviewServer, method: str, path: str, body: object = None, **headers: str) -> tuple[int, str]:
    """Send a request as a page of the server would, with other `headers` where given (`_` for `-`); "" leaves one out."""
    own = server.address.rstrip("/")
    sent = {"Host": own.removeprefix("http://"), "Origin": own, "X-Review-Token": server.token}
    sent.update({name.replace("_", "-"): value for name, value in headers.items()})
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    text = json.dumps(body) if body is not None else None
    connection.request(method, path, text, {name: value for name, value in sent.items() if value})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


def test_a_page_gets_the_token(server: ReviewServer) -> None:
    status, text = ask(server, "GET", "/")
    assert status == 200
    assert f'content="{server.token}"' in text


def test_marks_are_kept_in_the_file(server: ReviewServer) -> None:
    assert ask(server, "POST", "/marks", {"source": "a.cbl", "marks": {"A/B/1/1": MARK}})[0] == 200
    assert ask(server, "POST", "/marks", {"source": "b.cbl", "marks": {"B/B/1/1": MARK}})[0] == 200
    kept = json.loads((server.pages / MARKS_FILE).read_text())
    assert kept == {"version": 1, "marks": {"a.cbl": {"A/B/1/1": MARK}, "b.cbl": {"B/B/1/1": MARK}}}
    assert json.loads(ask(server, "GET", "/marks")[1]) == kept
    assert ask(server, "POST", "/marks", {"source": "b.cbl", "marks": {}})[0] == 200
    assert list(json.loads((server.pages / MARKS_FILE).read_text())["marks"]) == ["a.cbl"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Review_Token": "wrong"},
        {"X_Review_Token": ""},
        {"Origin": "http://example.org"},
        {"Origin": ""},
        {"Origin": "null"},
        {"Host": "example.org"},
    ],
)
def test_others_cannot_save_marks(server: ReviewServer, headers: dict[str, str]) -> None:
    status, _ = ask(server, "POST", "/marks", {"source": "a.cbl", "marks": {"k": MARK}}, **headers)
    assert status == 403
    assert not (server.pages / MARKS_FILE).exists()


def test_others_cannot_read_marks_or_pages(server: ReviewServer) -> None:
    assert ask(server, "GET", "/marks", X_Review_Token="wrong")[0] == 403
    assert ask(server, "GET", "/", Host="example.org")[0] == 403


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"source": 1, "marks": {}},
        {"source": "a", "marks": []},
        {"source": "a", "marks": {"k": {"state": "other"}}},
        {"source": "a", "marks": {"k": {"state": "viewed", "comment": 3}}},
        {"source": "a", "marks": {"k": {"state": "viewed", "more": "x"}}},
    ],
)
def test_what_is_no_mark_is_refused(server: ReviewServer, body: object) -> None:
    assert ask(server, "POST", "/marks", body)[0] in (400, 413)
    assert not (server.pages / MARKS_FILE).exists()


@pytest.mark.parametrize(
    "path", ["/../secret.html", "/%2e%2e/secret.html", "/marks.json", "/no.html", "/%00.html"]
)
def test_only_pages_of_the_folder_are_shown(server: ReviewServer, path: str) -> None:
    assert ask(server, "GET", path)[0] == 404


def test_a_damaged_file_of_marks_is_left_alone(server: ReviewServer) -> None:
    (server.pages / MARKS_FILE).write_text("{}")
    assert ask(server, "GET", "/marks")[0] == 409
    assert ask(server, "POST", "/marks", {"source": "a", "marks": {"k": MARK}})[0] == 400
    assert (server.pages / MARKS_FILE).read_text() == "{}"


def test_it_listens_on_this_machine_only(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_there_must_be_pages_to_serve(tmp_path: Path) -> None:
    result = cobolift("review", "--serve", "-o", tmp_path)
    assert result.exit_code == 2
    assert "there are no pages" in result.output
    assert cobolift("review", "-o", tmp_path).exit_code == 2


def test_a_mark_of_the_browser_arrives_in_the_file(tmp_path: Path) -> None:
    write(tmp_path, {"src/p.cbl": program("P", "MOVE 1 TO A\nSTOP RUN.", "01 A PIC 9.")})
    pages = review(tmp_path / "src", tmp_path)
    with chromium() as browser:
        made = ReviewServer(pages)
        thread = Thread(target=made.serve_forever)
        thread.start()
        try:
            seen = Seen(browser.new_page())
            seen.open(f"{made.address}p.html", "P:8")
            with seen.page.expect_response("**/marks"):
                seen.press("a")
            (mark,) = json.loads((pages / MARKS_FILE).read_text())["marks"]["p.cbl"].values()
            assert (mark["state"], mark["title"]) == ("approved", "MOVE 1 TO A")
            seen.open(made.address)
            assert seen.page.locator("#count").inner_text().startswith("1 of ")
            assert not seen.faults
        finally:
            made.shutdown()
            thread.join()
            made.server_close()
