"""A small Python-shaped tree: what lowering makes and the printer prints."""
