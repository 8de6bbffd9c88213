"""Section 3: what is needed and not there, and what is there more than once."""

from __future__ import annotations

from transpiler.report.artefacts import Sort
from transpiler.report.dependencies import EdgeKind, NodeKind, absent, edges
from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Row, Table, row
from transpiler.report.registry import section
from transpiler.report.statements import missing_copybook, reached
from transpiler.wording import counted, noun

_SYSTEM = (
    ("SYS", ""), ("DFH", "CICS"), ("DSN", "Db2"), ("IGY", "the COBOL compiler"), ("CEE", "Language Environment"), ("MQ", "MQ"),
    ("IDC", "a utility"), ("IEB", "a utility"), ("IEF", "a utility"), ("IEH", "a utility"), ("ICE", "a utility"), ("IKJ", "TSO"),
    ("DFS", "IMS"), ("CBLTDLI", "IMS"), ("CMQ", "MQ"), ("SQLCA", "Db2"), ("SQLDA", "Db2"), ("SORT", "a utility"), ("ASMA", "the assembler"),
    ("HEWL", "the linker"), ("IEWL", "the linker"), ("FTP", "a utility"), ("SDSF", "a utility"), ("IRX", "a utility"),
)  # fmt: skip
"""Beginnings of names that belong to products of the mainframe, and the product."""


@section(3, "missing", "Missing and ambiguous")
def missing(estate: Estate) -> Content:
    """Copybooks, programs, maps and procedures that something names and the tree has not."""
    rows = _missing_rows(estate)
    needed = Table(
        "missing",
        "Needed and not in the tree",
        (
            Column("name", "Name"),
            Column("sort", "What"),
            Column("product", "Comes with", help="the product whose names begin like this"),
            Column("needed_by", "Needed by", Kind.LIST),
            Column("users", "Users", Kind.NUMBER),
            Column(
                "blocks",
                "Statements held up",
                Kind.NUMBER,
                "statements that are not converted for want of it",
            ),
        ),
        rows,
    )
    ambiguous = _ambiguous(estate)
    own = sum(not item.values["product"] for item in rows)
    text = (
        f"{counted(len(rows), 'artefact is', 'artefacts are')} needed and not in the tree, {own:,} of them not known to come with a product;"
        f" {counted(len(ambiguous.rows), 'name is', 'names are')} ambiguous."
    )
    figures = (
        Figure("missing", noun(len(rows), "missing artefact"), len(rows), "missing"),
        Figure("ambiguous", noun(len(ambiguous.rows), "ambiguous name"), len(ambiguous.rows), "ambiguous"),
    )
    return Content(text, figures, (needed, ambiguous))


def _missing_rows(estate: Estate) -> list[Row]:
    users = estate.once(absent)
    blocked = _blocked(estate)
    rows = []
    for node, needing in sorted(users.items()):
        names = tuple(dict.fromkeys(edge.source.name for edge in needing))
        product = _product(node.name)
        level = Level.ERROR if node.kind is NodeKind.COPYBOOK else Level.NOTE if product else Level.WARNING
        finding = Finding(
            f"missing/{node.kind.value}",
            level,
            f"{node.kind.value} {node.name} is needed by {', '.join(names[:5])}{' …' if len(names) > 5 else ''} and not in the tree",
        )
        rows.append(
            row((node.id,), [edge.place for edge in needing[:20]], finding, name=node.name, sort=node.kind.value, product=product,
                needed_by=names, users=len(names), blocks=blocked.get(node.name, 0) if node.kind is NodeKind.COPYBOOK else 0)
        )  # fmt: skip
    return rows


def _product(name: str) -> str:
    return next((product for start, product in _SYSTEM if product and name.startswith(start)), "")


def _blocked(estate: Estate) -> dict[str, int]:
    """Statements with undefined names in files that want a copybook, counted for each missing copybook of the file."""
    found: dict[str, int] = {}
    for file in estate.files:
        text = file.conversion.text
        names = {item.name.strip("\"'").upper() for item in text.missing} if text is not None else set()
        held = sum(
            item.cause is not None and item.cause.code in ("CBL4001", missing_copybook("").code)
            for item in estate.once(reached)[file.name]
        )
        for name in names:
            found[name] = found.get(name, 0) + held
    return found


def _ambiguous(estate: Estate) -> Table:
    """A program or copybook name that several files with different text have."""
    places: dict[tuple[str, str], dict[str, str]] = {}
    for file in estate.files:
        for name in file.conversion.program_ids:
            digest = next((item.sha256 for item in estate.artefacts if item.name == file.name), "")
            places.setdefault(("program", name), {})[file.name] = digest
    for item in estate.of_sort(Sort.COPYBOOK):
        places.setdefault(("copybook", item.stem), {})[item.name] = item.sha256
    users: dict[str, list[str]] = {}
    for edge in estate.once(edges):
        if edge.kind in (EdgeKind.COPIES, EdgeKind.CALLS):
            users.setdefault(edge.target.name, []).append(edge.source.name)
    rows = []
    for (sort, name), files in sorted(places.items()):
        if len(set(files.values())) > 1:
            message = f"{sort} {name} is in {len(files)} files with different text"
            finding = Finding(f"missing/ambiguous-{sort}", Level.WARNING, message)
            needing = tuple(dict.fromkeys(users.get(name, ())))
            rows.append(
                row((sort, name), (), finding, name=name, sort=sort, files=tuple(files), needed_by=needing)
            )
    columns = (
        Column("name", "Name"), Column("sort", "What"), Column("files", "Files", Kind.LIST), Column("needed_by", "Needed by", Kind.LIST),
    )  # fmt: skip
    return Table("ambiguous", "One name, different texts", columns, rows)
