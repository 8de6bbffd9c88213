"""JSON GENERATE, JSON PARSE, XML GENERATE, XML PARSE."""

from __future__ import annotations

from dataclasses import dataclass

from cobol_parser.ast.expressions import Expression, Identifier
from cobol_parser.ast.node import Node
from cobol_parser.ast.ordering import ProcedureRange
from cobol_parser.ast.phrases import ConditionalPhrase
from cobol_parser.ast.program import Statement


@dataclass(frozen=True, kw_only=True, eq=False)
class MarkupName(Node):
    """NAME OF item IS name; None is OMITTED."""

    item: Identifier
    name: Expression | None


@dataclass(frozen=True, kw_only=True, eq=False)
class MarkupType(Node):
    """TYPE OF item IS form: ATTRIBUTE, ELEMENT or CONTENT."""

    item: Identifier
    form: str


@dataclass(frozen=True, kw_only=True, eq=False)
class MarkupSuppression(Node):
    """SUPPRESS item [WHEN …], SUPPRESS EVERY [category] [form] WHEN …, SUPPRESS WHEN ….

    `item` is None for the generic ones. `category` is NUMERIC, NONNUMERIC or ""; `form` ATTRIBUTE, ELEMENT, CONTENT or
    "". `when` are names of figurative constants (ZERO, SPACE, LOW-VALUE, HIGH-VALUE); without any the item is always left out.
    """

    item: Identifier | None = None
    category: str = ""
    form: str = ""
    when: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class JsonBoolean(Node):
    """CONVERTING item TO|FROM JSON BOOLEAN USING true [AND false]: condition-names or literals."""

    item: Identifier
    true: Expression
    false: Expression | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class JsonGenerate(Statement):
    """JSON GENERATE receiver FROM source …"""

    receiver: Identifier
    source: Identifier
    count: Identifier | None = None
    names: tuple[MarkupName, ...] = ()
    suppressions: tuple[MarkupSuppression, ...] = ()
    booleans: tuple[JsonBoolean, ...] = ()
    exception: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class JsonParse(Statement):
    """JSON PARSE document INTO receiver … `detail` is WITH DETAIL."""

    document: Identifier
    receiver: Identifier
    detail: bool = False
    names: tuple[MarkupName, ...] = ()
    suppressions: tuple[MarkupSuppression, ...] = ()
    booleans: tuple[JsonBoolean, ...] = ()
    exception: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class XmlGenerate(Statement):
    """XML GENERATE receiver FROM source … `declaration` is WITH XML-DECLARATION, `attributes` WITH ATTRIBUTES."""

    receiver: Identifier
    source: Identifier
    count: Identifier | None = None
    encoding: Expression | None = None
    declaration: bool = False
    attributes: bool = False
    namespace: Expression | None = None
    prefix: Expression | None = None
    names: tuple[MarkupName, ...] = ()
    types: tuple[MarkupType, ...] = ()
    suppressions: tuple[MarkupSuppression, ...] = ()
    exception: ConditionalPhrase | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class XmlParse(Statement):
    """XML PARSE document PROCESSING PROCEDURE procedure …"""

    document: Identifier
    procedure: ProcedureRange
    encoding: Expression | None = None
    exception: ConditionalPhrase | None = None
