"""Cleaning processes work, and don't outlive a parent that was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.services.cleaning_pool import cleaning_pool

PARENT = """
import os, sys, time
from desktop_app.services.cleaning_pool import cleaning_pool
if __name__ == "__main__":
    pool = cleaning_pool(1)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def test_work_is_done_in_another_process() -> None:
    with cleaning_pool(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="looks a process up as POSIX does")
def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
    assert _ends_within(worker, seconds=20)


def _ends_within(process: int, seconds: float) -> bool:
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if _is_dead_but_unburied(process):
            return True
        time.sleep(0.05)
    return False


def _is_dead_but_unburied(process: int) -> bool:
    """Whether it ended and only waits for the system to take note of it."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] == "Z"
