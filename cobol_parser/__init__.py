"""COBOL text to a typed syntax tree. Knows nothing of Python output."""
