"""EXCEPTION-STATUS, -STATEMENT, -LOCATION and -FILE (ISO 1989:2014, 15.25 to 15.29): what is known of the last exception."""

from __future__ import annotations

from cobol_runtime.exceptions import last

_NAME_LENGTH = 31


def exception_status() -> str:
    """EXCEPTION-STATUS: the exception-name, 31 characters; spaces when there was no exception."""
    return last.name.ljust(_NAME_LENGTH)


def exception_statement() -> str:
    """EXCEPTION-STATEMENT: the verb of the statement, 31 characters; spaces where the program keeps no places."""
    statement = last.statement()
    return ("" if statement is None else statement.verb).ljust(_NAME_LENGTH)


def exception_location() -> str:
    """EXCEPTION-LOCATION: ``program; paragraph OF section; line``; one space where the program keeps no places.

    The line is that of the COBOL source. The middle part is empty in a program that does not keep procedures.
    """
    statement = last.statement()
    if statement is None:
        return " "
    procedure = statement.procedure if last.kept == "procedure" else ""
    return f"{last.program_id}; {procedure}; {statement.place.line}"


def exception_file() -> str:
    """EXCEPTION-FILE: the I-O status and name of the file; ``00`` when the last exception is none of input and output."""
    if last.file is None or not last.name.startswith("EC-I-O"):
        return "00"
    return last.file.status + last.file.name
