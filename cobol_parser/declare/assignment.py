"""ASSIGN: which file a program means, or which data item says so when the file is opened.

What an unquoted word is depends on the dialect. Under "dynamic" it is a data item that holds the name; GnuCOBOL defines that
item itself, with the word as its value, where the program does not. Under "external" the part behind the last
hyphen is the name (UT-S-PAYFILE: PAYFILE).
"""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.declare.entries import declare_section
from cobol_parser.declare.scope import Scope
from cobol_parser.qualification import find
from cobol_parser.resolve_names import report_undefined
from cobol_parser.symbols import DataItem, FileItem, StorageSection
from cobol_parser.walk import walk

_NAMED_BY_FILE = frozenset(
    {"DISK", "DISC", "TAPE", "RANDOM", "CARD-READER", "CARD-PUNCH", "CASSETTE", "MAGNETIC-TAPE"}
)
"""Devices that leave the name to the file-name of SELECT."""
_NAMES = {"PRINT": "LPT1"}
"""Devices with another name than their word."""
_LINES = frozenset(
    {
        "PRINTER",
        "PRINTER-1",
        "PRINT",
        "CARD-READER",
        "CARD-PUNCH",
        "CASSETTE",
        "MAGNETIC-TAPE",
        "LINE ADVANCING",
    }
)
"""Devices whose files are LINE SEQUENTIAL."""
_PRINTERS = frozenset({"PRINTER", "PRINTER-1", "PRINT"})
"""Those of them that leave the organization alone when something else names the file."""
_COBOL85_DEVICES = frozenset({"TAPE", "RANDOM", "PRINTER", "DISPLAY"})
"""Device words where there are no others: under COBOL-85 the rest are names like any other."""
_LONGEST_NAME = 4095


def link_assign(scope: Scope, file: FileItem, entry: ast.FileControlEntry) -> None:
    """Find the literal or the data item that names the file; devices may make it LINE SEQUENTIAL."""
    operand = entry.assign[0] if entry.assign else None
    device = _device(scope, entry, operand)
    if len(entry.assign) > 1 and operand is not None and operand_is_device(operand, device):
        operand = entry.assign[1]
    alone = operand is None or operand_is_device(operand, device)
    file.device_lines = device in _LINES and (alone or device not in _PRINTERS)
    if operand is None or alone:
        word = device or (entry.assign_words[0] if entry.assign_words else file.name)
        file.assign_literal = file.name if device in _NAMED_BY_FILE else _NAMES.get(word, _external(word))
        return
    if isinstance(operand, ast.AlphanumericLiteral):
        file.assign_literal = operand.value
    elif isinstance(operand, ast.Identifier):
        _link_word(scope, file, entry, operand)


def _device(scope: Scope, entry: ast.FileControlEntry, operand: ast.Expression | None) -> str | None:
    """The device that ASSIGN names, if it names one."""
    if "LINE ADVANCING" in entry.assign_words:
        return "LINE ADVANCING"
    words = [word for word in entry.assign_words if word in _NAMED_BY_FILE | _LINES]
    if isinstance(operand, ast.Identifier) and operand.name in ("MAGNETIC-TAPE", "PRINTER-1"):
        words.append(operand.name)
    if not words or (scope.dialect.name == "cobol85" and words[0] not in _COBOL85_DEVICES):
        return None
    return words[0]


def operand_is_device(operand: ast.Expression, device: str | None) -> bool:
    """Whether the word of ASSIGN is the device itself."""
    return isinstance(operand, ast.Identifier) and operand.name == device


def _external(word: str) -> str:
    """The name in a word such as UT-S-PAYFILE."""
    return word if word == "PRINTER-1" else word.rsplit("-", 1)[-1]


def _link_word(scope: Scope, file: FileItem, entry: ast.FileControlEntry, word: ast.Identifier) -> None:
    found = find(scope.symbols, word.name, word.qualifiers)
    item = found[0] if len(found) == 1 and isinstance(found[0], DataItem) else None
    constant = scope.symbols.constants.get(word.name)
    if constant is not None and isinstance(constant.value, ast.AlphanumericLiteral):
        file.assign_literal = constant.value.value
    elif _is_external(scope, entry):
        file.assign_literal = _external(word.name)
    elif item is not None:
        file.assign_item = item
        scope.references[word] = item
    elif _needs_item(entry):
        report_undefined(scope.symbols, scope.diagnostics, [word])
    else:
        file.assign_literal = word.name


def _needs_item(entry: ast.FileControlEntry) -> bool:
    return any(word in entry.assign_words for word in ("DYNAMIC", "USING", "VARYING"))


def _is_external(scope: Scope, entry: ast.FileControlEntry) -> bool:
    return not _needs_item(entry) and (scope.dialect.assign == "external" or "EXTERNAL" in entry.assign_words)


def declare_assign_items(scope: Scope, program: ast.Program) -> None:
    """Define the words of ASSIGN that statements use as data items although nothing describes them."""
    words = {
        entry.assign[0].name: entry.assign[0]
        for entry in (program.environment.file_control if program.environment else ())
        if entry.assign
        and isinstance(entry.assign[0], ast.Identifier)
        and not entry.assign[0].qualifiers
        and not find(scope.symbols, entry.assign[0].name)
        and not (_needs_item(entry) or _is_external(scope, entry))
    }
    if not words or program.procedure is None:
        return
    for node in walk(program.procedure):
        if isinstance(node, ast.Identifier) and node.name in words:
            scope.symbols.working_storage += declare_section(
                scope, (_description(words.pop(node.name)),), StorageSection.WORKING_STORAGE
            )


def _description(word: ast.Identifier) -> ast.DataDescription:
    """The entry that GnuCOBOL makes up: as long as a file name may be, with the word itself as its value."""
    literal = ast.AlphanumericLiteral(span=word.span, value=word.name)
    value = ast.ValueClause(span=word.span, values=(ast.ValueRange(span=word.span, low=literal),))
    picture = ast.PictureClause(span=word.span, text=f"X({_LONGEST_NAME})")
    return ast.DataDescription(span=word.span, level=77, name=word.name, picture=picture, value=value)
