"""Standard input, output and error as bytes: DISPLAY and ACCEPT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

ENCODING = "latin-1"


class Console:
    """The three standard streams of a run unit. Text is Latin-1: one character is one byte."""

    def __init__(
        self, stdin: BinaryIO, stdout: BinaryIO, stderr: BinaryIO, environment: Mapping[str, str]
    ) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr

    def display(self, *texts: str, end: str = "\n", upon: str | None = None) -> None:
        """DISPLAY: write *texts* one after the other, then *end* ("" for WITH NO ADVANCING).

        *upon* is None, "CONSOLE", "SYSOUT", "SYSERR", "PRINTER"…
        """
        data = ("".join(texts) + end).encode(ENCODING, "replace")
        if upon == "SYSERR":
            self._stdout.flush()
            self._stderr.write(data)
            self._stderr.flush()
        else:
            self._stdout.write(data)

    def accept(self) -> str:
        """ACCEPT: the next line of standard input without its newline; "" at end of file."""
        self._stdout.flush()
        return self._stdin.readline().rstrip(b"\n").decode(ENCODING)

    def error(self, message: str) -> None:
        """Write one line on standard error, after everything displayed so far."""
        self._stdout.flush()
        self._stderr.write(message.encode(ENCODING, "replace") + b"\n")
        self._stderr.flush()

    def flush(self) -> None:
        """Deliver everything displayed so far."""
        self._stdout.flush()
