"""GnuCOBOL's own indexed files, read and written by GnuCOBOL.

Which library keeps them (Berkeley DB, VBISAM, D-ISAM …) and how is decided when GnuCOBOL is built, so the only reader that is always right is
a COBOL program. One is made of the keys and record sizes, compiled with the user's `cobc`, and carries the records to or from a flat file.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from transpiler.data.datasets import DatasetLayout, dataset_attributes
from transpiler.data.errors import DataError, UsageProblem
from transpiler.data.formats import Layout, Source, read_records, write_records
from transpiler.data.runtime import Key, connected_to_read

LOAD, UNLOAD = "load", "unload"
_PROGRAM = """\
IDENTIFICATION DIVISION.
PROGRAM-ID. CARRIER.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT DATASET ASSIGN TO "DATASET" ORGANIZATION INDEXED ACCESS DYNAMIC
        {keys}
        FILE STATUS DATASET-STATUS.
    SELECT FLAT ASSIGN TO "FLAT" ORGANIZATION SEQUENTIAL FILE STATUS FLAT-STATUS.
DATA DIVISION.
FILE SECTION.
FD DATASET{sizes}.
01 DATASET-RECORD PIC X({maximum}).
{parts}
FD FLAT{sizes}.
01 FLAT-RECORD PIC X({maximum}).
WORKING-STORAGE SECTION.
01 DATASET-STATUS PIC X(2).
01 FLAT-STATUS PIC X(2).
01 CURRENT-LENGTH PIC 9(9) COMP-5 VALUE {maximum}.
01 DONE PIC 9(9) VALUE 0.
01 TASK PIC X(8).
01 KEY-NUMBER PIC 9(2).
PROCEDURE DIVISION.
MAIN-PARAGRAPH.
    ACCEPT TASK FROM ARGUMENT-VALUE
    IF TASK = "load"
        PERFORM LOAD-DATASET
    ELSE
        ACCEPT KEY-NUMBER FROM ARGUMENT-VALUE
        PERFORM UNLOAD-DATASET
    END-IF
    CLOSE DATASET FLAT
    STOP RUN.
LOAD-DATASET.
    OPEN INPUT FLAT OUTPUT DATASET
    PERFORM CHECK-OPEN
    READ FLAT
    PERFORM UNTIL FLAT-STATUS NOT < "10"
        MOVE FLAT-RECORD TO DATASET-RECORD
        WRITE DATASET-RECORD
        IF DATASET-STATUS NOT < "10" PERFORM FAIL END-IF
        ADD 1 TO DONE
        READ FLAT
    END-PERFORM.
UNLOAD-DATASET.
    OPEN INPUT DATASET OUTPUT FLAT
    PERFORM CHECK-OPEN
    MOVE LOW-VALUES TO DATASET-RECORD
    EVALUATE KEY-NUMBER
{starts}
    END-EVALUATE
    IF DATASET-STATUS < "10" READ DATASET NEXT END-IF
    PERFORM UNTIL DATASET-STATUS NOT < "10"
        MOVE DATASET-RECORD TO FLAT-RECORD
        WRITE FLAT-RECORD
        IF FLAT-STATUS NOT < "10" PERFORM FAIL END-IF
        ADD 1 TO DONE
        READ DATASET NEXT
    END-PERFORM
    IF DATASET-STATUS NOT = "10" AND NOT = "23" PERFORM FAIL END-IF.
CHECK-OPEN.
    IF DATASET-STATUS NOT < "10" OR FLAT-STATUS NOT < "10" PERFORM FAIL END-IF.
FAIL.
    DISPLAY DONE " " DATASET-STATUS " " FLAT-STATUS UPON SYSERR
    MOVE 1 TO RETURN-CODE
    STOP RUN.
"""


class Carrier:
    """The compiled program for datasets of one layout, in the folder *work*. Raises UsageProblem without cobc, DataError when the
    layout is not one that GnuCOBOL compiles."""

    def __init__(self, layout: DatasetLayout, work: Path) -> None:
        compiler = shutil.which("cobc")
        if compiler is None:
            raise UsageProblem(
                "GnuCOBOL's indexed files are read and written by GnuCOBOL itself, and its compiler cobc is not installed"
                " (Debian: apt-get install gnucobol3)"
            )
        self.layout = layout
        self.work = work
        source = work / "carrier.cob"
        source.write_text(program_text(layout), encoding="ascii")
        command = [compiler, "-x", "-free", "-std=default", "-o", "carrier", source.name]
        compiled = subprocess.run(command, cwd=work, capture_output=True, text=True)
        if compiled.returncode:
            raise DataError(f"cobc does not compile a program with these keys: {compiled.stderr.strip()}")

    @property
    def is_variable(self) -> bool:
        """Whether records have different lengths."""
        return self.layout.minimum != self.layout.maximum

    def unload(self, dataset: Path, flat: Path, key: int = 0) -> None:
        """Write the records of an indexed file to *flat*, in the order of a key. Raises DataError."""
        self._run(dataset, flat, UNLOAD, f"{key:02d}")

    def load(self, dataset: Path, flat: Path) -> None:
        """Make an indexed file of the records of *flat*. Raises DataError."""
        self._run(dataset, flat, LOAD)

    def read(self, flat: Path) -> Iterator[bytes]:
        """The records of a flat file that was unloaded."""
        with flat.open("rb") as file:
            form = "gnucobol-variable" if self.is_variable else "fixed"
            yield from read_records(Source(file), form, Layout(self.layout.maximum))

    def write(self, flat: Path, records: Iterable[bytes]) -> int:
        """Make a flat file to load; gives the number of records."""
        with flat.open("wb") as file:
            form = "gnucobol-variable" if self.is_variable else "fixed"
            return write_records(file, records, form, Layout(self.layout.maximum))

    def _run(self, dataset: Path, flat: Path, *arguments: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COB_")}
        environment |= {"DD_DATASET": str(dataset.absolute()), "DD_FLAT": str(flat.absolute())}
        done = subprocess.run(
            [str(self.work / "carrier"), *arguments], env=environment, capture_output=True, text=True
        )
        if done.returncode:
            raise DataError(_failure(dataset, done.stderr.strip()))


def program_text(layout: DatasetLayout) -> str:
    """The COBOL program that carries records between an indexed and a sequential file."""
    sizes = ""
    if layout.minimum != layout.maximum:
        places = [place for key in layout.keys for place in key.parts or ((key.offset, key.length),)]
        minimum = max(layout.minimum, *(offset + length for offset, length in places))
        sizes = f" RECORD VARYING FROM {minimum} TO {layout.maximum} DEPENDING ON CURRENT-LENGTH"
    return _PROGRAM.format(
        keys="\n        ".join(_key_clause(number, key) for number, key in enumerate(layout.keys)),
        parts="\n".join(_parts(layout)),
        starts="\n".join(
            f"        WHEN {number} START DATASET KEY NOT LESS THAN KEY-{number}"
            for number in range(len(layout.keys))
        ),
        sizes=sizes,
        maximum=layout.maximum,
    )


def _key_clause(number: int, key: Key) -> str:
    head = "ALTERNATE RECORD KEY" if number else "RECORD KEY"
    source = ""
    if key.parts:
        source = f" SOURCE IS {' '.join(f'PART-{number}-{part}' for part in range(len(key.parts)))}"
    return f"{head} KEY-{number}{source}{' WITH DUPLICATES' if key.duplicates else ''}"


def _parts(layout: DatasetLayout) -> Iterator[str]:
    """Each part of a key as a record description of its own."""
    for number, key in enumerate(layout.keys):
        for part, (offset, length) in enumerate(key.parts or ((key.offset, key.length),)):
            name = f"PART-{number}-{part}" if key.parts else f"KEY-{number}"
            before = f"05 FILLER PIC X({offset}). " if offset else ""
            behind = layout.maximum - offset - length
            filler = f" 05 FILLER PIC X({behind})." if behind else ""
            yield f"01 {name}-RECORD. {before}05 {name} PIC X({length}).{filler}"


def _failure(dataset: Path, message: str) -> str:
    done, _, states = message.partition(" ")
    status, _, flat = states.partition(" ")
    if not done.isdigit():
        return f"GnuCOBOL cannot work on {dataset}: {message or 'it ended without a word'}"
    reasons = {"30": "is it an indexed file of this GnuCOBOL?", "35": "it is not there", "37": "permission denied",
               "39": "it has other keys or record sizes", "22": "another record has one of the keys"}  # fmt: skip
    shown = status if status >= "10" else flat
    reason = reasons.get(shown, "see the table of file status values")
    return f"GnuCOBOL cannot work on {dataset}, record {int(done) + 1}: file status {shown} ({reason})"


# --- whole datasets


def gnucobol_name(path: Path) -> Path:
    """The name by which GnuCOBOL knows a file of which *path* is one part (NAME.dat and NAME.idx of some libraries)."""
    has_index = path.suffix == ".dat" and path.with_suffix(".idx").exists()
    return path.with_suffix("") if has_index else path


@contextmanager
def unloaded(path: Path, layout: DatasetLayout) -> Iterator[tuple[Carrier, list[Path]]]:
    """The records of GnuCOBOL's indexed file in flat files: one in the order of the prime key, then one in the order of each
    alternate key that allows duplicates, None being for those that do not."""
    with TemporaryDirectory(prefix="cobolift-") as folder:
        work = Path(folder)
        carrier = Carrier(layout, work)
        ordered = [0, *(number for number, key in enumerate(layout.keys) if number and key.duplicates)]
        flats = [work / f"key-{number}" for number in ordered]
        for number, flat in zip(ordered, flats, strict=True):
            carrier.unload(path, flat, number)
        yield carrier, flats


def keep_order_of_duplicates(
    path: Path, layout: DatasetLayout, carrier: Carrier, flats: Sequence[Path]
) -> None:
    """Number the records with the same alternate key in a new dataset as GnuCOBOL's file has them."""
    for flat in flats[1:]:
        number = int(flat.name.removeprefix("key-"))
        with closing(sqlite3.connect(path)) as connection, connection:
            (highest,) = connection.execute(f"SELECT coalesce(max(s{number}), 0) FROM records").fetchone()
            rows = (
                (highest + place, layout.stored_prime(record))
                for place, record in enumerate(carrier.read(flat), 1)
            )
            connection.executemany(f"UPDATE records SET s{number} = ? WHERE k0 = ?", rows)


def write_gnucobol(dataset: Path, out: Path) -> int:
    """Make GnuCOBOL's indexed file of an indexed dataset; gives the number of records. Raises DataError, UsageProblem.

    Records with the same alternate key keep their order, as far as there is one order of writing that gives it.
    """
    if not out.absolute().parent.is_dir():
        raise UsageProblem(f"there is no folder {out.parent} to write {out.name} into")
    attributes = dataset_attributes(dataset)
    if attributes["organization"] != "indexed":
        raise UsageProblem(
            f"{dataset} is {attributes['organization']}; GnuCOBOL's relative files are not written"
        )
    keys = tuple(_key(described) for described in attributes["keys"])
    layout = DatasetLayout(attributes["minimum"], attributes["maximum"], keys)
    with (
        TemporaryDirectory(prefix="cobolift-") as folder,
        TemporaryDirectory(prefix=f".{out.name}.", dir=out.absolute().parent) as made,
    ):
        carrier = Carrier(layout, Path(folder))
        flat = Path(folder) / "flat"
        count = carrier.write(flat, _in_writing_order(dataset, keys))
        carrier.load(Path(made) / out.name, flat)
        for path in sorted(Path(made).iterdir()):
            path.replace(out.with_name(path.name))
    return count


def _key(described: dict[str, object]) -> Key:
    values = dict(described)
    for name in ("parts", "numbers"):
        pairs = values.get(name) or ()
        values[name] = tuple((pair[0], pair[1]) for pair in pairs)  # type: ignore[attr-defined]
    return Key(**values)  # type: ignore[arg-type]


def _in_writing_order(dataset: Path, keys: Sequence[Key]) -> Iterator[bytes]:
    """The records, earlier ones of the same alternate key first."""
    ambiguous = [number for number, key in enumerate(keys) if number and key.duplicates]
    with closing(connected_to_read(dataset)) as connection:
        if len(ambiguous) > 1:
            for prime in _common_order(connection, ambiguous):
                yield bytes(
                    connection.execute("SELECT record FROM records WHERE k0 = ?", (prime,)).fetchone()[0]
                )
            return
        order = ", ".join(f"k{number}, s{number}" for number in ambiguous) or "k0"
        for (record,) in connection.execute(f"SELECT record FROM records ORDER BY {order}"):
            yield bytes(record)


def _common_order(connection: sqlite3.Connection, ambiguous: Iterable[int]) -> Iterable[bytes]:
    """The prime keys in an order in which the duplicates of every alternate key are in theirs."""
    primes = [prime for (prime,) in connection.execute("SELECT k0 FROM records ORDER BY k0")]
    sorter: TopologicalSorter[bytes] = TopologicalSorter(dict.fromkeys(primes, ()))
    for number in ambiguous:
        rows = connection.execute(f"SELECT k{number}, k0 FROM records ORDER BY k{number}, s{number}")
        for (key, prime), (next_key, next_prime) in pairwise(rows):
            if key == next_key:
                sorter.add(next_prime, prime)
    try:
        return tuple(sorter.static_order())
    except CycleError as error:
        raise DataError(
            "records with equal alternate keys stand in orders that no order of writing gives; GnuCOBOL's file would have others"
        ) from error
