"""I-O status values (ISO 1989:2002, 9.1.12) and the words of the run-time messages about them."""

from __future__ import annotations

from typing import Final

SUCCESS: Final = "00"
DUPLICATE_KEY: Final = "02"
INCOMPLETE: Final = "04"
OPTIONAL_MISSING: Final = "05"
NO_UNIT: Final = "07"
END_OF_FILE: Final = "10"
KEY_OUT_OF_RANGE: Final = "14"
KEY_INVALID: Final = "21"
KEY_EXISTS: Final = "22"
KEY_NOT_EXISTS: Final = "23"
BOUNDARY: Final = "24"
PERMANENT_ERROR: Final = "30"
INCONSISTENT_NAME: Final = "31"
BOUNDARY_VIOLATION: Final = "34"
NOT_EXISTS: Final = "35"
PERMISSION_DENIED: Final = "37"
CLOSED_WITH_LOCK: Final = "38"
CONFLICTING_ATTRIBUTES: Final = "39"
ALREADY_OPEN: Final = "41"
NOT_OPEN: Final = "42"
READ_NOT_DONE: Final = "43"
RECORD_OVERFLOW: Final = "44"
READ_ERROR: Final = "46"
INPUT_DENIED: Final = "47"
OUTPUT_DENIED: Final = "48"
I_O_DENIED: Final = "49"
RECORD_LOCKED: Final = "51"
END_OF_PAGE: Final = "52"
LINAGE_INVALID: Final = "57"
SHARING_CONFLICT: Final = "61"
NOT_AVAILABLE: Final = "91"

MESSAGES: Final[dict[str, str]] = {
    END_OF_FILE: "end of file",
    KEY_OUT_OF_RANGE: "key out of range",
    KEY_INVALID: "key order not ascending",
    KEY_EXISTS: "record key already exists",
    KEY_NOT_EXISTS: "record key does not exist",
    PERMANENT_ERROR: "permanent file error",
    INCONSISTENT_NAME: "inconsistent file name",
    NOT_EXISTS: "file does not exist",
    PERMISSION_DENIED: "permission denied",
    ALREADY_OPEN: "file already open",
    NOT_OPEN: "file not open",
    READ_NOT_DONE: "READ must be executed first",
    RECORD_OVERFLOW: "record overflow",
    READ_ERROR: "READ after unsuccessful READ/START",
    INPUT_DENIED: "READ/START not allowed, file not open for input",
    OUTPUT_DENIED: "WRITE not allowed, file not open for output",
    I_O_DENIED: "DELETE/REWRITE not allowed, file not open for I-O",
    RECORD_LOCKED: "record locked by another file connector",
    LINAGE_INVALID: "LINAGE values invalid",
    SHARING_CONFLICT: "file sharing conflict",
    NOT_AVAILABLE: "runtime library is not configured for this operation",
}
