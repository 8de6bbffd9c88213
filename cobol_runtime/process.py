"""What a program learns from the process it runs in: command line and environment variables."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cobol_runtime.exceptions import raise_condition

if TYPE_CHECKING:
    from cobol_runtime.area import Area

ACCEPT, DISPLAY = "EC-IMP-ACCEPT", "EC-IMP-DISPLAY"


class Process:
    """Command-line arguments and environment of a run unit, as ACCEPT and DISPLAY reach them."""

    def __init__(self, arguments: Sequence[str], environment: dict[str, str]) -> None:
        self.arguments = list(arguments)
        self.environment = environment
        self._command_line: str | None = None
        self._next = 1
        self._variable: str | None = None

    def command_line(self) -> str:
        """ACCEPT FROM COMMAND-LINE: the arguments separated by spaces; one space when there are none."""
        if self._command_line is not None:
            return self._command_line
        return " ".join(self.arguments) or " "

    def set_command_line(self, text: str) -> None:
        """DISPLAY … UPON COMMAND-LINE: what later ACCEPTs give."""
        self._command_line = text

    def chain(self, *items: Area) -> None:
        """PROCEDURE DIVISION CHAINING: the arguments, as far as there are any, are moved to *items* as text."""
        for item, argument in zip(items, self.arguments, strict=False):
            item.text = argument

    def argument_number(self) -> int:
        """ACCEPT FROM ARGUMENT-NUMBER: how many arguments there are."""
        return len(self.arguments)

    def lines(self) -> int:
        """ACCEPT FROM LINES: the height of the terminal, LINES of the environment first; 24 where there is none."""
        return self._told("LINES") or shutil.get_terminal_size((80, 24)).lines

    def columns(self) -> int:
        """ACCEPT FROM COLUMNS: the width of the terminal, COLUMNS of the environment first; 80 where there is none."""
        return self._told("COLUMNS") or shutil.get_terminal_size((80, 24)).columns

    def _told(self, name: str) -> int:
        """A number in the environment; 0 for anything else."""
        text = self.environment.get(name, "")
        return int(text) if text.isdecimal() else 0

    def set_argument_number(self, number: int) -> bool:
        """DISPLAY … UPON ARGUMENT-NUMBER: the argument the next ACCEPT gives; False when there is none."""
        if not 0 <= number <= len(self.arguments):
            raise_condition(DISPLAY)
            return False
        self._next = number
        return True

    def argument_value(self) -> str | None:
        """ACCEPT FROM ARGUMENT-VALUE: the next argument; None (receiver unchanged, ON EXCEPTION) after the last."""
        if self._next > len(self.arguments):
            raise_condition(ACCEPT)
            return None
        number, self._next = self._next, self._next + 1
        return self.arguments[number - 1] if number else ""

    def variable(self, name: str) -> str | None:
        """ACCEPT FROM ENVIRONMENT *name*; None when it is not set (receiver gets spaces, ON EXCEPTION)."""
        return self._value_of(name.rstrip(" \0"))

    def set_variable(self, name: str, value: str) -> None:
        """SET ENVIRONMENT *name* TO *value*."""
        self.environment[name.rstrip(" \0")] = value.rstrip(" \0")

    def set_variable_name(self, name: str) -> None:
        """DISPLAY … UPON ENVIRONMENT-NAME: choose the variable."""
        self._variable = name.rstrip(" \0")

    def chosen_variable(self) -> str | None:
        """ACCEPT FROM ENVIRONMENT-VALUE: the chosen variable; None when it is not set."""
        return self._value_of(self._variable or "")

    def _value_of(self, name: str) -> str | None:
        value = self.environment.get(name)
        if value is None:
            raise_condition(ACCEPT)
        return value

    def set_chosen_variable(self, value: str) -> bool:
        """DISPLAY … UPON ENVIRONMENT-VALUE: set the chosen variable; False when none is chosen."""
        if not self._variable:
            raise_condition(DISPLAY)
            return False
        self.environment[self._variable] = value.rstrip(" \0")
        return True
