"""Arithmetic profiles: how many places an intermediate result carries."""
