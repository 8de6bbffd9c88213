"""SEQUENTIAL files: records one after the other as bytes, without line ends."""

from __future__ import annotations

from cobol_runtime.files.connector import FileConnector


class SequentialFile(FileConnector):
    """ORGANIZATION SEQUENTIAL. See :class:`FileConnector` for the arguments and operations."""
