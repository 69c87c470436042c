"""``cuttings serve`` as a process of its own, with an archive and settings of its own."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

_REPOSITORY = Path(__file__).parents[2]


class Serving:
    """Cuttings without its window; ``port`` is kept when it is opened again."""

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "CUTTINGS_ARCHIVE": str(folder / "archive.cuttings"),
            "CUTTINGS_PORT": "0",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "PYTHONPATH": str(_REPOSITORY),
        }
        self.port = 0
        self.code = ""

    def open(self) -> None:
        """Start it, and wait until it listens."""
        if self.port:
            self._environment["CUTTINGS_PORT"] = str(self.port)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "serve", "--json", "--pair"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self._environment,
        )
        assert self._process.stderr is not None
        told = self._process.stderr.readline() + self._process.stderr.readline()
        self.port = int(re.findall(r"http://127\.0\.0\.1:(\d+)", told)[0])
        self.code = re.findall(r"\d{3} \d{3}$", told.strip())[0]
        self._articles: queue.Queue[dict[str, Any]] = queue.Queue()
        self._readers = [
            threading.Thread(target=self._read, args=(self._process.stdout, self._articles.put)),
            threading.Thread(target=self._read, args=(self._process.stderr, None)),
        ]
        for reader in self._readers:
            reader.start()

    def close(self) -> None:
        """End it as Ctrl+C does."""
        self._process.send_signal(signal.SIGINT)
        assert self._process.wait(30) == 0
        for reader in self._readers:
            reader.join(10)
        for stream in (self._process.stdout, self._process.stderr):
            assert stream is not None
            stream.close()

    def next_article(self) -> dict[str, Any]:
        """The article that is stored next."""
        return self._articles.get(timeout=60)

    def articles(self) -> list[dict[str, Any]]:
        """All articles of the archive, as ``cuttings list`` tells them."""
        command = [sys.executable, "-m", "desktop_app", "list", "--json"]
        listed = subprocess.run(
            command, capture_output=True, text=True, check=True, env=self._environment
        )
        found = json.loads(listed.stdout)
        return list(found)

    @staticmethod
    def _read(stream: Any, put: Any) -> None:
        for line in stream:
            if put:
                put(json.loads(line))
