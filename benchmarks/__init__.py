"""Measurements: speed claims come from here, never from a timed test."""
