"""Section 10: paragraphs that were copied and changed."""

from __future__ import annotations

from transpiler.report.clones import ALIKE, SMALLEST, Cluster, clusters
from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Kind, Row, Table, row
from transpiler.report.registry import section
from transpiler.wording import counted, noun

_EVIDENCE = 50


@section(10, "clones", "Copied paragraphs")
def clones(estate: Estate) -> Content:
    """Clusters of paragraphs that are the same but for names and literals, or nearly."""
    found = estate.once(clusters)
    rows = [_row(estate, cluster) for cluster in found]
    paragraphs = sum(len(cluster.members) for cluster in found)
    text = (
        f"{counted(paragraphs, 'paragraph forms', 'paragraphs form')} {counted(len(found), 'cluster')} of copies: the same statements in the same order, but for names,"
        f" literals and small changes. Review one of a cluster, and the others are known. Looked at are paragraphs of {SMALLEST} words"
        f" and more; copies have {ALIKE:.0%} of their word runs in common. The text of a copybook counts once."
    )
    return Content(
        text,
        (
            Figure(
                "clusters", noun(len(found), "cluster of copies", "clusters of copies"), len(found), "clones"
            ),
            Figure(
                "copied", noun(paragraphs, "paragraph in them", "paragraphs in them"), paragraphs, "clones"
            ),
        ),
        (Table("clones", "Clusters of copied paragraphs", _COLUMNS, rows),),
    )


_COLUMNS = (
    Column("paragraphs", "Paragraphs", Kind.NUMBER),
    Column("programs", "Programs", Kind.NUMBER),
    Column("words", "Words in all", Kind.NUMBER),
    Column("alike", "Alike (%)", Kind.NUMBER, "word runs in common, of the pair that has least; 100: equal but for names and literals"),
    Column("members", "Where", Kind.LIST),
)  # fmt: skip


def _row(estate: Estate, cluster: Cluster) -> Row:
    members = tuple(f"{unit.program}: {unit.name}" for unit in cluster.members)
    return row(
        ("clones", *sorted(members)),
        [estate.place(unit.paragraph) for unit in cluster.members[:_EVIDENCE]],
        paragraphs=len(members),
        programs=len({unit.program for unit in cluster.members}),
        words=cluster.words,
        alike=int(cluster.likeness * 100),
        members=members,
    )
