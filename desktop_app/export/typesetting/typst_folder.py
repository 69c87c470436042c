"""The folder that Typst works in: the template, the data and the images, and nothing else.

Each file is written when it is ready, so that of thousands of articles one is in memory. What is
the same as before is not written again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from desktop_app.core.errors import ExportError
from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.write_file import export_failure

TEMPLATES = ("press.typ", "blocks.typ", "parts.typ", "matter.typ", "places.typ")
#: The template that takes the others in.
MAIN = TEMPLATES[0]
#: The name of the data about where things stand, as ``places.typ`` tells.
PLACES = "places"

#: Bytes of memory that Typst takes: with its fonts, for a byte of data, for one of images; as
#: measured with 500 articles.
_MEMORY, _MEMORY_BY_DATA, _MEMORY_BY_IMAGES = 60_000_000, 230, 5


class TypstFolder:
    """A folder that is there as long as the block; raises ExportError where there is no room."""

    def __init__(self) -> None:
        self._made: tempfile.TemporaryDirectory[str] | None = None
        self._written: dict[str, int] = {}
        self._sizes: dict[str, int] = {}

    def open(self) -> None:
        """Make the folder; whoever doesn't use a with-block closes it."""
        self._made = tempfile.TemporaryDirectory(prefix="cuttings-pdf-", ignore_cleanup_errors=True)
        try:
            for name in TEMPLATES:
                shutil.copyfile(resource_path("typst", name), self.path / name)
            self.put_data(PLACES, {})
        except OSError as failure:
            self.close()
            raise export_failure(self.path, failure) from failure
        except ExportError:
            self.close()
            raise

    def __enter__(self) -> TypstFolder:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where it lies."""
        assert self._made is not None, "the folder is open"
        return Path(self._made.name)

    @property
    def size(self) -> int:
        """How many bytes of data and images are in it."""
        return sum(self._sizes.values())

    @property
    def memory(self) -> int:
        """How many bytes of memory Typst takes to set it, roughly."""
        data = sum(size for name, size in self._sizes.items() if name.endswith(".json"))
        return _MEMORY + _MEMORY_BY_DATA * data + _MEMORY_BY_IMAGES * (self.size - data)

    def close(self) -> None:
        """Delete it with all that is in it."""
        if self._made is not None:
            self._made.cleanup()

    def put_data(self, name: str, data: Mapping[str, object]) -> None:
        """Write ``data`` as the JSON file of that name."""
        # A lone surrogate is no text; escaped in JSON it would stop Typst.
        content = json.dumps(data, ensure_ascii=False).encode("utf-8", errors="replace")
        if self._written.get(name) != hash(content):
            self._write(f"{name}.json", content)
            self._written[name] = hash(content)

    def put_images(self, images: Mapping[str, bytes]) -> None:
        """Write images by the names of their files, which tell their content."""
        for name, content in images.items():
            if name not in self._written:
                self._write(name, content)
                self._written[name] = 0

    def _write(self, name: str, content: bytes) -> None:
        path = self.path / name
        self._sizes[name] = len(content)
        try:
            path.write_bytes(content)
        except OSError as failure:
            raise export_failure(path, failure) from failure
