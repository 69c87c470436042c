"""Stopping what nobody wants any more; what it is done with is the window's business."""

from __future__ import annotations

from desktop_app.store.base.stopping import ActStop, Stop, held

__all__ = ["ActStop", "Stop", "held"]
