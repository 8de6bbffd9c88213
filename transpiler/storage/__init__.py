"""Where each data item lives in the generated program, and how it is read and stored."""
