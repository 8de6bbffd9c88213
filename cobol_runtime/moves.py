"""MOVE from one item to another, whatever bytes they hold (ISO 1989:2002, 14.8.24).

For items that hold what their PICTURE says, assigning the value is the same. Here bytes that are no digits
travel as GnuCOBOL moves them, and a negative number stays negative when only zeros of it arrive.
"""

from __future__ import annotations

from decimal import Decimal

from cobol_runtime.area import Area
from cobol_runtime.conversion import WIDEST, digits_in_text
from cobol_runtime.edited import AlphanumericEdited, NumericEdited
from cobol_runtime.field import AnyField
from cobol_runtime.floating import Float64
from cobol_runtime.numeric import Digits, NumericField
from cobol_runtime.text import Group, Text
from cobol_runtime.zoned import Zoned


def move(
    source: AnyField, source_area: Area, target: AnyField, target_area: Area, *, decimal_comma: bool = False
) -> None:
    """MOVE the item *source* of *source_area* to the item *target* of *target_area*."""
    if isinstance(source, Group) or isinstance(target, Group):
        move_group(source.text(source_area), target, target_area)
    elif isinstance(target, Text | AlphanumericEdited):
        text = characters(source, source_area)
        if isinstance(source, Zoned) and not source.signed and source.length >= target.length:
            text = text[: target.length]  # GnuCOBOL copies these bytes even to a JUSTIFIED receiver
        target.write(target_area, text)
    elif isinstance(target, NumericEdited):
        sent = digits(source, source_area, decimal_comma)
        target.put_digits(target_area, sent if isinstance(source, Zoned) else as_display(sent))
    elif isinstance(target, Float64):
        if isinstance(source, Float64):
            target.write(target_area, source.real(source_area))
        else:
            target.write(target_area, number(source, source_area, decimal_comma))
    elif isinstance(target, NumericField):
        move_number(source, source_area, target, target_area, decimal_comma)
    else:
        target.put_part(target_area, source.text(source_area), 1)


def move_group(text: str, target: AnyField, area: Area) -> None:
    """A group move: *text* as it is, cut or filled with spaces, whatever the receiver is."""
    if isinstance(target, Text):
        target.write(area, text)
    else:
        target.put_part(area, text, 1)


def move_byte_by_byte(sender: Area, receiver: Area) -> None:
    """MOVE from left to right: where the receiver begins inside of the sender, what lies before it is repeated.

    The receiver is not longer than the sender.
    """
    distance = receiver.base - sender.base
    if sender.memory is receiver.memory and 0 < distance < receiver.length:
        pattern = sender.raw[:distance]
        receiver.raw = pattern * (receiver.length // distance + 1)
    else:
        receiver.raw = sender.raw


def move_number(
    source: AnyField, source_area: Area, target: NumericField[int], target_area: Area, decimal_comma: bool
) -> None:
    """MOVE to a zoned, packed or binary item."""
    if alike(source, target):
        target.put_raw(target_area, source.raw(source_area))
    elif isinstance(source, Text | AlphanumericEdited) and isinstance(target, Zoned):
        sent, negative = digits_in_text(
            source.text(source_area), target.digits - target.scale, target.digits, decimal_comma=decimal_comma
        )
        target.put_digits(target_area, Digits(sent, target.scale, negative))
    elif isinstance(source, Zoned | Text | AlphanumericEdited | NumericEdited) or (
        isinstance(target, Zoned) and not isinstance(source, Float64)
    ):
        target.put_digits(target_area, digits(source, source_area, decimal_comma))
    else:
        target.write(target_area, number(source, source_area, decimal_comma))


def alike(source: AnyField, target: NumericField[int]) -> bool:
    """Whether two numeric items have the same description, so that a MOVE copies bytes."""
    return isinstance(source, NumericField) and source.identity() == target.identity()


def number(source: AnyField, area: Area, decimal_comma: bool) -> int | Decimal:
    """The value of *source* for a numeric receiver."""
    sent = digits(source, area, decimal_comma)
    return (
        sent.number()
        if isinstance(source, Text | AlphanumericEdited | NumericEdited)
        else source.number(area)
    )


def digits(source: AnyField, area: Area, decimal_comma: bool) -> Digits:
    """What *source* sends to a numeric or numeric-edited receiver."""
    if isinstance(source, NumericField | NumericEdited):
        return source.sent(area)
    if isinstance(source, Float64):
        return Digits.of(source.number(area))
    sent, negative = digits_in_text(source.text(area), WIDEST, 2 * WIDEST, decimal_comma=decimal_comma)
    return Digits(sent, WIDEST, negative)


def as_display(sent: Digits) -> Digits:
    """*sent* as it arrives by way of a signed DISPLAY item: a last character that is no digit becomes 0."""
    if sent.characters[-1:].isdecimal():
        return sent
    return Digits(sent.characters[:-1] + "0", sent.scale, False)


def characters(source: AnyField, area: Area) -> str:
    """What *source* sends to an alphanumeric receiver: a number its digits, without sign and point."""
    if isinstance(source, NumericField):
        sent = source.sent(area) if isinstance(source, Zoned) else as_display(source.sent(area))
        return sent.aligned(source.digits, source.scale) + "0" * -source.scale
    return source.text(area)
