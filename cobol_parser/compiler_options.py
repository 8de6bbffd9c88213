"""Options that a source gives its compiler: CBL and PROCESS lines (Enterprise COBOL Programming Guide, "Compiler options") and
``$SET`` directives (Micro Focus Compiler Directives).

An option that changes what the program means either changes the dialect of this program, or is reported as not followed;
all others are noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cobol_parser.diagnostics import Diagnostics, Place
from cobol_parser.dialects import Dialect
from cobol_parser.run_time_checks import BOUNDS, NONE, NUMBERS, STRICT_BOUNDS, SUBSCRIPTS, Checks, Turn


@dataclass(frozen=True)
class Wish:
    """A compiler option that asks for what an option of the converter chooses: `name` and `value` of that."""

    name: str
    value: str
    message: str
    place: Place


@dataclass(slots=True)
class Settings:
    """What the options in a program have changed: values of fields of `Dialect`, and words that are reserved no more; `wishes` are
    for the caller to compare with the converter's options; `turns` are what turns run-time checks on and off, in order."""

    changes: dict[str, Any] = field(default_factory=dict)
    freed: set[str] = field(default_factory=set)
    wishes: list[Wish] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)

    def applied_to(self, dialect: Dialect) -> Dialect:
        """`dialect` as this program changes it."""
        if not self.changes and not self.freed:
            return dialect
        reserved, context = dialect.reserved - self.freed, dialect.context - self.freed
        return replace(dialect, reserved=reserved, context=context, **self.changes)


@dataclass(frozen=True)
class Option:
    """One option. `changes` are those of the dialect for each argument ("" for none); `wishes` are options of the converter, with
    their values, by argument; `checks` are the run-time checks that it turns on, by argument, `no_checks` those that it turns off, both
    from its line on; `harmless` are arguments that say what holds anyway; `matters` says what else the option changes, and
    `instead` what to do about it."""

    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    wishes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    checks: Mapping[str, Checks] = field(default_factory=dict)
    no_checks: Checks = NONE
    harmless: frozenset[str] = frozenset()
    matters: str = ""
    instead: str = ""


def _follow(**changes: Any) -> Mapping[str, Mapping[str, Any]]:
    return {"": changes}


def _checks(checks: Checks, *arguments: str) -> Option:
    return Option(checks=dict.fromkeys(arguments, checks))


def _no_checks(checks: Checks) -> Option:
    return Option(no_checks=checks)


def _warn(matters: str, instead: str = "", *, unless: str = "") -> Option:
    return Option(harmless=frozenset(unless.split()), matters=matters, instead=instead)


def _wish(matters: str, wishes: Mapping[str, tuple[str, str]], *, unless: str = "") -> Option:
    return Option(wishes=wishes, harmless=frozenset(unless.split()), matters=matters)


_PROFILE = "choose the arithmetic with --arithmetic"
_ZONES = "see that the data has only the preferred signs"
_BY_HAND = "compare the results of the converted program with those of the original"

IBM_OPTIONS: Mapping[str, Option] = {
    "TRUNC": Option({"BIN": {"binary_truncate": False}, "STD": {"binary_truncate": True}, "OPT": {}}),
    "APOST": Option(_follow(quote="'")),
    "QUOTE": Option(_follow(quote='"')),
    "SSRANGE": Option(
        checks={
            **dict.fromkeys(("", "NOZLEN", "ABD", "MSG", "NOZLEN,ABD", "NOZLEN,MSG"), STRICT_BOUNDS),
            **dict.fromkeys(("ZLEN", "ZLEN,ABD", "ZLEN,MSG"), BOUNDS),
        }
    ),
    "NOSSRANGE": _no_checks(STRICT_BOUNDS),
    "NUMCHECK": _checks(NUMBERS, "", "ZON", "PAC", "ZON,PAC", "ZON,PAC,BIN"),
    "NONUMCHECK": _no_checks(NUMBERS),
    "CURRENCY": Option(matters="it gives the program a currency sign", instead="write CURRENCY SIGN into SPECIAL-NAMES"),
    "NOCURRENCY": Option(_follow()),
    "ARITH": _wish(
        "it chooses the size of intermediate results",
        {
            **dict.fromkeys(("COMPAT", "C"), ("arithmetic", "ibm-compat")),
            **dict.fromkeys(("EXTEND", "E"), ("arithmetic", "ibm-extend")),
        },
    ),
    "NUMPROC": _warn("it says which signs of numbers are valid", _ZONES, unless="NOPFD"),
    "ZONEDATA": _warn("it says what damaged zoned numbers are worth", _BY_HAND, unless="PFD"),
    "INVDATA": _warn("it says what damaged numbers are worth", _BY_HAND),
    "NOZWB": _warn("a signed number keeps its sign when it is compared with text", _BY_HAND),
    "INTDATE": _warn(
        "it says which day is 1 for INTEGER-OF-DATE and its like", "the converted functions count from 1601", unless="ANSI"
    ),
    "FLOAT": _warn("it chooses the form of COMP-1 and COMP-2 in storage", "the converted ones are IEEE 754", unless="NATIVE"),
    "NOADV": _warn("records of print files have their control character in the program", _BY_HAND),
    "YEARWINDOW": _warn("it windows years of two digits", _BY_HAND),
    "DATEPROC": _warn("it makes years of two digits part of dates", _BY_HAND),
    "WORD": _warn("it chooses another table of reserved words"),
    "INITIAL": _warn("every CALL finds the program in its initial state", "write IS INITIAL behind PROGRAM-ID"),
    "CODEPAGE": _warn("it says what characters literals and data are in", "choose the encoding with --encoding"),
    "NCOLLSEQ": _warn("it chooses the order of national characters", unless="BINARY"),
}  # fmt: skip

_EBCDIC = {"EBCDIC": ("collating", "ebcdic")}
_DIALECT = "it chooses the dialect"
_IBM_DIALECTS = dict.fromkeys(("OSVS", "VSC2", "SAA", "COBOL370", "ENTCOBOL"), ("dialect", "ibm"))
_OSVS = "the converted program performs ranges as COBOL-85 does"

SET_OPTIONS: Mapping[str, Option] = {
    "TRUNC": Option(
        {"": {"binary_truncate": True}, "ANSI": {"binary_truncate": True}, "ANY": {"binary_truncate": False}}
    ),
    "NOTRUNC": Option(_follow(binary_truncate=False)),
    "IBMCOMP": Option(_follow(binary_size="2-4-8")),
    "NOIBMCOMP": Option(_follow(binary_size="1--8")),
    "APOST": Option(_follow(quote="'")),
    "QUOTE": Option(_follow(quote='"')),
    "SIGN": Option({"ASCII": {"sign": "ascii"}, "EBCDIC": {"sign": "ebcdic"}}),
    "ASSIGN": Option({"DYNAMIC": {"assign": "dynamic"}, "EXTERNAL": {"assign": "external"}}),
    "DPC-IN-DATA": Option(
        {
            "NONE": {"comma_in_data": ()},
            "XML": {"comma_in_data": ("XML",)},
            "JSON": {"comma_in_data": ("JSON",)},
            "ALL": {"comma_in_data": ("XML", "JSON")},
        }
    ),
    "BOUND": _checks(SUBSCRIPTS, ""),
    "NOBOUND": _no_checks(SUBSCRIPTS),
    "SSRANGE": Option(checks={"": STRICT_BOUNDS, "2": STRICT_BOUNDS, "3": BOUNDS}, matters="it checks lower bounds only"),
    "NOSSRANGE": _no_checks(STRICT_BOUNDS),
    "CHECKNUM": _checks(NUMBERS, ""),
    "NOCHECKNUM": _no_checks(NUMBERS),
    "CHARSET": _wish("it makes the characters of the program EBCDIC", _EBCDIC, unless="ASCII"),
    "NATIVE": _wish("it chooses the collating sequence", _EBCDIC, unless="ASCII"),
    "DEFAULTBYTE": _warn("items without VALUE begin with that byte", "give them a VALUE"),
    "ARITHMETIC": _warn("it chooses the size of intermediate results", _PROFILE, unless="MF"),
    "COMP": _warn("sums of COMP items may overflow instead of being cut to their PICTURE", _BY_HAND),
    "PERFORM-TYPE": _warn("it says where a PERFORM ends", _OSVS, unless="MF"),
    "STICKY-LINKAGE": _warn("parameters that are not passed keep their address of the call before", _BY_HAND),
    "ODOSLIDE": Option(_follow(tables_slide=True)),
    "NOODOSLIDE": Option(_follow(tables_slide=False)),
    "DIALECT": _wish(_DIALECT, {"MF": ("dialect", "mf"), "ANS85": ("dialect", "cobol85"), **_IBM_DIALECTS}),
    "ANS85": Option(_follow()),
    "MF": Option(_follow()),
    **{name: _wish(_DIALECT, {"": ("dialect", "ibm")}) for name in _IBM_DIALECTS},
    "FOLD-CALL-NAME": _warn("it changes the case of names in CALL", "write the names as PROGRAM-ID does"),
    "SEQUENTIAL": _warn("it chooses what ORGANIZATION SEQUENTIAL is", "write LINE SEQUENTIAL into SELECT", unless="RECORD"),
    "CURRENCY-SIGN": _warn("it gives the program a currency sign", "write CURRENCY SIGN into SPECIAL-NAMES", unless="36"),
    "SPZERO": _warn("spaces in a DISPLAY number are zeros", _BY_HAND),
    "HOST-NUMMOVE": _warn("moves of numbers go as on the mainframe", _BY_HAND),
    "HOST-NUMCOMPARE": _warn("comparisons of numbers go as on the mainframe", _BY_HAND),
    "NOZWB": _warn("a signed number keeps its sign when it is compared with text", _BY_HAND),
    "MAKESYN": _warn("a word takes the meaning of another", "replace it in the source"),
    "OVERRIDE": _warn("a word takes the meaning of another", "replace it in the source"),
    "COMP1": _warn("it chooses what COMP-1 is", unless="FLOAT"),
}  # fmt: skip

_WRITTEN = re.compile(
    r"""([A-Z][A-Z0-9-]*)\s*(?:\(((?:[^()]|\([^()]*\))*)\)|"([^"]*)"|'([^']*)')?""", re.IGNORECASE
)
_ABBREVIATED = {"AR": "ARITH", "Q": "QUOTE", "NUM-PROC": "NUMPROC", "CURR": "CURRENCY"}


def obey(
    text: str, table: Mapping[str, Option], settings: Settings, diagnostics: Diagnostics, place: Place
) -> None:
    """Carry out the options in `text`; those that cannot be followed are reported at `place`."""
    unknown: list[str] = []
    for name, argument, written in _options(text):
        name = _ABBREVIATED.get(name, name)
        option = table.get(name) or table.get(name.replace("NO-", "NO", 1))
        if name in ("REMOVE", "ADDRSV") and argument:
            words = {word.strip("\"' ") for word in re.split(r"[,\s]+", argument)}
            (settings.freed.update if name == "REMOVE" else settings.freed.difference_update)(words)
        elif option is None:
            unknown.append(written)
        elif argument in option.changes:
            settings.changes.update(option.changes[argument])
        elif argument in option.checks:
            settings.turns.append(Turn(place.path, place.line, option.checks[argument], True))
        elif option.no_checks:
            settings.turns.append(Turn(place.path, place.line, option.no_checks, False))
        elif argument in option.wishes:
            settings.wishes.append(Wish(*option.wishes[argument], _message(written, option), place))
        elif argument not in option.harmless:
            _report(written, option, diagnostics, place)
    if unknown:
        diagnostics.report(
            "CBL2030", place, f"compiler options without effect on the conversion: {', '.join(unknown)}"
        )


def _options(text: str) -> Iterator[tuple[str, str, str]]:
    """Name and argument in capitals, and the option as it is written."""
    for match in _WRITTEN.finditer(text):
        argument = next((part for part in match.groups()[1:] if part is not None), "")
        yield match[1].upper(), argument.strip("\"' ").upper(), match[0].strip()


def report_unmet(settings: Settings, given: Mapping[str, str], diagnostics: Diagnostics) -> None:
    """Report the wishes that the converter's options, `given` by name, do not meet."""
    for wish in settings.wishes:
        if given.get(wish.name) != wish.value:
            help = f"convert it with --{wish.name} {wish.value}"
            diagnostics.report("CBL2034", wish.place, wish.message, help=help)


def _message(written: str, option: Option) -> str:
    return f"compiler option {written} is not followed" + (f": {option.matters}" if option.matters else "")


def _report(written: str, option: Option, diagnostics: Diagnostics, place: Place) -> None:
    known = " or ".join(sorted({*option.changes, *option.wishes}))
    diagnostics.report(
        "CBL2034",
        place,
        _message(written, option),
        help=option.instead or (f"known are {known}" if known else None),
    )
