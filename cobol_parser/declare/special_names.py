"""SPECIAL-NAMES: mnemonics, switches, alphabets, classes, symbolic characters and currency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cobol_parser import alphabets, ast
from cobol_parser.declare.scope import Scope
from cobol_parser.symbols import (
    AlphabetSymbol,
    ClassName,
    Mnemonic,
    Switch,
    SwitchStatus,
    SymbolicCharacter,
)

_INPUT_DEVICES = ("SYSIN", "SYSIPT", "STDIN", "CONSOLE")
_OUTPUT_DEVICES = (
    "SYSOUT",
    "SYSLIST",
    "SYSLST",
    "STDOUT",
    "PRINT",
    "PRINTER",
    "PRINTER-1",
    "SYSPCH",
    "SYSPUNCH",
)
DEVICES = frozenset({*_INPUT_DEVICES, *_OUTPUT_DEVICES, "SYSERR", "STDERR"})
"""System-names of devices for ACCEPT and DISPLAY."""
_FEATURES = frozenset(
    [f"C{number:02d}" for number in range(1, 13)]
    + [f"S{number:02d}" for number in range(1, 6)]
    + ["CSP", "FORMFEED", "TOP", "AFP-5A"]
)
_SWITCH = re.compile(r"(?:SWITCH|UPSI|USW|SW)[- ]?(\d+)|SWITCH[- ]([A-Z])")
_FIGURATIVE_CHARACTERS = {
    "ZERO": "0",
    "SPACE": " ",
    "QUOTE": '"',
    "HIGH-VALUE": "\xff",
    "LOW-VALUE": "\0",
    "NULL": "\0",
}


def declare_special_names(scope: Scope, environment: ast.EnvironmentDivision) -> None:
    """Declare everything of the CONFIGURATION SECTION that has a name."""
    names = environment.special_names
    if names is not None:
        _declare_settings(scope, names)
        for mnemonic in names.mnemonics:
            _declare_mnemonic(scope, mnemonic)
        for alphabet in names.alphabets:
            _declare_alphabet(scope, alphabet)
        for declared in names.classes:
            characters = frozenset(
                character
                for group in declared.ranges
                for character in _characters(group, scope.dialect.native)
            )
            scope.symbols.classes[declared.name] = ClassName(declared.name, characters)
        for symbolic in names.symbolic_characters:
            _declare_symbolic(scope, symbolic)
    sequence = environment.program_collating_sequence
    if sequence is not None:
        scope.symbols.program_collating = find_alphabet(scope, sequence, environment)


def _declare_settings(scope: Scope, names: ast.SpecialNames) -> None:
    symbols = scope.symbols
    symbols.decimal_comma = symbols.decimal_comma or names.decimal_point_is_comma
    scope.sign_separate = names.numeric_sign_separate
    if names.currency_sign is not None:
        symbols.currency_sign = names.currency_sign
        symbols.currency_symbol = names.currency_symbol or names.currency_sign


def _declare_mnemonic(scope: Scope, clause: ast.MnemonicClause) -> None:
    system_name = clause.system_name
    switch = _SWITCH.fullmatch(system_name)
    if switch is not None:
        number = int(switch[1]) if switch[1] else ord(switch[2]) - ord("A") + 1
        _declare_switch(scope, clause, number)
        return
    if clause.mnemonic is None:
        return
    if system_name in DEVICES:
        kind = "DEVICE"
    elif system_name == "CALL-CONVENTION" or system_name.isdecimal():
        kind = "CALL-CONVENTION"
    else:
        kind = "FEATURE"
        if system_name not in _FEATURES:
            scope.report("CBL4010", clause.span, f"{system_name} is not a known system-name")
    mnemonic = Mnemonic(clause.mnemonic, system_name, kind)
    scope.symbols.mnemonics[clause.mnemonic] = mnemonic
    scope.add_name(clause.mnemonic, mnemonic)


def _declare_switch(scope: Scope, clause: ast.MnemonicClause, number: int) -> None:
    if clause.mnemonic is not None:
        switch = Switch(clause.mnemonic, clause.system_name, number)
        scope.symbols.switches[clause.mnemonic] = switch
        scope.add_name(clause.mnemonic, switch)
    for name, on in ((clause.on_status, True), (clause.off_status, False)):
        if name is not None:
            scope.add_name(name, SwitchStatus(name, number, on))


# --- characters


def _declare_alphabet(scope: Scope, clause: ast.AlphabetClause) -> None:
    low, high = "\0", "\xff"
    if clause.predefined is not None:
        collating = alphabets.predefined(clause.predefined, scope.dialect.native)
        if collating is None:
            scope.report("CBL4012", clause.span, f"{clause.predefined} is not a known alphabet")
            collating = scope.dialect.native
    else:
        native = scope.dialect.native
        groups = _alphabet_groups(clause, native)
        collating = alphabets.from_groups(groups, native)
        low, high = alphabets.extremes(groups, native)
    symbol = AlphabetSymbol(clause.name, collating, clause.predefined, low, high)
    scope.symbols.alphabets[clause.name] = symbol


def _alphabet_groups(clause: ast.AlphabetClause, native: tuple[int, ...]) -> list[Sequence[str]]:
    """Characters by position: ALSO members share one, a literal or a THRU range gives one each."""
    groups: list[Sequence[str]] = []
    for members in clause.ranges:
        if len(members) > 1:
            groups.append([character for member in members for character in _characters(member, native)])
        else:
            groups.extend(_characters(members[0], native))
    return groups


def _characters(values: ast.ValueRange, native: tuple[int, ...]) -> str:
    """The characters of a literal or of a range, which may run downwards."""
    low = _literal_characters(values.low, native)
    if values.high is None:
        return low
    high = _literal_characters(values.high, native)
    if not low or not high:
        return low
    first, last = native[ord(low[0])], native[ord(high[0])]
    step = 1 if first <= last else -1
    by_ordinal = alphabets.in_order(native)
    return "".join(chr(by_ordinal[ordinal]) for ordinal in range(first, last + step, step))


def _literal_characters(literal: ast.Expression, native: tuple[int, ...]) -> str:
    """A number is an ordinal position in the native character set, counted from 1."""
    if isinstance(literal, ast.NumericLiteral):
        ordinal = int(literal.value)
        return chr(alphabets.in_order(native)[ordinal - 1]) if 1 <= ordinal <= 256 else ""
    if isinstance(literal, ast.AlphanumericLiteral):
        return literal.value
    if isinstance(literal, ast.AllLiteral):
        return _literal_characters(literal.literal, native)
    if isinstance(literal, ast.FigurativeConstant):
        return _FIGURATIVE_CHARACTERS.get(literal.name, "")
    return ""


def _declare_symbolic(scope: Scope, clause: ast.SymbolicCharacters) -> None:
    """SYMBOLIC CHARACTERS: ordinal positions, in an alphabet or in the native character set."""
    collating = scope.dialect.native
    if clause.alphabet is not None:
        alphabet = find_alphabet(scope, clause.alphabet, clause)
        collating = alphabet.collating if alphabet is not None else collating
    by_ordinal = alphabets.in_order(collating)
    for name, ordinal in zip(clause.names, clause.ordinals, strict=False):
        if not 1 <= ordinal <= len(by_ordinal):
            scope.report("CBL4012", clause.span, f"{ordinal} is not an ordinal position of the character set")
            continue
        scope.add_name(name, SymbolicCharacter(name, chr(by_ordinal[ordinal - 1])))


def find_alphabet(scope: Scope, name: str, at: ast.Node) -> AlphabetSymbol | None:
    """Return an alphabet declared here or in a containing program; report an unknown one."""
    symbols = scope.symbols
    while name not in symbols.alphabets:
        if symbols.parent is None:
            scope.report("CBL4012", at.span.first, f"alphabet {name} is not defined in SPECIAL-NAMES")
            return None
        symbols = symbols.parent
    return symbols.alphabets[name]
