"""The paper: where a report stands on its page, and the lines that it writes."""

from __future__ import annotations

from collections.abc import Callable

from cobol_runtime.files.line_sequential import LineSequentialFile
from cobol_runtime.reports.page import Limits

COUNTERS = 1 << 32
"""PAGE-COUNTER and LINE-COUNTER are unsigned words."""


class Sheet:
    """The page of a report: *line* is the next line to be written, *page* the number of the page.

    PAGE-COUNTER and LINE-COUNTER show them; a value that the program stores there lasts until the next line and moves
    nothing, as in GnuCOBOL.
    """

    def __init__(self, file: LineSequentialFile, code: Callable[[], str] | str = "") -> None:
        self.file = file
        self.code = code
        """CODE: what stands before every line, or a function that gives it."""
        self.limits = Limits()
        self.line = 0
        self.page = 0
        self.page_counter = 0
        self.line_counter = 0
        self.stays_on_line = False
        """LINE-COUNTER shows the line last written; the next GENERATE goes on behind it."""

    def begin(self, limits: Limits) -> None:
        """INITIATE: page 1, before its first line."""
        self.limits = limits
        self.page, self.line = 1, 0
        self.stays_on_line = True
        self.count()

    def count(self) -> None:
        """Set PAGE-COUNTER and LINE-COUNTER: lines beyond the page are 0."""
        self.page_counter = self.page
        self.line_counter = self.line if 0 <= self.line <= self.limits.lines else 0

    def write(self, text: bytes = b"", lines: int = 1) -> None:
        """Write *text* and go *lines* lines on, without counting them."""
        text = text[: self.limits.columns]
        code = (self.code() if callable(self.code) else self.code).encode("latin-1")
        if not code:
            self.file.put_line(text, lines)
            return
        for _ in range(max(lines, 1)):
            self.file.put_line(text, min(lines, 1), code)
            text = b""

    def skip(self, lines: int) -> None:
        """Leave *lines* lines blank; for 0 lines there is a carriage return, as in GnuCOBOL."""
        self.write(lines=lines)
        self.line += lines

    def skip_to(self, line: int) -> None:
        """Leave lines blank up to *line*."""
        while self.line < line:
            self.skip(1)

    def skip_and_count(self, line: int) -> None:
        """Leave lines blank up to *line* and set LINE-COUNTER at each."""
        while self.line < line:
            self.skip(1)
            self.count()

    def end_line(self, text: bytes) -> None:
        """Write a line of the report."""
        self.write(text)
        self.line += 1
        self.count()

    @property
    def is_behind_details(self) -> bool:
        """Whether the next line is behind the region of detail groups."""
        return self.line > self.limits.last_detail

    def resume(self) -> None:
        """GENERATE: go on behind the line that LINE-COUNTER shows."""
        if self.stays_on_line:
            self.stays_on_line = False
            self.line += 1
            self.count()

    def pause(self) -> None:
        """The end of GENERATE: LINE-COUNTER is the line last written."""
        self.line -= 1
        self.stays_on_line = True
        self.count()
