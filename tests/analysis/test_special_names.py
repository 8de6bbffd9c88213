"""SPECIAL-NAMES and collating sequences."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cobol_parser import alphabets
from cobol_parser.symbols import Mnemonic, Switch, SwitchStatus, SymbolicCharacter
from tests.analysis.programs import analyzed, program


def _environment(clauses: str) -> str:
    return f"ENVIRONMENT DIVISION. CONFIGURATION SECTION. SPECIAL-NAMES. {clauses}."


def test_switches_and_mnemonics_are_declared() -> None:
    names = "SWITCH-1 IS FLAG ON STATUS IS IS-UP OFF STATUS IS IS-DOWN SYSOUT IS PRINTED"
    found = analyzed(
        program(environment=_environment(names), procedure="SET FLAG TO ON IF IS-UP DISPLAY 1 UPON PRINTED.")
    )
    assert found.codes == []
    declared = [found.main.symbols.named(name)[0] for name in ("FLAG", "IS-UP", "IS-DOWN", "PRINTED")]
    assert [type(name) for name in declared] == [Switch, SwitchStatus, SwitchStatus, Mnemonic]


def test_class_lists_its_characters() -> None:
    found = analyzed(program(environment=_environment('CLASS VOWEL IS "AEIOU" "a" THRU "c"')))
    assert found.main.symbols.classes["VOWEL"].characters == set("AEIOUabc")


def test_literal_alphabet_orders_named_characters_first() -> None:
    found = analyzed(program(environment=_environment('ALPHABET ODD IS "Z" THRU "X" "A" ALSO "B"')))
    collating = found.main.symbols.alphabets["ODD"].collating
    assert [collating[ord(c)] for c in "ZYXAB"] == [0, 1, 2, 3, 3]
    assert collating[0] == 4
    assert collating[255] == max(collating) == 254


def test_symbolic_character_counts_from_one() -> None:
    found = analyzed(program(environment=_environment("SYMBOLIC CHARACTERS RINGS IS 8")))
    (beep,) = found.main.symbols.named("RINGS")
    assert isinstance(beep, SymbolicCharacter) and beep.value == "\x07"


def test_currency_and_comma_reach_the_pictures() -> None:
    environment = _environment('CURRENCY SIGN IS "F" DECIMAL-POINT IS COMMA')
    found = analyzed(program("01 A PIC FFF.FF9,99.", environment=environment))
    assert found.codes == []
    assert (found.item("A").scale, found.item("A").size) == (2, 10)


def test_extremes_of_a_sequence() -> None:
    assert alphabets.extremes([]) == ("\0", "\xff")
    assert alphabets.extremes([["b"], ["a", "c"]]) == ("b", "\xff")
    assert alphabets.extremes([[chr(byte)] for byte in reversed(range(256))]) == ("\xff", "\0")
    assert sorted(alphabets.ebcdic()) == list(range(256))


@pytest.mark.cobc
@pytest.mark.skipif(shutil.which("cobc") is None, reason="needs GnuCOBOL")
def test_ebcdic_orders_all_characters_as_compiled(tmp_path: Path) -> None:
    """A table of all 256 characters is sorted under the alphabet by the compiled program."""
    source = tmp_path / "order.cob"
    source.write_text(
        """IDENTIFICATION DIVISION. PROGRAM-ID. T.
ENVIRONMENT DIVISION. CONFIGURATION SECTION. SPECIAL-NAMES. ALPHABET E IS EBCDIC.
DATA DIVISION. WORKING-STORAGE SECTION.
01 T. 05 C PIC X OCCURS 256.
01 N PIC 9(4) COMP-5. 01 NX REDEFINES N PIC X(2).
01 SHOWN PIC 9(3).
01 I PIC 9(4).
PROCEDURE DIVISION. P.
    PERFORM VARYING I FROM 1 BY 1 UNTIL I > 256
        COMPUTE N = I - 1 MOVE NX (1:1) TO C (I)
    END-PERFORM
    SORT C ASCENDING KEY C COLLATING SEQUENCE IS E
    PERFORM VARYING I FROM 1 BY 1 UNTIL I > 256
        MOVE 0 TO N MOVE C (I) TO NX (1:1) MOVE N TO SHOWN DISPLAY SHOWN
    END-PERFORM
    STOP RUN.
"""
    )
    binary = tmp_path / "order"
    subprocess.run(["cobc", "-x", "-free", "-w", "-o", binary, source], check=True)
    shown = subprocess.run([binary], capture_output=True, text=True, check=True).stdout
    ordinals = alphabets.ebcdic()
    assert [int(line) for line in shown.split()] == sorted(range(256), key=lambda byte: ordinals[byte])
