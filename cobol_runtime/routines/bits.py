"""Logic on the bits of two fields, and bits as bytes (Micro Focus library routines, GnuCOBOL's behaviour)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cobol_runtime.area import Area
from cobol_runtime.routines.registry import Arguments, area, routine, value

if TYPE_CHECKING:
    from cobol_runtime.program import Program

_OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "CBL_AND": lambda first, second: first & second,
    "CBL_OR": lambda first, second: first | second,
    "CBL_NOR": lambda first, second: ~(first | second),
    "CBL_XOR": lambda first, second: first ^ second,
    "CBL_IMP": lambda first, second: ~first | second,
    "CBL_NIMP": lambda first, second: first & ~second,
    "CBL_EQ": lambda first, second: ~(first ^ second),
}


def _bytes(given: Area, length: int) -> slice:
    """The slice of the memory of *given* with *length* bytes; as in libcob it may run over the item's end."""
    return slice(given.base, min(given.base + max(length, 0), len(given.memory)))


def _define(name: str, operation: Callable[[int, int], int]) -> None:
    @routine(name)
    def combine(program: Program, arguments: Arguments) -> int:
        """CALL name USING first, second, BY VALUE length: each byte of the second becomes the result."""
        first, second = area(arguments, 1), area(arguments, 2)
        if first is None or second is None:
            return 0
        length = value(arguments, 3)
        data = second.memory[_bytes(second, length)]
        other = first.memory[_bytes(first, length)]
        result = bytes(operation(one, two) & 0xFF for one, two in zip(other, data, strict=False))
        second.memory[second.base : second.base + len(result)] = result
        return 0


for _name, _operation in _OPERATIONS.items():
    _define(_name, _operation)


@routine("CBL_NOT")
def invert(program: Program, arguments: Arguments) -> int:
    """CALL "CBL_NOT" USING item, BY VALUE length: every bit is turned over."""
    given = area(arguments, 1)
    if given is not None:
        part = _bytes(given, value(arguments, 2))
        given.memory[part] = bytes(byte ^ 0xFF for byte in given.memory[part])
    return 0


@routine("\xf4", "CBL_XF4")
def pack_bits(program: Program, arguments: Arguments) -> int:
    """CALL X"F4" USING byte, table: the lowest bits of eight bytes become the bits of one."""
    byte, table = area(arguments, 1), area(arguments, 2)
    if byte is not None and table is not None:
        byte.raw = bytes([sum((bit & 1) << (7 - place) for place, bit in enumerate(table.raw[:8]))])
    return 0


@routine("\xf5", "CBL_XF5")
def unpack_bits(program: Program, arguments: Arguments) -> int:
    """CALL X"F5" USING byte, table: the bits of a byte become eight bytes of 0 or 1."""
    byte, table = area(arguments, 1), area(arguments, 2)
    if byte is not None and table is not None:
        table.raw = bytes(byte.raw[0] >> (7 - place) & 1 for place in range(8))
    return 0


@routine("\x91")
def switches(program: Program, arguments: Arguments) -> int:
    """CALL X"91" USING result, function, parameter: 11 sets the switches 0 to 7, 12 reads them, 16 gives the number of
    arguments of the calling program."""
    result, function, parameter = (area(arguments, number) for number in (1, 2, 3))
    if result is None or function is None or parameter is None:
        return 0
    state = program.run.switches
    code = function.raw[0]
    if code == 11:
        for number, byte in enumerate(parameter.raw[:8]):
            state[number] = bool(byte) if byte in (0, 1) else state[number]
    elif code == 12:
        parameter.raw = bytes(int(on) for on in state[:8])
    elif code == 16:
        parameter.raw = bytes([program.number_of_call_parameters % 256])
    result.raw = bytes([0 if code in (11, 12, 16) else 1])
    return 0
