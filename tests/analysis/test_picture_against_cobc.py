"""Random character-strings are accepted or refused as GnuCOBOL does, and have the same size.

P and the currency symbol are left out: GnuCOBOL accepts P with no digit position and a currency symbol on the right.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cobol_parser.picture import PictureError, parse_picture

pytestmark = [
    pytest.mark.cobc,
    pytest.mark.skipif(shutil.which("cobc") is None, reason="needs GnuCOBOL"),
]

_PIECES = ["9", "9(3)", "X", "X(2)", "A", "S", "V", "Z", "ZZ", "*", "**", "B", "0", "/", ",", ".", "+", "-", "++", "--",
           "CR", "DB", "99", "V9", ".99"]  # fmt: skip
_HEAD = "IDENTIFICATION DIVISION.\nPROGRAM-ID. T.\nDATA DIVISION.\nWORKING-STORAGE SECTION.\n"


def _pictures(count: int) -> list[str]:
    source = random.Random(1985)
    found: set[str] = set()
    while len(found) < count:
        text = "".join(source.choice(_PIECES) for _ in range(source.randint(1, 5)))
        if text[-1] not in ".,":
            found.add(text)
    return sorted(found)


def _refused(pictures: list[str], source: Path) -> set[str]:
    entries = [f"01 A{number} PIC {text}." for number, text in enumerate(pictures)]
    source.write_text(_HEAD + "\n".join(entries) + "\nPROCEDURE DIVISION.\n    STOP RUN.\n")
    command = ["cobc", "-fsyntax-only", "-free", "-w", "-fmax-errors=100000", str(source)]
    messages = subprocess.run(command, capture_output=True, text=True).stderr
    lines = {int(line) for line in re.findall(r":(\d+): error", messages)}
    return {text for number, text in enumerate(pictures) if number + 5 in lines}


def _is_refused(text: str) -> bool:
    try:
        parse_picture(text)
    except PictureError:
        return True
    return False


def test_the_same_strings_are_refused(tmp_path: Path) -> None:
    pictures = _pictures(600)
    assert {text for text in pictures if _is_refused(text)} == _refused(pictures, tmp_path / "refused.cob")


def test_accepted_strings_have_the_same_size(tmp_path: Path) -> None:
    pictures = [text for text in _pictures(600) if not _is_refused(text)]
    assert len(pictures) > 50
    entries = [f"01 A{number} PIC {text}." for number, text in enumerate(pictures)]
    shows = [f"    DISPLAY FUNCTION LENGTH (A{number})" for number in range(len(pictures))]
    source = tmp_path / "sizes.cob"
    source.write_text(_HEAD + "\n".join([*entries, "PROCEDURE DIVISION.", *shows, "    STOP RUN.\n"]))
    binary = tmp_path / "sizes"
    subprocess.run(["cobc", "-x", "-free", "-w", "-o", binary, source], check=True)
    shown = subprocess.run([binary], capture_output=True, text=True, check=True).stdout
    sizes = dict(zip(pictures, map(int, shown.split()), strict=True))
    assert {text: parse_picture(text).size for text in pictures} == sizes
