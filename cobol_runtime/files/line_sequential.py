"""LINE SEQUENTIAL files: text lines, trailing spaces dropped."""

from __future__ import annotations

from cobol_runtime.files.connector import FileConnector


class LineSequentialFile(FileConnector):
    """ORGANIZATION LINE SEQUENTIAL. See :class:`FileConnector` for the arguments and operations."""
