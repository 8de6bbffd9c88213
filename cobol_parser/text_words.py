"""The shapes of text words: one regular expression that cuts a line of code into tokens.

Rules are those of ANSI X3.23-1985 IV 4.2 (separators and character-strings), widened by what compilers accept:
underscore and letters outside ASCII in words, `@ # $` in names of library texts, literals with a prefix.
"""

from __future__ import annotations

import re

_LETTER = r"A-Za-z_\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u1fff\u2c00-\u2fff\u3005-\ufdff\U00010000-\U0010ffff"
_TAIL = rf"{_LETTER}0-9@#$-"
_PREFIX = r"(?:[BGHLNUXZbghlnuxz]|[BHNUbhnu][CXcx])?"

TOKEN = re.compile(
    rf"""
      (?P<STRING>{_PREFIX}(?:"[^"]*+(?:""[^"]*+)*+"|'[^']*+(?:''[^']*+)*+'))
    | (?P<WORD>[{_LETTER}][{_TAIL}]*+
        |[0-9][0-9-]*+[{_LETTER}][{_TAIL}]*+
        |[@#$][{_TAIL}]++)
    | (?P<DECIMAL>[0-9]++\.[0-9]++(?:[Ee][+-]?[0-9]++(?![{_TAIL}]))?|(?<![{_TAIL})"'.])\.[0-9]++(?:[Ee][+-]?[0-9]++)?)
    | (?P<INTEGER>[0-9]++)
    | (?P<PERIOD>\.)
    | (?P<LPAREN>\()
    | (?P<RPAREN>\))
    | (?P<COMMA>[,;])
    | (?P<COMMENT>\*>.*)
    | (?P<POWER>\*\*)
    | (?P<PSEUDO>==)
    | (?P<EQUAL>=)
    | (?P<COLON>:)
    | (?P<PLUS>\+)
    | (?P<MINUS>-)
    | (?P<STAR>\*)
    | (?P<SLASH>/)
    | (?P<GREATER_EQUAL>>=)
    | (?P<GREATER>>)
    | (?P<LESS_EQUAL><=)
    | (?P<NOT_EQUAL><>|\xac=)
    | (?P<LESS><)
    | (?P<AMPERSAND>&)
    | (?P<OPEN>["'].*)
    | (?P<JUNK>[^\s])
    """,
    re.VERBOSE,
)
"""The alternatives are tried in order; white space is what none of them takes. OPEN is a literal without its
closing quote, JUNK a character that COBOL does not know."""
