"""Section 8: every data item with its bytes, who reads and writes it, and where its values come from and go to."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.symbols import DataItem, FileItem, IndexName, SpecialRegister
from transpiler.data_flow.lineage import Outside
from transpiler.report.data_dictionary import (
    Definition,
    Dictionary,
    Instance,
    Used,
    Way,
    dictionary,
    uses,
    ways,
)
from transpiler.report.data_lineage import Step, Stored, Terminal, steps
from transpiler.report.estate import Estate
from transpiler.report.lineage_chart import lineage_chart
from transpiler.report.model import Column, Content, Figure, Kind, Row, Table, row
from transpiler.report.registry import section
from transpiler.storage.plan import Kind as Storage

_MOST_PLACES = 20
_WAYS = {Way.NEVER: "never", Way.VALUE: "VALUE only", Way.OTHERS: "by another name", Way.NAME: "by name"}
_NUMBER = Kind.NUMBER
_ITEMS = (
    Column("where", "Described in", help="the copybook, or the program"),
    Column("level", "Level", _NUMBER),
    Column("name", "Name"),
    Column("path", "In", help="groups from inside to outside, then the file"),
    Column("picture", "Picture"),
    Column("usage", "Usage"),
    Column("offset", "Offset", _NUMBER, "bytes before its first occurrence in the record"),
    Column("length", "Length", _NUMBER, "bytes of one occurrence"),
    Column("occurs", "Occurs", help="how often, of its own OCCURS clause"),
    Column("redefines", "Redefines"),
    Column("value", "VALUE"),
    Column("programs", "Programs", _NUMBER, "that have this description"),
    Column("reads", "Read", _NUMBER, "places that read it by its name, in all programs"),
    Column("writes", "Written", _NUMBER, "places that write it by its name, in all programs"),
    Column("read", "Is read", help="never: no statement takes a byte of it, by whatever name"),
    Column("written", "Is written", help="never: no statement or VALUE changes a byte of it, by whatever name"),
    Column("storage", "In Python", help="the record class and the attribute, and what kind of storage"),
)  # fmt: skip
_CONDITIONS = (
    Column("where", "Described in"),
    Column("name", "Condition-name"),
    Column("item", "Of"),
    Column("values", "Values", Kind.LIST),
    Column("tests", "Tested", _NUMBER),
    Column("sets", "Set", _NUMBER),
)
_USES = (
    Column("program", "Program"),
    Column("item", "Item"),
    Column("does", "Does"),
    Column("how", "By", Kind.LIST, "verbs, and clauses that imply it"),
    Column("reads", "Reads", _NUMBER),
    Column("writes", "Writes", _NUMBER),
)
_LINEAGE = (
    Column("program", "Program", help="whose statement it is"),
    Column("source", "From"),
    Column("kind", "How"),
    Column("target", "To"),
    Column("across", "Outside", help="from or to another program, a file, a screen, a command"),
    Column("places", "Places", _NUMBER),
)


@section(8, "dictionary", "Data dictionary")
def data_dictionary(estate: Estate) -> Content:
    """Items, condition-names, uses and lineage."""
    found = estate.once(dictionary)
    items = _item_rows(estate, found)
    conditions = _condition_rows(estate, found)
    used = _use_rows(estate, found)
    lineage = _lineage_rows(estate)
    across = sum(item.values["across"] is True for item in lineage)
    unread, unwritten = (_count(items, key) for key in ("read", "written"))
    text = (
        f"{len(items):,} descriptions of data items, each told once however many programs copy it. No statement reads {unread:,} of the named"
        f" ones, and nothing writes {unwritten:,}. {len(lineage):,} ways of values are known, {across:,} of them from or to the world outside a program."
    )
    figures = (
        Figure("items", "data items", len(items), "data_items"),
        Figure("condition_names", "condition-names", len(conditions), "condition_names"),
        Figure("never_read", "never read by any name", unread, "data_items"),
        Figure("never_written", "never written by any name", unwritten, "data_items"),
        Figure("ways", "ways of values", len(lineage), "lineage"),
    )
    tables = (
        Table("data_items", "Data items", _ITEMS, items),
        Table("condition_names", "Condition-names", _CONDITIONS, conditions),
        Table("item_uses", "Who reads and writes what", _USES, used),
        Table("lineage", "Where values come from and go to", _LINEAGE, lineage),
    )
    return Content(text, figures, tables, (lineage_chart(estate, found, end_name),))


def _count(items: list[Row], key: str) -> int:
    return sum(item.values[key] == _WAYS[Way.NEVER] and item.values["name"] != "FILLER" for item in items)


# --- items


def _item_rows(estate: Estate, found: Dictionary) -> list[Row]:
    used = estate.once(uses)
    reading, writing, initial = estate.once(ways)
    rows = []
    for definition in found.definitions:
        item = definition.item
        mine = [one for instance in definition.instances for one in used.get(instance.item, ())]
        written = max(writing.way(instance.item) for instance in definition.instances)
        if written is Way.NEVER and any(initial.way(instance.item) for instance in definition.instances):
            written = Way.VALUE
        rows.append(
            row(
                ("item", where(definition), item.qualified_name, str(item.level)),
                [definition.place],
                **_described(definition),
                programs=len(definition.programs),
                reads=sum(one.access.reads for one in mine),
                writes=sum(one.access.writes and one.access.how != "VALUE" for one in mine),
                read=_WAYS[max(reading.way(instance.item) for instance in definition.instances)],
                written=_WAYS[written],
                storage=_storage(definition.instances[0]),
            )
        )
    return rows


def where(definition: Definition) -> str:
    """The copybook that an item is described in, or its program."""
    item = definition.item
    assert item.entry is not None
    inclusion = item.entry.span.first.inclusion
    if inclusion.copied_at is None:
        return definition.instances[0].program
    return inclusion.file.path.replace("\\", "/").rsplit("/", 1)[-1]


def _described(definition: Definition) -> dict[str, str | int | None]:
    item = definition.item
    own = item.occurs
    occurs = "" if own is None else str(own.maximum)
    if own is not None and own.depending_on is not None:
        occurs = f"{own.minimum} to {own.maximum} by {own.depending_on.name}"
    around = item.path[1:] if item.name is not None else item.path
    return {
        "where": where(definition),
        "level": item.level,
        "name": item.name or "FILLER",
        "path": " OF ".join(around),
        "picture": item.picture.text if item.picture is not None else "",
        "usage": "group" if item.is_group else str(item.usage),
        "offset": item.offset,
        "length": item.size,
        "occurs": occurs,
        "redefines": (item.redefines.name or "FILLER") if item.redefines is not None else "",
        "value": literal_text(item.value) if item.value is not None else "",
    }


def literal_text(expression: ast.Expression) -> str:
    """A literal as it is written."""
    first, last = expression.span
    return first.text if first is last else f"{first.text} {last.text}"


_KINDS = {
    Storage.OWN: "its own bytes",
    Storage.REDEFINED: "a second view",
    Storage.FILE: "a record area",
    Storage.LINKAGE: "bytes of the caller",
}


def _storage(instance: Instance) -> str:
    """Where the Python keeps an item; "" when its program is not converted."""
    context = instance.file.context(instance.analysis.program)
    record = context.storage.record_of.get(instance.item) if context is not None else None
    if context is None or record is None:
        return ""
    field = context.storage.field_of.get(instance.item)
    name = f"{record.class_name}.{field.attribute}" if field is not None else record.class_name
    kind = "a loose item" if record.root is None else _KINDS[record.kind]
    return f"{name}: {kind}"


def _condition_rows(estate: Estate, found: Dictionary) -> list[Row]:
    used = estate.once(uses)
    rows = []
    for definition in found.definitions:
        for place, condition in enumerate(definition.item.conditions):
            names = [instance.item.conditions[place] for instance in definition.instances]
            mine = [
                one.access
                for instance in definition.instances
                for one in used.get(instance.item, ())
                if one.access.condition in names
            ]
            values = [
                literal_text(part.low) + (f" THRU {literal_text(part.high)}" if part.high is not None else "")
                for part in condition.values
            ]
            rows.append(
                row(
                    ("condition-name", where(definition), condition.name, definition.item.qualified_name),
                    [estate.place(condition.entry)],
                    where=where(definition),
                    name=condition.name,
                    item=definition.item.qualified_name,
                    values=tuple(values),
                    tests=sum(access.reads for access in mine),
                    sets=sum(access.writes for access in mine),
                )
            )
    return rows


# --- uses


def _use_rows(estate: Estate, found: Dictionary) -> list[Row]:
    used = estate.once(uses)
    by_program: dict[tuple[str, Definition], list[Used]] = {}
    for definition in found.definitions:
        for instance in definition.instances:
            for one in used.get(instance.item, ()):
                if one.access.how != "VALUE":
                    by_program.setdefault((one.program, definition), []).append(one)
    return [_use_row(estate, program, definition, all_) for (program, definition), all_ in by_program.items()]


def _use_row(estate: Estate, program: str, definition: Definition, used: list[Used]) -> Row:
    reads = sum(one.access.reads for one in used)
    writes = sum(one.access.writes for one in used)
    does = " and ".join(word for word, count in (("reads", reads), ("writes", writes)) if count)
    return row(
        ("use", program, where(definition), definition.item.qualified_name),
        list(dict.fromkeys(estate.place(one.access.at) for one in used))[:_MOST_PLACES],
        program=program,
        item=definition.item.qualified_name,
        does=does or "names",
        how=tuple(sorted({one.access.how for one in used})),
        reads=reads,
        writes=writes,
    )


# --- lineage


def _lineage_rows(estate: Estate) -> list[Row]:
    together: dict[tuple[str, str, str, str, bool], list[Step]] = {}
    for step in estate.once(steps):
        across = any(_is_elsewhere(end, step) for end in (step.source, step.target))
        key = step.program, shown(step.source, step), step.kind.value, shown(step.target, step), across
        together.setdefault(key, []).append(step)
    return [
        row(
            ("lineage", program, source, kind, target),
            list(dict.fromkeys(estate.place(step.at) for step in members))[:_MOST_PLACES],
            program=program,
            source=source,
            kind=kind,
            target=target,
            across=across,
            places=len(members),
        )
        for (program, source, kind, target, across), members in together.items()
    ]


def _is_elsewhere(end: Terminal, step: Step) -> bool:
    """Whether an end lies in another program, or in what programs share with the world."""
    if isinstance(end.what, Outside):
        return end.what.kind not in ("literal", "function")
    return end.program != step.program


def shown(end: Terminal, step: Step) -> str:
    """An end in words; the program is said where it is not that of the statement."""
    name = end_name(end)
    return name if end.program in ("", step.program) else f"{name} of program {end.program}"


def end_name(end: Terminal) -> str:
    """An end in words."""
    match end.what:
        case DataItem():
            part = f" ({end.start + 1}:{end.size})" if end.size else ""
            return end.what.qualified_name + part
        case IndexName() | SpecialRegister():
            return end.what.name
        case Outside() | Stored():
            return f"{end.what.kind} {end.what.name}"
        case FileItem():
            return f"file {end.what.name}"
    return str(end.what)
