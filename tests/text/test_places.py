"""Lines and columns are those of the physical file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cobol_parser.text_manipulation import TextOptions
from tests.text.reading import read

WORDS = st.sampled_from(
    [
        "MOVE",
        "A-B",
        "TO",
        "5",
        "-1.5",
        "'it''s'",
        '"q"',
        "(1:2)",
        "PIC X(5).",
        "X,",
        ".",
        "**",
        "PIC",
        "IS",
        "9V9",
        "ÄÖ",
    ]
)
GAPS = st.sampled_from([" ", "  ", "\t", " \t "])


@st.composite
def fixed_lines(draw: st.DrawFn) -> str:
    """A line of fixed form: words and gaps, comments, blank lines, sequence numbers."""
    sequence = draw(st.sampled_from(["      ", "000100", "AB1   "]))
    kind = draw(st.sampled_from(" " * 8 + "*/"))
    text = ""
    for word in draw(st.lists(WORDS, max_size=6)):
        piece = text + word + draw(GAPS)
        if len(("       " + piece).expandtabs(8)) > 72:
            break
        text = piece
    return (
        f"{sequence}{kind}{text}".ljust(72) + draw(st.sampled_from(["", "IDENT001"]))
        if "\t" not in text
        else f"{sequence}{kind}{text}"
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(fixed_lines(), max_size=12))
def test_every_token_stands_where_it_says(lines: list[str]) -> None:
    source, _ = read("\n".join(lines), TextOptions(format="fixed"))
    for token in source.tokens[:-1]:
        line = source.file.lines[token.line - 1]
        assert token.end_line == token.line
        assert line[token.column - 1 : token.end_column - 1] == token.text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.lists(WORDS, max_size=6), GAPS), max_size=12))
def test_every_token_stands_where_it_says_in_free_form(lines: list[tuple[list[str], str]]) -> None:
    text = "\n".join(gap + gap.join(words) for words, gap in lines)
    source, _ = read(text, TextOptions(format="free"))
    for token in source.tokens[:-1]:
        line = source.file.lines[token.line - 1]
        assert line[token.column - 1 : token.end_column - 1] == token.text


@given(
    st.text(
        st.characters(codec="latin-1", exclude_characters="'", categories=("L", "N", "P", "Zs")), max_size=300
    )
)
def test_a_literal_cut_at_the_margin_is_the_same(content: str) -> None:
    text = f"       DISPLAY '{content}'."
    lines, text = [text[:72]], text[72:]
    while text:
        lines.append("      -    '" + text[:60])
        text = text[60:]
    if lines[-1].removeprefix("      -    ") in ("''.", "'."):
        return  # the closing mark in column 72 or behind it alone: the two marks would stand for one
    source, diagnostics = read("\n".join(lines), TextOptions(format="fixed"))
    assert not diagnostics.items
    assert [token.text for token in source.tokens] == ["DISPLAY", f"'{content}'", ".", ""]


@given(st.from_regex(r"[A-Z][A-Z0-9]{1,28}", fullmatch=True), st.data())
def test_a_word_cut_anywhere_is_the_same(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    source, _ = read(
        f"           MOVE {word[:at]}\n      -    {word[at:]} TO B.", TextOptions(format="fixed")
    )
    token = source.tokens[1]
    assert token.text == word
    assert (token.line, token.column) == (1, 17)
    assert (token.end_line, token.end_column) == (2, 12 + len(word) - at)
