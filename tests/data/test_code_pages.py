"""Code pages decode every byte and lose none."""

from __future__ import annotations

import pytest

from transpiler.data.code_pages import EBCDIC_PAGES, code_page, translation
from transpiler.data.encoding import guess_page
from transpiler.data.errors import UsageProblem

ALL_BYTES = bytes(range(256))


@pytest.mark.parametrize("name", [*sorted(EBCDIC_PAGES), "ascii", "cp1252", "cp437", "iso8859-15"])
def test_every_byte_has_a_character_of_its_own(name: str) -> None:
    page = code_page(name)
    text = page.decode(ALL_BYTES)
    assert len(set(text)) == 256
    assert page.encode(text) == ALL_BYTES


@pytest.mark.parametrize("name", ["cp037", "cp273", "cp500", "cp1140"])
def test_pages_that_python_has_are_pythons(name: str) -> None:
    assert code_page(name).decode(ALL_BYTES) == ALL_BYTES.decode(name)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("cp1047", "ADBD5FBABBB0", "[]^Ý¨¬"),
        ("cp037", "BABB5FADBDB0", "[]¬Ý¨^"),
        ("cp273", "C0D04A5AE0A1", "äüÄÜÖß"),
        ("cp1141", "9FC0", "€ä"),
        ("cp277", "C0D05B", "æåÅ"),
        ("cp1142", "5A", "€"),
        ("cp284", "7B6A", "Ññ"),
        ("cp285", "5B", "£"),
        ("cp297", "C0D0", "éè"),
        ("cp1148", "9F4A5A", "€[]"),
        ("cp1149", "7C8E9C", "Ð{}"),
    ],
)
def test_national_characters_are_where_the_page_has_them(name: str, data: str, text: str) -> None:
    assert code_page(name).decode(bytes.fromhex(data)) == text


@pytest.mark.parametrize("name", ["IBM-1047", "1047", "ibm1047", "cp01047", "CP1047"])
def test_a_page_has_many_names(name: str) -> None:
    assert code_page(name).name == "cp1047"


@pytest.mark.parametrize("source", ["cp037", "cp1047", "cp1140", "cp424"])
@pytest.mark.parametrize("target", ["ascii", "cp1252", "cp273"])
def test_a_translation_can_be_undone(source: str, target: str) -> None:
    there, back = translation(source, target), translation(target, source)
    assert ALL_BYTES.translate(there).translate(back) == ALL_BYTES


def test_high_value_stays_the_highest_byte() -> None:
    for page in ("cp037", "cp273", "cp1047"):
        assert translation(page, "ascii")[0xFF] == 0xFF
        assert translation("ascii", page)[0xFF] == 0xFF
        assert translation(page, "ascii")[0] == 0


def test_unknown_pages_are_refused_with_a_reason() -> None:
    with pytest.raises(UsageProblem, match=r"did you mean .*cp1047"):
        code_page("cp1048")
    with pytest.raises(UsageProblem, match="single bytes"):
        code_page("utf-16")


def test_the_kind_of_a_file_is_guessed_from_its_letters() -> None:
    assert guess_page("JOHN DOE 0001".encode("cp037") + bytes(40)) == "cp037"
    assert guess_page(b"JOHN DOE 0001" + bytes(40)) == "ascii"
    assert guess_page(b"") == "ascii"
