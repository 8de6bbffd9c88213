"""What the tests of the data commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from transpiler.cli import main
from transpiler.commands.data_options import Request
from transpiler.data.shape import Shapes

EVERY_USAGE = Path(__file__).parent / "every_usage.cpy"


def cobolift(*arguments: object) -> Result:
    """Run `cobolift data …`."""
    return CliRunner().invoke(main, ["data", *map(str, arguments)])


def done(*arguments: object) -> Result:
    """Run `cobolift data …`, which must succeed."""
    result = cobolift(*arguments)
    assert result.exit_code == 0, result.output
    return result


def copybook(folder: Path, text: str) -> Path:
    """A copybook with these lines, in fixed form."""
    path = folder / "RECORD.cpy"
    lines = [line.strip() for line in text.strip().splitlines()]
    path.write_text("".join(f"       {line}\n" for line in lines))
    return path


def shapes_of(path: Path, **how: Any) -> Shapes:
    """The shapes of a copybook's records; the code page is cp037 unless another is given."""
    request = Request(path, **({"codepage": "cp037"} | how))
    return request.shapes(request.encoding_of(None))
