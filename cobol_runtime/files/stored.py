"""How a dataset is stored, where that is not as programs keep its records in memory: code page and record format.

The conversion writes it into the program; the environment variable DCB_name, beside DD_name, overrides that for one run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cobol_runtime.termination import FatalError

FORMATS: Final = ("fixed", "rdw", "bdw", "line")
KEYS: Final = ("encoding", "format", "records", "when")


class WrongAttributes(FatalError):
    """A dataset is described in a way that cannot be; the run unit ends with the message."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The attributes of a dataset.

    *encoding* is the code page of its characters: an EBCDIC page makes records be translated field by field when they are read
    and written, and takes COMP-5, COMP-1 and COMP-2 in the mainframe's form; without one, or with "ascii", records are taken as
    they are. *format*: "fixed" (records of the largest length), "rdw" (behind record descriptor words), "bdw" (in blocks too),
    "line" (text lines); without one as the program's file organization says. *when* are rules FIELD=VALUE:NAME that tell which
    record, or which of the redefinitions in it, describes a record. *records* are the program's records that describe those of
    the dataset, where the file's own do not (FD … PIC X, filled from WORKING-STORAGE).
    """

    encoding: str = ""
    format: str = ""
    when: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def translates(self) -> bool:
        """Whether characters in the dataset are others than in memory. Raises WrongAttributes for an unknown code page."""
        if not self.encoding:
            return False
        from cobol_runtime.code_pages import any_page
        from cobol_runtime.double_byte import UnknownCodePage

        try:
            return any_page(self.encoding).is_ebcdic
        except UnknownCodePage as error:
            raise WrongAttributes(str(error)) from error

    @classmethod
    def of_text(cls, text: str, described: Stored) -> Stored:
        """Read "encoding=cp037,format=rdw,when=KIND=H:HEAD"; `when` and `records` may be repeated. What the text does not name is as
        *described*. Raises WrongAttributes."""
        encoding, form = described.encoding, described.format
        lists: dict[str, list[str]] = {"records": [], "when": []}
        for part in text.split(","):
            key, equals, value = part.strip().partition("=")
            if not equals or key not in KEYS:
                raise WrongAttributes(f"{part.strip()!r} is no attribute of a dataset: {', '.join(KEYS)} are")
            if key == "encoding":
                encoding = value
            elif key == "format":
                form = value
            else:
                lists[key].append(value)
        if form not in ("", *FORMATS):
            raise WrongAttributes(f"{form!r} is no record format: {', '.join(FORMATS)} are")
        rules, records = tuple(lists["when"]), tuple(lists["records"])
        return cls(encoding, form, rules or described.when, records or described.records)


AS_IN_MEMORY: Final = Stored()


def stored_now(name: str, described: Stored, environment: Mapping[str, str]) -> Stored:
    """How the dataset of the ASSIGN name *name* is stored in this run. Raises WrongAttributes."""
    text = environment.get(f"DCB_{name.replace('.', '_')}") or environment.get(
        f"DCB_{name.upper().replace('.', '_')}"
    )
    if not text:
        return described
    try:
        return Stored.of_text(text, described)
    except WrongAttributes as error:
        raise WrongAttributes(f"DCB_{name}: {error.message}") from error
