"""COBOL syntax tree to analysis to Python."""
