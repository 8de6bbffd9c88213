"""The base of every node.

Nodes are frozen and compare by identity: facts that later stages derive (symbols, layout, flow, storage)
live in side tables keyed by node, and two equal statements in different places must stay two keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cobol_parser.source import Span


@dataclass(frozen=True, kw_only=True, eq=False)
class Node:
    """A construct of the source program, from `span.first` to `span.last`."""

    span: Span = field(repr=False)
