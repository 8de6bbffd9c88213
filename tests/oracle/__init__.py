"""Two ways to run the same COBOL: compiled by GnuCOBOL, and converted to Python.

Both build a :class:`Source` into something that can be run and give back an :class:`Outcome`; a test builds with
each and compares. The goldens beside the tests were made by the first and hold for both.
"""

from tests.oracle.converted import Converted
from tests.oracle.execution import Executable, Outcome, run
from tests.oracle.gnucobol import GnuCobol, cobc_available
from tests.oracle.source import Source

__all__ = ["Converted", "Executable", "GnuCobol", "Outcome", "Source", "cobc_available", "run"]
