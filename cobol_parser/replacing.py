"""Replacing text words: what COPY … REPLACING and REPLACE do (ANSI X3.23-1985 XII 2 and 3).

Matching goes by text words, which are smaller than tokens in a few places: a PICTURE character-string or
``:TAG:-NAME`` is several. Where text words stood without space between them they are joined again after the
replacement and read anew, which is how ``WS-:TAG:-NAME`` becomes one word.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cobol_parser.source import Token
from cobol_parser.text_words import text_words

_INSIDE_PICTURE = re.compile(r"[A-Za-z0-9_-]+|[^A-Za-z0-9_-]")
_INSIDE_BLOCK = re.compile(r"\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+|\S")
_NUMERIC = frozenset({"INTEGER", "DECIMAL"})
_WHOLE = frozenset({"EXEC_BLOCK", "COMMENT_ENTRY", "$END"})
_PICTURE_WORDS = frozenset({"PIC", "PICTURE"})


@dataclass(frozen=True, slots=True)
class TextWord:
    """One text word.

    `tokens` are the tokens it is (part of); `joined`: no space stands before it; `picture`: it is part of a PICTURE
    character-string. `line` … `end_column` say where it stands, or where the text stands that it replaces, in which
    case it is `new`. `comments` are those of replaced tokens.
    """

    text: str
    upper: str
    tokens: tuple[Token, ...]
    joined: bool
    line: int
    column: int
    end_line: int
    end_column: int
    picture: bool = False
    new: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One operand pair. `old` holds upper-case text words, one for the `kind` LEADING and TRAILING."""

    old: tuple[str, ...]
    new: tuple[TextWord, ...]
    kind: str = ""


@dataclass(slots=True)
class RuleSet:
    """Rules in order of precedence, found by the text word they begin with."""

    rules: tuple[Rule, ...]
    _by_first: dict[str, list[Rule]] = field(init=False, repr=False)
    _any_partial: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._by_first = {}
        self._any_partial = any(rule.kind for rule in self.rules)
        for rule in self.rules:
            if not rule.kind:
                self._by_first.setdefault(rule.old[0], []).append(rule)

    def candidates(self, word: TextWord) -> Sequence[Rule]:
        """Return the rules that may apply at `word`, in order."""
        if not self._any_partial:
            return self._by_first.get(word.upper, ())
        return [rule for rule in self.rules if _may_apply(rule, word.upper)]


def _may_apply(rule: Rule, upper: str) -> bool:
    first = rule.old[0]
    if rule.kind == "LEADING":
        return upper.startswith(first)
    return upper.endswith(first) if rule.kind else upper == first


def split(tokens: Sequence[Token]) -> list[TextWord]:
    """Cut tokens into text words. A hyphen or sign directly before a word or number belongs to it."""
    words: list[TextWord] = []
    before: Token | None = None
    for token in tokens:
        joined = before is not None and touches(before, token)
        if token.type == "PICTURE":
            words += _split_picture(token, joined)
        elif joined and before is not None and _is_sign_of(before, token):
            sign = words.pop()
            words.append(_word((before, token), sign.text + token.text, sign.joined))
        else:
            words.append(_word((token,), token.text, joined))
        before = token
    return words


def touches(before: Token, token: Token) -> bool:
    """Whether no space stands between two tokens."""
    return (
        before.end_column == token.column
        and before.end_line == token.line
        and before.inclusion is token.inclusion
        and before.type not in _WHOLE
        and token.type not in _WHOLE
    )


def _is_sign_of(before: Token, token: Token) -> bool:
    if token.type == "WORD":
        return before.type == "MINUS"
    return token.type in _NUMERIC and before.type in ("MINUS", "PLUS")


def _word(tokens: tuple[Token, ...], text: str, joined: bool) -> TextWord:
    first, last = tokens[0], tokens[-1]
    return TextWord(
        text, text.upper(), tokens, joined, first.line, first.column, last.end_line, last.end_column
    )


def _split_picture(token: Token, joined: bool) -> Iterator[TextWord]:
    one_line = token.line == token.end_line
    for match in _INSIDE_PICTURE.finditer(token.text):
        yield TextWord(
            match[0],
            match[0].upper(),
            (token,),
            joined or match.start() > 0,
            token.line,
            token.column + (match.start() if one_line else 0),
            token.end_line,
            token.column + match.end() if one_line else token.end_column,
            picture=True,
        )


def replace(tokens: list[Token], rules: RuleSet) -> list[Token]:
    """Return `tokens` with the rules applied from left to right; replaced text is not looked at again.

    New tokens carry the place of what they replace. Tokens that no rule touches are passed on as they are.
    """
    for token in tokens:
        if token.type == "EXEC_BLOCK":
            _replace_inside(token, rules)
    words = split(tokens)
    if not any(rules.candidates(word) for word in words):
        return tokens
    return _gather_pictures(_rejoin(_substitute(words, rules)))


def _replace_inside(block: Token, rules: RuleSet) -> None:
    """Apply the rules to the text of an EXEC block, which keeps its lines but not its indentation then."""
    words: list[TextWord] = []
    end = 0
    for match in _INSIDE_BLOCK.finditer(block.text):
        line = block.text.count("\n", 0, match.start())
        joined = bool(words) and end == match.start()
        words.append(TextWord(match[0], match[0].upper(), (block,), joined, line, 0, line, 0))
        end = match.end()
    if not any(rules.candidates(word) for word in words):
        return
    text, line = "", 0
    for word in _substitute(words, rules):
        gap = "" if word.joined or not text else "\n" if word.line > line else " "
        text, line = text + gap + word.text, word.line
    block.text, block.upper = text, text.upper()


def _substitute(words: list[TextWord], rules: RuleSet) -> list[TextWord]:
    out: list[TextWord] = []
    at = 0
    while at < len(words):
        for rule in rules.candidates(words[at]):
            end = _match(rule, words, at)
            if end:
                new = _new_words(rule, words[at:end])
                out += new
                if not new and end < len(words):
                    words[end] = _behind_nothing(words[at:end], words[end])
                at = end
                break
        else:
            out.append(words[at])
            at += 1
    return out


def _match(rule: Rule, words: list[TextWord], at: int) -> int:
    """Return the index behind the matched words, 0 for no match. Separator commas do not count."""
    if rule.kind:
        return at + 1
    for expected in rule.old:
        while at < len(words) and words[at].upper != expected and words[at].tokens[0].type == "COMMA":
            at += 1
        if at >= len(words) or words[at].upper != expected:
            return 0
        at += 1
    return at


def _new_words(rule: Rule, matched: list[TextWord]) -> list[TextWord]:
    """Return the words that take the place of `matched`."""
    first, last = matched[0], matched[-1]
    new: Sequence[TextWord] = rule.new
    if rule.kind:
        size, text = len(rule.old[0]), "".join(word.text for word in rule.new)
        text = text + first.text[size:] if rule.kind == "LEADING" else first.text[:-size] + text
        new = [dataclasses.replace(first, text=text)] if text else []
    words = []
    in_picture = first.picture
    for index, word in enumerate(new):
        in_picture = in_picture and (index == 0 or word.joined)
        words.append(
            TextWord(
                word.text,
                word.text.upper(),
                first.tokens[:1],
                first.joined if index == 0 else word.joined,
                first.line,
                first.column,
                last.end_line,
                last.end_column,
                picture=word.picture or in_picture,
                new=True,
                comments=_comments(matched) if index == 0 else (),
            )
        )
    return words


def _behind_nothing(removed: list[TextWord], word: TextWord) -> TextWord:
    """Return the word behind text that was removed; it is joined to what stood before that only if both were."""
    joined = word.joined and removed[0].joined
    return dataclasses.replace(word, joined=joined, comments=_comments(removed) + word.comments)


def _comments(words: Sequence[TextWord]) -> tuple[str, ...]:
    """Return the comments before the words, those of each token once."""
    comments: list[str] = []
    seen: Token | None = None
    for word in words:
        comments += word.comments
        for token in word.tokens if not word.new else ():
            if token is not seen:
                comments += token.comments
            seen = token
    return tuple(comments)


def _rejoin(words: list[TextWord]) -> Iterator[Token]:
    """Yield tokens: those of untouched words as they are, runs of words with a new one among them read anew."""
    start = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and words[at].joined:
            continue
        run = words[start:at]
        start = at
        if any(word.new for word in run):
            yield from _read_anew(run)
            continue
        seen: Token | None = None
        for word in run:
            for token in word.tokens:
                if token is not seen:
                    token.comments = word.comments + token.comments
                    yield token
                seen = token


def _read_anew(run: list[TextWord]) -> list[Token]:
    size = next((index for index, word in enumerate(run) if not word.picture), len(run))
    tokens = []
    if size:
        text = "".join(word.text for word in run[:size])
        kept = text[:-1] if text[-1:] in (".", ",", ";") else text
        if kept:
            tokens.append(_token("PICTURE", kept, run, 0))
        tokens += [_token(kind, word, run, index) for kind, word, index in text_words(text, len(kept))]
    begin = sum(len(word.text) for word in run[:size])
    text = "".join(word.text for word in run)
    if len(run) == 1 and run[0].tokens[0].type in _WHOLE:
        tokens.append(_token(run[0].tokens[0].type, text, run, 0))
    else:
        tokens += [_token(kind, word, run, index) for kind, word, index in text_words(text, begin)]
    if tokens:
        tokens[0].comments = _comments(run)
        tokens[0].area_a = run[0].tokens[0].area_a
        tokens[-1].trailing = run[-1].tokens[-1].trailing
    return tokens


def _token(kind: str, text: str, run: list[TextWord], offset: int) -> Token:
    """Make the token that is `text` at `offset` in the joined text of `run`."""
    first, inside = _word_at(run, offset)
    last, behind = _word_at(run, offset + len(text) - 1)
    return Token(
        kind,
        text,
        first.tokens[0].inclusion,
        first.line,
        first.column if first.new else first.column + inside,
        end_line=last.end_line,
        end_column=last.end_column if last.new else last.column + behind + 1,
    )


def _word_at(run: list[TextWord], offset: int) -> tuple[TextWord, int]:
    for word in run:
        if offset < len(word.text):
            return word, offset
        offset -= len(word.text)
    return run[-1], len(run[-1].text) - 1


def _gather_pictures(tokens: Iterator[Token]) -> list[Token]:
    """Join what follows a PICTURE that came in by replacement to a character-string."""
    out: list[Token] = []
    gathering = False
    for token in tokens:
        if gathering and token.upper != "IS":
            gathering = False
            if token.type != "PICTURE" and token.type != "PSEUDO":
                token.type = "PICTURE"
        elif (
            out
            and out[-1].type == "PICTURE"
            and touches(out[-1], token)
            and token.type not in ("PERIOD", "COMMA", "PSEUDO")
        ):
            before = out.pop()
            joined = Token(
                "PICTURE",
                before.text + token.text,
                before.inclusion,
                before.line,
                before.column,
                end_line=token.end_line,
                end_column=token.end_column,
            )
            joined.comments = before.comments
            token = joined
        if token.type == "WORD" and token.upper in _PICTURE_WORDS:
            gathering = True
        out.append(token)
    return out
