"""One module a dialect, each with two sets of upper-case words: `RESERVED` and `CONTEXT`."""
