"""An empty archive, made once in a process and copied from then on.

Making one goes through every migration, which takes thirty times as long as copying its file.
What making an archive does is tested in tests/store/safekeeping and tests/cli.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.store.archive import Archive


def put_fresh_archive(path: Path) -> Path:
    """Put an empty archive at the path, as opening it for the first time would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_fresh())
    return path


@cache
def _fresh() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.cuttings"
        Archive.open(path).close()
        return path.read_bytes()
