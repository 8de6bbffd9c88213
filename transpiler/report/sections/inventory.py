"""Section 2: every file of the tree: what it is, how long, and which are the same."""

from __future__ import annotations

from collections import Counter, defaultdict

from cobol_parser.source import SourceFile
from transpiler.report.artefacts import Artefact, Sort
from transpiler.report.estate import Estate
from transpiler.report.lines import LineCount, count_lines, read_files
from transpiler.report.model import Column, Content, Figure, Finding, Kind, Level, Place, Row, Table, row
from transpiler.report.registry import section
from transpiler.wording import counted, noun

_COLUMNS = (
    Column("file", "File", Kind.PLACE),
    Column("sort", "Sort"),
    Column("lines", "Lines", Kind.NUMBER),
    Column("code", "Code", Kind.NUMBER, "lines that are neither blank nor comment"),
    Column("comment", "Comment", Kind.NUMBER),
    Column("blank", "Blank", Kind.NUMBER),
    Column("format", "Format"),
    Column("encoding", "Encoding"),
    Column("bytes", "Bytes", Kind.NUMBER),
)
_SHOWN = tuple(sort for sort in Sort if sort is not Sort.OTHER)


@section(2, "inventory", "Inventory")
def inventory(estate: Estate) -> Content:
    """Programs, copybooks, JCL, maps, SQL and what is none of these."""
    read = estate.once(read_files)
    counts = {item.name: count_lines(item, read.get(item.name)) for item in estate.artefacts}
    rows = [_row(item, counts[item.name], read.get(item.name)) for item in estate.artefacts]
    twins = _twins(estate)
    sorts = Counter(item.sort for item in estate.artefacts)
    table = Table("files", "Files", _COLUMNS, rows)
    figures = tuple(
        Figure(sort.name.lower(), noun(sorts[sort], *_NOUNS[sort]), sorts[sort], "files")
        for sort in Sort
        if sorts[sort]
    )
    cobol = sum(
        counts[item.name].code for item in estate.artefacts if item.sort in (Sort.PROGRAM, Sort.COPYBOOK)
    )
    parts = ", ".join(counted(sorts[sort], *_NOUNS[sort]) for sort in _SHOWN if sorts[sort])
    return Content(
        f"{parts or 'No artefacts'}; {counted(cobol, 'line')} of COBOL code.",
        (*figures, Figure("code_lines", f"{noun(cobol, 'line')} of COBOL code", cobol, "files")),
        (_by_sort(estate, counts), table, twins),
    )


_NOUNS = {
    Sort.PROGRAM: ("program file", "program files"),
    Sort.COPYBOOK: ("copybook", "copybooks"),
    Sort.JCL: ("JCL job", "JCL jobs"),
    Sort.PROC: ("JCL procedure", "JCL procedures"),
    Sort.BMS: ("BMS map set", "BMS map sets"),
    Sort.SQL: ("SQL file", "SQL files"),
    Sort.CSD: ("CICS definition file", "CICS definition files"),
    Sort.OTHER: ("file of another sort", "files of other sorts"),
}


def _row(item: Artefact, count: LineCount, file: SourceFile | None) -> Row:
    return row(
        ("file", item.name),
        [Place(item.name)],
        file=item.name,
        sort=item.sort.value,
        lines=count.lines,
        code=count.code,
        comment=count.comment,
        blank=count.blank,
        format=file.reference_format if file is not None else "",
        encoding=file.encoding if file is not None else "",
        bytes=item.size,
    )


def _by_sort(estate: Estate, counts: dict[str, LineCount]) -> Table:
    rows = []
    for sort in Sort:
        members = [item for item in estate.artefacts if item.sort is sort]
        if members:
            of_sort = [counts[item.name] for item in members]
            rows.append(
                row(
                    ("sort", sort.value),
                    sort=sort.value,
                    files=len(members),
                    lines=sum(count.lines for count in of_sort),
                    code=sum(count.code for count in of_sort),
                    comment=sum(count.comment for count in of_sort),
                    blank=sum(count.blank for count in of_sort),
                )
            )
    columns = (Column("sort", "Sort"), Column("files", "Files", Kind.NUMBER), *_COLUMNS[2:6])
    return Table("sorts", "By sort", columns, rows)


def _twins(estate: Estate) -> Table:
    """Files with equal bytes, and files of one sort with one name and different bytes."""
    by_digest: dict[str, list[Artefact]] = defaultdict(list)
    by_name: dict[tuple[Sort, str], list[Artefact]] = defaultdict(list)
    for item in estate.artefacts:
        if item.sort is not Sort.OTHER and item.size:
            by_digest[item.sha256].append(item)
            by_name[item.sort, item.stem].append(item)
    rows = [_twin("duplicate", "equal bytes", members) for members in by_digest.values() if len(members) > 1]
    rows += [
        _twin("homonym", f"{sort.value} {stem}", members)
        for (sort, stem), members in by_name.items()
        if len({item.sha256 for item in members}) > 1
    ]
    columns = (
        Column("what", "What", help="duplicate: equal bytes; homonym: one name, different bytes"),
        Column("name", "Name"),
        Column("files", "Files", Kind.LIST),
    )
    return Table("twins", "Duplicates and homonyms", columns, rows)


def _twin(what: str, name: str, members: list[Artefact]) -> Row:
    names = tuple(item.name for item in members)
    shown = f"{members[0].stem}: {name}" if what == "duplicate" else name
    finding = Finding(
        f"inventory/{what}",
        Level.NOTE if what == "duplicate" else Level.WARNING,
        f"{len(names)} files have equal bytes"
        if what == "duplicate"
        else f"{len(names)} files are called {name}",
    )
    return row((what, *names), [Place(path) for path in names], finding, what=what, name=shown, files=names)
