"""Typst at work in a folder: the template and its data in, PDF bytes out.

It can read nothing outside the folder and asks no network. It lets no other thread run while it
reads fonts, so it runs in processes of its own (``typst_process``, ``typst_desk``), and Typst is
never imported in the window's.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import typst

#: Archives ask for PDF/A, readers with a screen reader for PDF/UA; one file can be both.
Standard: TypeAlias = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_log = logging.getLogger(__name__)


class TypesettingError(Exception):
    """Typst refused the document: a fault in what it was given, never the disk's."""


class Typesetter:
    """Typst with one template; what it set before makes the next time quicker.

    The template's folder holds nothing else than what it needs.
    """

    def __init__(self, template: Path) -> None:
        import typst  # noqa: PLC0415 - see above

        self._refusal = typst.TypstError
        folder = str(template.parent)
        self._compiler = typst.Compiler(
            str(template),
            root=folder,
            font_paths=typst_fonts(),
            package_path=folder,
            package_cache_path=folder,
        )

    def pdf(self, moment: datetime, standards: Sequence[Standard], to: Path | None = None) -> bytes:
        """The PDF; the same bytes for the same folder. Without standards it has no tags either.

        ``moment`` stands in the file as its time of creation. With ``to`` it is written there, and
        none is given. Raises TypesettingError.
        """
        with self._refusing():
            pdf = self._compiler.compile(
                output=str(to) if to else None,
                format="pdf",
                pdf_standards=list(standards),
                pdf_tags=bool(standards),
                timestamp=int(moment.timestamp()),
            )
        if to is not None:
            return b""
        if not isinstance(pdf, bytes):
            raise TypesettingError("it gave no PDF")
        return pdf

    def told(self, label: str) -> str:
        """The value of the metadata of that label, as JSON; raises TypesettingError.

        Where no PDF was made of the same folder before, the pages are set for this alone.
        """
        with self._refusing():
            return str(self._compiler.query(f"<{label}>", field="value", one=True))

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except self._refusal as refused:
            _log.info("Typst refused the document: %s\n%s", refused.message, refused.diagnostic)
            raise TypesettingError(refused.message) from refused


@cache
def typst_fonts() -> typst.Fonts:
    """The fonts of this machine as Typst knows them; looked up once."""
    import typst  # noqa: PLC0415 - see above

    return typst.Fonts()


def moment_of(captured: str) -> datetime:
    """A capture time as a moment; the first second of 1970 where it can't be read."""
    try:
        moment = datetime.fromisoformat(captured)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
