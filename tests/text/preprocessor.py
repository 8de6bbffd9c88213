"""What GnuCOBOL makes of a text, as a list of text words to compare with."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cobol_parser.source import Token
from cobol_parser.text_manipulation import TextOptions, expand_text


def spelled(tokens: list[Token]) -> list[str]:
    """Return the tokens as text words: upper case outside literals, without separator commas and comment
    paragraphs, which GnuCOBOL's preprocessor drops."""
    words = []
    for token in tokens:
        if token.type == "COMMENT_ENTRY":
            del words[-2:]
        elif token.type not in ("COMMA", "$END"):
            words.append(token.text if token.type == "STRING" else token.upper)
    return words


def preprocessed(path: Path, *flags: str) -> list[str]:
    """Run `cobc -E` on `path` in its own folder and return the text words of what it prints."""
    run = subprocess.run(
        ["cobc", "-E", *flags, path.name],
        cwd=path.parent,
        capture_output=True,
        encoding="latin-1",
        check=False,
    )
    text = "\n".join(line for line in run.stdout.splitlines() if not line.startswith("#"))
    return spelled(expand_text(text, TextOptions(format="free")).tokens)
