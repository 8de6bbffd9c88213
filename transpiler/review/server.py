"""A server for one reviewer on this machine: it shows the pages and keeps their marks in a file beside them.

It listens on 127.0.0.1 only. Marks are given out and taken only with the token that is put into the pages it serves, and taken only from a page
of its own origin; requests that name another host are refused, so that no other site can reach it through a name of its own.
"""

from __future__ import annotations

import json
import secrets
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote, urlsplit

from transpiler.review.marks import MARKS_FILE, BadMarks, read_marks, store_marks

HOST = "127.0.0.1"
MOST_BYTES = 64 * 1024 * 1024
"""The largest set of marks that is taken."""
_TOKEN_PLACE = b'<meta name="review-token" content="">'


class ReviewServer(ThreadingHTTPServer):
    """Serves the folder `pages`; `port` 0 takes a free one. `address` is where to go with a browser."""

    daemon_threads = True

    def __init__(self, pages: Path, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.pages = pages.resolve()
        self.token = secrets.token_urlsafe(24)
        self.lock = Lock()

    @property
    def address(self) -> str:
        """The address of the page of the tree."""
        return f"http://{HOST}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "cobolift-review"

    def do_GET(self) -> None:
        if not self._is_for_us():
            self._refuse(HTTPStatus.FORBIDDEN, "this host is not served")
        elif urlsplit(self.path).path == "/marks":
            self._give_marks()
        else:
            self._give_page()

    def do_POST(self) -> None:
        own = {f"http://{name}:{self.server.server_port}" for name in (HOST, "localhost")}
        if not self._is_for_us() or self.headers.get("Origin") not in own:
            self._refuse(HTTPStatus.FORBIDDEN, "only pages of this server may save marks")
        elif urlsplit(self.path).path != "/marks":
            self._refuse(HTTPStatus.NOT_FOUND, "nothing is saved here")
        elif not self._has_token():
            self._refuse(HTTPStatus.FORBIDDEN, "the token is missing or wrong: load the page again")
        else:
            self._take_marks()

    def _is_for_us(self) -> bool:
        """Whether the request names this host: another name would come from a site that resolves to it."""
        port = self.server.server_port
        return self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")

    def _has_token(self) -> bool:
        sent = self.headers.get("X-Review-Token", "")
        return compare_digest(sent.encode(), self.server.token.encode())

    def _give_marks(self) -> None:
        if not self._has_token():
            self._refuse(HTTPStatus.FORBIDDEN, "the token is missing or wrong: load the page again")
            return
        try:
            with self.server.lock:
                marks = read_marks(self.server.pages / MARKS_FILE)
        except BadMarks as error:
            self._refuse(HTTPStatus.CONFLICT, str(error))
            return
        self._answer(HTTPStatus.OK, "application/json", json.dumps(marks).encode())

    def _take_marks(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too many marks")
            return
        try:
            sent: Any = json.loads(self.rfile.read(int(length)))
            with self.server.lock:
                store_marks(self.server.pages / MARKS_FILE, sent)
        except ValueError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
        except OSError as error:
            self._refuse(HTTPStatus.INSUFFICIENT_STORAGE, f"marks cannot be written: {error.strerror}")
        else:
            self._answer(HTTPStatus.OK, "application/json", b"{}")

    def _give_page(self) -> None:
        name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        try:
            path = (self.server.pages / name).resolve()
            if path.suffix != ".html" or not path.is_relative_to(self.server.pages):
                raise FileNotFoundError(name)
            body = path.read_bytes()
        except (OSError, ValueError):
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such page")
            return
        with_token = _TOKEN_PLACE.replace(b'content=""', f'content="{self.server.token}"'.encode())
        self._answer(HTTPStatus.OK, "text/html; charset=utf-8", body.replace(_TOKEN_PLACE, with_token, 1))

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self.close_connection = True
        self._answer(status, "text/plain; charset=utf-8", f"{reason}\n".encode())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests of one reviewer are not worth a line."""
