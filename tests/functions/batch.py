"""Many small cases in one COBOL program, so that comparing with cobc costs one compilation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from tests.oracle import GnuCobol, Source
from tests.oracle.execution import run

MARK = "<~>"
CASES_A_PARAGRAPH = 20


def displayed(
    gnucobol: GnuCobol,
    folder: Path,
    cases: Sequence[str],
    *,
    data: Iterable[str] = (),
    configuration: str = "",
) -> list[str]:
    """What each of *cases*, statements that DISPLAY … WITH NO ADVANCING, prints; *data* are entries of WORKING-STORAGE."""
    program = folder / "batch.cob"
    program.write_text(_source(cases, data, configuration), encoding="latin-1")
    outcome = run(gnucobol.build(Source((program,), free_format=True, flags=("-w",))), folder)
    assert outcome.returncode == 0, outcome.report()
    shown = outcome.stdout.decode("latin-1").split(f"{MARK}\n")
    assert len(shown) == len(cases) + 1
    return shown[:-1]


def mismatches(cases: Sequence[tuple[str, str]], shown: Sequence[str]) -> list[tuple[str, str, str]]:
    """(COBOL, expected of us, printed by cobc) for every case where they differ."""
    return [
        (cobol, ours, theirs) for (cobol, ours), theirs in zip(cases, shown, strict=True) if ours != theirs
    ]


def literal(text: str) -> str:
    """*text* as a COBOL literal."""
    if text.isascii() and text.isprintable() and '"' not in text:
        return f'"{text}"'
    return f'X"{text.encode("latin-1").hex()}"'


def number(text: str) -> int | Decimal:
    """The value of a numeric literal, with the decimal places as written."""
    return Decimal(text) if "." in text else int(text)


def _source(cases: Sequence[str], data: Iterable[str], configuration: str) -> str:
    lines = ["IDENTIFICATION DIVISION.", "PROGRAM-ID. BATCH.", "ENVIRONMENT DIVISION."]
    lines += ["CONFIGURATION SECTION.", configuration] if configuration else []
    lines += ["DATA DIVISION.", "WORKING-STORAGE SECTION.", *data, "PROCEDURE DIVISION."]
    for place, case in enumerate(cases):
        if place % CASES_A_PARAGRAPH == 0:
            lines.append(f"    .\nPART-{place}." if place else "PART-0.")
        lines += [f"    {line}" for line in case.splitlines()]
        lines.append(f'    DISPLAY "{MARK}"')
    return "\n".join([*lines, "    STOP RUN.", ""])
