"""A screen for each process of a test run.

On one X display only one window has the keyboard, so that two processes that test side by side
would take it from each other. Each gets an Xvfb with a window manager of its own; where there is
none, Qt's offscreen platform, on which every process is alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

#: As large as the others: a window that doesn't fit leaves out what the tests look for. The path is
#: relative, since Qt takes the colon of a drive for the end of it.
_SCREEN = Path(os.path.relpath(Path(__file__).with_name("offscreen.json")))
#: The environment without any screen.
OFFSCREEN = {"QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN.as_posix()}"}


class OwnScreens:
    """Starts screens, and ends them when no process needs them any more."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def another(self) -> dict[str, str]:
        """The environment in which Qt shows its windows on a screen that was started for it."""
        on_x = bool(os.environ.get("DISPLAY")) and "QT_QPA_PLATFORM" not in os.environ
        if not (on_x and shutil.which("Xvfb") and shutil.which("openbox")):
            return OFFSCREEN
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
        self._start(command, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:  # the number comes when the screen is ready
            number = told.readline().strip()
        if not number:
            return OFFSCREEN
        environment = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self._start(["openbox"], env={**os.environ, **environment})
        return environment

    def close(self) -> None:
        """End them all, the window managers first."""
        for process in reversed(self._running):
            process.terminate()
            process.wait()
        self._running.clear()

    def _start(self, command: list[str], **how: object) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._running.append(subprocess.Popen(command, **quiet, **how))  # type: ignore[call-overload]
