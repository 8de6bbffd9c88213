"""Library routines that CALL finds without a program of that name."""

from cobol_runtime.routines import (
    bits,
    command_options,
    file_bytes,
    files,
    handlers,
    language_environment,
    processes,
    texts,
    time_services,
)
from cobol_runtime.routines.registry import ROUTINES, SUBSTITUTES

__all__ = [
    "ROUTINES",
    "SUBSTITUTES",
    "bits",
    "command_options",
    "file_bytes",
    "files",
    "handlers",
    "language_environment",
    "processes",
    "texts",
    "time_services",
]
