"""Random programs made of nothing but control flow: PERFORM ranges, GO TO, fall-through, sections, inline loops."""

from __future__ import annotations

import random

STEPS = 60
"""Paragraph entries after which a program stops itself."""


def program(seed: int, paragraphs: int = 7) -> str:
    """Return a COBOL program that shows the paragraphs it passes through and always ends."""
    chance = random.Random(seed)
    names = [f"P{number}" for number in range(paragraphs)]
    lines = [
        "IDENTIFICATION DIVISION.",
        f"PROGRAM-ID. FLOW{seed}.",
        "DATA DIVISION.",
        "WORKING-STORAGE SECTION.",
        "01 STEPS PIC 9(4) VALUE 0.",
        "01 N PIC 9(4) VALUE 0.",
        "01 I PIC 9(4) VALUE 0.",
        "01 J PIC 9(4) VALUE 0.",
        "PROCEDURE DIVISION.",
    ]
    sections = chance.random() < 0.4
    for number, name in enumerate(names):
        if sections and number % 3 == 0:
            lines.append(f"S{number // 3} SECTION.")
        lines.append(f"{name}.")
        lines.append(f'    ADD 1 TO STEPS DISPLAY "{name} " WITH NO ADVANCING.')
        lines.append(f"    IF STEPS > {STEPS} STOP RUN.")
        for _ in range(chance.randrange(3)):
            lines += [f"    {line}" for line in _sentence(chance, names, number, sections)]
    lines += ["LAST-ONE.", '    DISPLAY "END" STOP RUN.']
    return "".join(f"       {line}\n" for line in lines)


def _sentence(chance: random.Random, names: list[str], own: int, sections: bool) -> list[str]:
    target = chance.choice(names)
    later = chance.randrange(own, len(names))
    kind = chance.randrange(15)
    if kind == 0:
        return [f"ADD 1 TO N IF N < {chance.randrange(1, 9)} GO TO {target}."]
    if kind == 1:
        first = chance.randrange(len(names))
        return [f"PERFORM {names[first]} THRU {names[chance.randrange(first, len(names))]}."]
    if kind == 2:
        return [f"PERFORM {target}."]
    if kind == 3:
        return [f"GO TO {chance.choice(names)} {names[later]} DEPENDING ON N."]
    if kind == 4:
        return [f"PERFORM {target} {chance.randrange(3)} TIMES."]
    if kind == 5:
        return ["ADD 1 TO J", f"PERFORM {target} UNTIL J > {chance.randrange(4)} OR STEPS > 40."]
    if kind == 6:
        return [
            f"IF N = {chance.randrange(4)} NEXT SENTENCE",
            '  ELSE DISPLAY "e" WITH NO ADVANCING.',
            "ADD 1 TO N.",
        ]
    if kind == 7:
        return ["ADD 2 TO N", f"IF N > {chance.randrange(2, 12)} EXIT PARAGRAPH END-IF", f"PERFORM {target}."]
    if kind == 8:
        return [
            f"PERFORM VARYING I FROM 1 BY 1 UNTIL I > {chance.randrange(1, 4)}",
            f"  IF I = {chance.randrange(1, 4)} EXIT PERFORM{chance.choice(['', ' CYCLE'])} END-IF",
            '  DISPLAY "v" I (4:1) WITH NO ADVANCING',
            "END-PERFORM.",
        ]
    if kind == 9:
        return [
            "PERFORM WITH TEST AFTER VARYING I FROM 1 BY 2 UNTIL I > 2",
            "  AFTER J FROM 3 BY -1 UNTIL J < 2",
            '  DISPLAY "a" I (4:1) J (4:1) WITH NO ADVANCING',
            "END-PERFORM.",
        ]
    if kind == 10 and sections:
        return [f"PERFORM S{chance.randrange((len(names) + 2) // 3)}."]
    if kind == 11 and sections:
        return [f"ADD 1 TO N IF N > {chance.randrange(6)} EXIT SECTION."]
    if kind == 12:
        return [f"ADD 1 TO N IF N < {chance.randrange(2, 12)} EXIT PARAGRAPH END-IF GO TO {target}."]
    if kind == 13:
        return [f"IF N = {chance.randrange(6)} NEXT SENTENCE ELSE ADD 1 TO N STOP RUN."]
    return [
        f"EVALUATE N WHEN {chance.randrange(5)} GO TO {target}",
        "  WHEN OTHER ADD 1 TO N END-EVALUATE.",
    ]
