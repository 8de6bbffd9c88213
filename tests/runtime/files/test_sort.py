"""SORT, MERGE and table SORT."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cobol_runtime import (
    Area,
    Binary,
    FatalError,
    Group,
    LineSequentialFile,
    Packed,
    Record,
    SequentialFile,
    SortFile,
    SortKey,
    Table,
    Text,
    Zoned,
    sort_table,
)
from cobol_runtime.sort import MEMORY, sort_memory
from tests.oracle import GnuCobol
from tests.runtime.files.compiled import TestRun, with_cobc


class Sale(Record, length=24):
    """The sort record."""

    shop = Text(3, at=0)
    amount = Zoned(5, scale=2, signed=True, at=3)
    stock = Packed(5, signed=True, at=8)
    rank = Binary(4, signed=True, at=11)
    serial = Zoned(4, at=13)
    note = Text(7, at=17)


PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. SORTS.
ENVIRONMENT DIVISION.
CONFIGURATION SECTION.
SPECIAL-NAMES. ALPHABET BACKWARDS IS "C" THRU "A".
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT F ASSIGN TO "f.in" ORGANIZATION SEQUENTIAL.
    SELECT L ASSIGN TO "l.in" ORGANIZATION LINE SEQUENTIAL.
    SELECT M ASSIGN TO "missing" ORGANIZATION SEQUENTIAL.
    SELECT S ASSIGN TO "sortwork".
    SELECT G ASSIGN TO "g.out" ORGANIZATION SEQUENTIAL.
    SELECT H ASSIGN TO "h.out" ORGANIZATION LINE SEQUENTIAL.
DATA DIVISION.
FILE SECTION.
FD F. 01 FR PIC X(24).
FD L. 01 LR PIC X(30).
FD M. 01 MR PIC X(24).
FD G. 01 GR PIC X(20).
FD H. 01 HR PIC X(30).
SD S.
01 SR.
   05 SHOP PIC X(3).
   05 AMOUNT PIC S9(3)V99.
   05 STOCK PIC S9(5) COMP-3.
   05 RANK-NO PIC S9(4) COMP.
   05 SERIAL-NO PIC 9(4).
   05 NOTE PIC X(7).
PROCEDURE DIVISION.
MAIN-PART.
    SORT S {keys} {sequence} USING F L M GIVING G H
    DISPLAY SORT-RETURN
    STOP RUN.
"""

ORDERS: dict[str, tuple[str, tuple[SortKey, ...]]] = {
    "text": ("ON ASCENDING KEY SHOP", (SortKey(Sale.shop),)),
    "zoned": ("ON DESCENDING KEY AMOUNT", (SortKey(Sale.amount, descending=True),)),
    "mixed": (
        "ON ASCENDING KEY STOCK DESCENDING KEY SHOP NOTE",
        (SortKey(Sale.stock), SortKey(Sale.shop, True), SortKey(Sale.note, True)),
    ),
    "binary": ("ON ASCENDING KEY RANK-NO SERIAL-NO", (SortKey(Sale.rank), SortKey(Sale.serial))),
    "texts": ("ON DESCENDING KEY SHOP ASCENDING KEY NOTE", (SortKey(Sale.shop, True), SortKey(Sale.note))),
    "collating": ("ON ASCENDING KEY SHOP COLLATING SEQUENCE BACKWARDS", (SortKey(Sale.shop),)),
}


def sales(count: int) -> bytes:
    """Records whose keys often are equal, told apart by their serial number."""
    chance = random.Random(count)
    sale, made = Sale(), b""
    for serial in range(count):
        sale.shop = chance.choice(["AA ", "ABC", "Z  ", "   ", "a1 ", "C  "])
        sale.amount = chance.randrange(-5, 5)
        sale.stock = chance.choice([-99999, -1, 0, 1, 99999])
        sale.rank = chance.choice([-300, -1, 0, 1, 256])
        sale.serial = serial
        sale.note = chance.choice(["x", "yy", ""])
        made += sale.raw
    return made


@pytest.mark.cobc
@pytest.mark.parametrize("order", ORDERS)
def test_using_and_giving_make_the_files_gnucobol_makes(
    gnucobol: GnuCobol, order: str, tmp_path: Path
) -> None:
    clause, keys = ORDERS[order]
    collating = None
    if order == "collating":
        others = [byte for byte in range(256) if byte not in b"ABC"]
        collating = bytes((b"CBA" + bytes(others)).index(byte) for byte in range(256))
    folders = {name: tmp_path / name for name in ("cobc", "python", "spilled")}
    for folder in folders.values():
        folder.mkdir()
        (folder / "f.in").write_bytes(sales(200))
        (folder / "l.in").write_bytes(b"ABC00012   \nlonger than the sort record is\n\n")
    text = PROGRAM.format(keys=clause, sequence="")
    outcome = with_cobc(gnucobol, text, folders["cobc"])
    assert outcome.stdout == b"+000000000\n"
    for name, memory in (("python", ""), ("spilled", "4000")):
        run = TestRun(folders[name], {"COB_SORT_MEMORY": memory})
        f, m = (
            SequentialFile(run, name="F", assign=path, record=Area(bytearray(24)))
            for path in ("f.in", "missing")
        )
        lines = LineSequentialFile(run, name="L", assign="l.in", record=Area(bytearray(30)))
        g = SequentialFile(run, name="G", assign="g.out", record=Area(bytearray(20)))
        h = LineSequentialFile(run, name="H", assign="h.out", record=Area(bytearray(30)))
        sort = SortFile(run, name="S", record=Area(bytearray(24)))
        assert sort.sort(*keys, using=(f, lines, m), giving=(g, h), collating=collating) == 0
        assert (folders[name] / "g.out").read_bytes() == (folders["cobc"] / "g.out").read_bytes()
        assert (folders[name] / "h.out").read_bytes() == (folders["cobc"] / "h.out").read_bytes()


def test_procedures_release_and_return() -> None:
    sort = SortFile(TestRun(), name="S", record=Area(bytearray(4)))
    returned: list[str] = []

    def release_some() -> None:
        for text in ("b  1", "a  2", "b  3"):
            sort.record.text = text
            assert sort.release()

    def return_all() -> None:
        while sort.return_record(at_end=True):
            returned.append(sort.record.text)
        assert sort.at_end
        assert not sort.return_record(at_end=True)
        assert not sort.release()

    key = SortKey(Text(1, at=0), descending=True)
    assert sort.sort(key, input_procedure=release_some, output_procedure=return_all) == 16
    assert returned == ["b  1", "b  3", "a  2"]


def test_return_outside_its_procedure_is_fatal() -> None:
    sort = SortFile(TestRun(), name="S", record=Area(bytearray(4)))
    assert not sort.release()
    with pytest.raises(FatalError, match=r"permanent file error \(status = 30\) for file S"):
        sort.return_record(at_end=True)


@pytest.mark.parametrize(
    ("setting", "size"), [("4000", 4000), ("2M", 2 << 20), ("1 gb", 1 << 30), ("", MEMORY), ("lots", MEMORY)]
)
def test_the_memory_setting(setting: str, size: int) -> None:
    assert sort_memory(setting) == size


def test_merge_joins_ordered_files(tmp_path: Path) -> None:
    run = TestRun(tmp_path)
    (tmp_path / "one").write_bytes(b"acegi")
    (tmp_path / "two").write_bytes(b"bdfhj")
    files = [
        SequentialFile(run, name="F", assign=name, record=Area(bytearray(1)))
        for name in ("one", "two", "out")
    ]
    sort = SortFile(run, name="S", record=Area(bytearray(1)))
    sort.merge(SortKey(Text(1, at=0)), using=files[:2], giving=files[2:])
    assert (tmp_path / "out").read_bytes() == b"abcdefghij"


class Rows(Record, length=32):
    """A table behind another item."""

    head = Text(2, at=0)
    row = Table(Group(5, at=2), (6, 5))
    word = Table(Text(2, at=2), (6, 5))
    number = Table(Zoned(3, signed=True, at=4), (6, 5))


def test_tables_are_sorted_in_place_and_stably() -> None:
    rows = Rows()
    rows.head = "HH"
    for place, (word, number) in enumerate(
        (("bb", 1), ("aa", -2), ("bb", -1), ("aa", 7), ("cc", 0), ("aa", -2)), 1
    ):
        rows.word[place] = word
        rows.number[place] = number
    sort_table(rows, 2, 5, 6, SortKey(Rows.word.at(1)), SortKey(Rows.number.at(1), descending=True))
    assert rows.text == "HHaa007aa00raa00rbb001bb00qcc000"


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(st.binary(min_size=2, max_size=2), st.integers(-999, 999)), max_size=60),
    memory=st.sampled_from(["100", "1000", "100000"]),
)
def test_any_memory_gives_the_same_stable_order(rows: list[tuple[bytes, int]], memory: str) -> None:
    sort = SortFile(TestRun(environment={"COB_SORT_MEMORY": memory}), name="S", record=Area(bytearray(12)))
    number = Packed(3, signed=True, at=2)
    taken: list[tuple[bytes, int, int]] = []

    def release_all() -> None:
        for serial, (text, value) in enumerate(rows):
            sort.record.raw = text + b"\0\0" + serial.to_bytes(8, "big")
            number.write(sort.record, value)
            sort.release()

    def return_all() -> None:
        while sort.return_record(at_end=True):
            raw = sort.record.raw
            taken.append((raw[:2], int(number.read(sort.record)), int.from_bytes(raw[4:], "big")))

    keys = (SortKey(number, descending=True), SortKey(Text(2, at=0)))
    sort.sort(*keys, input_procedure=release_all, output_procedure=return_all)
    expected = sorted(
        ((text, value, serial) for serial, (text, value) in enumerate(rows)),
        key=lambda row: (-row[1], row[0], row[2]),
    )
    assert taken == expected
