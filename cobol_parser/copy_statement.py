"""Reading COPY and REPLACE statements from tokens (ANSI X3.23-1985 XII 2 and 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cobol_parser.diagnostics import Diagnostics
from cobol_parser.replacing import Rule, split, touches
from cobol_parser.source import Token

COPY_WORDS = frozenset({"COPY", "INCLUDE", "++INCLUDE", "-INC"})


@dataclass(frozen=True, slots=True)
class CopyStatement:
    """COPY `name` OF `library` REPLACING `rules`; `end` is the index behind its full stop, the token `last`."""

    name: str
    library: str | None
    rules: tuple[Rule, ...]
    first: Token
    name_token: Token
    last: Token
    end: int


@dataclass(frozen=True, slots=True)
class ReplaceStatement:
    """REPLACE [ALSO] `rules`, or REPLACE [LAST] OFF when `off`; `end` is the index behind its full stop."""

    rules: tuple[Rule, ...]
    off: bool
    also_or_last: bool
    end: int


class _Malformed(ValueError):
    """The statement is not what the standard allows; `token` is where that shows."""

    def __init__(self, message: str, token: Token, code: str = "CBL2011", help: str | None = None) -> None:
        super().__init__(message)
        self.token = token
        self.code = code
        self.help = help


def is_copy(tokens: Sequence[Token], at: int) -> bool:
    """Whether a COPY statement begins at `at`. INCLUDE is one where it begins a line and a name follows."""
    token = tokens[at]
    if token.type != "WORD" or token.upper not in COPY_WORDS:
        return False
    if token.upper != "INCLUDE":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    first_on_line = at == 0 or tokens[at - 1].end_line != token.line
    return first_on_line and following is not None and following.type in ("WORD", "STRING")


def read_copy(tokens: Sequence[Token], at: int, diagnostics: Diagnostics) -> CopyStatement | int:
    """Read the COPY statement at `at`. A malformed one is reported, and the index behind it returned."""
    reader = _Reader(tokens, at + 1)
    try:
        name_token = reader.peek()
        name = reader.name("the name of a library text is expected behind COPY")
        library = None
        if reader.accept("OF", "IN"):
            library = reader.name("the name of a library is expected")
        if reader.accept("SUPPRESS"):
            reader.accept("PRINTING")
        rules = reader.rules() if reader.accept("REPLACING") else ()
    except _Malformed as error:
        diagnostics.report(error.code, error.token, str(error), help=error.help)
        return reader.recover()
    try:
        reader.full_stop("COPY")
    except _Malformed as error:
        diagnostics.report(error.code, error.token, str(error), help=error.help)
        if error.code != "CBL2011":
            reader.at = reader.recover()
    return CopyStatement(name, library, rules, tokens[at], name_token, tokens[reader.at - 1], reader.at)


def read_replace(tokens: Sequence[Token], at: int, diagnostics: Diagnostics) -> ReplaceStatement | int:
    """Read the REPLACE statement at `at`. A malformed one is reported, and the index behind it returned."""
    reader = _Reader(tokens, at + 1)
    try:
        last = reader.accept("LAST")
        off = reader.accept("OFF")
        if last and not off:
            raise _Malformed("OFF is expected behind REPLACE LAST", reader.peek(), "CBL2015")
        also = not off and reader.accept("ALSO")
        rules = () if off else reader.rules()
        reader.full_stop("REPLACE")
    except _Malformed as error:
        diagnostics.report(error.code, error.token, str(error), help=error.help)
        return reader.recover()
    return ReplaceStatement(rules, off, also or last, reader.at)


class _Reader:
    """A position in the tokens of one statement; `end` is behind the last of them that is text."""

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.end = len(tokens) - (tokens[-1].type == "$END")

    def peek(self) -> Token:
        return self.tokens[min(self.at, len(self.tokens) - 1)]

    def sees(self, *words: str) -> bool:
        return self.at < self.end and self.peek().upper in words and self.peek().type != "STRING"

    def accept(self, *words: str) -> bool:
        if self.sees(*words):
            self.at += 1
            return True
        return False

    def name(self, problem: str) -> str:
        """Read a literal, or an unquoted name, which may hold full stops and slashes inside."""
        token = self.peek()
        if self.at >= self.end or token.type not in ("STRING", "WORD", "INTEGER"):
            raise _Malformed(problem, token, help='write COPY name. or COPY "file".')
        self.at += 1
        if token.type == "STRING":
            return token.text[1:-1].replace(token.text[0] * 2, token.text[0])
        name = token.text
        while self.at + 1 < self.end and self._goes_on():
            name += self.tokens[self.at].text + self.tokens[self.at + 1].text
            self.at += 2
        return name

    def _goes_on(self) -> bool:
        before, mark, word = self.tokens[self.at - 1 : self.at + 2]
        return (
            mark.type in ("PERIOD", "SLASH")
            and word.type in ("WORD", "INTEGER")
            and touches(before, mark)
            and touches(mark, word)
        )

    def full_stop(self, statement: str) -> None:
        token = self.peek()
        if self.at < self.end and token.type == "PERIOD":
            self.at += 1
            return
        if self.sees("BY") or self.tokens[self.at - 1].type == "PSEUDO":
            raise _Malformed(f"{token.text} is not expected in REPLACING", token, "CBL2015")
        raise _Malformed(
            f"{statement} is not ended by a full stop", self.tokens[self.at - 1], help="add a full stop"
        )

    def recover(self) -> int:
        """Return where to go on after a mistake: behind the next full stop, but before the next line that begins in
        area A."""
        start = self.tokens[max(self.at - 1, 0)]
        for index in range(self.at, self.end):
            token = self.tokens[index]
            if token.type == "PERIOD":
                return index + 1
            if token.area_a and token.line > start.line:
                return index
        return self.end

    def rules(self) -> tuple[Rule, ...]:
        rules = [self._rule()]
        while self.at < self.end and self.peek().type != "PERIOD":
            rules.append(self._rule())
        return tuple(rules)

    def _rule(self) -> Rule:
        while self.peek().type == "COMMA":
            self.at += 1
        first = self.peek()
        kind = first.upper if self.sees("LEADING", "TRAILING") and not self._is_operand() else ""
        self.at += bool(kind)
        old = self._operand()
        if not old:
            raise _Malformed(
                "the text to be replaced is empty", first, "CBL2015", "put a text word between == and =="
            )
        if not self.accept("BY"):
            raise _Malformed(
                "BY is expected here", self.peek(), "CBL2015", "write REPLACING ==old== BY ==new=="
            )
        new_at = self.peek()
        new = split(self._operand())
        words = tuple(word.upper for word in split(old) if word.tokens[0].type != "COMMA")
        if kind and (len(words) != 1 or len(new) > 1):
            where = new_at if len(words) == 1 else first
            raise _Malformed(f"{kind} takes one text word on each side of BY", where, "CBL2015")
        return Rule(words, tuple(new), kind)

    def _is_operand(self) -> bool:
        """Whether LEADING or TRAILING is itself the word to be replaced."""
        return self.at + 1 < self.end and self.tokens[self.at + 1].upper == "BY"

    def _operand(self) -> list[Token]:
        """Read pseudo-text, a literal, a word or an identifier with qualifiers and subscripts."""
        token = self.peek()
        if self.at >= self.end or token.type == "PERIOD":
            raise _Malformed("the replacing text is missing", token, "CBL2015", "write ==old== BY ==new==")
        if token.type == "PSEUDO":
            return self._pseudo_text()
        operand = [token]
        self.at += 1
        if token.type in ("MINUS", "PLUS") and self.at < self.end:
            operand.append(self.peek())
            self.at += 1
        if token.type != "WORD":
            return operand
        while self.sees("OF", "IN") and self.at + 1 < self.end:
            operand += self.tokens[self.at : self.at + 2]
            self.at += 2
        if self.at < self.end and self.peek().type == "LPAREN":
            depth = 0
            while self.at < self.end:
                part = self.peek()
                operand.append(part)
                self.at += 1
                depth += (part.type == "LPAREN") - (part.type == "RPAREN")
                if depth == 0:
                    break
        return operand

    def _pseudo_text(self) -> list[Token]:
        opening = self.peek()
        for index in range(self.at + 1, self.end):
            if self.tokens[index].type == "PSEUDO":
                inside = list(self.tokens[self.at + 1 : index])
                self.at = index + 1
                return inside
        raise _Malformed(
            "the pseudo-text has no closing ==", opening, "CBL2014", "close the pseudo-text with =="
        )
