"""Cleaning processes work, and don't outlive a parent that was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from desktop_app.services.clipping.cleaning_pool import cleaning_pool, in_order

PARENT = """
import os, sys, time
from desktop_app.services.clipping.cleaning_pool import cleaning_pool
if __name__ == "__main__":
    pool = cleaning_pool(1)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def test_work_is_done_in_another_process() -> None:
    with cleaning_pool(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


def fall_over_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number * 10


def fall_over_once(marker: str) -> str:
    path = Path(marker)
    if path.name == "once" and not path.exists():
        path.touch()
        os._exit(9)
    return path.name


def test_results_come_in_the_order_of_the_items() -> None:
    found = in_order(abs, range(-20, 0), count=20, jobs=2, lost=int)
    assert list(found) == list(range(20, 0, -1))


def test_a_process_that_ends_costs_one_item_at_most() -> None:
    found = in_order(fall_over_at_three, range(30), count=30, jobs=2, lost=lambda item: -item)
    assert list(found) == [-3 if number == 3 else number * 10 for number in range(30)]


def test_what_was_under_way_is_tried_again(tmp_path: Path) -> None:
    items = [str(tmp_path / name) for name in ("a", "once", "b", "c")]
    found = in_order(fall_over_once, items, count=4, jobs=2, lost=lambda item: "lost")
    assert list(found) == ["a", "once", "b", "c"]


@pytest.mark.skipif(sys.platform == "win32", reason="looks a process up as POSIX does")
def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
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


def test_an_item_that_takes_too_long_ends_its_process() -> None:
    with cleaning_pool(1, longest=0.2) as pool:
        waiting = pool.submit(time.sleep, 60)

        with pytest.raises(BrokenProcessPool):
            waiting.result(timeout=30)


def test_an_item_that_is_done_in_time_leaves_its_process_alone() -> None:
    with cleaning_pool(1, longest=0.2) as pool:
        first = pool.submit(os.getpid).result()
        time.sleep(0.4)

        assert pool.submit(os.getpid).result() == first
