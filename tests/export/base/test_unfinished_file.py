"""Files on their way, and what a program leaves of them that was ended by force."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.export.base.unfinished_file import (
    remove_abandoned,
    unfinished_file,
    unfinished_path,
)

#: Begins to write a file in each of the two ways, and is ended by the system at once.
_KILLED = """
import os, sys
from pathlib import Path
from desktop_app.export.base.unfinished_file import unfinished_file, unfinished_path
to = Path(sys.argv[1])
with unfinished_file(to, to / "a") as file, unfinished_path(to, to / "b") as path:
    file.write(b"half")
    path.write_bytes(b"half")
    os.kill(os.getpid(), 9)
"""


def test_what_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".cuttings-mine.part").write_bytes(b"of somebody else")
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False, timeout=60)
    assert len(list(tmp_path.iterdir())) == 4

    assert remove_abandoned(tmp_path) == 2

    assert [path.name for path in tmp_path.iterdir()] == [".cuttings-mine.part"]


def test_what_another_export_is_writing_stays(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    with unfinished_file(tmp_path, one) as file, unfinished_path(tmp_path, two) as path:
        file.write(b"one")
        path.write_bytes(b"two")

        assert remove_abandoned(tmp_path) == 0

    assert (one.read_bytes(), two.read_bytes()) == (b"one", b"two")
    assert sorted(tmp_path.iterdir()) == [one, two]
