"""A mainframe application's files, found through CARDDEMO_DIR (its `app` folder or the folder above it)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.data.tools import cobolift, done
from transpiler.commands.data_options import Request
from transpiler.data.encoding import make_encoding
from transpiler.data.rows import Rows
from transpiler.data.transcoding import Transcoder

ROOT = Path(os.environ.get("CARDDEMO_DIR", "/nowhere"))
APP = ROOT / "app" if (ROOT / "app").is_dir() else ROOT
pytestmark = pytest.mark.skipif(
    not (APP / "data").is_dir(), reason="CARDDEMO_DIR names no CardDemo: no files to read"
)

EXPORT = tuple(
    f"EXPORT-REC-TYPE={letter}:EXPORT-{name}-DATA"
    for letter, name in zip("CATXD", ("CUSTOMER", "ACCOUNT", "TRANSACTION", "CARD-XREF", "CARD"), strict=True)
)
FILES = {
    "ACCDATA.PS": ("CVACT01Y", 50),
    "ACCTDATA.PS": ("CVACT01Y", 50),
    "CARDDATA.PS": ("CVACT02Y", 50),
    "CARDXREF.PS": ("CVACT03Y", 50),
    "CUSTDATA.PS": ("CVCUS01Y", 50),
    "DALYTRAN.PS": ("CVTRA06Y", 300),
    "DALYTRAN.PS.INIT": ("CVTRA06Y", 1),
    "DISCGRP.PS": ("CVTRA02Y", 51),
    "EXPORT.DATA.PS": ("CVEXPORT", 500),
    "TCATBALF.PS": ("CVTRA01Y", 50),
    "TRANCATG.PS": ("CVTRA04Y", 18),
    "TRANTYPE.PS": ("CVTRA03Y", 7),
    "USRSEC.PS": ("CSUSR01Y", 10),
}
PAIRS = {
    "ACCTDATA.PS": ("acctdata", ["record 49 / 49", "  ACCT-ADDR-ZIP: ZEROAPR -> A000000000"]),
    "CARDDATA.PS": ("carddata", []),
    "CARDXREF.PS": ("cardxref", []),
    "CUSTDATA.PS": ("custdata", []),
    "DALYTRAN.PS": ("dailytran", []),
    "DISCGRP.PS": ("discgrp", ["record 34 / 34", "  DIS-INT-RATE: 15.00 -> 0.00"]),
    "TCATBALF.PS": ("tcatbal", []),
    "TRANCATG.PS": ("trancatg", []),
    "TRANTYPE.PS": ("trantype", []),
}
"""Files that exist in both encodings, and the rows in which they differ in the repository itself."""


def ebcdic(name: str) -> Path:
    return APP / "data" / "EBCDIC" / f"AWS.M2.CARDDEMO.{name}"


def book(name: str) -> Path:
    return APP / "cpy" / f"{FILES[name][0]}.cpy"


def request(name: str) -> Request:
    return Request(book(name), codepage="cp037", rules=EXPORT if name == "EXPORT.DATA.PS" else ())


@pytest.mark.parametrize("name", FILES)
def test_no_field_is_bad_that_is_not_bad_in_the_file(name: str) -> None:
    file = request(name).open(ebcdic(name))
    rows = [file.rows.decode(record) for _, record in file.records()]
    assert len(rows) == FILES[name][1]
    bad = [row.kept[label] for row in rows for label in row.bad]
    assert bad == (["00" * 4, "00" * 11, "00" * 9] if name.endswith("INIT") else [])


@pytest.mark.parametrize("name", FILES)
def test_every_file_comes_back_from_a_table_and_from_ascii(name: str, tmp_path: Path) -> None:
    table, back, plain = tmp_path / "table.jsonl", tmp_path / "back", tmp_path / "plain"
    shared = ["-c", book(name)]
    if name == "EXPORT.DATA.PS":
        shared += [part for rule in EXPORT for part in ("--when", rule)]
    done("convert", ebcdic(name), *shared, "--codepage", "cp037", "--to", "jsonl", "-o", table)
    done("convert", table, *shared, "--to", "ebcdic", "-o", back)
    assert back.read_bytes() == ebcdic(name).read_bytes()
    how = ("--to-sign", "ebcdic", "--to-format", "fixed")
    done("convert", ebcdic(name), *shared, "--codepage", "cp037", "--to", "ascii", *how, "-o", plain)
    done("convert", plain, *shared, "--codepage", "ascii", "--sign", "ebcdic", "--dialect", "ibm",
         "--format", "fixed", "--to", "ebcdic", "-o", back)  # fmt: skip
    assert back.read_bytes() == ebcdic(name).read_bytes()


@pytest.mark.parametrize("name", PAIRS)
def test_both_encodings_agree(name: str) -> None:
    plain, expected = PAIRS[name]
    right = ("--right-codepage", "ascii", "--right-sign", "ebcdic", "--right-format", "auto")
    result = cobolift(
        "diff",
        ebcdic(name),
        APP / "data" / "ASCII" / f"{plain}.txt",
        "-c",
        book(name),
        "--codepage",
        "cp037",
        *right,
    )
    assert result.output.splitlines() == ([*expected, "1 record differs"] if expected else [])


@pytest.mark.parametrize("name", PAIRS)
def test_every_character_of_both_files_agrees_fillers_included(name: str) -> None:
    """Read without cobolift: these records are characters alone."""
    plain, expected = PAIRS[name]
    lines = (APP / "data" / "ASCII" / f"{plain}.txt").read_text(encoding="latin-1").splitlines()
    data = ebcdic(name).read_bytes()
    size = len(data) // len(lines)
    records = [data[at : at + size].decode("cp037") for at in range(0, len(data), size)]
    different = [
        number
        for number, (record, line) in enumerate(zip(records, lines, strict=True), 1)
        if record.rstrip() != line.rstrip()
    ]
    assert [f"record {number} / {number}" for number in different] == expected[:1]


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith("INIT")])
def test_texts_hold_what_people_can_read_or_nothing(name: str) -> None:
    file = request(name).open(ebcdic(name))
    values = [value for _, record in file.records() for value in file.rows.decode(record).values.values()]
    texts = {value for value in values if isinstance(value, str)}
    assert texts
    assert not [text for text in texts if not text.isprintable() and text.strip("\0")]


def test_packed_and_binary_fields_survive_the_translation(tmp_path: Path) -> None:
    file = request("EXPORT.DATA.PS").open(ebcdic("EXPORT.DATA.PS"))
    target = make_encoding("ascii")
    converter = Transcoder(file.shapes, target)
    plain = Rows(
        Request(book("EXPORT.DATA.PS"), codepage="ascii", dialect="ibm", rules=EXPORT).shapes(target), 500
    )
    for number, record in file.records():
        assert plain.decode(converter.convert(record, number)).values == file.rows.decode(record).values


def test_one_record_of_the_export_can_be_shown() -> None:
    output = done(
        "view", ebcdic("EXPORT.DATA.PS"), "-c", book("EXPORT.DATA.PS"), "--codepage", "cp037", "--json",
        "--where", "EXPORT-SEQUENCE-NUM=52", *(part for rule in EXPORT for part in ("--when", rule)),
    ).stdout  # fmt: skip
    row = json.loads(output)
    assert (row["EXP-ACCT-ID"], row["EXP-ACCT-CURR-BAL"], row["EXP-ACCT-CREDIT-LIMIT"]) == (2, 158.0, 6130.0)
