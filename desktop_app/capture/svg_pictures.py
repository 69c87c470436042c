"""SVG images as PNG: the drawing made harmless, then drawn by a process of its own.

SVG is a program as much as a picture, so what is kept of one is the picture. It is drawn as a
browser draws an ``img``: no script runs and nothing is loaded, neither from the network nor from
the disk.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.capture.svg_cleaning import RefusedDrawingError, harmless_svg

#: How long drawing may take, in seconds; a real drawing takes a few tenths.
SECONDS = 10.0
_PROGRAM = Path(__file__).with_name("draw_svg.py")
_PNG = b"\x89PNG\r\n\x1a\n"
# On Windows a window would flash up otherwise.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def png_of_svg(content: bytes, *, seconds: float = SECONDS) -> bytes | None:
    """The drawing as PNG, or None where it is refused or can't be drawn in time."""
    try:
        drawing = harmless_svg(content)
    except RefusedDrawingError:
        return None
    try:
        # -I: the process must not find its modules in the folder that it happens to be in.
        drawn = subprocess.run(  # noqa: S603 - our own program, and no argument from outside
            [sys.executable, "-I", str(_PROGRAM)],
            input=drawing,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    is_drawn = drawn.returncode == 0 and drawn.stdout.startswith(_PNG)
    return drawn.stdout if is_drawn else None
