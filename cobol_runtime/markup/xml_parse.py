"""XML PARSE: a document as a sequence of events (IBM Enterprise COBOL, XMLPARSE(XMLSS))."""

from __future__ import annotations

from collections.abc import Callable

from cobol_runtime.area import Area
from cobol_runtime.markup.xml_events import Event, Scanner
from cobol_runtime.program import SpecialRegisters

ENDED_BY_PROGRAM = -1
MORE_INPUT = 1
EVENT_LENGTH = 30
CCSIDS = {1208: "utf-8", 819: "iso-8859-1"}


def xml_parse(
    registers: SpecialRegisters,
    document: Area,
    procedure: Callable[[], object],
    *,
    encoding: int | None = None,
) -> bool:
    """Perform *procedure* for every event of *document*; False when an exception ended the parse.

    The special registers XML-EVENT, XML-TEXT, XML-NAMESPACE, XML-NAMESPACE-PREFIX and XML-INFORMATION tell the
    procedure about the event. It ends the parse by setting XML-CODE to -1; after END-OF-INPUT it asks with XML-CODE 1 for the
    rest of the document, which it has put into *document*. *encoding* is a CCSID; without it the document is UTF-8 if it can
    be, else Latin-1.
    """
    scanner = Scanner(CCSIDS.get(encoding or 0))
    events = scanner.begin(document.raw)
    while True:
        for event in events:
            code = _perform(registers, event, procedure)
            if event.code:
                registers.xml_code = event.code
                return False
            if event.name == "END-OF-DOCUMENT":
                registers.xml_code = 0
                return True
            if code and not (event.name == "END-OF-INPUT" and code == MORE_INPUT):
                registers.xml_code = ENDED_BY_PROGRAM
                return False
        events = scanner.proceed(document.raw if registers.xml_code == MORE_INPUT else None)


def _perform(registers: SpecialRegisters, event: Event, procedure: Callable[[], object]) -> int:
    """Describe *event* in the registers, perform the procedure, and give the XML-CODE that it leaves."""
    registers.xml_event = event.name.ljust(EVENT_LENGTH)
    registers.xml_text = event.text
    registers.xml_namespace = event.namespace
    registers.xml_namespace_prefix = event.prefix
    registers.xml_information = event.information
    registers.xml_code = event.code
    procedure()
    return registers.xml_code
