"""Work on many source files in several processes; a process that dies costs the file at fault and no other."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from transpiler.tree import SourceEntry

BATCH = 8
"""Files a worker converts between two runs of the formatter."""

_R = TypeVar("_R")
Work = Callable[[Sequence[SourceEntry]], list[_R]]
"""What is done with a batch of files: one result for each. It travels to other processes, so it is a function of a module or a
`functools.partial` of one."""


def in_processes(
    entries: Sequence[SourceEntry], jobs: int | None, work: Work[_R], died: Callable[[SourceEntry], _R]
) -> Iterator[_R]:
    """Yield the results of `work` in the order of the entries, from several processes when that pays.

    `died` gives the result of a file whose process ended.
    """
    count = min(jobs or os.cpu_count() or 1, len(entries))
    batches = _batches(entries, count)
    if count == 1 or len(batches) == 1:
        for batch in batches:
            yield from work(batch)
        return
    pool = ProcessPoolExecutor(count, initializer=_ignore_interrupt)
    try:
        pending = [(batch, pool.submit(work, batch)) for batch in batches]
        for batch, result in pending:
            try:
                yield from result.result()
            except BrokenProcessPool:
                yield from _one_by_one(batch, work, died)
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(entries: Sequence[SourceEntry], jobs: int) -> list[Sequence[SourceEntry]]:
    size = max(1, min(BATCH, -(-len(entries) // jobs)))
    return [entries[start : start + size] for start in range(0, len(entries), size)]


def _ignore_interrupt() -> None:
    """Ctrl-C ends the main process, which then ends the workers without a traceback from each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _one_by_one(
    batch: Sequence[SourceEntry], work: Work[_R], died: Callable[[SourceEntry], _R]
) -> Iterator[_R]:
    """Work on each file in a process of its own, after one of them ended the process of them all."""
    for entry in batch:
        with ProcessPoolExecutor(1, initializer=_ignore_interrupt) as pool:
            try:
                yield from pool.submit(work, [entry]).result()
            except BrokenProcessPool:
                yield died(entry)
