"""Python-shaped tree to text: printer, views, templates, source map."""
