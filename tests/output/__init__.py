"""Properties of generated code that hold for every program."""
