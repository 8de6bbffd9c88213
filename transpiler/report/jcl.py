"""What can be read from JCL: jobs, steps, the programs and procedures they execute, and the datasets they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_STATEMENT = re.compile(r"//([^\s*]\S*)?\s+(\S+)(?:\s+(.*))?$")
_CONTINUED = re.compile(r"//\s+(\S.*)$")
_SYMBOL = re.compile(r"&([A-Z@#$][A-Z0-9@#$]{0,7})\.?", re.IGNORECASE)
_RUN = re.compile(r"\bRUN\s+PROG(?:RAM)?\s*\(\s*([A-Z0-9@#$]+)\s*\)", re.IGNORECASE)
_RIGHT_MARGIN = 71
_STARTERS = frozenset({"IKJEFT01", "IKJEFT1A", "IKJEFT1B", "DFSRRC00"})
"""Programs that start another one: the terminal monitor and the region controller of IMS."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One JCL statement: name field, operation, operands without comment, and the line it begins on."""

    name: str
    operation: str
    positional: tuple[str, ...]
    keywords: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """A DD statement with a dataset; `disposition` is the first part of DISP (SHR, OLD, NEW, MOD)."""

    ddname: str
    name: str
    disposition: str
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """An EXEC statement. One of `program` and `procedure` is set; `started` are programs that its program starts in turn."""

    name: str
    program: str
    procedure: str
    line: int
    datasets: tuple[Dataset, ...] = ()
    started: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A job or a procedure, and its steps. `symbols` are the defaults of a procedure; values of SET are filled in."""

    name: str
    is_procedure: bool
    line: int
    steps: tuple[Step, ...] = ()
    symbols: dict[str, str] = field(default_factory=dict)


def read_jcl(text: str, stem: str) -> list[Job]:
    """Read the jobs and procedures of a file; steps before any JOB or PROC belong to one called `stem`."""
    jobs: list[Job] = []
    symbols: dict[str, str] = {}
    for statement in statements(text):
        if statement.operation in ("JOB", "PROC"):
            symbols = dict(statement.keywords) if statement.operation == "PROC" else {}
            jobs.append(
                Job(statement.name or stem, statement.operation == "PROC", statement.line, (), symbols)
            )
        elif statement.operation == "SET":
            symbols.update(statement.keywords)
        elif statement.operation in ("EXEC", "DD", "DATA"):
            if not jobs:
                jobs.append(Job(stem, False, statement.line))
            jobs[-1] = _extended(jobs[-1], statement, symbols)
    return jobs


def _extended(job: Job, statement: Statement, symbols: dict[str, str]) -> Job:
    if statement.operation == "EXEC":
        return replace(job, steps=(*job.steps, _step(statement, symbols)))
    if not job.steps:
        return job
    last = job.steps[-1]
    if statement.operation == "DATA":
        started = _RUN.findall(statement.positional[0]) if last.program in _STARTERS else []
        return replace(
            job, steps=(*job.steps[:-1], replace(last, started=(*last.started, *map(str.upper, started))))
        )
    name = _filled(statement.keywords.get("DSN", statement.keywords.get("DSNAME", "")), symbols)
    if not name or name.startswith("&&") or name == "NULLFILE":
        return job
    disposition = statement.keywords.get("DISP", "OLD").strip("()").split(",")[0] or "NEW"
    used = Dataset(statement.name, name.split("(")[0], disposition, statement.line)
    return replace(job, steps=(*job.steps[:-1], replace(last, datasets=(*last.datasets, used))))


def _step(statement: Statement, symbols: dict[str, str]) -> Step:
    program = _filled(statement.keywords.get("PGM", ""), symbols).upper()
    procedure = statement.keywords.get("PROC", statement.positional[0] if statement.positional else "")
    parameters = _filled(statement.keywords.get("PARM", ""), symbols).strip("()'").split(",")
    started = (parameters[1].strip("' ").upper(),) if program == "DFSRRC00" and len(parameters) > 1 else ()
    return Step(
        statement.name,
        program,
        "" if program else _filled(procedure, symbols).upper(),
        statement.line,
        started=tuple(filter(None, started)),
    )


def _filled(text: str, symbols: dict[str, str]) -> str:
    """Put the values of symbols in; a symbol that nothing sets stays as it is written."""
    for _ in range(len(symbols) + 1):
        filled = _SYMBOL.sub(lambda found: symbols.get(found[1].upper(), found[0]).strip("'"), text)
        if filled == text:
            break
        text = filled
    return text


def statements(text: str) -> Iterator[Statement]:
    """The statements of JCL text. Lines of in-stream data are one statement DATA."""
    lines = [line[:_RIGHT_MARGIN].rstrip() for line in text.splitlines()]
    number = 0
    while number < len(lines):
        line, begins = lines[number], number + 1
        number += 1
        if not line.startswith("//"):
            data = [line]
            while number < len(lines) and not lines[number].startswith("//"):
                data.append(lines[number])
                number += 1
            yield Statement("", "DATA", ("\n".join(data),), {}, begins)
            continue
        found = _STATEMENT.match(line)
        if found is None or line.startswith("//*"):
            continue
        operands = _operands(found[3] or "")
        while operands.endswith(",") and number < len(lines):
            following = _CONTINUED.match(lines[number])
            number += 1
            if following is not None:
                operands += _operands(following[1])
            elif not lines[number - 1].startswith("//*"):
                number -= 1
                break
        positional, keywords = _split(operands)
        yield Statement((found[1] or "").upper(), found[2].upper(), positional, keywords, begins)


def _operands(text: str) -> str:
    """The operand field: what stands before the first blank outside of apostrophes."""
    quoted = False
    for index, char in enumerate(text):
        quoted ^= char == "'"
        if char == " " and not quoted:
            return text[:index]
    return text


def _split(operands: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Operands between commas that stand outside of brackets and apostrophes."""
    parts, depth, quoted, part = [], 0, False, ""
    for char in operands:
        quoted ^= char == "'"
        depth += (char == "(" and not quoted) - (char == ")" and not quoted)
        if char == "," and not depth and not quoted:
            parts.append(part)
            part = ""
        else:
            part += char
    parts.append(part)
    positional = tuple(item for item in parts if item and "=" not in item.split("(")[0].split("'")[0])
    keywords = {
        item.split("=", 1)[0].upper(): item.split("=", 1)[1]
        for item in parts
        if "=" in item.split("(")[0].split("'")[0]
    }
    return positional, keywords
