"""The structure of a data item as JSON and XML statements see it: a constant of the program class."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from cobol_parser import ast
from cobol_parser.picture import Category
from cobol_parser.symbols import ConditionName, DataItem
from transpiler.ir import nodes as ir
from transpiler.ir.build import TRUE, integer, own, text
from transpiler.lower.context import Context, Unconvertible
from transpiler.lower.expressions import operand, subscripts_of
from transpiler.lower.operand import FIGURATIVES, Kind
from transpiler.lower.place import Place, item_place, referent_place

Keywords = list[tuple[str, ir.Expr]]


def name_in_runtime(context: Context, name: str) -> ir.Name:
    """Name a member of the runtime's markup package and import it."""
    context.imports.markup.add(name)
    return ir.Name(name)


def refuse_national(item: DataItem, kind: str) -> None:
    """Raises Unconvertible for a national item: its characters are UTF-16, those of converted documents are not."""
    if item.category in (Category.NATIONAL, Category.NATIONAL_EDITED):
        code = "CBL6044" if kind == "JSON" else "CBL6045"
        raise Unconvertible(f"{kind} with the national item {item.name}", code=code)


@dataclass(slots=True)
class Document:
    """One JSON or XML statement: the item `identifier`, and what the phrases say of it and of the items in it."""

    context: Context
    identifier: ast.Identifier
    kind: str
    """JSON or XML"""
    names: tuple[ast.MarkupName, ...] = ()
    suppressions: tuple[ast.MarkupSuppression, ...] = ()
    types: tuple[ast.MarkupType, ...] = ()
    booleans: tuple[ast.JsonBoolean, ...] = ()
    attributes: bool = False
    parsed: bool = False
    place: Place = field(init=False)
    made: ir.Expr = field(init=False)
    counters: dict[str, ir.Expr] = field(default_factory=dict)
    """Counters of OCCURS DEPENDING ON, found while the structure is made."""

    def __post_init__(self) -> None:
        self.place = referent_place(self.context, self.identifier)
        self.made = self._node(self.root, (), outermost=True)

    @property
    def root(self) -> DataItem:
        """The item itself."""
        return self.place.item

    @property
    def ibm(self) -> bool:
        """Whether the rules of IBM Enterprise COBOL hold; Micro Focus follows them."""
        return self.context.dialect.name in ("ibm", "mf")

    def area(self) -> ir.Expr:
        """The record that holds the item."""
        return self.place.record

    def structure(self) -> ir.Expr:
        """The description of the item: a constant of the program class, unless the record is of a program around it."""
        if self.root not in self.context.storage.record_of:
            return self.made
        return own(self.context.structure(f"{self.root.name}_{self.kind}", self.made))

    def keywords(self) -> Keywords:
        """Subscripts of the item, counters of variable tables, and the rules where they are not GnuCOBOL's."""
        keywords: Keywords = []
        subscripts = subscripts_of(self.context, self.identifier)
        if subscripts:
            keywords.append(("subscripts", ir.Tuple(subscripts)))
        if self.counters:
            counts = tuple((text(name), value) for name, value in self.counters.items())
            keywords.append(("counts", ir.Dict(counts)))
        if self.ibm:
            keywords.append(("rules", ir.Attribute(name_in_runtime(self.context, "Rules"), "IBM")))
        return keywords

    # --- the tree

    def _node(self, item: DataItem, groups: tuple[DataItem, ...], *, outermost: bool = False) -> ir.Expr:
        name, named = self._name(item)
        keywords: Keywords = []
        if item.occurs is not None and not outermost:
            keywords.append(("times", self._times(item)))
        if named and self.parsed:
            keywords.append(("exact", TRUE))
        if item.children:
            members = tuple(
                self._node(child, (*groups, item)) for child in item.children if self._takes_part(child)
            )
            arguments = (text(name), ir.Tuple(members)) if members else (text(name),)
            return ir.Call(name_in_runtime(self.context, "Structure"), arguments, tuple(keywords))
        if not name:
            raise Unconvertible(f"the name of {item.name} is OMITTED, and it is no group", code="CBL6044")
        refuse_national(item, self.kind)
        place = item_place(self.context, item)
        described = ir.Attribute(place.record_class, place.attribute or "whole")
        if item.dimensions and place.attribute is None:
            raise Unconvertible(f"{item.name} cannot stand in a document", code="CBL6044")
        keywords += self._elementary(item, groups)
        return ir.Call(name_in_runtime(self.context, "Item"), (text(name), described), tuple(keywords))

    def _takes_part(self, item: DataItem) -> bool:
        """Redefinitions, elementary FILLER and items that SUPPRESS names without WHEN are left out; so is, in GnuCOBOL,
        everything in a FILLER group."""
        if item.redefines is not None or any(
            phrase.item is not None and not phrase.when and self._means(phrase.item, item)
            for phrase in self.suppressions
        ):
            return False
        return not item.is_filler or bool(item.children and (self.ibm or self.parsed))

    def _name(self, item: DataItem) -> tuple[str, bool]:
        """The name of an item in the document, "" when it has none there; whether the NAME phrase gives it."""
        for phrase in self.names:
            if self._means(phrase.item, item):
                if phrase.name is None:
                    return "", True
                value = operand(self.context, phrase.name).literal
                if not isinstance(value, str):
                    raise Unconvertible("NAME OF … IS needs an alphanumeric literal", code="CBL6044")
                return value.rstrip(" "), True
        spelled = (item.entry.spelling if item.entry is not None else None) or item.name or ""
        if self.kind == "XML" and self.ibm and spelled.upper().startswith("XML"):
            return f"_{spelled}", False  # such names are reserved in XML
        return spelled, False

    def _times(self, item: DataItem) -> ir.Expr:
        occurs = item.occurs
        assert occurs is not None
        counter = occurs.depending_on
        if counter is None:
            return integer(occurs.maximum)
        name = counter.name or ""
        self.counters[name] = item_place(self.context, counter).read()
        return text(name)

    def _elementary(self, item: DataItem, groups: tuple[DataItem, ...]) -> Keywords:
        keywords: Keywords = []
        form = self._form(item, groups)
        if form != "ELEMENT":
            keywords.append(("form", ir.Attribute(name_in_runtime(self.context, "Form"), form)))
        suppress = self._suppress(item, form)
        if suppress and groups:
            keywords.append(("suppress", text(suppress)))
        boolean = next((phrase for phrase in self.booleans if self._means(phrase.item, item)), None)
        if boolean is not None:
            keywords.append(("boolean", self._boolean(boolean)))
        return keywords

    def _form(self, item: DataItem, groups: tuple[DataItem, ...]) -> str:
        """What the item becomes in XML. WITH ATTRIBUTES is for the items directly in the document's group in GnuCOBOL, for
        those of every group in IBM's rules."""
        for phrase in self.types:
            if self._means(phrase.item, item):
                return phrase.form
        eligible = self.attributes and groups and item.occurs is None and not item.is_filler
        return "ATTRIBUTE" if eligible and (self.ibm or len(groups) == 1) else "ELEMENT"

    def _suppress(self, item: DataItem, form: str) -> str:
        """The characters of the figurative constants that suppress the item.

        A phrase for the item itself goes before generic ones. Of two such phrases GnuCOBOL takes the first, IBM the
        last; generic ones add up.
        """
        own_phrases = [
            phrase
            for phrase in self.suppressions
            if phrase.item is not None and self._means(phrase.item, item)
        ]
        if own_phrases:
            chosen = [own_phrases[-1 if self.ibm else 0]]
        else:
            category = "NUMERIC" if item.is_numeric else "NONNUMERIC"
            chosen = [
                phrase
                for phrase in self.suppressions
                if phrase.item is None and phrase.category in ("", category) and phrase.form in ("", form)
            ]
        constants = dict.fromkeys(constant for phrase in chosen for constant in phrase.when)
        return "".join(FIGURATIVES[constant][1] for constant in constants)

    def _boolean(self, phrase: ast.JsonBoolean) -> ir.Expr:
        true, otherwise = self._values(phrase.true)
        if phrase.false is not None:
            otherwise = self._values(phrase.false)[0][0]
        arguments: tuple[ir.Expr, ...] = (ir.Tuple(tuple(ir.Constant(value) for value in true)),)
        if otherwise is not None:
            arguments += (ir.Constant(otherwise),)
        return ir.Call(name_in_runtime(self.context, "Boolean"), arguments)

    def _values(self, expression: ast.Expression) -> tuple[tuple[str | int, ...], str | int | None]:
        """The values that a condition-name or a literal stands for, and that of WHEN SET TO FALSE."""
        meant = (
            self.context.analysis.references.get(expression)
            if isinstance(expression, ast.Identifier)
            else None
        )
        if not isinstance(meant, ConditionName):
            return (self._value(expression),), None
        if any(value.high is not None for value in meant.values):
            raise Unconvertible(f"{meant.name} has a range of values", code="CBL6044")
        true = tuple(self._value(value.low) for value in meant.values)
        return true, self._value(meant.when_false) if meant.when_false is not None else None

    def _value(self, expression: ast.Expression) -> str | int:
        value = operand(self.context, expression)
        if isinstance(value.literal, str):
            return value.literal
        if isinstance(value.literal, Decimal) and value.integer:
            return int(value.literal)
        if value.kind is Kind.FILL and value.figurative in FIGURATIVES:
            return FIGURATIVES[value.figurative][1]
        raise Unconvertible("a JSON boolean needs whole numbers or alphanumeric literals", code="CBL6044")

    def _means(self, identifier: ast.Identifier, item: DataItem) -> bool:
        return self.context.analysis.references.get(identifier) is item
