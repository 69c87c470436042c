"""Fixtures that several packages' tests share."""

from __future__ import annotations

from hypothesis import settings

from tests.loopback_server import loopback_server

__all__ = ["loopback_server"]

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
