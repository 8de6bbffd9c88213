"""Section 1: what was looked at, with which tool and settings."""

from __future__ import annotations

from dataclasses import fields

from transpiler.options import ConvertOptions
from transpiler.report.estate import Estate
from transpiler.report.model import Column, Content, Figure, Kind, Place, Row, Table, row
from transpiler.report.registry import section
from transpiler.version import VERSION
from transpiler.wording import noun

_SETTINGS = {
    "dialect": "Dialect",
    "format": "Reference format",
    "arithmetic": "Arithmetic profile",
    "collating": "Order of characters",
    "sign": "Overpunched signs",
    "encoding": "Encoding of the sources",
    "exact": "Most literal rendering",
    "checks": "Run-time checks",
    "debugging": "Debugging lines",
    "defines": "Compilation variables",
}


@section(1, "scope", "Scope")
def scope(estate: Estate) -> Content:
    """The tool, the profiles and a digest of every file."""
    settings = Table(
        "settings",
        "Tool and settings",
        (Column("setting", "Setting"), Column("value", "Value")),
        [row(("tool",), setting="cobolift", value=VERSION), *_settings(estate.options), *_stored(estate)],
    )
    hashes = Table(
        "hashes",
        "Files and their digests",
        (
            Column("file", "File", Kind.PLACE),
            Column("sort", "Sort"),
            Column("bytes", "Bytes", Kind.NUMBER),
            Column("sha256", "SHA-256"),
        ),
        [
            row(("file", item.name), [Place(item.name)], file=item.name, sort=item.sort.value, bytes=item.size,
                sha256=item.sha256)
            for item in estate.artefacts
        ],
    )  # fmt: skip
    text = f"cobolift {VERSION}, dialect {estate.options.dialect}, arithmetic {estate.options.arithmetic}."
    return Content(
        text,
        (
            Figure(
                "files",
                noun(len(hashes.rows), "file looked at", "files looked at"),
                len(hashes.rows),
                "hashes",
            ),
        ),
        (settings, hashes),
    )


def _settings(options: ConvertOptions) -> list[Row]:
    known = {item.name for item in fields(options)} & _SETTINGS.keys()
    return [
        row(("setting", name), setting=_SETTINGS[name], value=_shown(getattr(options, name)))
        for name in _SETTINGS
        if name in known
    ]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return "detected" if value is None else str(value)


def _stored(estate: Estate) -> list[Row]:
    """The code pages of datasets that are not stored as their records are in memory."""
    return [
        row(
            ("dataset", item.name),
            setting=f"Dataset {item.name}",
            value=f"{item.encoding} {item.format}".strip(),
        )
        for item in estate.options.files
    ]
