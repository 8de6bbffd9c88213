"""Code pages of files, as the runtime knows them; an unknown one is a mistake of the user."""

from __future__ import annotations

from transpiler.data.errors import UsageProblem
from transpiler.data.runtime import (
    ASCII,
    EBCDIC_PAGES,
    PARTNERS,
    CodePage,
    MixedPage,
    UnknownCodePage,
    any_page,
    canonical_name,
    digit_translation,
    translation,
)

__all__ = [
    "ASCII",
    "EBCDIC_PAGES",
    "PARTNERS",
    "CodePage",
    "MixedPage",
    "canonical_name",
    "code_page",
    "digit_translation",
    "translation",
]


def code_page(name: str) -> CodePage | MixedPage:
    """The code page called *name*. Raises UsageProblem."""
    try:
        return any_page(name)
    except UnknownCodePage as error:
        raise UsageProblem(str(error)) from None
