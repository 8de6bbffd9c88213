"""Decisions in COBOL and in Python: McCabe's number, counted alike on both sides."""

from __future__ import annotations

import ast as python

from cobol_parser import ast
from cobol_parser.ast.node import Node
from cobol_parser.walk import walk


def cobol_decisions(root: Node) -> int:
    """Places where control can go two ways: IF, WHEN, loops, conditional phrases, each AND and OR, GO TO DEPENDING.

    WHENs that share their statements count each, WHEN OTHER is none; AT END and NOT AT END are one decision; each further operand of AND
    and OR and each target of GO TO DEPENDING counts (T. J. McCabe, "A Complexity Measure", 1976).
    """
    return sum(_decisions(node) for node in walk(root))


def _decisions(node: Node) -> int:
    if isinstance(node, ast.When):
        return len(node.selections)
    if isinstance(node, ast.CombinedCondition):
        return len(node.operands) - 1
    if isinstance(node, ast.GoToDepending):
        return len(node.targets)
    if isinstance(node, ast.PerformControl):
        return len(node.varying) or int(node.until is not None or node.times is not None)
    if isinstance(node, ast.Search | ast.SearchAll):
        return int(node.at_end is not None)
    return int(isinstance(node, ast.If | ast.SearchWhen | ast.ConditionalPhrase))


def python_decisions(root: python.AST) -> int:
    """The same for Python: `if`, loops, `except`, `case`, each `and` and `or`, conditional expressions."""
    return sum(_python_decisions(node) for node in python.walk(root))


def _python_decisions(node: python.AST) -> int:
    if isinstance(node, python.BoolOp):
        return len(node.values) - 1
    if isinstance(node, python.comprehension):
        return 1 + len(node.ifs)
    branching = (python.If, python.IfExp, python.For, python.While, python.ExceptHandler, python.match_case)
    return int(isinstance(node, branching))
