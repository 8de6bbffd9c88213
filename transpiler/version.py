"""The version of the tool, kept here so that asking for it imports nothing."""

from typing import Final

VERSION: Final = "0.1.0"
