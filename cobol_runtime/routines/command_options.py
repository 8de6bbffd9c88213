"""CBL_GC_GETOPT: the options of the command line, one by one (GnuCOBOL Programmer's Guide; the rules are those of GNU getopt).

Words that are no options are passed over; ``--`` ends the options. A long option may be abbreviated as long as it stays unique.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from cobol_runtime.routines.registry import Arguments, area, routine, text, value
from cobol_runtime.termination import FatalError

if TYPE_CHECKING:
    from cobol_runtime.area import Area
    from cobol_runtime.program import Program
    from cobol_runtime.run_unit import RunUnit

_RECORD = struct.Struct("=25ssQ4s")
"""A long option: name, 0, 1 or 2 for no, a required or an optional value, address of an item or NULL, what is returned."""
_END, _STORED, _CUT, _FOUND = -1, 0, 2, 3


class LongOption(NamedTuple):
    """One record of the table of long options; *flag* is the address that *code* is stored at, 0 for none."""

    name: str
    takes: str
    flag: int
    code: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """An option: the four bytes of its *code*, its *argument*, and the *option* of the table when it is a long one."""

    code: bytes
    argument: str | None = None
    option: LongOption | None = None


WRONG = Found(b"?   ")


class CommandOptions:
    """The words of a command line, as far as they have been looked at. *warn* takes what is wrong with them."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = list(words)
        self._letters = ""
        self.complaint = ""

    def next(self, short: str, long: Sequence[LongOption], *, long_only: bool) -> Found | None:
        """The next option, None after the last. *short* are the letters, followed by ``:`` or ``::`` where they take a value."""
        if self._letters:
            return self._letter(short)
        while self._words:
            word = self._words.pop(0)
            if word == "--":
                break
            if word.startswith("--") or (long_only and word.startswith("-") and len(word) > 2):
                return self._long(word, short, long)
            if word.startswith("-") and len(word) > 1:
                self._letters = word[1:]
                return self._letter(short)
        self._words.clear()
        return None

    def _long(self, word: str, short: str, long: Sequence[LongOption]) -> Found:
        name, equals, argument = word.lstrip("-").partition("=")
        exact = [option for option in long if option.name == name]
        fitting = exact or [option for option in long if option.name and option.name.startswith(name)]
        if len(fitting) != 1:
            if not fitting and not word.startswith("--") and word[1] in short.replace(":", ""):
                self._letters = word[1:]
                return self._letter(short)
            return self._wrong(
                f"option '{word}' is ambiguous" if fitting else f"unrecognized option '{word}'"
            )
        option = fitting[0]
        if equals and option.takes == "0":
            return self._wrong(f"option '--{option.name}' doesn't allow an argument")
        if not equals and option.takes == "1":
            if not self._words:
                return self._wrong(f"option '--{option.name}' requires an argument")
            equals, argument = "=", self._words.pop(0)
        return Found(option.code, argument if equals else None, option)

    def _letter(self, short: str) -> Found:
        letter, self._letters = self._letters[0], self._letters[1:]
        at = short.find(letter) if letter != ":" else -1
        if at < 0:
            return self._wrong(f"invalid option -- '{letter}'")
        takes = short[at + 1 : at + 3]
        if not takes.startswith(":"):
            return Found(letter.encode("latin-1").ljust(4))
        argument: str | None = self._letters or None
        self._letters = ""
        if argument is None and takes != "::":
            if not self._words:
                return self._wrong(f"option requires an argument -- '{letter}'")
            argument = self._words.pop(0)
        return Found(letter.encode("latin-1").ljust(4), argument)

    def _wrong(self, complaint: str) -> Found:
        self.complaint = complaint
        return WRONG


_scans: WeakKeyDictionary[RunUnit, CommandOptions] = WeakKeyDictionary()


@routine("CBL_GC_GETOPT")
def get_option(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_GC_GETOPT" USING letters, long options, index, BY VALUE long-only, found option, its value.

    RETURN-CODE is -1 after the last option, 3 for an option, 2 when its value was cut, 0 when a long one was stored at its address,
    and the code of "?" for one that is wrong.
    """
    run = program.run
    long = _table(area(arguments, 2))
    scan = _scans.setdefault(run, CommandOptions(run.arguments))
    found = scan.next(text(arguments, 1), long, long_only=bool(value(arguments, 4)))
    returned, index = area(arguments, 5), area(arguments, 3)
    if found is None:
        _put(returned, b"\xff" * 4)
        return _END
    if found is WRONG:
        run.console.note(f"{sys.argv[0]}: {scan.complaint}")
    if found.option is not None and index is not None:
        index.text = str(long.index(found.option)).zfill(index.length)
    status = _given(area(arguments, 6), found.argument)
    if found.option is not None and found.option.flag:
        run.addresses.area(found.option.flag).raw = found.code
        _put(returned, b"\0   ")
        return status or _STORED
    _put(returned, found.code)
    return status or (found.code[0] if found is WRONG else _FOUND)


def _table(given: Area | None) -> list[LongOption]:
    """The long options. Raises FatalError when the table does not consist of their records."""
    data = b"" if given is None else given.raw
    if len(data) % _RECORD.size:
        raise FatalError("Call to CBL_GC_GETOPT with wrong longoption size.")
    return [
        LongOption(name.decode("latin-1").rstrip(" \0"), takes.decode("latin-1"), flag, code)
        for name, takes, flag, code in _RECORD.iter_unpack(data)
    ]


def _put(receiver: Area | None, data: bytes) -> None:
    if receiver is not None:
        receiver.raw = data


def _given(receiver: Area | None, argument: str | None) -> int:
    """Store the value of an option, filled with X"00"; 2 when it is cut, else 0."""
    if receiver is None or argument is None:
        return 0
    data = argument.encode("utf-8", "surrogateescape")
    receiver.raw = data[: receiver.length].ljust(receiver.length, b"\0")
    return _CUT if len(data) > receiver.length else 0
