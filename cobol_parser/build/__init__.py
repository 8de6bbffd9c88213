"""Lark callbacks to syntax tree: a registry of free functions, one file a family."""
