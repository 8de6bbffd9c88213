"""XML GENERATE (IBM Enterprise COBOL Language Reference, XML GENERATE statement; GnuCOBOL 3.1 without OCCURS)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cobol_runtime.area import Area
from cobol_runtime.field import AnyField
from cobol_runtime.markup.generated import Generated, put
from cobol_runtime.markup.structure import (
    Counts,
    Form,
    Item,
    Node,
    Rules,
    Structure,
    converted,
    is_suppressed,
    occurrences,
    trimmed,
)
from cobol_runtime.program import SpecialRegisters

RECEIVER_TOO_SMALL = 400
INVALID_NAMESPACE = 416
INVALID_CHARACTERS = 417
INVALID_PREFIX = 419

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Control characters that no XML document may contain (DEL counts as one, as in GnuCOBOL)."""
BEGINS_NAME = "A-Za-z_\xc0-\xd6\xd8-\xf6\xf8-\xff"
XML_NAME = re.compile(rf"[{BEGINS_NAME}][{BEGINS_NAME}0-9.\xb7-]*")
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})"
_PATH = rf"(?:{_CHARACTER}|[:/])*"
_AUTHORITY = rf"//(?:(?:{_CHARACTER}|:)*@)?(?:\[[0-9A-Fa-f:.]+\]|{_CHARACTER}*)(?::[0-9]*)?"
_REST = rf"(?:\?(?:{_CHARACTER}|[:/?])*)?(?:#(?:{_CHARACTER}|[:/?])*)?"
URI = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?!{_CHARACTER}*:))(?:{_AUTHORITY}(?:/{_PATH})?|(?!//){_PATH}){_REST}"
)
"""A URI reference (RFC 3986, appendix A)."""
UTF_8 = 1208


def xml_generate(
    registers: SpecialRegisters,
    source: Area,
    structure: Node,
    *,
    into: Area,
    subscripts: tuple[int, ...] = (),
    counts: Counts | None = None,
    declaration: bool = False,
    encoding: int | None = None,
    namespace: str = " ",
    prefix: str = " ",
    decimal_point: str = ".",
    rules: Rules = Rules.GNUCOBOL,
) -> Generated:
    """Write the item that *structure* describes in *source* as an XML document into *into*, and set XML-CODE.

    *subscripts* are those of the item itself; *counts* are the counters of OCCURS DEPENDING ON by name. *namespace* and
    *prefix* of spaces are none. *encoding* is a CCSID; under IBM rules 1208 makes the document UTF-8.
    """
    registers.xml_code = _namespace_problem(namespace, prefix)
    if registers.xml_code:
        return Generated(0, exception=True)
    writer = _Writer(source, counts or {}, decimal_point, rules, prefix.rstrip(" "))
    document = writer.document(structure, subscripts, namespace.rstrip(" "))
    if declaration:
        document = _declaration(encoding, rules) + document
    if rules is Rules.IBM and encoding == UTF_8:
        document = document.encode("utf-8").decode("latin-1")
    if writer.invalid:
        registers.xml_code = INVALID_CHARACTERS
    length = len(document)
    fits = put(document, into, rules)
    if not fits:
        registers.xml_code = RECEIVER_TOO_SMALL
        length = into.length if rules is Rules.IBM else length + 1  # GnuCOBOL counts the end of the line
    return Generated(length, exception=not fits or (writer.invalid and rules is Rules.IBM))


def _declaration(encoding: int | None, rules: Rules) -> str:
    if rules is Rules.GNUCOBOL:
        return '<?xml version="1.0"?>\n'
    named = ' encoding="UTF-8"' if encoding == UTF_8 else ""
    return f'<?xml version="1.0"{named}?>'


def _namespace_problem(namespace: str, prefix: str) -> int:
    """XML-CODE of a NAMESPACE that is no URI or a NAMESPACE-PREFIX that is no XML name, else 0."""
    uri = namespace.rstrip(" ")
    if uri and not URI.fullmatch(uri):
        return INVALID_NAMESPACE
    name = prefix.rstrip(" ")
    return INVALID_PREFIX if name and not XML_NAME.fullmatch(name) else 0


class _Writer:
    """Writes the items of one record as XML."""

    def __init__(self, source: Area, counts: Counts, decimal_point: str, rules: Rules, prefix: str) -> None:
        self.source = source
        self.counts = counts
        self.decimal_point = decimal_point
        self.rules = rules
        self.prefix = f"{prefix}:" if prefix else ""
        self.invalid = False
        """Characters that no XML document may contain were written as hexadecimal digits."""

    def document(self, node: Node, subscripts: tuple[int, ...], namespace: str) -> str:
        """The document whose root is *node*."""
        declared = ""
        if namespace:
            name = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
            declared = f' {name}="{namespace.replace("&", "&amp;")}"'
        return self.element(node, subscripts, declared)

    def element(self, node: Node, subscripts: tuple[int, ...], declared: str = "") -> str:
        """One occurrence of *node* as an element; *declared* is the namespace declaration of the root."""
        if isinstance(node, Structure):
            content = "".join(self.contents(node, subscripts))
            attributes = "".join(self.attributes(node, subscripts))
            name = self.name(node.name)
        else:
            text, hexadecimal = self.value(node.at(subscripts), attribute=False)
            content, attributes = self.escaped(text), ""
            name = f"hex.{self.name(node.name)}" if hexadecimal else self.name(node.name)
        start = f"{self.prefix}{name}{attributes}{declared}"
        return f"<{start}>{content}</{self.prefix}{name}>" if content else f"<{start}/>"

    def kept(self, node: Structure, subscripts: tuple[int, ...]) -> Iterator[tuple[Node, tuple[int, ...]]]:
        """The occurrences of the members that are not suppressed; members of a FILLER group count as the group's own."""
        for member in node.members:
            for place in occurrences(member, subscripts, self.counts):
                if is_suppressed(member, self.source, place, self.counts):
                    continue
                if isinstance(member, Structure) and not member.name:
                    yield from self.kept(member, place)
                else:
                    yield member, place

    def contents(self, node: Structure, subscripts: tuple[int, ...]) -> Iterator[str]:
        """What stands between the tags of a group."""
        for member, place in self.kept(node, subscripts):
            if isinstance(member, Structure) or member.form is Form.ELEMENT:
                yield self.element(member, place)
            elif member.form is Form.CONTENT:
                yield self.escaped(self.value(member.at(place), attribute=False)[0])

    def attributes(self, node: Structure, subscripts: tuple[int, ...]) -> Iterator[str]:
        """The attributes in the start tag of a group, each with a space before it."""
        for member, place in self.kept(node, subscripts):
            if isinstance(member, Item) and member.form is Form.ATTRIBUTE:
                text, hexadecimal = self.value(member.at(place), attribute=True)
                name = f"hex.{self.name(member.name)}" if hexadecimal else self.name(member.name)
                yield f' {name}="{self.escaped(text, attribute=True)}"'

    def value(self, field: AnyField, *, attribute: bool) -> tuple[str, bool]:
        """The text of an item, and whether it is hexadecimal digits in place of characters that XML does not have.

        GnuCOBOL writes a number in an attribute by its bytes.
        """
        text, number = converted(field, self.source)
        if number and attribute and self.rules is Rules.GNUCOBOL:
            text, number = trimmed(field, self.source), False
        if number:
            return text.replace(".", self.decimal_point), False
        if NOT_XML.search(field.text(self.source)):
            self.invalid = True
            return field.raw(self.source).hex(), True
        return text, False

    def escaped(self, text: str, *, attribute: bool = False) -> str:
        """*text* with references in place of the characters that are markup."""
        for character, reference in _REFERENCES[self.rules]:
            text = text.replace(character, reference)
        if attribute and self.rules is Rules.GNUCOBOL:
            text = _IN_ATTRIBUTE.sub(_numeric_reference, _as_utf_8(text))
        return text

    def name(self, name: str) -> str:
        """The name of an element or attribute, with an underscore before what cannot begin one."""
        return name if XML_NAME.match(name) else f"_{name}"


_COMMON = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
_REFERENCES = {
    Rules.GNUCOBOL: (*_COMMON, ("\r", "&#13;")),
    Rules.IBM: (*_COMMON, ("'", "&apos;")),
}
_IN_ATTRIBUTE = re.compile("[\t\n\x80-\U0010ffff]")
"""What libxml2 writes in attributes as numeric references."""


def _numeric_reference(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"&#{code};" if code < 0x80 else f"&#x{code:X};"


def _as_utf_8(text: str) -> str:
    """The characters that the bytes stand for, when they are UTF-8."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text
