"""Functions about the program itself (GnuCOBOL's MODULE- functions): its module is the Python file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def written(module_file: str) -> datetime:
    """When the Python file was written, in local time; give the module's ``__file__``."""
    return datetime.fromtimestamp(Path(module_file).stat().st_mtime).astimezone()


def module_id(program: Program) -> str:
    """MODULE-ID: the PROGRAM-ID of *program*."""
    return program.program_id


def module_caller_id(program: Program) -> str:
    """MODULE-CALLER-ID: the PROGRAM-ID of the program that called *program*; an empty text for the main program."""
    caller = program.run.programs.caller_of(program)
    return "" if caller is None else caller.program_id


def module_date(module_file: str) -> int:
    """MODULE-DATE: the day the module was written, YYYYMMDD."""
    return int(f"{written(module_file):%Y%m%d}")


def module_time(module_file: str) -> int:
    """MODULE-TIME: the time the module was written, HHMMSS."""
    return int(f"{written(module_file):%H%M%S}")


def module_formatted_date(module_file: str) -> str:
    """MODULE-FORMATTED-DATE: when the module was written, like ``Jan 31 2022 12:34:56``."""
    moment = written(module_file)
    return f"{_MONTHS[moment.month - 1]} {moment:%d %Y %H:%M:%S}"


def module_path(module_file: str) -> str:
    """MODULE-PATH: where the module lies."""
    return str(Path(module_file).absolute()).encode("utf-8", "surrogateescape").decode("latin-1")
