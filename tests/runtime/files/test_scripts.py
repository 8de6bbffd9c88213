"""Files of every organization do what GnuCOBOL's do, step by step."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.oracle import GnuCobol
from tests.runtime.files.scripted import Kind, Step, operations, parse, with_cobc, with_python

STEPS = 60

KINDS = [
    Kind("sequential"),
    Kind("sequential", optional=True),
    Kind("line"),
    Kind("line", varying=True, optional=True),
    *(
        Kind("relative", access, varying, optional)
        for access, varying, optional in (
            ("sequential", False, False),
            ("sequential", True, True),
            ("random", True, True),
            ("dynamic", False, False),
        )
    ),
    Kind("indexed", "sequential", unique=False),
    Kind("indexed", "sequential", varying=True, unique=False),
    Kind("indexed", "random", optional=True),
    Kind("indexed", "dynamic", varying=True, optional=True),
    Kind("indexed", "dynamic"),
]

TEXTS = ["HELLO WORLD 14", "short", "", "  lead", "trail   x", "q" * 14]


def some_record(chance: random.Random, kind: Kind) -> str:
    """Record contents; for indexed files with keys that often meet again."""
    if kind.organization != "indexed":
        return chance.choice(TEXTS)
    prime = f"{chance.choice('ABCD')}{chance.randrange(12):03d}"
    return f"{prime}{chance.choice(['XXX', 'YYY', 'ZZZ'])}{chance.randrange(20):02d}{chance.choice(['d1', 'e22'])}"


def some_step(chance: random.Random, kind: Kind, names: list[str]) -> Step:
    """A step that reads, writes or positions, now and then with a new record, key or length."""
    writes = chance.random() < 0.3
    relative = kind.organization == "relative"
    return Step(
        "WRITE" if writes else chance.choice(names),
        some_record(chance, kind) if writes or chance.random() < 0.6 else None,
        chance.randrange(14) if relative and chance.random() < 0.6 else None,
        chance.randrange(16) if kind.varying and chance.random() < 0.4 else None,
    )


def some_steps(seed: int, kind: Kind) -> list[Step]:
    """A script with several OPENs. READ PREVIOUS of relative files has a test of its own."""
    chance = random.Random(seed)
    possible = operations(kind)
    opens = [name for name in ("OPENI", "OPENIO", "OPENIO", "OPENIO", "OPENE", "OPENO") if name in possible]
    names = [
        name
        for name in possible
        if name != "LOCK"
        and not name.startswith(("OPEN", "CLOSE"))
        and not (name == "PREV" and kind.organization == "relative")
    ]
    steps = [Step("OPENO", "A000XXX00d1", 0)]
    while len(steps) < STEPS:
        if chance.random() < 0.07:
            steps += [Step("CLOSE"), Step(chance.choice(opens))]
        steps.append(some_step(chance, kind, names))
    return steps


def compare(gnucobol: GnuCobol, kind: Kind, steps: list[Step], folder: Path) -> list[str]:
    """Run the steps both ways and compare what they write down; gives it.

    A relative WRITE that finds its place taken leaves GnuCOBOL in the middle of the record, and the next sequential
    READ shows bytes out of place: the comparison ends there.
    """
    oracle = with_cobc(gnucobol, kind, steps, folder / "cobc")
    ours = with_python(kind, steps, folder / "python")
    end = len(steps)
    if kind.organization == "relative":
        end = next((at for at, line in enumerate(oracle) if line.startswith("WRITE   |22")), end)
    assert ours[:end] == oracle[:end]
    files = [folder / name / "data" for name in ("cobc", "python")]
    if kind.organization in ("sequential", "line"):
        assert files[0].exists() == files[1].exists()
        assert not files[0].exists() or files[0].read_bytes() == files[1].read_bytes()
    return ours


@pytest.mark.cobc
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_random_scripts_give_the_same_statuses_records_and_bytes(
    gnucobol: GnuCobol, kind: Kind, tmp_path: Path
) -> None:
    for seed in range(6):
        folder = tmp_path / str(seed)
        folder.mkdir()
        compare(gnucobol, kind, some_steps(seed, kind), folder)


@pytest.mark.cobc
def test_open_statuses(gnucobol: GnuCobol, tmp_path: Path) -> None:
    steps = parse(
        """
        OPENI record=x
        READ
        CLOSE
        OPENO
        OPENO
        CLOSE
        OPENI
        READ
        READ
        WRITE
        REWRITE
        CLOSE
        OPENE
        WRITE record=one
        CLOSE
        OPENIO
        REWRITE
        READ
        REWRITE record=two
        REWRITE record=three
        LOCK
        OPENI
        """
    )
    ours = compare(gnucobol, Kind("sequential"), steps, tmp_path)
    assert [line[9:11] for line in ours] == (
        [
            "35",
            "47",
            "42",
            "00",
            "41",
            "00",
            "00",
            "10",
            "46",
            "48",
            "49",
            "00",
            "00",
            "00",
            "00",
            "00",
            "43",
            "00",
            "00",
            "43",
            "00",
            "38",
        ]
    )


@pytest.mark.cobc
@pytest.mark.parametrize("organization", ["sequential", "relative", "indexed", "line"])
def test_optional_files_that_do_not_exist(gnucobol: GnuCobol, organization: str, tmp_path: Path) -> None:
    text = "OPENI record=x\nREAD\nREAD\nCLOSE\nOPENE\nCLOSE\nOPENI\nREAD\nCLOSE"
    kind = Kind(organization, optional=True)
    ours = compare(gnucobol, kind, parse(text), tmp_path)
    assert [line[9:11] for line in ours[:5]] == ["05", "10", "46", "00", "05"]


@pytest.mark.cobc
def test_records_of_varying_length(gnucobol: GnuCobol, tmp_path: Path) -> None:
    steps = parse(
        """
        OPENO record=ABCDEFGHIJKLMN
        WRITE length=1
        WRITE length=14
        WRITE length=15
        WRITE length=0
        WRITE length=7
        CLOSE
        OPENIO record=______________
        READ
        READ
        REWRITE record=zyxwvutsrqponm
        READ
        REWRITE length=3
        READ
        READ
        READ
        """
    )
    ours = compare(gnucobol, Kind("sequential", varying=True), steps, tmp_path)
    assert (tmp_path / "python" / "data").read_bytes()[:5] == b"\0\x01\0\0A"
    assert [line[-3:] for line in ours[8:10]] == ["001", "014"]


@pytest.mark.cobc
def test_relative_read_previous(gnucobol: GnuCobol, tmp_path: Path) -> None:
    writes = "".join(f"WRITE record=r{number} key={number}\n" for number in range(1, 10))
    steps = parse(
        f"OPENO record=x\n{writes}CLOSE\nOPENI\nNEXT\nNEXT\nNEXT\nPREV\nNEXT\nREAD key=9\nPREV\nPREV\nPREV\nPREV"
    )
    compare(gnucobol, Kind("relative", "dynamic"), steps, tmp_path)


@pytest.mark.cobc
def test_start_finds_by_every_relation_and_part_of_a_key(gnucobol: GnuCobol, tmp_path: Path) -> None:
    steps = [Step("OPENO", "x")]
    for number, prime in enumerate(("AA01", "AB02", "AB03", "AC04", "B\xff\xff\xff")):
        steps.append(Step("WRITE", f"{prime}{'XXX' if number % 2 else 'YYY'}{number:02d}rest"))
    steps += parse("CLOSE\nOPENIO")
    for prime in ("A ", "AB", "AB03", "AD", "Z", "B\xff\xff\xff"):
        for relation in ("EQ", "GT", "GE", "LT", "LE"):
            for key in "012P":
                steps += [
                    Step(f"S{relation}{key}", f"{prime:4}XXX03"),
                    Step("NEXT"),
                    Step("NEXT"),
                    Step("PREV"),
                ]
    compare(gnucobol, Kind("indexed", "dynamic"), steps, tmp_path)


@pytest.mark.cobc
def test_alternate_keys_keep_the_order_of_writing(gnucobol: GnuCobol, tmp_path: Path) -> None:
    steps = parse(
        """
        OPENO record=x
        WRITE record=C001XXX01
        WRITE record=A001XXX02
        WRITE record=B001XXX03
        WRITE record=B002YYY04
        WRITE record=B003ZZZ04
        CLOSE
        OPENIO
        READ1 record=____XXX
        NEXT
        NEXT
        NEXT
        REWRITE record=C001YYY01
        REWRITE record=C001XXX01
        REWRITE record=A001XXX01
        DELETE record=A001
        DELETE
        READ1 record=____XXX
        NEXT
        NEXT
        PREV
        PREV
        PREV
        PREV
        NEXT
        """
    )
    ours = compare(gnucobol, Kind("indexed", "dynamic"), steps, tmp_path)
    assert [line[9:11] for line in ours[1:6]] == ["00", "02", "02", "00", "22"]


def test_rewrite_in_sequence_with_an_alternate_key_without_duplicates(tmp_path: Path) -> None:
    """GnuCOBOL loses track of the record here (status 22); the standard allows it."""
    text = "OPENO record=x\nWRITE record=A001XXX01\nCLOSE\nOPENIO\nNEXT\nREWRITE record=A001YYY02\nNEXT"
    ours = with_python(Kind("indexed"), parse(text), tmp_path)
    assert [line[9:11] for line in ours] == ["00", "00", "00", "00", "00", "00", "10"]
