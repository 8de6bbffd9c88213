"""The events of an XML document, found by expat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

NOT_WELL_FORMED = 12 << 16
"""The return code of the z/OS XML parser in the high-order halfword of XML-CODE."""
END_TAG_DIFFERS = NOT_WELL_FORMED | 0x3035
"""The one reason code that the Programming Guide gives (XRSN_ENDTAG_NAME_MISMATCH); the others are 0 here."""
TAG_MISMATCH = 7
"""expat's number for it."""

LARGEST_ENTITY = 100_000
"""Characters that an entity may stand for. Entities made of entities grow without limit, so longer ones are refused."""
LARGEST_GROWTH = 1_000_000
"""Characters that references may add to a document in all."""
_REFERENCE = re.compile(r"&([^#;&]+);")

COMPLETE, CONTINUED = 1, 2
"""XML-INFORMATION of CONTENT-CHARACTERS and ATTRIBUTE-CHARACTERS."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: XML-EVENT and what the other registers say. `code` is not 0 for EXCEPTION only. Texts have one character a
    byte, in the encoding of the document."""

    name: str
    text: str = ""
    namespace: str = ""
    prefix: str = ""
    information: int = 0
    code: int = 0


class _Refused(Exception):
    """The document is refused; what expat would not say itself."""


class Scanner:
    """Finds the events of a document that comes in one or more pieces. *encoding* overrides what the document says."""

    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding
        self.events: list[Event] = []
        self.content: list[str] = []
        self.open_elements: list[str] = []
        self.scopes: list[dict[str, str]] = [{"": "", "xml": "http://www.w3.org/XML/1998/namespace"}]
        self.entity_sizes: dict[str, int] = {}
        self.growth = 0
        self.read = 0
        self.has_root = False

    def begin(self, data: bytes) -> list[Event]:
        """The events of the first piece, from START-OF-DOCUMENT on."""
        if self.encoding is None:
            self.encoding = "utf-8" if _is_utf_8(data) else "iso-8859-1"
        self.parser = expat.ParserCreate(self.encoding)
        self.parser.ordered_attributes = True
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.document_type
        self.parser.EntityDeclHandler = self.entity
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartCdataSectionHandler = lambda: self.note(Event("START-OF-CDATA-SECTION"))
        self.parser.EndCdataSectionHandler = lambda: self.note(Event("END-OF-CDATA-SECTION"))
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.CommentHandler = lambda text: self.note(Event("COMMENT", self.bytes_of(text)))
        self.parser.SkippedEntityHandler = self.unresolved
        self.note(Event("START-OF-DOCUMENT"))
        return self.proceed(data)

    def proceed(self, data: bytes | None) -> list[Event]:
        """The events of the next piece; None says that there is none. The last one is END-OF-DOCUMENT, END-OF-INPUT when the
        document is not at its end, or EXCEPTION."""
        try:
            if data is not None:
                self.read += len(data)
                self.parser.Parse(data, False)
            if data is not None and (self.open_elements or not self.has_root):
                self.flush(CONTINUED)
                self.events.append(Event("END-OF-INPUT"))
            else:
                self.parser.Parse(b"", True)
                self.note(Event("END-OF-DOCUMENT"))
        except expat.ExpatError as problem:
            self.note(
                Event("EXCEPTION", code=END_TAG_DIFFERS if problem.code == TAG_MISMATCH else NOT_WELL_FORMED)
            )
        except _Refused:
            self.note(Event("EXCEPTION", code=NOT_WELL_FORMED))
        found, self.events = self.events, []
        return found

    def note(self, event: Event) -> None:
        """Add *event* behind the content collected so far."""
        self.flush(COMPLETE)
        self.events.append(event)

    def flush(self, information: int) -> None:
        """Make one event of the content collected so far."""
        if self.content:
            text = self.bytes_of("".join(self.content))
            self.content.clear()
            self.events.append(Event("CONTENT-CHARACTERS", text, information=information))

    def bytes_of(self, text: str) -> str:
        """*text* in the encoding of the document, one character a byte."""
        return text.encode(self.encoding or "utf-8", "replace").decode("latin-1")

    # What expat finds

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        """The XML declaration."""
        self.note(Event("VERSION-INFORMATION", self.bytes_of(version)))
        if encoding is not None:
            self.note(Event("ENCODING-DECLARATION", self.bytes_of(encoding)))
        if standalone >= 0:
            self.note(Event("STANDALONE-DECLARATION", "yes" if standalone else "no"))

    def document_type(self, name: str, _system: str | None, _public: str | None, _subset: int) -> None:
        """<!DOCTYPE …>"""
        self.note(Event("DOCUMENT-TYPE-DECLARATION", self.bytes_of(name)))

    def entity(self, name: str, parameter: int, value: str | None, *_: object) -> None:
        """An entity declaration: refuse what would grow too much. Sizes are those after all references are replaced."""
        if value is None or parameter:
            return
        size = len(value) + sum(self.entity_sizes.get(inner, 0) for inner in _REFERENCE.findall(value))
        if size > LARGEST_ENTITY:
            raise _Refused
        self.entity_sizes.setdefault(name, size)

    def start(self, name: str, attributes: list[str]) -> None:
        """A start tag: the element, its namespace declarations, its other attributes."""
        self.has_root = True
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        declared = [
            (_declared_prefix(key), value) for key, value in pairs if _declared_prefix(key) is not None
        ]
        scope = self.scopes[-1]
        if declared:
            scope = {**scope, **{prefix or "": value for prefix, value in declared}}
        self.scopes.append(scope)
        self.open_elements.append(name)
        self.note(self.named("START-OF-ELEMENT", name, use_default=True))
        for prefix, value in declared:
            texts = self.bytes_of(value), self.bytes_of(prefix or "")
            self.note(Event("NAMESPACE-DECLARATION", namespace=texts[0], prefix=texts[1]))
        for key, value in pairs:
            if _declared_prefix(key) is None:
                self.grow(len(value))
                self.note(self.named("ATTRIBUTE-NAME", key, use_default=False))
                text = self.bytes_of(value)
                self.note(Event("ATTRIBUTE-CHARACTERS", text, information=COMPLETE))

    def end(self, name: str) -> None:
        """An end tag, or the end of an empty element."""
        self.note(self.named("END-OF-ELEMENT", name, use_default=True))
        self.scopes.pop()
        self.open_elements.pop()

    def named(self, event: str, name: str, *, use_default: bool) -> Event:
        """The event of a qualified name. Raises _Refused for a prefix that is not declared."""
        prefix, _, local = name.rpartition(":")
        scope = self.scopes[-1]
        if prefix not in scope:
            raise _Refused
        namespace = scope[prefix] if prefix or use_default else ""
        return Event(event, self.bytes_of(local), self.bytes_of(namespace), self.bytes_of(prefix))

    def characters(self, text: str) -> None:
        """A piece of content; expat divides it at line ends and references."""
        self.grow(len(text))
        self.content.append(text)

    def grow(self, length: int) -> None:
        """Count characters of content. Raises _Refused when they are far more than the document has."""
        self.growth += length
        if self.growth > self.read + LARGEST_GROWTH:
            raise _Refused

    def instruction(self, target: str, data: str) -> None:
        """<?target data?>"""
        self.note(Event("PROCESSING-INSTRUCTION-TARGET", self.bytes_of(target)))
        self.note(Event("PROCESSING-INSTRUCTION-DATA", self.bytes_of(data)))

    def unresolved(self, name: str, parameter: int) -> None:
        """A reference to an entity that is declared nowhere, in a document with an external part."""
        if not parameter:
            self.note(Event("UNRESOLVED-REFERENCE", self.bytes_of(name)))


def _declared_prefix(attribute: str) -> str | None:
    """The prefix that a namespace declaration declares ("" for the default one); None for any other attribute."""
    if attribute == "xmlns":
        return ""
    return attribute.removeprefix("xmlns:") if attribute.startswith("xmlns:") else None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
