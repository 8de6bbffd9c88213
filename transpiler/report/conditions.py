"""`--fail-on`: conditions about the figures of a report.

A condition is a figure, `<` `<=` `>` `>=` `=` or `!=`, and a number: `unsupported>0`, `errors>=10`. With a percent sign it is about a
share: `converted<95%`. `new-findings` alone means `new-findings>0` and needs --diff.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence

from transpiler.report.model import Section
from transpiler.report.summary import Card, figures

_CONDITION = re.compile(r"\s*([a-z][a-z_-]*)\s*(?:(<=|>=|!=|<|>|=)\s*(\d+(?:\.\d+)?)\s*(%?))?\s*")
_TESTS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip
_SHARES = {
    "converted": ("converted", "statements"), "unsupported": ("unsupported", "statements"), "plain": ("plain", "paragraphs"),
    "clean": ("clean", "program"), "verified": ("verified", "program"),
}  # fmt: skip
"""Figures with the one that they are a share of."""


class BadCondition(ValueError):
    """A condition that cannot be read, or is about a figure that the report has not."""


def holds(condition: str, sections: Sequence[Section], cards: Sequence[Card]) -> bool:
    """Tell whether a condition is met. Raises BadCondition."""
    found = _CONDITION.fullmatch(condition)
    if found is None:
        raise BadCondition(f"{condition!r} is no condition; write for example unsupported>0 or converted<95%")
    values = {item.key: item.value for item in figures(cards)}
    values |= {item.key: item.value for part in sections for item in part.content.figures}
    name = found[1].replace("-", "_")
    if name not in values:
        hint = "give --diff OLD.json" if name == "new_findings" else f"there are {', '.join(sorted(values))}"
        raise BadCondition(f"{condition!r}: the report has no figure {found[1]}; {hint}")
    test, number = _TESTS[found[2] or ">"], float(found[3] or 0)
    if not found[4]:
        return bool(test(values[name], number))
    if name not in _SHARES:
        raise BadCondition(f"{condition!r}: {found[1]} is no share; shares are {', '.join(_SHARES)}")
    part, whole = _SHARES[name]
    return bool(test(100 * values[part] / values[whole] if values.get(whole) else 100.0, number))
