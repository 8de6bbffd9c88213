"""How function results look in DISPLAY, and as text.

GnuCOBOL keeps a numeric result in a temporary item chosen by its value: nine digits for what fits into 32 bits and has at most
nine decimal places, else twenty for what fits into 64 bits and has at most eighteen, else as many digits as there are (an estimate from
the number of bits, one more at times). It has a sign only when it is negative.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import itemgetter

from cobol_runtime.functions.scaled import Number, Scaled, argument
from cobol_runtime.functions.statistics import order

_LOGARITHM_OF_2 = 0x4D104D427DE7FBCC
"""log10(2) times 2**64"""


def unedited(result: Number) -> str:
    """What DISPLAY prints of a numeric function result where the dialect does not edit numbers: no decimal point."""
    digits, _, negative = _item(argument(result))
    return ("-" if negative else "") + (digits.rjust(10, "0") if len(digits) == 9 else digits)


def shown(result: Number, *, decimal_comma: bool = False) -> str:
    """What DISPLAY prints of a numeric function result: leading zeros, sign if negative, decimal point if there are decimals."""
    digits, scale, negative = _item(argument(result))
    point = "," if decimal_comma else "."
    sign = "-" if negative else ""
    return sign + (f"{digits[:-scale]}{point}{digits[-scale:]}" if scale else digits)


def shown_absolute(argument_of: Number, *, decimal_comma: bool = False) -> str:
    """What DISPLAY prints of ABS of a result: a plus sign where the result itself was negative."""
    text = shown(argument_of, decimal_comma=decimal_comma)
    return f"+{text[1:]}" if text.startswith("-") else text


def shown_as(
    result: Number, digits: int, scale: int = 0, *, signed: bool = False, decimal_comma: bool = False
) -> str:
    """What DISPLAY prints of a result that keeps the form of its argument's item (ABS; MEAN and MEDIAN when they choose one)."""
    value = argument(result)
    number = (value * Scaled(1, -scale)).whole()
    text = str(Decimal(abs(number))).rjust(max(digits, scale), "0")[-max(digits, scale) :]
    sign = ("-" if number < 0 else "+") if signed else ""
    point = "," if decimal_comma else "."
    return sign + (f"{text[:-scale]}{point}{text[-scale:]}" if scale > 0 else text)


def result_text(result: Number) -> str:
    """The characters of a numeric function result where a text is asked for (MOVE to an alphanumeric item): its digits."""
    return _item(argument(result))[0]


def shown_float(result: Number) -> str:
    """What DISPLAY prints of a floating-point function result (RANDOM): at most 16 significant digits."""
    mantissa, mark, exponent = f"{float(result):.16G}".partition("E")
    return mantissa + mark + exponent[:1] + exponent[1:].removeprefix("0")


def shown_maximum(*candidates: tuple[str | int | Decimal, str]) -> str:
    """What DISPLAY prints of MAX: pairs of an argument's value and what DISPLAY prints of that argument."""
    return _chosen(candidates, lambda difference: difference > 0)


def shown_minimum(*candidates: tuple[str | int | Decimal, str]) -> str:
    """What DISPLAY prints of MIN; pairs as for :func:`shown_maximum`."""
    return _chosen(candidates, lambda difference: difference < 0)


def shown_median(*candidates: tuple[int | Decimal, str]) -> str:
    """What DISPLAY prints of MEDIAN of an odd number of arguments; pairs as for :func:`shown_maximum`."""
    return sorted(candidates, key=itemgetter(0))[len(candidates) // 2][1]


def _chosen(candidates: tuple[tuple[str | int | Decimal, str], ...], better: Callable[[int], bool]) -> str:
    chosen = candidates[0]
    for candidate in candidates[1:]:
        if better(order(candidate[0], chosen[0])):
            chosen = candidate
    return chosen[1]


def _item(result: Scaled) -> tuple[str, int, bool]:
    """Digits, decimal places and whether there is a minus sign, as in the temporary item of the result."""
    value = result.trimmed()
    number, negative = abs(value.number), value.number < 0
    bits = max(number.bit_length(), 1)
    digits = str(Decimal(number))
    if bits < 33 - negative and value.places < 10:
        size = 9
    elif bits < 65 - negative and value.places < 19:
        size = 20
    else:
        size = max((bits * _LOGARITHM_OF_2 >> 64) + 1, value.places)
    return digits.rjust(size, "0")[-size:], value.places, negative
