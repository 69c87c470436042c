"""The program that draws one SVG: reads it from standard input, writes a PNG to standard output.

Run by ``svg_pictures`` as a process of its own, by this file's path, so that a drawing that fills
time or memory costs neither the window nor the archive. It must import nothing of the package.
"""

from __future__ import annotations

import sys

import resvg_py

#: The memory and the processor time that the process may use; a real drawing needs a tenth of it.
MAX_MEMORY, MAX_SECONDS = 3 * 2**30, 8
#: What stands in for “sans-serif”, “serif” and “monospace”: the first that is installed.
_SANS = ("Arial", "Liberation Sans", "Helvetica", "Noto Sans", "DejaVu Sans", "Nimbus Sans")
_SERIF = ("Times New Roman", "Liberation Serif", "Times", "Noto Serif", "DejaVu Serif")
_MONO = ("Courier New", "Liberation Mono", "Courier", "Noto Sans Mono", "DejaVu Sans Mono")


def main() -> None:
    """Draw what comes in; where it can't be drawn, the process ends with an error."""
    _limit_resources()
    drawing = sys.stdin.buffer.read().decode("utf-8")
    has_words = "text" in drawing
    sans, serif, mono = _families() if has_words else (None, None, None)
    # Drawings count on the white of their page; black letters on a dark one would be lost.
    png = resvg_py.svg_to_bytes(
        svg_string=drawing,
        background="white",
        skip_system_fonts=not has_words,
        font_family=sans,
        sans_serif_family=sans,
        serif_family=serif,
        monospace_family=mono,
    )
    sys.stdout.buffer.write(png)


def _families() -> tuple[str, str, str]:
    """Installed fonts for what drawings call “sans-serif”, “serif” and “monospace”."""
    import typst  # noqa: PLC0415 - only a drawing with words waits for it

    installed = {font.family for font in typst.Fonts().fonts() if font.path}
    kinds = (_SANS, _SERIF, _MONO)
    found = [next((name for name in names if name in installed), None) for names in kinds]
    some = next(filter(None, [*found, *sorted(installed)]), None)
    if some is None:
        sys.exit("No font is installed, so the words of the drawing would be missing.")
    sans, serif, mono = (name or some for name in found)
    return sans, serif, mono


def _limit_resources() -> None:
    if sys.platform == "win32":
        return  # the caller's clock is the only limit there
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    if sys.platform == "linux":  # macOS refuses to limit a process's addresses
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    main()
