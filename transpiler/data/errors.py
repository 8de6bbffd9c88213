"""What can be wrong with a request or with data, said in words that help."""

from __future__ import annotations


class DataError(Exception):
    """The data or its description does not allow what was asked (exit status 1); the message says where and why."""


class UsageProblem(Exception):
    """The command line asks for something that does not exist or lacks a choice (exit status 2)."""
