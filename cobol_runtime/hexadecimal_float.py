"""Hexadecimal floating point: COMP-1 and COMP-2 of mainframes (z/Architecture Principles of Operation, chapter 18).

A sign bit, seven bits of exponent (a power of 16, excess 64), and a fraction of 24 or 56 bits.
"""

from __future__ import annotations

import math

_LARGEST = 127
_LIMIT = math.ldexp(1.0, 4 * (_LARGEST - 64))
"""What the largest numbers of 8 bytes are rounded to as doubles."""


def decode_hexadecimal(data: bytes) -> float:
    """The value of 4 or 8 bytes, rounded to the nearest double (8 bytes can hold 3 bits more)."""
    exponent = (data[0] & 127) - 64
    value = math.ldexp(int.from_bytes(data[1:], "big"), 4 * exponent - 8 * (len(data) - 1))
    return -value if data[0] & 128 else value


def encode_hexadecimal(value: float, size: int) -> bytes:
    """The number of *size* bytes nearest to *value*, normalized unless it is too small for that. Raises OverflowError when there
    is none."""
    if not math.isfinite(value):
        raise OverflowError(f"{value} has no hexadecimal form")
    sign = 128 if math.copysign(1.0, value) < 0 else 0
    if value == 0:
        return bytes((sign,)).ljust(size, b"\0")
    bits = 8 * (size - 1)
    mantissa, power = math.frexp(abs(value))
    exponent = -(-power // 4)
    fraction = round(math.ldexp(mantissa, power - 4 * exponent + bits))
    if fraction >> bits:
        exponent += 1
        fraction >>= 4
    if exponent + 64 > _LARGEST:
        if abs(value) <= _LIMIT:
            return bytes((sign | _LARGEST,)) + b"\xff" * (size - 1)
        raise OverflowError(f"{value} is too large for a hexadecimal number")
    if exponent + 64 < 0:
        fraction, exponent = round(math.ldexp(abs(value), 4 * 64 + bits)), -64
        if not fraction:
            raise OverflowError(f"{value} is too small for a hexadecimal number")
    return bytes((sign | exponent + 64,)) + fraction.to_bytes(size - 1, "big")
