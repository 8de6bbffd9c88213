"""JSON GENERATE (IBM Enterprise COBOL Language Reference, JSON GENERATE statement; GnuCOBOL 3.1 without OCCURS)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cobol_runtime.area import Area
from cobol_runtime.markup.generated import Generated, put
from cobol_runtime.markup.structure import (
    Boolean,
    Counts,
    Item,
    Node,
    Rules,
    Structure,
    converted,
    is_suppressed,
    occurrences,
)
from cobol_runtime.program import SpecialRegisters

RECEIVER_TOO_SMALL = 1


def json_generate(
    registers: SpecialRegisters,
    source: Area,
    structure: Node,
    *,
    into: Area,
    subscripts: tuple[int, ...] = (),
    counts: Counts | None = None,
    decimal_point: str = ".",
    rules: Rules = Rules.GNUCOBOL,
) -> Generated:
    """Write the item that *structure* describes in *source* as JSON text into *into*, and set JSON-CODE.

    *subscripts* are those of the item itself; *counts* are the counters of OCCURS DEPENDING ON by name. The characters are
    bytes of the program: under IBM rules they are Latin-1 and become UTF-8.
    """
    writer = _Writer(source, counts or {}, decimal_point)
    text = "{" + ",".join(writer.members(structure, subscripts)) + "}"
    if rules is Rules.IBM:
        text = text.encode("utf-8").decode("latin-1")
    fits = put(text, into, rules)
    registers.json_code = 0 if fits else RECEIVER_TOO_SMALL
    length = len(text) if fits or rules is Rules.GNUCOBOL else into.length
    return Generated(length, exception=not fits)


class _Writer:
    """Writes the items of one record as JSON."""

    def __init__(self, source: Area, counts: Counts, decimal_point: str) -> None:
        self.source = source
        self.counts = counts
        self.decimal_point = decimal_point

    def members(self, node: Node, subscripts: tuple[int, ...], *, inner: bool = False) -> Iterator[str]:
        """The name/value pairs that *node* is in the object around it."""
        if isinstance(node, Structure) and not node.name and node.times is None:
            for member in node.members:
                yield from self.members(member, subscripts, inner=True)
            return
        if inner and node.times is not None:
            elements = list(self.elements(node, subscripts))
            if elements or not any(occurrences(node, subscripts, self.counts)):
                yield f"{quoted(node.name)}:[{','.join(elements)}]"
        elif inner and is_suppressed(node, self.source, subscripts, self.counts):
            return
        elif isinstance(node, Item) or node.members:
            yield f"{quoted(node.name)}:{self.value(node, subscripts)}"

    def elements(self, node: Node, subscripts: tuple[int, ...]) -> Iterator[str]:
        """The elements of the array that a table is."""
        for place in occurrences(node, subscripts, self.counts):
            if not is_suppressed(node, self.source, place, self.counts):
                yield self.value(node, place)

    def value(self, node: Node, subscripts: tuple[int, ...]) -> str:
        """The value of one occurrence."""
        if isinstance(node, Structure):
            pairs = (pair for member in node.members for pair in self.members(member, subscripts, inner=True))
            return "{" + ",".join(pairs) + "}"
        field = node.at(subscripts)
        text, number = converted(field, self.source)
        if node.boolean is not None:
            return "true" if self.is_true(node, node.boolean, subscripts) else "false"
        return text.replace(".", self.decimal_point) if number else quoted(text)

    def is_true(self, node: Item, boolean: Boolean, subscripts: tuple[int, ...]) -> bool:
        """Whether the item has a value that stands for true."""
        field = node.at(subscripts)
        text, number = converted(field, self.source)
        if number:
            return field.number(self.source) in boolean.true
        return any(text.rstrip(" ") == str(value).rstrip(" ") for value in boolean.true)


def quoted(text: str) -> str:
    """A JSON string: quotation mark, reverse solidus and control characters escaped."""
    return json.dumps(text, ensure_ascii=False)
