"""What is to be built: COBOL programs that run together, and how they are to be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A run unit in COBOL: the main program first, then the programs it calls.

    `standard` names the dialect as both compilers spell it: default, cobol85, ibm or mf. `sign` is how a sign
    is punched over the last digit, ascii or ebcdic. `flags` go to cobc only.
    """

    programs: tuple[Path, ...]
    copy_folders: tuple[Path, ...] = ()
    standard: str = "default"
    free_format: bool = False
    sign: str = "ascii"
    flags: tuple[str, ...] = ()

    def fingerprint(self) -> str:
        """A digest of everything that decides what a compiler makes of this source."""
        digest = hashlib.sha256()
        settings = (self.standard, str(self.free_format), self.sign, *self.flags)
        digest.update("\0".join(settings).encode())
        for path in self._inputs():
            digest.update(f"\0{path.name}\0".encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:24]

    def _inputs(self) -> Iterator[Path]:
        yield from self.programs
        for folder in self.copy_folders:
            yield from sorted(path for path in folder.iterdir() if path.is_file())
