"""Syntax tree to Python-shaped tree: a registry of free functions, one file a family."""
