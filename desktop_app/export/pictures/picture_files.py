"""One drawing as an SVG, PNG or PDF file."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.core.errors import ExportError
from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.write_file import export_failure
from desktop_app.export.pictures.drawing import Drawing, Line
from desktop_app.export.typesetting.script_fonts import TEXT_FONT
from desktop_app.export.typesetting.typst_desk import compiled
from desktop_app.export.typesetting.typst_run import TypesettingError

#: How long drawing a PNG may take, in seconds; half a second is usual.
_SECONDS = 60
_PROGRAM = Path(__file__).with_name("draw_png.py")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: The signature and the first chunk, which is always of one length.
_HEAD = len(_SIGNATURE) + 25
_INCH = 0.0254


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with what is said about it: title and description, and the moment it is of."""

    drawing: Drawing
    title: str
    description: str
    moment: datetime

    def svg(self) -> bytes:
        """The file as SVG, its words still words."""
        return self._svg().encode("utf-8")

    def png(self, dpi: int) -> bytes:
        """The file as PNG, as large on paper as the others. Raises ExportError."""
        wanted = {
            "svg": self._svg(),
            "dpi": dpi,
            "fonts": sorted(self.drawing.text.fonts.used),
            "family": self.drawing.text.fonts.base,
        }
        try:
            # -I: the process must not find its modules in the folder that it happens to be in.
            drawn = subprocess.run(  # noqa: S603 - our own program, and no argument from outside
                [sys.executable, "-I", str(_PROGRAM)],
                input=json.dumps(wanted).encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                creationflags=_NO_WINDOW,
            )
        except (subprocess.TimeoutExpired, OSError) as failure:
            raise _undrawn() from failure
        if drawn.returncode != 0 or not drawn.stdout.startswith(_SIGNATURE):
            raise _undrawn()
        return with_resolution(drawn.stdout, dpi)

    def pdf(self) -> bytes:
        """The file as PDF, its words to be searched, for archives. Raises ExportError."""
        with tempfile.TemporaryDirectory(prefix="cuttings-picture-") as name:
            folder = Path(name)
            try:
                self._lay_out(folder)
            except OSError as failure:
                raise export_failure(folder, failure) from failure
            try:
                return compiled(folder / "picture.typ", self.moment)
            except TypesettingError as refused:
                raise ExportError(
                    f"The picture couldn't be set as PDF: {refused}.", "Export it as SVG or PNG."
                ) from refused

    def _svg(self) -> str:
        return self.drawing.svg(self.title, self.description)

    def _lay_out(self, folder: Path) -> None:
        shutil.copyfile(resource_path("typst", "picture.typ"), folder / "picture.typ")
        shapes = self.drawing.svg(self.title, self.description, with_words=False)
        (folder / "picture.svg").write_text(shapes, "utf-8")
        day = self.moment
        data = {
            "title": self.title,
            "description": self.description,
            "date": [day.year, day.month, day.day],
            "width": self.drawing.width,
            "height": self.drawing.height,
            "font": self.drawing.text.fonts.base or TEXT_FONT,
            "lines": [self._line(line) for line in self.drawing.lines],
        }
        (folder / "picture.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    def _line(self, line: Line) -> dict[str, object]:
        """A line for Typst, which sets words itself: in a drawing it tears some writings apart."""
        runs = self.drawing.text.fonts.runs(line.words)
        families = [run.family for run in runs if run.family]
        return {
            "x": line.x,
            "y": line.y,
            "words": line.words,
            "size": line.size,
            "fill": line.colour,
            "weight": "bold" if line.bold else "regular",
            "shift": {"start": 0, "middle": 0.5, "end": 1}[line.anchor],
            # In one font that has all letters, else in the picture's and those that it lacks.
            "fonts": families[:1] if len(runs) == 1 else list(dict.fromkeys(families)),
            "whole": len(runs) == 1 and bool(families),
        }


def with_resolution(png: bytes, dpi: int) -> bytes:
    """The PNG with its resolution told, which the drawing program leaves out.

    Source: PNG (Third Edition), 11.3.4.3 pHYs.
    """
    a_metre = round(dpi / _INCH)
    content = b"pHYs" + struct.pack(">IIB", a_metre, a_metre, 1)
    chunk = struct.pack(">I", 9) + content + struct.pack(">I", zlib.crc32(content))
    return png[:_HEAD] + chunk + png[_HEAD:]


def _undrawn() -> ExportError:
    return ExportError("The picture couldn't be drawn as PNG.", "Export it as SVG or PDF.")


#: How each kind of file is made; PNG asks for dots an inch.
KINDS: dict[str, Callable[[Picture, int], bytes]] = {
    "svg": lambda picture, _dpi: picture.svg(),
    "png": lambda picture, dpi: picture.png(dpi),
    "pdf": lambda picture, _dpi: picture.pdf(),
}
