"""The dependency graph for other tools: GraphML and Mermaid."""

from __future__ import annotations

import re

import networkx as nx

from transpiler.report.dependencies import Graph

_SHAPES = {"program": ("[", "]"), "job": ("[[", "]]"), "procedure": ("[[", "]]"), "table": ("[(", ")]"), "file": ("[(", ")]"), "dataset": ("[(", ")]")}  # fmt: skip
_UNSAFE = re.compile(r'["<>&#;`\\\[\]{}()|\r\n]')
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(graph: Graph) -> str:
    """The graph as GraphML."""
    clean = nx.relabel_nodes(graph, {node: _NO_XML.sub("?", node) for node in graph})
    for _, attributes in clean.nodes(data=True):
        attributes["label"] = _NO_XML.sub("?", attributes["label"])
    return "\n".join(nx.generate_graphml(clean)) + "\n"


def mermaid(graph: Graph) -> str:
    """The graph as a Mermaid flowchart; characters that Mermaid reads as its own stand as codes."""
    numbers = {node: f"n{number}" for number, node in enumerate(sorted(graph))}
    lines = ["flowchart LR"]
    for node, number in numbers.items():
        attributes = graph.nodes[node]
        left, right = _SHAPES.get(attributes["kind"], ("(", ")"))
        label = _UNSAFE.sub(lambda found: f"#{ord(found[0])};", attributes["label"])
        lines.append(f'    {number}{left}"{label}"{right}')
    lines += [f"    {numbers[source]} --> {numbers[target]}" for source, target in sorted(graph.edges)]
    return "\n".join(lines) + "\n"
