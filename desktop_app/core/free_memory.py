"""How much memory a program may still take on this machine."""

from __future__ import annotations


def free_memory() -> int:
    """Bytes that are free or can be freed at once, without what was put on disk (swap)."""
    import psutil  # noqa: PLC0415 - the window starts without it

    return int(psutil.virtual_memory().available)
