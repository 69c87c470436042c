"""The program that draws one picture as PNG: reads JSON from standard input, writes the PNG.

Run by ``picture_files`` as a process of its own, by this file's path: drawing holds the
interpreter, and the window must not wait for it. It must import nothing of the package.
"""

from __future__ import annotations

import json
import sys

import resvg_py


def main() -> None:
    """Draw what comes in with the fonts that it names, and no others."""
    wanted = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    png = resvg_py.svg_to_bytes(
        svg_string=wanted["svg"],
        background="white",
        dpi=wanted["dpi"],
        skip_system_fonts=True,
        font_files=wanted["fonts"],
        font_family=wanted["family"],
        sans_serif_family=wanted["family"],
    )
    sys.stdout.buffer.write(png)


if __name__ == "__main__":
    main()
