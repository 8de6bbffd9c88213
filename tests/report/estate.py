"""A small estate with everything in it, some of it hostile."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import program, write

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
_MAIN = """DISPLAY "</script><script>alert(1)</script>".
MOVE "SUBB" TO WS-NAME.
CALL WS-NAME.
CALL "SUBA" USING WS-NAME.
CALL "GONE".
EXEC SQL SELECT A INTO :B FROM PAY.EMP
    WHERE X = 'FROM Y' END-EXEC.
EXEC CICS XCTL PROGRAM('<b>EVIL') END-EXEC.
READY TRACE.
STOP RUN."""
_FILES = {
    "src/main.cbl": program("MAINP", _MAIN, "01  WS-NAME PIC X(8).\nCOPY BOOK.\nCOPY NOBOOK."),
    "src/suba.cbl": program("SUBA", 'CALL "SUBB".\nGOBACK.'),
    "src/subb.cbl": program("SUBB", 'IF 1 = 2 CALL "SUBA".\nGOBACK.'),
    "src/<img src=x onerror=alert(3)>.cbl": program("EVIL", "*> </script><script>alert(4)</script>\nGOBACK."),
    "copy/book.cpy": "       01  BOOK-ITEM PIC X.\n",
    "jcl/run.jcl": "//RUN JOB\n//S1 EXEC PGM=MAINP\n//IN DD DSN=<script>alert(5)</script>,DISP=SHR\n//S2 EXEC NOPROC\n",
    "bms/screen.bms": "SCREEN DFHMSD TYPE=MAP\n",
    "cobolift-parity.json": '{"version": 1, "comparisons": [{"source": "src/subb.cbl", "oracle": "<i>cobc</i>",'
    ' "inputs": ["a"], "bytes_compared": 10, "differences": 0}]}',
}


def estate(folder: Path) -> Path:
    """Write the estate below a folder."""
    return write(folder, _FILES)
