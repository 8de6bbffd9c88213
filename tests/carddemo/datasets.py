"""The application's files: record length, keys, and the COBOL that loads and unloads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).parent / "cobol"


@dataclass(frozen=True)
class KeyField:
    """A key's place in its record: offset and length in bytes."""

    offset: int
    length: int


@dataclass(frozen=True)
class Dataset:
    """A file of fixed records. Without keys it is sequential, else indexed with the first key as prime key.

    `name` is the DD name, `flat` the text file in app/data/ASCII it is loaded from, or None for an empty file.
    """

    name: str
    length: int
    keys: tuple[KeyField, ...] = ()
    flat: str | None = None

    def loader(self, folder: Path) -> Path:
        """Write into `folder` a program that copies the lines of FLAT to this file, named DATA."""
        return self._program("loader", f"load_{self.name.lower()}", folder, access="DYNAMIC")

    def unloader(self, folder: Path) -> Path:
        """Write into `folder` a program that copies this file, named DATA, to FLAT in order of key."""
        return self._program("unloader", f"unload_{self.name.lower()}", folder, access="SEQUENTIAL")

    def _program(self, template: str, stem: str, folder: Path, *, access: str) -> Path:
        text = Template((TEMPLATES / f"{template}.cbl.txt").read_text(encoding="ascii"))
        path = folder / f"{stem}.cbl"
        path.write_text(
            text.substitute(
                program=stem.upper().replace("_", "-"),
                organization="an indexed" if self.keys else "a sequential",
                length=self.length,
                clauses=self._clauses(access),
                fields=self._fields(),
            ),
            encoding="ascii",
        )
        return path

    def _clauses(self, access: str) -> str:
        if not self.keys:
            return " " * 15 + "ORGANIZATION IS SEQUENTIAL"
        clauses = ["ORGANIZATION IS INDEXED", f"ACCESS MODE IS {access}", "RECORD KEY IS KEY-1"]
        clauses += [f"ALTERNATE RECORD KEY IS KEY-{number}" for number in range(2, len(self.keys) + 1)]
        return "\n".join(" " * 15 + clause for clause in clauses)

    def _fields(self) -> str:
        fields = []
        position = 0
        for number, key in enumerate(self.keys, 1):
            fields.append(_field("FILLER", key.offset - position))
            fields.append(_field(f"KEY-{number}", key.length))
            position = key.offset + key.length
        fields.append(_field("FILLER", self.length - position))
        return "\n".join(field for field in fields if field)


def _field(name: str, length: int) -> str:
    return f"           05  {name:<19} PIC X({length})." if length else ""


ACCOUNTS = Dataset("ACCTFILE", 300, (KeyField(0, 11),), "acctdata.txt")
CARDS = Dataset("CARDFILE", 150, (KeyField(0, 16),), "carddata.txt")
CROSS_REFERENCE = Dataset("XREFFILE", 50, (KeyField(0, 16),), "cardxref.txt")
CROSS_REFERENCE_BY_ACCOUNT = Dataset("XREFFILE", 50, (KeyField(0, 16), KeyField(25, 11)), "cardxref.txt")
CUSTOMERS = Dataset("CUSTFILE", 500, (KeyField(0, 9),), "custdata.txt")
CATEGORY_BALANCES = Dataset("TCATBALF", 50, (KeyField(0, 17),), "tcatbal.txt")
DISCLOSURE_GROUPS = Dataset("DISCGRP", 50, (KeyField(0, 16),), "discgrp.txt")
DAILY_TRANSACTIONS = Dataset("DALYTRAN", 350, (), "dailytran.txt")
TRANSACTIONS = Dataset("TRANFILE", 350, (KeyField(0, 16),), "dailytran.txt")
NEW_TRANSACTIONS = Dataset("TRANFILE", 350, (KeyField(0, 16),))
