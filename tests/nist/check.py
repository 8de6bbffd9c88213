"""Runs the COBOL-85 validation suite through `cobolift run` and says what is not as it should be.

`python -m tests.nist.check SUITE [MODULE …]`: SUITE is a folder with the suite's archive and its driver `run.py`.
Every program must run, no test may fail, as many tests must pass as GnuCOBOL passes, and every printed report
must equal GnuCOBOL's byte for byte.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

EXPECTED = {
    "NC": (95, 4393),
    "SM": (17, 291),
    "IC": (25, 246),
    "SQ": (85, 518),
    "RL": (35, 1827),
    "IX": (42, 507),
    "ST": (40, 288),
    "SG": (13, 310),
    "OB": (7, 39),
    "IF": (45, 733),
    "RW": (6, 40),
    "DB": (16, 404),
}
"""Programs and tests that pass under GnuCOBOL 3.1.2, by module."""

RUN = (
    "case '{flags}' in *debugging-line*) lines=--debugging-lines;; esac;"
    " cobolift run {src} --dialect cobol85 {copyflag} -I ../copyalt -L lib $lines"
)
"""How a program is run; the suite's flags tell where lines with D in column 7 are meant to be compiled."""


def run_suite(suite: Path, modules: list[str], jobs: int) -> list[dict[str, object]]:
    """Run the modules with the suite's driver and return its results."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder, "results.json")
        command = [
            sys.executable,
            str(suite / "run.py"),
            *modules,
            f"-j{jobs}",
            "--compile",
            "",
            "--compile-lib",
            "",
        ]
        subprocess.run(
            [*command, "--run", RUN, "--golden", "--json", str(results), "--timeout", "120"], check=True
        )
        found = json.loads(results.read_text(encoding="utf-8"))["results"]
        assert isinstance(found, list)
        return found


def problems(results: list[dict[str, object]], modules: list[str]) -> list[str]:
    """What is wrong with the results, a line each."""
    wrong = []
    for result in results:
        name = f"{result['module']} {result['prog']}"
        if result.get("status") != "OK":
            wrong.append(f"{name}: {result.get('status')} {str(result.get('msg', ''))[:200]}")
        elif isinstance(differing := result.get("golden_diff"), list) and differing:
            wrong.append(f"{name}: not GnuCOBOL's {', '.join(map(str, differing))}")
    for module in modules:
        programs, tests = EXPECTED[module]
        own = [result for result in results if result["module"] == module]
        passed = sum(int(str(result["passed"])) for result in own)
        if len(own) < programs or passed < tests:
            wrong.append(f"{module}: {len(own)} programs and {passed} passes, not {programs} and {tests}")
    return wrong


def main() -> None:
    """Run, print the problems, and end with 1 when there are any."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("suite", type=Path)
    options.add_argument("modules", nargs="*", choices=[*EXPECTED, []], default=[])
    options.add_argument("-j", "--jobs", type=int, default=2)
    arguments = options.parse_args()
    modules = arguments.modules or list(EXPECTED)
    wrong = problems(run_suite(arguments.suite, modules, arguments.jobs), modules)
    print("\n".join(wrong) or f"validation suite: all of {', '.join(modules)} as expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
