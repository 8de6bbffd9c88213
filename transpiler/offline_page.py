"""What the pages of `report` and `review` have in common: one file that loads nothing, opens without a server and runs no text of
the sources."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@cache
def environment(folder: str) -> Environment:
    """The Jinja environment of the HTML templates in `folder` of the templates; all text is escaped."""
    return Environment(
        loader=PackageLoader("transpiler", f"templates/{folder}"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


@cache
def asset(folder: str, name: str) -> str:
    """The text of a style sheet or script in `folder` of the templates."""
    return (files("transpiler") / "templates" / folder / name).read_text(encoding="utf-8")


@cache
def script(folder: str, names: Iterable[str]) -> str:
    """The scripts as one, with names of its own."""
    text = "\n".join(asset(folder, name) for name in names)
    return "\n" + f'(() => {{ "use strict";\n{text}' + "})();\n"


def embedded(data: dict[str, Any]) -> Markup:
    """JSON for a script element: nothing in it can end the element or begin another (HTML standard, 4.12.1.3)."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for char, escape in _UNSAFE.items():
        text = text.replace(char, escape)
    return Markup(text.encode("utf-8", "backslashreplace").decode())


def policy_source(text: str) -> str:
    """The hash by which a Content-Security-Policy allows the script or style `text`."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
