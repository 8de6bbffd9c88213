"""The product knows nothing of the programs it is tested with."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SUITES = re.compile(
    r"\b(?:(?:NC|SQ|IX|RL|ST|SM|IC|SG|IF|OB|RW|DB|CM)[1-4]\d\d[AM]|CB(?:ACT|TRN|CUS|STM)\d\w*)\b"
)


def test_no_program_of_a_test_suite_is_named_in_the_product() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for package in ("cobol_parser", "transpiler", "cobol_runtime", "grammars")
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".lark", ".j2", ".md"}
        for match in SUITES.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)
