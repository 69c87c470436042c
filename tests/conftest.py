"""Fixtures that several packages' tests share, and the screens of processes side by side."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import settings

from tests.loopback_server import loopback_server
from tests.own_screens import OFFSCREEN, OwnScreens

__all__ = ["loopback_server"]

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_screens = OwnScreens()


def pytest_configure(config: pytest.Config) -> None:
    """In a process of its own (pytest -n): show windows on the screen that was started for it."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ.update(OFFSCREEN)
    os.environ.update(getattr(config, "workerinput", {}).get("screen", {}))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Before a process is started: start a screen for it."""
    node.workerinput["screen"] = _screens.another()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """For ``-n auto``: more processes than cores, since tests of the window often wait for it."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return cores + max(1, cores // 2)


def pytest_unconfigure() -> None:
    """The processes have ended."""
    _screens.close()
