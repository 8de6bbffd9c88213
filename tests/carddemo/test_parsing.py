"""Every program of the application parses, those with EXEC CICS and EXEC SQL blocks too."""

from __future__ import annotations

import pytest

from cobol_parser import ast
from cobol_parser.diagnostics import Diagnostics, Severity
from cobol_parser.dialects import DIALECTS
from cobol_parser.parser import parse
from cobol_parser.text_manipulation import expand
from cobol_parser.text_options import TextOptions
from cobol_parser.walk import walk
from tests.carddemo.jobs import Application

MISSING_COPYBOOK = "CBL2010"
SYSTEM_COPYBOOKS = ("DFHAID", "DFHBMSCA", "DFHATTR")
"""Copybooks that a CICS system brings along; the application does not hold them."""

PROGRAMS = 31


def options_for(application: Application) -> TextOptions:
    """How the sources are read. Some copybooks were typed with tab stops of four: at eight, lines run past column 72."""
    folder = application.folder / "app"
    libraries = (str(folder / "cpy"), str(folder / "cpy-bms"))
    return TextOptions(dialect=DIALECTS["ibm"], library_folders=libraries, tab_width=4)


def test_every_program_parses(application: Application) -> None:
    """No errors but copybooks of the system, and every file gives its one program."""
    options = options_for(application)
    folder = application.folder / "app" / "cbl"
    sources = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".cbl")
    assert len(sources) == PROGRAMS
    for source in sources:
        diagnostics = Diagnostics()
        unit = parse(expand(str(source), options, diagnostics), options.dialect, diagnostics)
        errors = [item for item in diagnostics.items if item.severity is Severity.ERROR]
        unexpected = [item for item in errors if not _is_system_copybook(item.code, item.message)]
        assert not unexpected, f"{source.name}: {unexpected[0]}"
        assert [program.identification.program_id for program in unit.programs] == [source.stem]


def _is_system_copybook(code: str, message: str) -> bool:
    return code == MISSING_COPYBOOK and any(name in message for name in SYSTEM_COPYBOOKS)


@pytest.mark.parametrize("program", ["COSGN00C", "COACTUPC"])
def test_embedded_blocks_keep_their_text(application: Application, program: str) -> None:
    """EXEC blocks are nodes with their words, in the order of the source."""
    options = options_for(application)
    path = application.folder / "app" / "cbl" / f"{program}.cbl"
    diagnostics = Diagnostics()
    unit = parse(expand(str(path), options, diagnostics), options.dialect, diagnostics)
    blocks = [node for node in walk(unit) if isinstance(node, ast.ExecBlock)]
    written = path.read_text(encoding="latin-1").upper()
    code = "\n".join(line for line in written.splitlines() if line[6:7] != "*")
    assert len(blocks) == code.count("EXEC CICS") + code.count("EXEC SQL")
    assert all(block.language.upper() in ("CICS", "SQL") and block.text for block in blocks)
