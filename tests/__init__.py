"""The tests of cobolift: one folder an area, `oracle` for running COBOL and its Python side by side."""
