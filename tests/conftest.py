"""Fixtures that several packages' tests share."""

from __future__ import annotations

from tests.loopback_server import loopback_server

__all__ = ["loopback_server"]
