"""A program that is killed while it works through the queue leaves nothing unaccounted for."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from desktop_app.core.fetch_states import QueueState
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from tests.services.queue.sites import sites

_RUN = """
import sys
from pathlib import Path
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners

archive, config, log = map(Path, sys.argv[1:])
library = Library(Settings(archive, config, log))
library.open()
library.queue.run(Manners(delay=0, images=False))
"""


def test_what_was_under_way_is_taken_up_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    settings = library.settings
    with sites(3) as hosts:
        library.queue.add([hosts[number % 3].add("fine", number) for number in range(24)])
        process = subprocess.Popen(
            [
                *(sys.executable, "-c", _RUN),
                *map(str, (settings.archive_path, settings.config_folder, settings.log_folder)),
            ]
        )
        while process.poll() is None and library.queue.counts()[QueueState.SAVED] < 4:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert library.queue.counts()[QueueState.SAVED] < 24

        library.queue.run(Manners(delay=0, images=False))

    assert library.queue.counts()[QueueState.SAVED] == library.count("") == 24
    assert library.check().ok
