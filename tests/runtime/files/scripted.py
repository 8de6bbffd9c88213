"""The same file operations done by a COBOL program and through the run time's Python interface.

A script is a list of steps. After each the I-O status, the record area, RELATIVE KEY and the length item are written
down, so that two runs of a script can be compared line by line, and afterwards the bytes of the file.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cobol_runtime import (
    Area,
    IndexedFile,
    Key,
    LineSequentialFile,
    RelativeFile,
    RunUnit,
    SequentialFile,
    execute,
)
from cobol_runtime.files.connector import FileConnector
from cobol_runtime.program import Program
from tests.oracle import GnuCobol, Source, run

LENGTH = 14
FILE = "data"

PRIME, REPEATED, UNIQUE = Key(0, 4), Key(4, 3, duplicates=True), Key(7, 2)
KEY_NAMES = ("K0", "K1", "K2")

RELATIONS = {"EQ": "=", "GT": ">", "GE": ">=", "LT": "<", "LE": "<="}


@dataclass(frozen=True)
class Kind:
    """A file description: *organization* is sequential, line, relative or indexed; *varying* gives it RECORD
    VARYING FROM 1 (indexed: from 9) DEPENDING ON, *unique* an alternate key without duplicates beside the one
    with."""

    organization: str
    access: str = "sequential"
    varying: bool = False
    optional: bool = False
    unique: bool = True

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of an indexed file."""
        return (PRIME, REPEATED, UNIQUE) if self.unique else (PRIME, REPEATED)


@dataclass(frozen=True)
class Step:
    """One operation; before it *record* is moved to the record area, *key* to RELATIVE KEY, *length* to the
    length item, where they are given."""

    operation: str
    record: str | None = None
    key: int | None = None
    length: int | None = None

    def line(self) -> str:
        """The step as a line of the COBOL program's input."""
        record = " " * LENGTH if self.record is None else self.record.ljust(LENGTH)
        key = "    " if self.key is None else f"{self.key:04d}"
        length = "   " if self.length is None else f"{self.length:03d}"
        return f"{self.operation:8}{' ' if self.record is None else '='}{record}{key}{length}"


def operations(kind: Kind) -> dict[str, str]:
    """The operations a file of this kind can have, with their COBOL statements."""
    found = {
        "OPENI": "OPEN INPUT F",
        "OPENO": "OPEN OUTPUT F",
        "OPENE": "OPEN EXTEND F",
        "CLOSE": "CLOSE F",
        "LOCK": "CLOSE F WITH LOCK",
        "READ": "READ F",
        "WRITE": "WRITE R",
    }
    if kind.organization != "line":
        found |= {"OPENIO": "OPEN I-O F", "REWRITE": "REWRITE R"}
    if kind.organization in ("sequential", "line"):
        found |= {
            f"{word[0]}{amount}": f"WRITE R {word} ADVANCING {amount}"
            for word in ("AFTER", "BEFORE")
            for amount in ("0", "1", "3", "PAGE")
        }
        return found
    found["DELETE"] = "DELETE F"
    if kind.access != "random":
        found |= {"NEXT": "READ F NEXT", "PREV": "READ F PREVIOUS"}
        keys = KEY_NAMES[: len(kind.keys)] if kind.organization == "indexed" else ("RK",)
        for number, name in enumerate(keys):
            for word, sign in RELATIONS.items():
                found[f"S{word}{number}"] = f"START F KEY {sign} {name}"
        if kind.organization == "indexed":
            for word, sign in RELATIONS.items():
                found[f"S{word}P"] = f"START F KEY {sign} K0 WITH LENGTH 2"
    if kind.access != "sequential" and kind.organization == "indexed":
        found |= {
            f"READ{number}": f"READ F KEY {name}" for number, name in enumerate(KEY_NAMES[: len(kind.keys)])
        }
    return found


def cobol(kind: Kind) -> str:
    """The COBOL program that does the steps it reads from standard input."""
    keys = {
        "indexed": "RECORD KEY K0 ALTERNATE RECORD KEY K1 WITH DUPLICATES"
        + (" ALTERNATE RECORD KEY K2" if kind.unique else ""),
        "relative": "RELATIVE KEY RK",
    }.get(kind.organization, "")
    organization = "LINE SEQUENTIAL" if kind.organization == "line" else kind.organization
    least = 9 if kind.organization == "indexed" else 1
    varying = f"RECORD VARYING FROM {least} TO {LENGTH} DEPENDING ON LN" if kind.varying else ""
    whens = "\n".join(f'    WHEN "{name}" {text}' for name, text in operations(kind).items())
    return f"""
IDENTIFICATION DIVISION.
PROGRAM-ID. SCRIPTED.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT {"OPTIONAL" if kind.optional else ""} F ASSIGN TO "{FILE}" ORGANIZATION {organization}
    ACCESS {kind.access} {keys} FILE STATUS FS.
DATA DIVISION.
FILE SECTION.
FD F {varying}.
01 R.
   05 K0 PIC X(4).
   05 K1 PIC X(3).
   05 K2 PIC X(2).
   05 D PIC X({LENGTH - 9}).
WORKING-STORAGE SECTION.
01 FS PIC XX.
01 RK PIC 9(4) VALUE 0.
01 LN PIC 9(3) VALUE {LENGTH}.
01 IN-LINE.
   05 OP PIC X(8).
   05 SETS PIC X.
   05 NEW-R PIC X({LENGTH}).
   05 NEW-RK PIC X(4).
   05 NEW-LN PIC X(3).
PROCEDURE DIVISION.
MAIN-PART.
    PERFORM UNTIL OP = "END"
      ACCEPT IN-LINE
      IF SETS = "=" MOVE NEW-R TO R END-IF
      IF NEW-RK NOT = SPACES MOVE NEW-RK TO RK END-IF
      IF NEW-LN NOT = SPACES MOVE NEW-LN TO LN END-IF
      MOVE SPACES TO FS
      EVALUATE OP
{whens}
      END-EVALUATE
      DISPLAY OP "|" FS "|" R "|" RK "|" LN
    END-PERFORM
    STOP RUN.
"""


def with_cobc(gnucobol: GnuCobol, kind: Kind, steps: Sequence[Step], folder: Path) -> list[str]:
    """What the COBOL program writes down for each step."""
    folder.mkdir(exist_ok=True)
    program = folder / "scripted.cob"
    program.write_text(cobol(kind), encoding="latin-1")
    built = gnucobol.build(Source((program,), free_format=True))
    text = "".join(f"{step.line()}\n" for step in [*steps, Step("END")])
    outcome = run(built, folder, stdin=text.encode("latin-1"))
    assert outcome.returncode == 0, outcome.report()
    return outcome.stdout.decode("latin-1").split("\n")[: len(steps)]


class Scripted(Program):
    """The same program written with the run time's interface."""

    program_id = "SCRIPTED"
    kind = Kind("sequential")
    steps: Sequence[Step] = ()

    def __init__(self, run: RunUnit) -> None:
        super().__init__(run)
        self.record = Area(bytearray(LENGTH))
        self.status = Area(bytearray(b"  "))
        self.number = 0
        self.length = LENGTH
        self.file = self.connector()

    def connector(self) -> FileConnector:
        """The file as the kind describes it."""
        kind = self.kind
        least = 9 if kind.organization == "indexed" else 1
        common = {
            "name": "F",
            "assign": FILE,
            "record": self.record,
            "minimum": least if kind.varying else LENGTH,
            "optional": kind.optional,
            "access": kind.access,
            "status": self.status,
            "record_length": (lambda: self.length, self.set_length) if kind.varying else None,
        }
        if kind.organization == "indexed":
            return IndexedFile(self.run, keys=kind.keys, **common)
        if kind.organization == "relative":
            return RelativeFile(self.run, relative_key=(lambda: self.number, self.set_number), **common)
        return (LineSequentialFile if kind.organization == "line" else SequentialFile)(self.run, **common)

    def set_number(self, number: int) -> bool:
        """Store into RELATIVE KEY, PIC 9(4)."""
        if number > 9999:
            return False
        self.number = number
        return True

    def set_length(self, length: int) -> None:
        """Store into the length item."""
        self.length = length

    def procedure_division(self) -> None:
        for step in self.steps:
            if step.record is not None:
                self.record.text = step.record
            if step.key is not None:
                self.number = step.key
            if step.length is not None:
                self.length = step.length
            self.status.text = "  "
            self.action(step.operation)()
            self.display(
                f"{step.operation:8}|{self.status.text}|{self.record.text}|{self.number:04d}|{self.length:03d}"
            )

    def action(self, name: str) -> Callable[[], object]:
        """The method call for an operation."""
        file = self.file
        simple = {
            "OPENI": "open_input", "OPENO": "open_output", "OPENE": "open_extend", "OPENIO": "open_io",
            "CLOSE": "close", "READ": "read", "NEXT": "read_next", "PREV": "read_previous", "WRITE": "write",
            "REWRITE": "rewrite", "DELETE": "delete",
        }  # fmt: skip
        if name in simple:
            return getattr(file, simple[name])  # type: ignore[no-any-return]
        if name == "LOCK":
            return lambda: file.close(lock=True)
        if name[0] in "AB":
            amount = name[1:] if name[1:] == "PAGE" else int(name[1:])
            return (
                (lambda: file.write(after=amount)) if name[0] == "A" else (lambda: file.write(before=amount))
            )
        assert isinstance(file, IndexedFile | RelativeFile)
        if name.startswith("READ"):
            return lambda: file.read_key(int(name[4]))
        relation, key = RELATIONS[name[1:3]], name[3]
        if key == "P":
            return lambda: file.start(relation, 0, length=2)
        return lambda: file.start(relation, int(key))


def with_python(kind: Kind, steps: Sequence[Step], folder: Path) -> list[str]:
    """What the Python program writes down for each step."""
    folder.mkdir(exist_ok=True)
    program = type("ScriptedHere", (Scripted,), {"kind": kind, "steps": steps})
    out, errors = io.BytesIO(), io.BytesIO()
    environment = {"COB_FILE_PATH": str(folder)}
    code = execute(program, RunUnit((), environment, stdin=io.BytesIO(), stdout=out, stderr=errors))
    assert code == 0, errors.getvalue().decode()
    return out.getvalue().decode("latin-1").split("\n")[: len(steps)]


def parse(script: str) -> list[Step]:
    """Steps written one a line: operation, then record=…, key=…, length=… in this order."""
    steps = []
    for line in script.strip().splitlines():
        name, *settings = line.split()
        values = dict(setting.split("=") for setting in settings)
        record = values.get("record")
        steps.append(
            Step(
                name,
                record.replace("_", " ").ljust(LENGTH) if record is not None else None,
                int(values["key"]) if "key" in values else None,
                int(values["length"]) if "length" in values else None,
            )
        )
    return steps


__all__ = ["Kind", "Step", "operations", "parse", "with_cobc", "with_python"]
