"""Random STRING, UNSTRING and INSPECT statements: the COBOL of each, and what it leaves behind by our account.

Operands are parts of items whose lengths are only known when the program runs, so that the compiler accepts every combination.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from cobol_runtime import (
    SPACES,
    ZEROS,
    Delimiter,
    Fill,
    Replacement,
    Tally,
    inspect_converting,
    inspect_replacing,
    inspect_tallying,
    string_into,
    unstring,
)
from tests.functions.batch import literal

Cases = Iterator[tuple[str, str]]

ALPHABET = "AAABBC "
OPERANDS = 16
COUNTERS = 4
DATA = [
    "01 TARGET PIC X(12).",
    "01 WIDTH PIC 9(4) VALUE 12.",
    "01 POSITION-ITEM PIC S9(4).",
    "01 TALLY-ITEM PIC 9(4).",
    *(f"01 OP-{place} PIC X(12).\n01 LEN-{place} PIC 9(4)." for place in range(1, OPERANDS + 1)),
    *(f"01 COUNT-{place} PIC 9(4)." for place in range(1, COUNTERS + 1)),
    *(
        f"01 INTO-{place} PIC X({place}).\n01 DELIM-{place} PIC X(3).\n01 SIZE-{place} PIC 9(4)."
        for place in range(1, 5)
    ),
]


class Operands:
    """Hands out items for the texts of one statement."""

    def __init__(self) -> None:
        self.moves: list[str] = []

    def item(self, text: str) -> str:
        """The COBOL operand that holds *text*; a figurative constant stands for itself."""
        if isinstance(text, Fill):
            names = {" ": "SPACE", "0": "ZERO"}
            return names.get(str(text), f"ALL {literal(str(text))}")
        place = len(self.moves) + 1
        self.moves.append(f"MOVE {literal(text)} TO OP-{place} MOVE {len(text)} TO LEN-{place}")
        return f"OP-{place}(1:LEN-{place})"


def text(random: Random, longest: int, alphabet: str = ALPHABET) -> str:
    return "".join(random.choices(alphabet, k=random.randint(1, longest)))


def target(random: Random) -> str:
    return "".join(random.choices(ALPHABET, k=12))


def region(random: Random, operands: Operands) -> tuple[str, str | None, str | None, bool]:
    """BEFORE and AFTER of one phrase as COBOL, as texts, and whether AFTER comes first."""
    before = text(random, 2) if random.random() < 0.35 else None
    after = text(random, 2) if random.random() < 0.35 else None
    after_first = random.random() < 0.5
    written = [
        f"BEFORE INITIAL {operands.item(before)}" if before is not None else "",
        f"AFTER INITIAL {operands.item(after)}" if after is not None else "",
    ]
    return " ".join(reversed(written) if after_first else written), before, after, after_first


def tallying(random: Random, count: int) -> Cases:
    for _ in range(count):
        operands, item = Operands(), target(random)
        phrases, cobol = [], []
        for place in range(1, random.randint(1, COUNTERS) + 1):
            kind = random.choice(["CHARACTERS", "ALL", "ALL", "LEADING", "TRAILING"])
            value = None if kind == "CHARACTERS" else text(random, 3)
            searched = "" if value is None else operands.item(value)
            where, before, after, after_first = region(random, operands)
            phrases.append(Tally(kind, value, before, after, after_first))
            cobol.append(f"COUNT-{place} FOR {kind} {searched}\n{where}")
        counts = inspect_tallying(item, phrases)
        zero = " ".join(f"MOVE 0 TO COUNT-{place}" for place in range(1, COUNTERS + 1))
        shown = "\n".join(f"COUNT-{place}" for place in range(1, len(phrases) + 1))
        statement = "INSPECT TARGET TALLYING\n" + "\n".join(cobol)
        yield prepared(item, operands, zero, statement, shown), "".join(f"{count:04d}" for count in counts)


def replacing(random: Random, count: int) -> Cases:
    for _ in range(count):
        operands, item = Operands(), target(random)
        phrases, cobol = [], []
        for _phrase in range(random.randint(1, 4)):
            kind = random.choice(["CHARACTERS", "ALL", "ALL", "LEADING", "FIRST", "TRAILING"])
            value = None if kind == "CHARACTERS" else text(random, 3)
            searched = "" if value is None else operands.item(value)
            by = replacement(random, value)
            replaced = operands.item(by)
            where, before, after, after_first = region(random, operands)
            phrases.append(Replacement(kind, value, by, before, after, after_first))
            cobol.append(f"{kind} {searched} BY {replaced}\n{where}")
        statement = "INSPECT TARGET REPLACING\n" + "\n".join(cobol)
        yield prepared(item, operands, statement, "TARGET"), inspect_replacing(item, phrases)


def replacement(random: Random, value: str | None) -> str:
    size = 1 if value is None else len(value)
    if random.random() < 0.3:
        return random.choice([SPACES, ZEROS, Fill("xy")] if value is not None else [SPACES, ZEROS])
    if random.random() < 0.1 and value is not None:
        size += 1
    return "".join(random.choices("ABxyz", k=size))


def converting(random: Random, count: int) -> Cases:
    for _ in range(count):
        operands, item = Operands(), target(random)
        characters = text(random, 4, "ABC D")
        size = len(characters) + (random.random() < 0.1)
        to = (
            random.choice([SPACES, ZEROS, Fill("xy")])
            if random.random() < 0.2
            else "".join(random.choices("ABCxyz", k=size))
        )
        cobol = f"INSPECT TARGET CONVERTING {operands.item(characters)} TO {operands.item(to)}\n"
        where, before, after, after_first = region(random, operands)
        result = inspect_converting(item, characters, to, before, after, after_first)
        yield prepared(item, operands, cobol + where, "TARGET"), result


def stringing(random: Random, count: int) -> Cases:
    for _ in range(count):
        operands, item = Operands(), target(random)
        sources, cobol = [], []
        for _source in range(random.randint(1, 4)):
            source = SPACES if random.random() < 0.1 else text(random, 6)
            delimiter = random.choice([None, text(random, 2), SPACES])
            by = "SIZE" if delimiter is None else operands.item(delimiter)
            sources.append((source, delimiter))
            cobol.append(f"{operands.item(source)} DELIMITED BY {by}")
        pointer = random.choice([1, 1, 3, 7, 12, 13, 0, -1])
        strung = string_into(item, sources, pointer)
        statement = "STRING\n" + "\n".join(cobol) + "\nINTO TARGET WITH POINTER POSITION-ITEM"
        shown = overflowing(statement, "STRING", "TARGET")
        start = f"MOVE {pointer} TO POSITION-ITEM"
        yield (
            f"{prepared(item, operands, start)}\n{shown}",
            account(strung.overflow, strung.text, strung.pointer),
        )


def unstringing(random: Random, count: int) -> Cases:
    for _ in range(count):
        operands, item = Operands(), target(random)
        delimiters, cobol = [], []
        for _delimiter in range(random.randint(0, 3)):
            value = SPACES if random.random() < 0.2 else text(random, 2)
            every = random.random() < 0.4
            delimiters.append(Delimiter(value, every))
            cobol.append(f"{'ALL ' if every else ''}{operands.item(value)}")
        receivers = random.randint(1, 4)
        pointer = random.choice([1, 1, 1, 3, 12, 13, 0])
        taken = unstring(item, delimiters, range(1, receivers + 1), pointer)
        into = [
            f"INTO-{place}" + (f" DELIMITER IN DELIM-{place} COUNT IN SIZE-{place}" if delimiters else "")
            for place in range(1, receivers + 1)
        ]
        by = "DELIMITED BY " + " OR ".join(cobol) if cobol else ""
        lines = ["UNSTRING TARGET", by, "INTO", *into, "WITH POINTER POSITION-ITEM TALLYING IN TALLY-ITEM"]
        shown = [f"INTO-{place} DELIM-{place} SIZE-{place}" for place in range(1, 5)]
        statement = overflowing("\n".join(lines), "UNSTRING", "\n".join([*shown, "TALLY-ITEM"]))
        clear = "\n".join(
            f'MOVE ALL "?" TO INTO-{place} DELIM-{place} MOVE 7 TO SIZE-{place}' for place in range(1, 5)
        )
        start = f"MOVE {pointer} TO POSITION-ITEM MOVE 5 TO TALLY-ITEM\n{clear}"
        left = ["?" * place + "???0007" for place in range(1, 5)]
        for place, piece in enumerate(taken.pieces, 1):
            into_text = piece.text.ljust(place)[:place]
            left[place - 1] = into_text + (
                f"{piece.delimiter:3}{piece.count:04d}" if delimiters else "???0007"
            )
        result = "".join(left) + f"{5 + len(taken.pieces):04d}"
        yield (
            f"{prepared(item, operands, start)}\n{statement}",
            account(taken.overflow, result, taken.pointer),
        )


def prepared(item: str, operands: Operands, *statements: str) -> str:
    """Statements that fill the items, then *statements*; the last one, if it names items, is displayed."""
    lines = [f"MOVE {literal(item)} TO TARGET", *operands.moves, *statements]
    if len(statements) > 1:
        lines[-1] = f"DISPLAY {lines[-1]}\nWITH NO ADVANCING"
    return "\n".join(lines)


def overflowing(statement: str, verb: str, shown: str) -> str:
    return (
        f'{statement}\nON OVERFLOW DISPLAY "O" WITH NO ADVANCING\nNOT ON OVERFLOW DISPLAY "-" WITH NO ADVANCING\n'
        f"END-{verb}\nDISPLAY {shown}\nPOSITION-ITEM WITH NO ADVANCING"
    )


def account(overflow: bool, result: str, pointer: int) -> str:
    return f"{'O' if overflow else '-'}{result}{'-' if pointer < 0 else '+'}{abs(pointer):04d}"
