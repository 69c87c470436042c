"""The pictures of a document: checked, laid aside, and put in where pandoc left their places.

pandoc is given a stand-in of some bytes for each, and so needn't hold them all in memory.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.article import StoredImage
from desktop_app.export.base.image_kind import ImageKind, is_whole, recognise_image

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}
_STAND_IN = re.compile(rb"cuttings-image ([0-9a-f]{64})")
#: A stand-in as a page holds it.
_ADDRESS = re.compile(rb'src="data:image/([a-z]+);base64,(Y3V0dGluZ3MtaW1hZ2U[A-Za-z0-9+/=]+)')
#: How long a stand-in is in bytes; what is longer isn't one.
STAND_IN_LENGTH = 79


@dataclass(frozen=True, slots=True)
class KeptImage:
    """A picture that is shown: the address of its stand-in, and its size in pixels."""

    address: str
    name: str
    width: int
    height: int


@dataclass(slots=True)
class KeptImages:
    """Pictures laid aside in a folder; ``skipped`` counts those that can't be shown."""

    folder: Path
    skipped: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def keep(self, address: str, images: Mapping[str, StoredImage]) -> KeptImage | None:
        """The picture of that address, where the archive has it and it can be shown."""
        stored = images.get(address)
        kind = recognise_image(stored.content) if stored else None
        if stored is None or kind is None or not is_whole(stored.content, kind):
            self.skipped += 1
            return None
        return self._keep(stored.content, kind)

    def content(self, digest: str) -> bytes:
        """The bytes of a picture."""
        return (self.folder / digest).read_bytes()

    def in_place_of(self, stand_in: bytes) -> bytes | None:
        """The picture that stands in; None for any other file."""
        found = _STAND_IN.fullmatch(stand_in)
        digest = found[1].decode() if found else ""
        return self.content(digest) if digest in self.names else None

    def put_into_page(self, page: bytes) -> Iterator[bytes]:
        """The page in pieces, each stand-in's address replaced by that of the picture itself."""
        done = 0
        for found in _ADDRESS.finditer(page):
            content = self.in_place_of(base64.b64decode(found[2]))
            if content is not None:
                yield page[done : found.start()]
                yield b'src="data:image/%s;base64,' % found[1]
                yield base64.b64encode(content)
                done = found.end()
        yield page[done:]

    def _keep(self, content: bytes, kind: ImageKind) -> KeptImage:
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self.names:
            (self.folder / digest).write_bytes(content)
            self.names[digest] = digest + kind.suffix
        stand_in = base64.b64encode(b"cuttings-image " + digest.encode()).decode()
        address = f"data:{_TYPES[kind.suffix]};base64,{stand_in}"
        return KeptImage(address, self.names[digest], kind.width, kind.height)
