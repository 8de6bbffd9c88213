"""Whatever the copybook and whatever the bytes: a table gives back the file it was made of, byte for byte."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.tools import cobolift, copybook, done

KINDS = ["csv", "jsonl", "sqlite", *(["parquet"] if find_spec("pyarrow") else [])]
digits = st.integers(1, 18)


def _numeric(sign: str, whole: int, fraction: int, usage: str) -> str:
    places = f"9({whole})" + (f"V9({fraction})" if fraction else "")
    return f"PIC {sign}{places} {usage}".strip()


numbers = st.builds(
    _numeric,
    st.sampled_from(["", "S"]),
    st.integers(1, 12),
    st.integers(0, 5),
    st.sampled_from(["", "COMP", "COMP-3", "COMP-5"]),
)
signed = st.builds(
    _numeric,
    st.just("S"),
    st.integers(1, 12),
    st.integers(0, 5),
    st.sampled_from(["SIGN LEADING", "SIGN TRAILING SEPARATE", "SIGN LEADING SEPARATE"]),
)
others = st.sampled_from(
    ["PIC X(3)", "PIC A(2)", "PIC 9(5) COMP-6", "PIC S9(3)PP", "PIC VP99 COMP-3", "PIC N(2)", "PIC ZZ9.99-", "PIC XX/X",
     "PIC 9(6) COMP-X", "PIC X(4) JUSTIFIED RIGHT", "USAGE INDEX"]
)  # fmt: skip
without_floats = st.one_of(numbers, signed, others)
every_usage = st.one_of(without_floats, st.sampled_from(["COMP-1", "COMP-2"]))


@st.composite
def copybooks(draw: st.DrawFn, usages: st.SearchStrategy[str]) -> str:
    """A record with a type, items of every usage, a table, a redefinition and a table of variable length at its end."""
    lines = ["01 R.", "05 KIND PIC X.", "05 HOW-MANY PIC 9."]
    for number, usage in enumerate(draw(st.lists(usages, min_size=1, max_size=5))):
        times = draw(st.sampled_from(["", "", "OCCURS 2"]))
        lines.append(f"05 ITEM-{number} {usage} {times}".rstrip() + ".")
        if draw(st.booleans()):
            lines.append("05 FILLER PIC X(2).")
    lines += ["05 TEXT-PART PIC X(20).", "05 NUMBER-PART REDEFINES TEXT-PART."]
    lines += [
        f"10 PART-{number} {usage}."
        for number, usage in enumerate(draw(st.lists(numbers, min_size=1, max_size=1)))
    ]
    lines += [
        "05 ROWS OCCURS 0 TO 3 DEPENDING ON HOW-MANY.",
        f"10 CELL {draw(usages)}.",
        f"10 REST-OF {draw(usages)}.",
    ]
    return "\n".join(lines)


USUAL = bytes([0x40, 0xF0, 0xF5, 0xC1, 0xD5, 0x0C, 0x1D, 0x00, 0xFF, 0x12]) * 13
BODY = USUAL[:128] + bytes(range(128, 256))
"""Turns half of all bytes into such as records often hold."""


@st.composite
def records(draw: st.DrawFn) -> list[bytes]:
    """Bytes that may be anything, behind a type that tells the redefinition (or does not) and a number of rows."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from([b"\xd5", b"\xe3", b"\x00"]))
        count = draw(st.sampled_from([b"\xf0", b"\xf1", b"\xf3", b"\xf9", b"\x40"]))
        size = draw(st.sampled_from([0, 5, 60, 120, 200]))
        found.append(kind + count + draw(st.binary(min_size=size, max_size=size)).translate(BODY))
    return found


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(
    copybooks(every_usage), records(), st.sampled_from(KINDS), st.sampled_from(["cp037", "cp273", "cp1047"])
)
def test_every_byte_comes_back_from_every_table(book: str, data: list[bytes], kind: str, page: str) -> None:
    with TemporaryDirectory() as folder:
        path, table, back = (Path(folder) / name for name in ("data", f"table.{kind}", "back"))
        path.write_bytes(b"".join((len(record) + 4).to_bytes(2, "big") + b"\0\0" + record for record in data))
        shared = ("-c", copybook(Path(folder), book), "--dialect", "ibm", "--when", "KIND=N:NUMBER-PART",
                  "--when", "KIND=T:TEXT-PART")  # fmt: skip
        done("convert", path, *shared, "--codepage", page, "--format", "rdw", "--to", kind, "-o", table)
        how = ("--to", "ebcdic", "--to-codepage", page, "--to-format", "rdw")
        done("convert", table, "--from", kind, *shared, *how, "-o", back)
        assert back.read_bytes() == path.read_bytes()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(copybooks(without_floats), records(), st.sampled_from(["cp037", "cp500", "cp1047"]))
def test_every_byte_comes_back_from_ascii_or_nothing_is_written(
    book: str, data: list[bytes], page: str
) -> None:
    """Signs are spelled as on the mainframe, and numbers in the mainframe's order."""
    with TemporaryDirectory() as folder:
        path, plain, back = (Path(folder) / name for name in ("data", "plain", "back"))
        path.write_bytes(b"".join((len(record) + 4).to_bytes(2, "big") + b"\0\0" + record for record in data))
        shared = ("-c", copybook(Path(folder), book), "--dialect", "ibm", "--when", "KIND=N:NUMBER-PART",
                  "--when", "KIND=T:TEXT-PART", "--format", "rdw", "--slide", "--byte-order", "big")  # fmt: skip
        how = ("--to", "ascii", "--to-sign", "ebcdic", "--to-byte-order", "big", "-o", plain)
        result = cobolift("convert", path, *shared, "--codepage", page, *how)
        if result.exit_code:
            assert result.exit_code == 1
            assert result.output.startswith("error: ")
            assert not plain.exists()
            return
        done(
            "convert",
            plain,
            *shared,
            "--codepage",
            "ascii",
            "--sign",
            "ebcdic",
            "--to",
            "ebcdic",
            "--to-codepage",
            page,
            "-o",
            back,
        )
        assert back.read_bytes() == path.read_bytes()
