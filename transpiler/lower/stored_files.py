"""Datasets that are not stored as their records are in memory: `[files.NAME]` of cobolift.toml for the files of a program."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.diagnostics import Severity
from cobol_parser.picture import Category
from cobol_parser.symbols import DataItem, FileItem
from transpiler.data.copybook import item_named
from transpiler.data.errors import UsageProblem
from transpiler.data.overlays import contradictions
from transpiler.lower.context import Context
from transpiler.options import StoredFile

_CODE = "CBL6053"


def stored_file(context: Context, file: FileItem) -> StoredFile | None:
    """The settings of a file, by its ASSIGN name or its file-name."""
    names = {file.name, (file.assign_literal or "").upper()}
    return next((found for found in context.options.files if found.name in names), None)


def stored_organization(context: Context, file: FileItem) -> str:
    """The organization whose connector reads the dataset: a format decides whether it has lines."""
    found = stored_file(context, file)
    if found is None or not found.format or file.organization not in ("SEQUENTIAL", "LINE SEQUENTIAL"):
        return file.organization
    return "LINE SEQUENTIAL" if found.format == "line" else "SEQUENTIAL"


def check_stored(context: Context, file: FileItem, stored: StoredFile) -> None:
    """Report what cannot work."""
    organization = stored_organization(context, file)
    if stored.format and organization in ("INDEXED", "RELATIVE"):
        _report(
            context, file, f"{file.name} is {organization} and has no format {stored.format}", Severity.ERROR
        )
    if not _translates(context, file, stored):
        return
    if organization == "LINE SEQUENTIAL":
        message = (
            f"{file.name} is read in lines, which are not translated from {stored.encoding}: name a format"
        )
        _report(context, file, message, Severity.ERROR)
    records = _records(context, file, stored)
    if not stored.when:
        _check_contradictions(context, file, records, _signs_differ(context, stored))
    for item in [item for record in records for item in record.walk()]:
        if item.category in (Category.NATIONAL, Category.NATIONAL_EDITED) and not item.utf16:
            _report(context, file, f"{item.name or 'FILLER'} is national and is translated as if it were not")
        if item.depending_on is not None and item.offset + item.total_size < item.record.size:
            _report(context, file, f"what stands behind {item.name} is expected at a fixed place")


def check_moved(context: Context, file: FileItem, item: DataItem | None, node: ast.Node) -> None:
    """Report READ INTO and WRITE FROM an item that has numbers where the records of a translated file have characters."""
    stored = stored_file(context, file)
    if stored is None or stored.records or item is None or not _translates(context, file, stored):
        return
    signs = _signs_differ(context, stored)
    if not contradictions(file.records, signs=signs) and contradictions((*file.records, item), signs=signs):
        context.diagnostics.report(
            _CODE,
            node.span.first,
            f"{item.name or 'FILLER'} has numbers where {file.name} has characters, and they would be translated",
            severity=Severity.ERROR,
            help=f'describe the dataset by it: records = ["{item.record.name}"] in [files.{stored.name}]',
        )


def _records(context: Context, file: FileItem, stored: StoredFile) -> tuple[DataItem, ...]:
    """The level 01 items that describe the records of the dataset."""
    if not stored.records:
        return file.records
    known = tuple(context.analysis.symbols.records())
    found = []
    for name in stored.records:
        item = next((item for item in known if item.name == name.upper()), None)
        if item is None or context.storage.record_of[item].root is not item:
            _report(
                context, file, f"{name} of {file.name} is no level 01 group of the program", Severity.ERROR
            )
        else:
            found.append(item)
    return tuple(found) or file.records


def records_in_python(context: Context, file: FileItem, stored: StoredFile) -> list[str]:
    """The names in the generated program of the records that describe the dataset, where the file's own do not."""
    if not stored.records:
        return []
    return [context.storage.record_of[item].attribute for item in _records(context, file, stored)]


def rules_in_python(context: Context, file: FileItem, stored: StoredFile) -> list[str]:
    """The rules FIELD=VALUE:NAME with the names that items have in the generated program."""
    result = []
    records = _records(context, file, stored) if stored.when else ()
    for rule in stored.when:
        condition, _, name = rule.rpartition(":")
        field, equals, value = condition.partition("=")
        try:
            item = item_named(records, field.rstrip("!"))
            target = item_named(records, name)
        except UsageProblem as error:
            _report(context, file, f"the rule {rule!r} of {file.name}: {error}", Severity.ERROR)
            continue
        if not equals or item.dimensions:
            _report(
                context,
                file,
                f"{rule!r} is no rule FIELD=VALUE:NAME about an item outside tables",
                Severity.ERROR,
            )
            continue
        mark = "!" if field.endswith("!") else ""
        result.append(f"{_attribute(context, item)}{mark}={value}:{_attribute(context, target)}")
    return result


def _attribute(context: Context, item: DataItem) -> str:
    if item.record is item:
        return context.storage.record_of[item].attribute
    return context.storage.field_of[item].attribute


def _signs_differ(context: Context, stored: StoredFile) -> bool:
    """Whether a digit with a sign is translated in another way than a character: GnuCOBOL's signs, and pages without braces
    where the others have them."""
    from transpiler.data.code_pages import ASCII, digit_translation, translation

    digits = digit_translation(stored.encoding, ASCII)
    return context.dialect.sign != "ebcdic" or digits != translation(stored.encoding, ASCII)


def _translates(context: Context, file: FileItem, stored: StoredFile) -> bool:
    if not stored.encoding:
        return False
    from transpiler.data.code_pages import code_page  # imports the runtime, which conversions do without

    try:
        return code_page(stored.encoding).is_ebcdic
    except UsageProblem as error:
        _report(context, file, f"the encoding of {file.name}: {error}", Severity.ERROR)
        return False


def _check_contradictions(
    context: Context, file: FileItem, records: tuple[DataItem, ...], signs: bool
) -> None:
    groups = [records]
    groups += [
        (item, *item.redefined_by) for record in records for item in record.walk() if item.redefined_by
    ]
    for group in groups:
        if len(group) > 1 and contradictions(group, signs=signs):
            names = ", ".join(item.name or "FILLER" for item in group)
            message = f"{names} of {file.name} call the same bytes characters and numbers, and no rule tells which it is"
            _report(context, file, message)
            return


def _report(context: Context, file: FileItem, message: str, severity: Severity | None = None) -> None:
    at = file.entry or file.description
    if at is not None:
        if severity is None:
            context.diagnostics.report(_CODE, at.span.first, message)
        else:
            context.diagnostics.report(_CODE, at.span.first, message, severity=severity)
