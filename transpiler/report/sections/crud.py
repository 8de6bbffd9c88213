"""Section 7: which program creates, reads, updates and deletes what."""

from __future__ import annotations

from transpiler.report.estate import Estate
from transpiler.report.file_uses import CREATE, DELETE, READ, UPDATE, Use, uses
from transpiler.report.model import Column, Content, Figure, Kind, Row, Table, row
from transpiler.report.registry import section
from transpiler.wording import counted, noun

_MOST_PLACES = 30
_COLUMNS = (
    Column("program", "Program"),
    Column("kind", "What"),
    Column("object", "Name", help="as the outside knows it: the name in ASSIGN, the table, the CICS file; ? when an item names it that no literal decides"),
    Column("crud", "Does", help="C creates (WRITE, INSERT), R reads, U updates (REWRITE), D deletes"),
    Column("how", "By", Kind.LIST, "statements and commands"),
    Column("keys", "Keys", Kind.LIST, "what records are found by"),
    Column("uses", "Places", Kind.NUMBER),
)  # fmt: skip


@section(7, "crud", "Who uses which data")
def crud(estate: Estate) -> Content:
    """Programs by files, tables, CICS files and queues, and the same by object."""
    found: dict[tuple[str, str, str], list[Use]] = {}
    for use in estate.once(uses):
        found.setdefault((use.program, use.kind, use.object), []).append(use)
    rows = [_row(estate, members) for members in found.values()]
    objects = _objects(found)
    unread = sum("R" not in str(item.values["crud"]) for item in objects)
    text = (
        f"{counted(len(objects), 'file, table or queue is', 'files, tables and queues are')} used in {counted(len(rows), 'combination')} with programs;"
        f" {unread:,} of them {noun(unread, 'is', 'are')} read by no program of the tree."
    )
    by_object = Table(
        "data_objects",
        "Files, tables and queues",
        (
            Column("kind", "What"),
            Column("object", "Name"),
            Column("crud", "All programs together"),
            Column("creators", "Created by", Kind.LIST),
            Column("readers", "Read by", Kind.LIST),
            Column("updaters", "Updated by", Kind.LIST),
            Column("deleters", "Deleted by", Kind.LIST),
        ),
        objects,
    )
    matrix = Table("crud", "Programs and the data they use", _COLUMNS, rows)
    figures = (
        Figure(
            "objects",
            noun(len(objects), "file, table or queue", "files, tables and queues"),
            len(objects),
            "data_objects",
        ),
        Figure("combinations", noun(len(rows), "program with data", "programs with data"), len(rows), "crud"),
        Figure("unread", "read by no program here", unread, "data_objects"),
    )
    return Content(text, figures, (by_object, matrix))


def _row(estate: Estate, members: list[Use]) -> Row:
    first = members[0]
    return row(
        ("crud", first.program, first.kind, first.object),
        [estate.place(use.at) for use in members[:_MOST_PLACES]],
        program=first.program,
        kind=first.kind,
        object=first.object,
        crud=_letters(members),
        how=tuple(dict.fromkeys(use.how for use in members)),
        keys=tuple(dict.fromkeys(use.key for use in members if use.key)),
        uses=len(members),
    )


def _letters(members: list[Use]) -> str:
    letters = {use.letter for use in members}
    return "".join(letter for letter in (CREATE, READ, UPDATE, DELETE) if letter in letters)


def _objects(found: dict[tuple[str, str, str], list[Use]]) -> list[Row]:
    objects: dict[tuple[str, str], list[Use]] = {}
    for (_, kind, name), members in found.items():
        objects.setdefault((kind, name), []).extend(members)
    return [
        row(
            ("object", kind, name),
            kind=kind,
            object=name,
            crud=_letters(members),
            creators=_programs(members, CREATE),
            readers=_programs(members, READ),
            updaters=_programs(members, UPDATE),
            deleters=_programs(members, DELETE),
        )
        for (kind, name), members in sorted(objects.items())
    ]


def _programs(members: list[Use], letter: str) -> tuple[str, ...]:
    return tuple(sorted({use.program for use in members if use.letter == letter}))
