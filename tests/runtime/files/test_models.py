"""Indexed and relative files against a model in memory, for any sequence of operations."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cobol_runtime import Area, IndexedFile, Key, RelativeFile
from tests.runtime.files.compiled import TestRun

PRIMES = st.sampled_from([f"{letter}{digit}" for letter in "ABC" for digit in range(6)])
OTHERS = st.sampled_from(["xx", "yy", "zz"])


class IndexedModel(RuleBasedStateMachine):
    """An indexed file with a prime key and an alternate key WITH DUPLICATES; the model is a list in the order in
    which records got their alternate key."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.run = TestRun(Path(self.folder.name))
        self.record = Area(bytearray(6))
        self.file = IndexedFile(
            self.run,
            name="F",
            assign="f",
            record=self.record,
            access="dynamic",
            keys=(Key(0, 2), Key(2, 2, duplicates=True)),
            status=Area(bytearray(2)),
        )
        self.records: list[tuple[str, str, str]] = []
        self.file.open_output()
        self.file.close()
        self.file.open_io()

    def teardown(self) -> None:
        self.run.close()
        self.folder.cleanup()

    def find(self, prime: str) -> tuple[str, str, str] | None:
        return next((record for record in self.records if record[0] == prime), None)

    @rule(prime=PRIMES, other=OTHERS, rest=st.sampled_from(["11", "22"]))
    def write(self, prime: str, other: str, rest: str) -> None:
        self.record.text = prime + other + rest
        repeated = any(record[1] == other for record in self.records)
        assert self.file.write(invalid_key=True) == (self.find(prime) is None)
        if self.find(prime) is None:
            self.records.append((prime, other, rest))
            assert self.file.status == ("02" if repeated else "00")
        else:
            assert self.file.status == "22"

    @rule(prime=PRIMES, other=OTHERS, rest=st.sampled_from(["33", "44"]))
    def rewrite(self, prime: str, other: str, rest: str) -> None:
        self.record.text = prime + other + rest
        old = self.find(prime)
        assert self.file.rewrite(invalid_key=True) == (old is not None)
        if old is not None:
            at = self.records.index(old)
            if old[1] == other:
                self.records[at] = (prime, other, rest)
            else:
                del self.records[at]
                self.records.append((prime, other, rest))

    @rule(prime=PRIMES)
    def delete(self, prime: str) -> None:
        self.record.text = prime
        old = self.find(prime)
        assert self.file.delete(invalid_key=True) == (old is not None)
        if old is not None:
            self.records.remove(old)

    @rule(prime=PRIMES)
    def read(self, prime: str) -> None:
        self.record.text = prime
        old = self.find(prime)
        assert self.file.read(invalid_key=True) == (old is not None)
        if old is not None:
            assert self.record.text == "".join(old)

    @rule(prime=PRIMES, relation=st.sampled_from([">=", ">"]), count=st.integers(1, 4))
    def browse(self, prime: str, relation: str, count: int) -> None:
        self.record.text = prime
        started = self.file.start(relation, invalid_key=True)
        expected = sorted(
            record
            for record in self.records
            if record[0] > prime or (record[0] == prime and relation == ">=")
        )
        assert started == bool(expected)
        for record in expected[:count]:
            assert self.file.read_next(at_end=True)
            assert self.record.text == "".join(record)

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file.open_io()

    @invariant()
    def reads_in_the_order_of_the_alternate_key(self) -> None:
        self.record.text = ""
        seen = []
        if self.file.start("first", 1, invalid_key=True):
            while self.file.read_next(at_end=True):
                seen.append(self.record.text)
        assert seen == ["".join(record) for record in sorted(self.records, key=lambda record: record[1])]


class RelativeModel(RuleBasedStateMachine):
    """A relative file; the model is a dict by number."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.run = TestRun(Path(self.folder.name))
        self.record = Area(bytearray(3))
        self.number = 0
        self.file = RelativeFile(
            self.run,
            name="F",
            assign="f",
            record=self.record,
            access="dynamic",
            relative_key=(lambda: self.number, self.set_number),
            status=Area(bytearray(2)),
        )
        self.records: dict[int, str] = {}
        self.file.open_output()
        self.file.close()
        self.file.open_io()

    def set_number(self, number: int) -> bool:
        self.number = number
        return True

    def teardown(self) -> None:
        self.run.close()
        self.folder.cleanup()

    @rule(number=st.integers(0, 9), text=st.sampled_from(["abc", "def"]))
    def write(self, number: int, text: str) -> None:
        self.number, self.record.text = number, text
        possible = number > 0 and number not in self.records
        assert self.file.write(invalid_key=True) == possible
        if possible:
            self.records[number] = text
        else:
            assert self.file.status == ("22" if number else "24")

    @rule(number=st.integers(1, 9), text=st.sampled_from(["ghi", "jkl"]))
    def rewrite(self, number: int, text: str) -> None:
        if number in self.records:
            self.number, self.record.text = number, text
            assert self.file.rewrite()
            self.records[number] = text

    @rule(number=st.integers(1, 9))
    def delete(self, number: int) -> None:
        if number in self.records:
            self.number = number
            assert self.file.delete()
            del self.records[number]

    @rule(number=st.integers(1, 9))
    def read(self, number: int) -> None:
        self.number = number
        assert self.file.read(invalid_key=True) == (number in self.records)
        if number in self.records:
            assert self.record.text == self.records[number]

    @rule(number=st.integers(1, 9))
    def read_on(self, number: int) -> None:
        self.number = number
        following = sorted(place for place in self.records if place >= number)
        assert self.file.start(">=", invalid_key=True) == bool(following)
        for place in following:
            assert self.file.read_next(at_end=True)
            assert (self.number, self.record.text) == (place, self.records[place])
        if following:
            assert not self.file.read_next(at_end=True)
            assert self.file.status == "10"

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file.open_io()


TestIndexed = IndexedModel.TestCase
TestIndexed.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestRelative = RelativeModel.TestCase
TestRelative.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
