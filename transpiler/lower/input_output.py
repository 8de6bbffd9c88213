"""OPEN, CLOSE, READ, WRITE, REWRITE, DELETE, START, UNLOCK, ACCEPT, DISPLAY."""

from __future__ import annotations

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.qualification import find_file
from cobol_parser.symbols import Constant, DataItem, FileItem, Mnemonic, Usage
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, integer, own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.debugging import after_operation, after_read, before_write
from transpiler.lower.expressions import integral, item_operand, operand, variable_length
from transpiler.lower.file_locks import lock_phrases, open_phrases
from transpiler.lower.function_display import shown_function, shown_result
from transpiler.lower.operand import Kind, Operand, as_text
from transpiler.lower.place import file_place, item_place
from transpiler.lower.registry import lower_statements, lowers
from transpiler.lower.store import move, receiver_item, store
from transpiler.lower.stored_files import check_moved

Keywords = tuple[tuple[str, ir.Expr], ...]
_OPENERS = {"INPUT": "open_input", "OUTPUT": "open_output", "I-O": "open_io", "EXTEND": "open_extend"}


def file_item(context: Context, name: str) -> FileItem:
    """The file of this name."""
    file = find_file(context.analysis.symbols, name)
    if file is None:
        raise Unconvertible(f"file {name} is not described in this program", code="CBL6002", reported=True)
    return file


def connector(context: Context, file: FileItem) -> ir.Expr:
    """The attribute that holds a file's connector."""
    return file_place(context, file)


def _call(
    context: Context, file: FileItem, method: str, *arguments: ir.Expr, keywords: Keywords = ()
) -> ir.Call:
    return ir.Call(ir.Attribute(connector(context, file), method), arguments, keywords)


def outcome(
    context: Context,
    file: FileItem,
    operation: ir.Call,
    condition: str,
    phrase: ast.ConditionalPhrase | None,
    before: ir.Body = (),
    noted: ir.Body = (),
) -> list[ir.Stmt]:
    """Do an operation and the branches of its AT END or INVALID KEY phrase.

    `before` is done first when the operation was successful (READ … INTO); `noted` in any case (debugging).
    """
    if phrase is None or phrase.taken is None:
        not_taken = phrase.not_taken if phrase is not None else None
        success = (*before, *lower_statements(context, not_taken or ()))
        return [ir.If(operation, success), *noted] if success else [ir.Do(operation), *noted]
    handled = ir.Call(operation.function, operation.arguments, (*operation.keywords, (condition, TRUE)))
    met = ir.Attribute(connector(context, file), condition)
    taken = lower_statements(context, phrase.taken)
    success = (*before, *lower_statements(context, phrase.not_taken or ()))
    if noted:
        return [ir.Do(handled), *noted, ir.If(met, taken, success)]
    if success:
        return [ir.If(handled, success, (ir.If(met, taken),))]
    return [ir.Do(handled), ir.If(met, taken)]


@lowers(ast.Open)
def open_statement(context: Context, node: ast.Open) -> list[ir.Stmt]:
    """OPEN INPUT f  ->  self.f.open_input()"""
    result: list[ir.Stmt] = []
    for opened in node.files:
        file = file_item(context, opened.file)
        _note_reversed(context, opened)
        phrases = open_phrases(context, opened)
        result.append(ir.Do(_call(context, file, _OPENERS[opened.mode], keywords=phrases)))
        result += after_operation(context, file)
    return result


def _note_reversed(context: Context, opened: ast.OpenFile) -> None:
    if "REVERSED" in opened.options:
        message = (
            f"{opened.file} is read from its first record on: OPEN REVERSED has no effect, as with GnuCOBOL"
        )
        context.diagnostics.report("CBL3012", opened.span.first, message)


@lowers(ast.Close)
def close_statement(context: Context, node: ast.Close) -> list[ir.Stmt]:
    """CLOSE f  ->  self.f.close()"""
    result: list[ir.Stmt] = []
    for closed in node.files:
        keywords: Keywords = (("lock", TRUE),) if "LOCK" in closed.options else ()
        file = file_item(context, closed.file)
        if file.organization != "INDEXED":  # which has no reels and is simply closed
            if "REEL" in closed.options or "UNIT" in closed.options:
                keywords = (*keywords, ("unit", TRUE))
            elif "NO REWIND" in closed.options:
                keywords = (*keywords, ("no_rewind", TRUE))
        result.append(ir.Do(_call(context, file, "close", keywords=keywords)))
        result += after_operation(context, file)
    return result


@lowers(ast.Read)
def read(context: Context, node: ast.Read) -> list[ir.Stmt]:
    """READ f AT END …  ->  self.f.read_next(at_end=True); if self.f.at_end: …"""
    file = file_item(context, node.file)
    arguments: tuple[ir.Expr, ...] = ()
    partial: Keywords = ()
    if node.direction == "PREVIOUS":
        method = "read_previous"
    elif node.direction == "NEXT" or file.access == "SEQUENTIAL":
        method = "read_next"
    elif node.key is not None and file.organization == "INDEXED":
        method = "read_key"
        number, length = _named_key(context, file, node.key)
        arguments = (integer(number),) if number else ()
        partial = (("length", integer(length)),) if length is not None else ()
    else:
        method = "read"
    before: ir.Body = ()
    if node.into is not None:
        before = (move(context, _record_read(context, file), node.into),)
        check_moved(context, file, operand(context, node.into).item, node)
    before += after_read(context, node)
    operation = _call(context, file, method, *arguments, keywords=partial + lock_phrases(context, file, node))
    if node.invalid_key is not None:
        return outcome(context, file, operation, "invalid_key", node.invalid_key, before)
    return outcome(context, file, operation, "at_end", node.at_end, before)


def _record_read(context: Context, file: FileItem) -> Operand:
    """The record area as the sending item of READ … INTO: the record that was read, at its length."""
    if not file.records:
        raise Unconvertible(f"file {file.name} has no record", code="CBL6002")
    record = max(file.records, key=lambda item: item.size)
    described = file.description
    if record.is_variable or (described is not None and described.record_varying):
        area = ir.Attribute(ir.Attribute(connector(context, file), "record"), "text")
        size = ir.Attribute(connector(context, file), "size")
        return Operand(Kind.TEXT, ir.Subscript(area, (ir.Slice(None, size),)))
    return item_operand(context, item_place(context, record))


def _named_key(context: Context, file: FileItem, key: ast.Identifier) -> tuple[int, int | None]:
    """The number of the key that an identifier names, and the length of what it names when that is only the beginning of
    the key: an item that begins where the key does. The first part of a split key stands for all of it."""
    item = context.analysis.references.get(key)
    for number, described in enumerate(file.keys):
        if item is described or (len(described.parts) == 1 and item is described.parts[0]):
            return number, None
    for number, described in enumerate(file.keys):
        if isinstance(item, DataItem) and item.offset == described.parts[0].offset:
            return number, item.size if len(described.parts) == 1 else None
    raise Unconvertible(f"{key.name} is not a key of {file.name}", code="CBL6002")


@lowers(ast.Write)
def write(context: Context, node: ast.Write) -> list[ir.Stmt]:
    """WRITE r FROM x AFTER ADVANCING 2 LINES  ->  self.r.… = x; self.f.write(after=2)"""
    file, record, result = written_record(context, node, node.record, node.source)
    keywords = _advancing(context, node.advancing) + lock_phrases(context, file, node)
    operation = _call(context, file, "write", *written_length(context, file, record), keywords=keywords)
    if node.end_of_page is not None:
        return result + outcome(context, file, operation, "end_of_page", node.end_of_page)
    return result + outcome(context, file, operation, "invalid_key", node.invalid_key)


def written_record(
    context: Context,
    node: ast.Statement,
    record: ast.Identifier | None,
    source: ast.Expression | None,
) -> tuple[FileItem, DataItem, list[ir.Stmt]]:
    """The file and the record of WRITE, REWRITE or RELEASE, and the move of FROM."""
    file = context.analysis.files_of.get(node)
    if file is None:
        raise Unconvertible(
            "the record does not belong to a file of this program", code="CBL6002", reported=True
        )
    item = context.analysis.references.get(record) if record is not None else None
    if not isinstance(item, DataItem):
        item = file.records[0]
    result: list[ir.Stmt] = []
    if source is not None:
        sending = operand(context, source)
        check_moved(context, file, sending.item, node)
        result.append(store(context, sending, item_place(context, item)))
    result += before_write(context, item)
    return file, item, result


def written_length(context: Context, file: FileItem, record: DataItem) -> tuple[ir.Expr, ...]:
    """The length of the record in use: nothing when it is that of the record area."""
    if record.is_variable:
        return (variable_length(context, record),)
    return () if record.size == file.record_size else (integer(record.size),)


def _advancing(context: Context, advancing: ast.Advancing | None) -> Keywords:
    if advancing is None:
        return ()
    name = "after" if advancing.after else "before"
    if advancing.page or advancing.lines is None:
        return ((name, text("PAGE")),)
    if isinstance(advancing.lines, ast.Identifier):
        meant = context.analysis.references.get(advancing.lines)
        if isinstance(meant, Mnemonic):
            if meant.system_name in ("FORMFEED", "TOP", "C01", "CHANNEL-1"):
                return ((name, text("PAGE")),)
            return ((name, integer(1)),)
    return ((name, integral(context, advancing.lines)),)


@lowers(ast.Rewrite)
def rewrite(context: Context, node: ast.Rewrite) -> list[ir.Stmt]:
    """REWRITE r  ->  self.f.rewrite()"""
    file, record, result = written_record(context, node, node.record, node.source)
    phrases = lock_phrases(context, file, node)
    operation = _call(context, file, "rewrite", *written_length(context, file, record), keywords=phrases)
    return result + outcome(context, file, operation, "invalid_key", node.invalid_key)


@lowers(ast.Delete)
def delete(context: Context, node: ast.Delete) -> list[ir.Stmt]:
    """DELETE f  ->  self.f.delete()"""
    file = file_item(context, node.file)
    operation = _call(context, file, "delete", keywords=lock_phrases(context, file, node))
    noted = after_operation(context, file)
    return outcome(context, file, operation, "invalid_key", node.invalid_key, noted=noted)


@lowers(ast.DeleteFile)
def delete_file(context: Context, node: ast.DeleteFile) -> list[ir.Stmt]:
    """DELETE FILE f  ->  self.f.delete_file()"""
    return [ir.Do(_call(context, file_item(context, name), "delete_file")) for name in node.files]


@lowers(ast.Start)
def start(context: Context, node: ast.Start) -> list[ir.Stmt]:
    """START f KEY >= k  ->  self.f.start(">=")"""
    file = file_item(context, node.file)
    keywords: Keywords = ()
    if node.key is not None and file.organization == "INDEXED":
        number, length = _named_key(context, file, node.key)
        if number:
            keywords = (("key", integer(number)),)
        if length is not None and node.length is None:
            keywords = (*keywords, ("length", integer(length)))
    if node.length is not None:
        keywords = (*keywords, ("length", integral(context, node.length)))
    operation = _call(context, file, "start", text(node.relation.lower() or "="), keywords=keywords)
    noted = after_operation(context, file)
    return outcome(context, file, operation, "invalid_key", node.invalid_key, noted=noted)


@lowers(ast.Unlock)
def unlock(context: Context, node: ast.Unlock) -> list[ir.Stmt]:
    """UNLOCK f  ->  self.f.unlock()"""
    return [ir.Do(_call(context, file_item(context, node.file), "unlock"))]


@lowers(ast.Commit)
def commit(context: Context, node: ast.Commit) -> list[ir.Stmt]:
    """COMMIT  ->  self.run.commit_files()"""
    return [ir.Do(ir.Call(ir.Attribute(own("run"), "commit_files")))]


@lowers(ast.Display)
def display(context: Context, node: ast.Display) -> list[ir.Stmt]:
    """DISPLAY a b  ->  self.display(a, b); on a device it always succeeds: only NOT ON EXCEPTION is ever done."""
    phrase = node.exception
    done = list(lower_statements(context, phrase.not_taken or ())) if phrase is not None else []
    if node.upon in _PROCESS:
        chosen = operand(context, node.items[0])
        value = chosen.expr if chosen.kind is Kind.NUMBER else as_text(context, chosen)
        setter = ir.Attribute(ir.Attribute(own("run"), "process"), _PROCESS[node.upon])
        if phrase is not None and node.upon in _MAY_FAIL:
            return [
                ir.If(ir.Call(setter, (value,)), tuple(done), lower_statements(context, phrase.taken or ()))
            ]
        return [ir.Do(ir.Call(setter, (value,))), *done]
    items = tuple(_shown(context, item) for item in node.items)
    keywords: Keywords = ()
    if node.no_advancing:
        keywords = (("end", text("")),)
    if node.upon is not None:
        keywords = (*keywords, ("upon", text(_device(context, node.upon))))
    return [ir.Do(ir.Call(own("display"), items, keywords)), *done]


def _with_comma(context: Context, item: DataItem, shown: ir.Expr) -> ir.Expr:
    """DECIMAL-POINT IS COMMA also holds for the numbers that DISPLAY prints."""
    if not context.analysis.symbols.decimal_comma or item.scale <= 0:
        return shown
    return ir.Call(ir.Attribute(shown, "replace"), (text("."), text(",")))


_PROCESS = {
    "ENVIRONMENT-NAME": "set_variable_name",
    "ENVIRONMENT-VALUE": "set_chosen_variable",
    "ARGUMENT-NUMBER": "set_argument_number",
    "COMMAND-LINE": "set_command_line",
}
_MAY_FAIL = ("ENVIRONMENT-VALUE", "ARGUMENT-NUMBER")


_REGISTER_FORMS = {"TALLY": "05d", "LINAGE-COUNTER": "010d", "PAGE-COUNTER": "010d", "LINE-COUNTER": "010d"}


def _device(context: Context, name: str) -> str:
    """The system name behind a mnemonic-name."""
    mnemonic = context.analysis.symbols.mnemonics.get(name)
    return mnemonic.system_name if mnemonic is not None else name


def _written(literal: ast.NumericLiteral) -> str:
    """A numeric literal as DISPLAY prints it: as it is written, one with an exponent without it."""
    sign = {"PLUS": "+", "MINUS": "-"}.get(literal.span.first.type, "")
    digits = literal.text.lstrip("+-")
    if "E" in digits.upper():
        digits = f"{abs(literal.value):f}".removeprefix("0")
    return sign + digits


def _has_length_of_its_own(context: Context, expression: ast.Expression) -> bool:
    """Whether the length of an operand is not that of a description: a part of an item, or an item of ANY LENGTH."""
    if not isinstance(expression, ast.Identifier):
        return False
    meant = context.analysis.references.get(expression)
    return isinstance(meant, DataItem) and (meant.any_length or expression.reference_modifier is not None)


def _shown(context: Context, expression: ast.Expression) -> ir.Expr:
    """An operand as DISPLAY prints it."""
    if isinstance(expression, ast.FunctionCall) and expression.name not in context.functions:
        function = shown_function(context, expression, operand, _shown)
        if function is not None:
            return function
    if isinstance(expression, ast.NumericLiteral):
        written = _written(expression)
        point = "," if context.analysis.symbols.decimal_comma else "."
        return text(written.replace(".", point if context.dialect.pretty_display else ""))
    if isinstance(expression, ast.Identifier):
        meant = context.analysis.references.get(expression)
        if isinstance(meant, Constant):
            return _shown(context, meant.value)
    value = operand(context, expression)
    if value.kind is Kind.FILL and isinstance(value.literal, str):
        return text(value.literal)
    if value.kind is Kind.FILL:
        return as_text(context, value)
    item, place = value.item, value.place
    if item is not None and place is not None:
        if item.category in (Category.NUMERIC, Category.FLOAT, Category.INDEX, Category.POINTER):
            if not context.dialect.pretty_display:
                return place.ask("unedited")
            return _with_comma(context, item, place.ask("shown"))
        return context.runtime_call("shown_national", value.expr) if value.national else value.expr
    if value.national:
        return context.runtime_call("shown_national", as_text(context, value))
    if isinstance(expression, ast.LengthOf) and _has_length_of_its_own(context, expression.operand):
        if isinstance(value.expr, ir.Constant):
            return text(str(value.expr.value).rjust(9, "0"))
        return ir.Formatted(value.expr, "09d")
    if isinstance(value.expr, ir.Constant):
        return text(str(value.expr.value))
    if isinstance(expression, ast.BinaryOperation | ast.UnaryOperation | ast.Parenthesized):
        return shown_result(context, value.expr)
    if value.kind is Kind.NUMBER:
        register = expression.name if isinstance(expression, ast.Identifier) else ""
        return ir.Formatted(value.expr, _REGISTER_FORMS.get(register, "+010d"))
    return as_text(context, value)


@lowers(ast.Accept)
def accept(context: Context, node: ast.Accept) -> list[ir.Stmt]:
    """ACCEPT x FROM DATE  ->  self.x = self.accept("DATE")"""
    source = node.source
    if source in _CONSOLE or source in context.analysis.symbols.mnemonics:
        return [move(context, Operand(Kind.TEXT, _typed_line(context, node.item)), node.item)]
    if source in _MOMENTS:
        value = ir.Call(own("accept"), (text(source),))
        return [move(context, Operand(Kind.TEXT, value, _MOMENTS[source]), node.item)]
    process = ir.Attribute(own("run"), "process")
    if source in _COUNTS:
        count = ir.Call(ir.Attribute(process, _COUNTS[source]))
        return [move(context, Operand(Kind.NUMBER, count, integer=True, digits=COUNT_DIGITS), node.item)]
    if source in _MAYBE:
        name = (as_text(context, operand(context, node.name)),) if node.name is not None else ()
        return _accept_maybe(context, node, ir.Call(ir.Attribute(process, _MAYBE[source]), name))
    raise Unconvertible(f"ACCEPT FROM {source}", code="CBL6000")


def _typed_line(context: Context, receiver: ast.Identifier) -> ir.Expr:
    """A line of standard input; for a DISPLAY number no more characters of it than the number has."""
    line: ir.Expr = ir.Call(own("accept"))
    item = receiver_item(context, receiver)
    if item is None or receiver.reference_modifier is not None:
        return line
    if item.category is not Category.NUMERIC or item.usage is not Usage.DISPLAY:
        return line
    return ir.Subscript(line, (ir.Slice(None, integer(item.size)),))


_CONSOLE = ("", "CONSOLE", "SYSIN", "SYSIPT", "STDIN")
_MOMENTS = {
    "DATE": 6, "DATE YYYYMMDD": 8, "DAY": 5, "DAY YYYYDDD": 7, "DAY-OF-WEEK": 1, "TIME": 8,
    "COMMAND-LINE": None, "USER NAME": None,
}  # fmt: skip
_COUNTS = {
    "ARGUMENT-NUMBER": "argument_number", "LINES": "lines", "COLUMNS": "columns", "COLS": "columns",
}  # fmt: skip
COUNT_DIGITS = 9
"""Digits that an alphanumeric item gets of a count."""
_MAYBE = {
    "ARGUMENT-VALUE": "argument_value",
    "ENVIRONMENT": "variable",
    "ENVIRONMENT-VALUE": "chosen_variable",
}


def _accept_maybe(context: Context, node: ast.Accept, value: ir.Expr) -> list[ir.Stmt]:
    """A source that may have nothing to give: then the ON EXCEPTION phrase is done."""
    given = context.local("given")
    received = (move(context, Operand(Kind.TEXT, given), node.item),)
    phrase = node.exception
    there = (*received, *lower_statements(context, phrase.not_taken or () if phrase else ()))
    missing = lower_statements(context, phrase.taken or () if phrase else ())
    if node.source == "ENVIRONMENT":
        missing = (
            move(context, Operand(Kind.FILL, context.runtime("SPACES"), figurative="SPACE"), node.item),
            *missing,
        )
    test = ir.Compare(given, "is not", ir.Constant(None))
    return [ir.Assign((given,), value), ir.If(test, there, missing)]
