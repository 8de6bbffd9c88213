"""Section 14: in which order to go."""

from __future__ import annotations

from transpiler.report.estate import Estate
from transpiler.report.model import Chart, ChartKind, Column, Content, Figure, Kind, Place, Row, Table, row
from transpiler.report.registry import section
from transpiler.report.statements import RUNGS, reached
from transpiler.report.waves_plan import Group, groups, seams
from transpiler.wording import counted, noun

_CONVERTED = RUNGS.index("converted")


@section(14, "waves", "Waves")
def waves(estate: Estate) -> Content:
    """Groups in waves, what stands between waves, and the chart."""
    found = estate.once(groups)
    sizes = {name: _size(estate, name) for group in found for name in group.programs}
    members = [_member(estate, group, name, sizes[name]) for group in found for name in group.programs]
    together = [
        row(
            ("group", *group.programs),
            wave=group.wave,
            programs=group.programs,
            size=len(group.programs),
            why=group.why,
        )
        for group in found
        if len(group.programs) > 1
    ]
    across = [
        row(
            (item.kind, item.name),
            what=item.kind,
            name=item.name,
            programs=item.programs,
            waves=tuple(map(str, item.waves)),
        )
        for item in estate.once(seams)
    ]
    number = Kind.NUMBER
    tables = (
        Table("waves", "Programs by wave", (
            Column("wave", "Wave", number), Column("program", "Program"), Column("group", "Moves with", Kind.LIST),
            Column("statements", "Statements", number), Column("converted", "Converted", number),
            Column("share", "Share converted", Kind.PERCENT),
        ), members),
        Table("groups", "What must move together", (
            Column("wave", "Wave", number), Column("programs", "Programs", Kind.LIST), Column("size", "How many", number),
            Column("why", "Why"),
        ), together),
        Table("seams", "Seams between waves", (
            Column("what", "What"), Column("name", "Name"), Column("programs", "Programs", Kind.LIST), Column("waves", "Waves", Kind.LIST),
        ), across, "While one wave has moved and another has not, both sides need these: a bridge, a shared dataset, or a call across."),
    )  # fmt: skip
    count = max((group.wave for group in found), default=0)
    text = f"{counted(count, 'wave')}, each of which needs only what went before it; {counted(len(together), 'group')} that must move together; {counted(len(across), 'seam')} between waves."
    figures = (
        Figure("waves", noun(count, "wave"), count, "waves"),
        Figure(
            "groups",
            noun(len(together), "group that must move together", "groups that must move together"),
            len(together),
            "groups",
        ),
        Figure("seams", noun(len(across), "seam"), len(across), "seams"),
    )
    return Content(text, figures, tables, (_chart(count, members),))


def _size(estate: Estate, name: str) -> tuple[int, int, str]:
    """Statements, converted ones, and the file of a program. Several programs of one file share its figures."""
    file = next(item for item in estate.files if name in item.program_ids)
    statements = estate.once(reached)[file.name] if file.program_ids[0] == name else []
    return len(statements), sum(item.rung >= _CONVERTED for item in statements), file.name


def _member(estate: Estate, group: Group, name: str, size: tuple[int, int, str]) -> Row:
    statements, converted, path = size
    others = tuple(other for other in group.programs if other != name)
    share = round(converted / statements, 4) if statements else 1.0
    return row(("program", name), [Place(path)], wave=group.wave, program=name, group=others, statements=statements,
               converted=converted, share=share)  # fmt: skip


def _chart(count: int, members: list[Row]) -> Chart:
    by_wave = [[item for item in members if item.values["wave"] == wave] for wave in range(1, count + 1)]
    converted = [sum(int(str(item.values["converted"])) for item in items) for items in by_wave]
    total = [sum(int(str(item.values["statements"])) for item in items) for items in by_wave]
    data = {
        "labels": [f"Wave {wave}" for wave in range(1, count + 1)],
        "programs": [[str(item.values["program"]) for item in items] for items in by_wave],
        "converted": converted,
        "open": [all_ - done for all_, done in zip(total, converted, strict=True)],
    }
    words = "; ".join(
        f"wave {number}: {counted(len(items), 'program')}, {counted(statements, 'statement')}"
        for number, (items, statements) in enumerate(zip(by_wave, total, strict=True), 1)
    )
    return Chart("waves", "Statements by wave", ChartKind.WAVES, data, words or "There are no waves.")
