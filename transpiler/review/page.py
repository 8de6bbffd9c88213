"""Pages: data and scripts in one file that loads nothing, opens without a server and runs no text of the COBOL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from transpiler.offline_page import asset, embedded, environment, policy_source, script

FOLDER = "review"
_SHARED = ("state.js", "store.js")
_PAGE = (
    *_SHARED,
    "model.js",
    "marks.js",
    "rows.js",
    "selection.js",
    "panel.js",
    "ruler.js",
    "graph.js",
    "lists.js",
    "export.js",
    "find.js",
    "main.js",
)
_INDEX = (*_SHARED, "index.js")


@dataclass(frozen=True, slots=True)
class Tool:
    """A button of the page and the key that does the same."""

    action: str
    label: str
    key: str
    title: str


TOOLS = (
    Tool("queue", "Queue", "s", "What asks for most attention"),
    Tool("patterns", "Patterns", "t", "Statements of the same shape, approved together"),
    Tool("alone", "Alone", "e", "What stands on one side only"),
    Tool("marks", "Marks", "l", "Marks, import and export"),
    Tool("flow", "Flow", "g", "Control flow of the paragraph, before and after"),
    Tool("copies", "Copies", "O", "Open or close all copybooks"),
    Tool("margins", "Columns", "x", "Columns 1-6 and 73-80"),
    Tool("compiled", "Replaced", "r", "The text after COPY REPLACING and REPLACE"),
    Tool("find", "Find", "/", "Find in both columns"),
    Tool("print", "Print", "Ctrl+P", "Print, or save as PDF"),
    Tool("theme", "Theme", "d", "Light or dark"),
    Tool("help", "?", "?", "Keys"),
)


@dataclass(frozen=True, slots=True)
class PageView:
    """The page of a program. `index` is the way to the page of the tree."""

    title: str
    source: str
    index: str
    policy: str
    style: Markup
    script: Markup
    data: Markup
    tools: Sequence[Tool] = TOOLS


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A program in the page of the tree; `href` is empty when it has no page, and `note` says why."""

    number: int
    name: str
    source: str
    href: str
    lines: str
    units: str
    unsupported: str
    risks: str
    note: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The page of the tree."""

    title: str
    policy: str
    style: Markup
    script: Markup
    data: Markup
    programs: Sequence[ProgramRow]


def program_page(title: str, source: str, index: str, data: dict[str, Any]) -> str:
    """The page of one program as HTML; `index` is the relative address of the page of the tree."""
    style, code = asset(FOLDER, "style.css"), script(FOLDER, _PAGE)
    view = PageView(title, source, index, _policy(style, code), Markup(style), Markup(code), embedded(data))
    return environment(FOLDER).get_template("page.html.j2").render(page=view)


def index_page(title: str, programs: Sequence[ProgramRow], data: dict[str, Any]) -> str:
    """The page of a tree as HTML."""
    style, code = asset(FOLDER, "style.css"), script(FOLDER, _INDEX)
    view = IndexView(title, _policy(style, code), Markup(style), Markup(code), embedded(data), programs)
    return environment(FOLDER).get_template("index.html.j2").render(page=view)


def _policy(style: str, code: str) -> str:
    """What the page may do: run its own script, use its own style, and save marks with its own server."""
    return (
        f"default-src 'none'; script-src {policy_source(code)}; style-src {policy_source(style)}; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )
