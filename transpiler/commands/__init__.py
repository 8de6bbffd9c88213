"""The commands of `cobolift`, one module each; imported when used."""
