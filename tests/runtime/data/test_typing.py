"""Types of generated code: what mypy sees when a program reads and stores items."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

PROGRAM = """
from decimal import Decimal

from cobol_runtime import (
    SPACES, ZEROS, Binary, Float64, Group, Index, NativeBinary, NumericEdited, Packed, Record, Table, Text,
    UnsignedPacked, Zoned,
)


class Account(Record, length=80):
    key = Group(12, at=0)
    number = Zoned(10, at=0)
    code = Text(2, at=10, value="AB")
    rate = Zoned(5, scale=2, at=12, value=Decimal("1.50"))
    thousands = Zoned(3, scale=-3, at=17)
    balance = Packed(9, scale=2, signed=True, at=20)
    bare = UnsignedPacked(4, at=25)
    count = Binary(4, signed=True, at=27)
    share = NativeBinary(9, scale=3, at=29)
    shown = NumericEdited("ZZ9.99", at=33)
    real = Float64(at=39)
    index = Index(at=47)
    names = Table(Text(3, at=51), (3, 3))
    amounts = Table(Packed(3, at=60), (2, 4), (2, 2))


account = Account()
reveal_type(account.number)  # int
reveal_type(account.rate)  # Decimal
reveal_type(account.thousands)  # int
reveal_type(account.balance)  # Decimal
reveal_type(account.bare)  # int
reveal_type(account.count)  # int
reveal_type(account.share)  # Decimal
reveal_type(account.real)  # Decimal
reveal_type(account.shown)  # str
reveal_type(account.key)  # str
reveal_type(account.names[1])  # str
reveal_type(account.amounts[1, 2])  # int
account.number = account.number + 1
account.balance = account.balance * account.rate + account.number
account.thousands = account.balance
account.names[2] = account.code
account.amounts[1, 2] = account.balance
account.shown = account.balance
account.code = SPACES
account.index = 3
if account.code == SPACES or account.number == ZEROS or account.names[account.index] < "ABC":
    Account.balance.store(account, account.balance, rounded=True)
    Account.amounts.at(1, 2).store(account, 5)
print(Account.rate.shown(account), Account.names.at(1).part(account, 1, 2))
"""
WRONG = [("account.number = 'X'", "int"), ("account.code = 5", "str"), ("account.names[1] = 5", "str")]


def mypy(folder: Path, text: str) -> str:
    program = folder / "program.py"
    program.write_text(text)
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--cache-dir",
        str(folder),
        str(program),
    ]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_items_have_the_types_of_their_values(tmp_path: Path) -> None:
    output = mypy(tmp_path, PROGRAM)
    assert "error" not in output
    revealed = [line.split('"')[1].split(".")[-1] for line in output.splitlines() if "Revealed" in line]
    assert revealed == [line.split("# ")[1] for line in PROGRAM.splitlines() if line.startswith("reveal")]


def test_values_of_another_category_are_refused(tmp_path: Path) -> None:
    output = mypy(tmp_path, PROGRAM + "\n".join(line for line, _ in WRONG) + "\n")
    errors = [line for line in output.splitlines() if "error" in line]
    assert len(errors) == len(WRONG)
    assert all(expected in error for error, (_, expected) in zip(errors, WRONG, strict=True))
