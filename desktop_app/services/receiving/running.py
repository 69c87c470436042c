"""Which Cuttings runs on an archive: told by a small file, so that a second one can hand over.

The file holds the port and a secret that only this user can read; what it says is believed once
whoever listens there accepts the secret. One left behind by a crash does no harm.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.services.base.private_file import write_private
from desktop_app.services.base.settings import Settings

_LARGEST_FILE = 10_000


@dataclass(frozen=True, slots=True)
class Running:
    """A Cuttings that serves an archive: where, its secret, and whether it has a window."""

    port: int
    secret: str
    has_window: bool


def running_on(settings: Settings) -> Running | None:
    """Who says to serve this archive; None where nobody does."""
    try:
        with _file(settings).open(encoding="utf-8") as file:
            values = json.loads(file.read(_LARGEST_FILE))
        return Running(int(values["port"]), str(values["secret"]), bool(values["has_window"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def tell_running(settings: Settings, running: Running) -> None:
    """Write down that this process serves the archive; raises AppError where it can't be."""
    values = {
        "port": running.port,
        "secret": running.secret,
        "has_window": running.has_window,
        "archive": str(settings.archive_path),
        "process": os.getpid(),
    }
    write_private(_file(settings), json.dumps(values, ensure_ascii=False))


def tell_ended(settings: Settings, running: Running) -> None:
    """Take the file away, unless another process has written it since."""
    if running_on(settings) == running:
        with suppress(OSError):
            _file(settings).unlink()


def is_served(settings: Settings) -> bool:
    """Whether another process serves this archive at this moment."""
    running = running_on(settings)
    if running is None:
        return False
    from desktop_app.capture.endpoint.another_instance import answers  # noqa: PLC0415

    return answers(running.port)


def _file(settings: Settings) -> Path:
    name = hashlib.sha256(os.fsencode(settings.archive_path.resolve())).hexdigest()[:24]
    return settings.running_folder / f"{name}.json"
