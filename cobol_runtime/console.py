"""Standard input, output and error as bytes: DISPLAY and ACCEPT.

Text is Latin-1: one character is one byte. Standard output is delivered at each line when it is a terminal,
otherwise in blocks; always before something is written to standard error, before input is awaited, and at
the end of the run unit.
"""

from __future__ import annotations

import subprocess
from collections.abc import MutableMapping
from pathlib import Path
from typing import BinaryIO

from cobol_runtime.assign import is_set

ENCODING = "latin-1"
LONGEST_LINE = 8191
"""ACCEPT takes at most so many bytes of a line; the rest is the next ACCEPT's."""
END_OF_TEXT = b"\x03"
"""The character Control-C."""

STANDARD_ERROR = frozenset({"SYSERR", "STDERR"})
PUNCH = frozenset({"SYSPUNCH", "SYSPCH"})


class Console:
    """The three standard streams of a run unit."""

    def __init__(
        self, stdin: BinaryIO, stdout: BinaryIO, stderr: BinaryIO, environment: MutableMapping[str, str]
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self._environment = environment
        self._at_once = stdout.isatty()
        self._punch: BinaryIO | None = None
        self._punch_missing = False

    def display(self, *texts: str, end: str = "\n", upon: str | None = None) -> None:
        """DISPLAY: write *texts* one after the other, then *end* ("" for WITH NO ADVANCING).

        *upon* is None for standard output, or the device: "CONSOLE", "SYSOUT", "SYSERR", "PRINTER",
        "SYSPUNCH".
        """
        data = ("".join(texts) + end).encode(ENCODING, "replace")
        if upon is None or not self._displayed_elsewhere(data, upon.upper()):
            self.stdout.write(data)
            if self._at_once:
                self.stdout.flush()

    def _displayed_elsewhere(self, data: bytes, device: str) -> bool:
        if device in STANDARD_ERROR:
            self._write_error(data)
            return True
        if device == "PRINTER":
            return self._printed(data)
        if device in PUNCH:
            self._punched(data)
            return True
        return False

    def _printed(self, data: bytes) -> bool:
        """PRINTER is the file COB_DISPLAY_PRINT_FILE or the command COB_DISPLAY_PRINT_PIPE, if one is set."""
        path = self._environment.get("COB_DISPLAY_PRINT_FILE")
        command = self._environment.get("COB_DISPLAY_PRINT_PIPE")
        if path:
            try:
                with Path(path).open("ab") as file:
                    file.write(data)
            except OSError:
                self._write_error(data)
            return True
        if command:
            self.flush()
            subprocess.run(command, shell=True, input=data, check=False, env=self._environment)
            return True
        return False

    def _punched(self, data: bytes) -> None:
        """SYSPUNCH is the file COB_DISPLAY_PUNCH_FILE, made anew by each run unit."""
        path = self._environment.get("COB_DISPLAY_PUNCH_FILE")
        if self._punch is None and path and not self._punch_missing:
            try:
                self._punch = open(path, "wb")  # noqa: PTH123, SIM115 - stays open until the run unit ends
            except OSError:
                self.warn(f"cannot open COB_DISPLAY_PUNCH_FILE (={path})")
        if self._punch is not None:
            self._punch.write(data)
        elif not self._punch_missing:
            self._punch_missing = True
            self.warn("COB_DISPLAY_PUNCH_FILE is invalid, output to SYSPUNCH skipped")

    def accept(self) -> str:
        """ACCEPT: the next line of standard input without its newline; one space at the end of input.

        The character Control-C interrupts the run, also when it comes out of a file.
        """
        self.stdout.flush()
        line = self.stdin.readline(LONGEST_LINE)
        if END_OF_TEXT in line:
            raise KeyboardInterrupt
        if not line:
            return " "
        return line.removesuffix(b"\n").decode(ENCODING)

    def error(self, message: str, place: str = "", hint: str = "") -> None:
        """Write a run-time error message on standard error, after everything displayed so far: with the *place* in the source, and a
        line with a *hint*, where there are any."""
        before, after = (f"{place}: " if place else ""), (f"note: {hint}\n" if hint else "")
        self._write_error(f"libcob: {before}error: {message}\n{after}".encode(ENCODING, "replace"))

    def warn(self, message: str) -> None:
        """Write a warning on standard error, unless COB_DISABLE_WARNINGS is switched on."""
        if not is_set(self._environment, "COB_DISABLE_WARNINGS"):
            self._write_error(f"libcob: warning: {message}\n".encode(ENCODING, "replace"))

    def note(self, message: str) -> None:
        """Write a line of our own on standard error."""
        self._write_error(f"{message}\n".encode(ENCODING, "replace"))

    def _write_error(self, data: bytes) -> None:
        self.stdout.flush()
        self.stderr.write(data)
        self.stderr.flush()

    def bell(self) -> None:
        """Sound the bell of the terminal, where standard output is one."""
        if self._at_once:
            self.stdout.write(b"\a")
            self.stdout.flush()

    def flush(self) -> None:
        """Deliver everything displayed so far."""
        self.stdout.flush()
        if self._punch is not None:
            self._punch.flush()
