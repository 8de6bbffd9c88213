"""The shapes of text words: one regular expression that cuts a line of code into tokens.

Rules are those of ANSI X3.23-1985 IV 4.2 (separators and character-strings), widened by what compilers accept:
underscore and letters outside ASCII in words, `@ # $` in names of library texts, literals with a prefix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = r"A-Za-z_\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u1fff\u2c00-\u2fff\u3005-\ufdff\U00010000-\U0010ffff"
_TAIL = rf"{_LETTER}0-9@#$\-"
_EXPONENT = rf"(?:[Ee][+-]?[0-9]++(?![{_TAIL}]))?"

TOKEN = re.compile(
    rf"""[ ]*+(?:
      (?P<WORD>[{_LETTER}][{_TAIL}]*+(?!["']))
    | (?P<MARK>\.(?![0-9])|[(),;:])
    | (?P<INTEGER>[0-9]++(?![{_TAIL}.]))
    | (?P<STRING>(?:[BGHLNUXZbghlnuxz]|[BHNUbhnu][CXcx])?(?:"[^"]*+(?:""[^"]*+)*+"|'[^']*+(?:''[^']*+)*+'))
    | (?P<DECIMAL>[0-9]++\.[0-9]++{_EXPONENT}|(?<![{_LETTER}0-9@#$)"'.])\.[0-9]++{_EXPONENT})
    | (?P<ODD_WORD>[{_LETTER}][{_TAIL}]*+|[0-9][0-9-]*+[{_LETTER}][{_TAIL}]*+|[@#$][{_TAIL}]++
        |[0-9]++(?:-++[0-9]++)++(?![{_TAIL}]|\.[0-9]))
    | (?P<DIGITS>[0-9]++)
    | (?P<COMMENT>\*>.*)
    | (?P<SIGN>\*\*|==|<=|>=|<>|\xac=|[.+\-*/=<>&])
    | (?P<OPEN>["'].*)
    | (?P<JUNK>[^ ])
    )""",
    re.VERBOSE,
)
"""The alternatives are tried in order of frequency; leading spaces belong to the match, the word is its only
group. Cut trailing spaces off before, as each of them costs a vain attempt. OPEN is a literal without its closing quotation
mark, JUNK a character that COBOL does not know; the type of a token follows from `TYPES`."""

TYPES = {
    "WORD": "WORD",
    "ODD_WORD": "WORD",
    "INTEGER": "INTEGER",
    "DIGITS": "INTEGER",
    "DECIMAL": "DECIMAL",
    "STRING": "STRING",
    ".": "PERIOD",
    "(": "LPAREN",
    ")": "RPAREN",
    ",": "COMMA",
    ";": "COMMA",
    ":": "COLON",
    "**": "POWER",
    "==": "PSEUDO",
    "=": "EQUAL",
    "+": "PLUS",
    "-": "MINUS",
    "*": "STAR",
    "/": "SLASH",
    ">=": "GREATER_EQUAL",
    ">": "GREATER",
    "<=": "LESS_EQUAL",
    "<": "LESS",
    "<>": "NOT_EQUAL",
    "\xac=": "NOT_EQUAL",
    "&": "AMPERSAND",
}
"""Group name, or text of a MARK or SIGN -> token type. COMMENT, OPEN and JUNK have none."""


def text_words(text: str, start: int = 0) -> Iterator[tuple[str, str, int]]:
    """Yield (type, text, index) of each token in ``text[start:]``, with COMMENT, OPEN and JUNK as types."""
    for match in TOKEN.finditer(text.rstrip(), start):
        group, word = str(match.lastgroup), match[match.lastindex or 0]
        yield TYPES.get(group) or TYPES.get(word, group), word, match.start(group)
