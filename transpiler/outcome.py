"""What became of each source file: small values that travel between processes."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cobol_parser.diagnostics import Diagnostic, Diagnostics, Place, Severity
from cobol_parser.source import Token, copy_chain
from transpiler.lower.context import Context, Unconvertible
from transpiler.nesting import room_for_nesting
from transpiler.options import ConvertOptions
from transpiler.pipeline import PASSES, Conversion, finish
from transpiler.statistics import Statistics
from transpiler.tree import SourceEntry


class State(StrEnum):
    """How the conversion of a file ended."""

    CONVERTED = "converted"
    GAPS = "converted with gaps"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: the module and its map (empty when it failed), what was found, and figures.

    `seconds` is the time of the file's own passes; `crashed` says that cobolift itself failed; `dependencies` are the files that
    were read, the source first.
    """

    entry: SourceEntry
    state: State
    module_text: str
    map_text: str
    program_ids: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    statistics: Statistics
    lines: int
    seconds: float
    crashed: bool = False
    dependencies: tuple[str, ...] = field(default=())


def convert_batch(entries: Sequence[SourceEntry], options: ConvertOptions) -> list[Outcome]:
    """Convert some files; a fault in one becomes a diagnostic and leaves the others alone."""
    return [outcome for outcome, _ in convert_kept(entries, options)]


def convert_kept(entries: Sequence[SourceEntry], options: ConvertOptions) -> list[tuple[Outcome, Conversion]]:
    """Convert some files and keep all that became known about each, for whoever looks at a conversion from inside."""
    conversions: list[Conversion] = []
    seconds: list[float] = []
    with room_for_nesting():
        for entry in entries:
            started = time.perf_counter()
            conversions.append(_guarded(Conversion(entry.path, options)))
            seconds.append(time.perf_counter() - started)
        _finish_guarded(conversions)
    return [
        (_outcome(entry, conversion, duration), conversion)
        for entry, conversion, duration in zip(entries, conversions, seconds, strict=True)
    ]


def _guarded(conversion: Conversion) -> Conversion:
    try:
        for run in PASSES:
            run(conversion)
        _require_program(conversion)
    except RecursionError:
        _report_nesting(conversion)
    except Unconvertible as gap:
        _report_gap(conversion, gap)
    except Exception as fault:
        _report_fault(conversion, fault)
    return conversion


def _require_program(conversion: Conversion) -> None:
    """A file without a program is an error, unless the reason was reported already."""
    if not conversion.module_text and not conversion.diagnostics.has_errors:
        conversion.diagnostics.report(
            "CBL7002",
            Place(str(conversion.path), 1),
            "there is no COBOL program in this file",
            help="name a file with a PROGRAM-ID; copybooks are read where a COPY names them",
        )


def _report_gap(conversion: Conversion, gap: Unconvertible) -> None:
    """Something outside of the statements, which a `raise` cannot stand for, is not converted."""
    token = _working_on(conversion.contexts)
    conversion.diagnostics.report(
        gap.code,
        token if token is not None else Place(str(conversion.path), 1),
        f"the program is not converted: {gap.reason}",
        severity=Severity.ERROR,
    )
    conversion.module_text = conversion.map_text = ""


def _report_nesting(conversion: Conversion) -> None:
    token = _working_on(conversion.contexts)
    conversion.diagnostics.report(
        "CBL6091",
        token if token is not None else Place(str(conversion.path), 1),
        "the program nests too deep to be converted",
        help="move the inner statements to paragraphs of their own and PERFORM them",
    )
    conversion.module_text = conversion.map_text = ""


def _finish_guarded(conversions: list[Conversion]) -> None:
    """Format all at once; when that fails find the module at fault."""
    try:
        finish(conversions)
    except Exception:
        for conversion in conversions:
            try:
                finish([conversion])
            except RecursionError:
                _report_nesting(conversion)
            except Exception as fault:
                _report_fault(conversion, fault)


def _report_fault(conversion: Conversion, fault: Exception) -> None:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
    token = _working_on(conversion.contexts)
    conversion.diagnostics.report(
        "CBL9001",
        token if token is not None else Place(str(conversion.path)),
        f"cobolift failed here: {type(fault).__name__}: {fault} ({where})",
        notes=(f"copied at line {site.line}" for site in (copy_chain(token) if token is not None else ())),
        help="report this with the COBOL around the line",
    )
    conversion.crashed = True
    conversion.module_text = conversion.map_text = ""


def _working_on(contexts: list[Context]) -> Token | None:
    for context in reversed(contexts):
        if context.at is not None:
            return context.at.span.first
    return None


def _outcome(entry: SourceEntry, conversion: Conversion, seconds: float) -> Outcome:
    errors = any(item.severity is Severity.ERROR for item in conversion.diagnostics)
    if not conversion.module_text:
        state = State.FAILED
    elif errors or conversion.statistics.unconverted:
        state = State.GAPS
    else:
        state = State.CONVERTED
    text = conversion.text
    read = [inclusion.file for inclusion in text.inclusions] if text is not None else []
    functions = [str(path) for path in conversion.function_sources]
    return Outcome(
        entry,
        state,
        conversion.module_text,
        conversion.map_text,
        conversion.program_ids,
        tuple(conversion.diagnostics.in_source_order()),
        conversion.statistics,
        len(text.file.lines) if text is not None else 0,
        seconds,
        conversion.crashed,
        tuple(dict.fromkeys([str(entry.path), *(file.path for file in read), *functions])),
    )


def not_written(outcome: Outcome, error: OSError) -> Outcome:
    """The outcome of a file whose module could not be written."""
    reason = error.strerror or str(error)
    found = Diagnostics().report(
        "CBL7001",
        Place(str(outcome.entry.path)),
        f"cannot write {error.filename or outcome.entry.module_path}: {reason}",
        help="make room or choose another folder with -o",
    )
    return replace(outcome, state=State.FAILED, module_text="", diagnostics=(*outcome.diagnostics, found))


def worker_died(entry: SourceEntry) -> Outcome:
    """The outcome of a file whose conversion ended the process it ran in."""
    found = Diagnostics().report(
        "CBL9002",
        Place(str(entry.path)),
        "the process that converted this file died",
        help="convert it alone with -j 1 and more memory",
    )
    return Outcome(entry, State.FAILED, "", "", (), (found,), Statistics(), 0, 0.0, crashed=True)
