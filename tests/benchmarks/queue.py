"""Many loopback addresses with every kind of failure end with each of them accounted for.

5% of the addresses fail in each of twelve ways; in the middle the program is killed, as by a fault
of the machine, and begun again. The reference is fetching and storing as many good pages one after
the other, and waiting for those that never come.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.fetch_queue import QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from tests.benchmarks.report import Measurement, report
from tests.services.queue.sites import KINDS, Site, sites

_SITES, _SHARE = 40, 0.05
#: So many good pages give the time of one.
_SAMPLE = 40
MANNERS = Manners(
    delay=0, parallel=8, attempts=3, back_off=0.3, page_seconds=1.5, patience=60, images=False
)


def settings_in(folder: Path) -> Settings:
    """An archive of its own."""
    return Settings(folder / "queue.cuttings", folder / "config", folder / "log")


def run(folder: Path) -> None:
    """Work through the queue of the archive there: what the killed program does."""
    library = Library(settings_in(folder))
    library.open()
    library.queue.run(MANNERS)
    library.close()


def measurements(folder: Path, count: int) -> Iterator[Measurement]:
    """Fill a queue, work through it with a kill in the middle, and look what became of each."""
    with sites(_SITES) as hosts, sites(1) as (only,):
        single = _seconds_a_page(folder / "single", only)
        library = Library(settings_in(folder))
        library.open()
        wanted = _filled(library, hosts, count)
        begun = time.monotonic()
        settled = _killed_in_the_middle(folder, library, count)
        run(folder)
        seconds = time.monotonic() - begun
        items = library.queue.items()
        ended = Counter((item.url.split("/")[3], str(item.state)) for item in items)
        right = sum(ended[kind, KINDS[kind]] for kind in wanted)
        saved = sum(item.state is QueueState.SAVED for item in items)
        twice = saved - library.count("")
        at_once = max(host.at_once for host in hosts)
        is_whole = library.check().ok
        library.close()
    yield Measurement("addresses settled before the kill", settled, "addresses")
    yield Measurement("accounted for, as it should be", right, "addresses", count, 1.0, True)
    yield Measurement("without a reason though failed", _unreasoned(items), "addresses", None, 0)
    yield Measurement("articles saved twice or lost", abs(twice), "articles", None, 0)
    yield Measurement("requests of one site at once", at_once, "requests", None, 1)
    yield Measurement("archive whole", float(is_whole), "", None, 1, True)
    waits = wanted["silent"] * MANNERS.attempts * MANNERS.page_seconds
    yield Measurement("the whole queue", seconds, "s", single * count + waits, 0.8)


def _filled(library: Library, hosts: list[Site], count: int) -> Counter[str]:
    """Put addresses of every kind in, spread over the sites; gives how many of each."""
    each = int(count * _SHARE)
    kinds = [kind for kind in KINDS if kind != "fine" for _ in range(each)]
    kinds += ["fine"] * (count - len(kinds))
    spread = [hosts[number % len(hosts)].add(kind, number) for number, kind in enumerate(kinds)]
    library.queue.add(spread)
    return Counter(kinds)


def _killed_in_the_middle(folder: Path, library: Library, count: int) -> int:
    """Let another process work until half is done, and kill it; gives how much it settled."""
    code = "import sys; from pathlib import Path; from tests.benchmarks import queue;"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{code} queue.run(Path(sys.argv[1]))", folder]
    )
    while process.poll() is None and _settled(library) < count // 2:
        time.sleep(0.1)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return _settled(library)


def _settled(library: Library) -> int:
    counts = library.queue.counts()
    return sum(number for state, number in counts.items() if not state.is_open)


def _unreasoned(items: list[QueueItem]) -> int:
    return sum(item.state is QueueState.FAILED and not item.reason for item in items)


def _seconds_a_page(folder: Path, site: Site) -> float:
    library = Library(settings_in(folder))
    library.open()
    library.store(library.prepare(site.add("fine", 100_000)))  # what is imported is no page's time
    begun = time.monotonic()
    for number in range(1, _SAMPLE + 1):
        library.store(library.prepare(site.add("fine", 100_000 + number)))
    library.close()
    return (time.monotonic() - begun) / _SAMPLE


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--addresses", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        return 0 if report(measurements(Path(folder), options.addresses), options.json) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
