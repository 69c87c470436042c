"""A document given to pandoc: its metadata, its moment, its progress, its file's bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.export.base.pandoc import run_pandoc
from desktop_app.export.base.visible_text import language_tag, visible
from desktop_app.export.documents.document import Document, Excerpts, WholeArticle
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.document_nodes import DocumentNodes, StoppedError
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.markup import Markup
from desktop_app.export.dossiers.nodes import Node

#: What zip files can tell begins here.
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Making:
    """A document being made into a file: what it is, what is wanted, who hears of it."""

    document: Document
    options: DocumentOptions
    folder: Path
    progress: Callable[[int, int], None] = lambda done, total: None
    cancelled: Callable[[], bool] = lambda: False
    warnings: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The document's title on one line."""
        return visible(self.document.cover.title) or "Untitled"

    @property
    def language(self) -> str:
        """The language that most of its articles are in; English where none is known."""
        tags = Counter(filter(None, (language_tag(s.language) for s in self.document.sources)))
        return max(tags, key=lambda tag: (tags[tag], tag == "en"), default="en")

    @property
    def moment(self) -> datetime:
        """The time of the newest capture: the same articles make the same file."""
        moments = (_moment(source.captured) for source in self.document.sources)
        return max(moments, default=_EARLIEST)

    def dated(self, part: bytes) -> bytes:
        """A part of pandoc's file with that time in place of the one it takes for now."""
        moment = self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return part.replace(b"1970-01-01T00:00:00Z", moment.encode())

    def run(
        self,
        markup: Markup,
        pictures: KeptImages,
        writer: str,
        *,
        options: Sequence[str] = (),
        files: Mapping[str, bytes] | None = None,
        values: Callable[[DocumentNodes], Mapping[str, Node]] = lambda parts: {},
    ) -> bytes:
        """What pandoc writes; ``values`` are metadata of the format's own.

        Raises PandocError, and StoppedError when the user stops.
        """
        steps = _Steps(self)
        parts = DocumentNodes(self.document, self.options, markup, pictures, steps.step)
        made = run_pandoc(
            nodes.as_json(parts.blocks(), lambda: {**self._metadata(parts), **values(parts)}),
            reader="json",
            writer=writer,
            options=options,
            files=files,
            cancelled=self.cancelled,
        )
        if made is None:
            raise StoppedError
        self.warnings[:] = dict.fromkeys((*self.document.warnings, *parts.warnings))
        self.progress(steps.total, steps.total)
        return made

    def _metadata(self, parts: DocumentNodes) -> dict[str, Node]:
        author = visible(self.document.cover.author)
        keywords = [nodes.words_value([nodes.words(tag)]) for tag in parts.keywords()]
        values = {
            "title": nodes.text_value(self.title),
            "lang": nodes.text_value(self.language),
            "date": nodes.text_value(self.moment.date().isoformat()),
            "keywords": nodes.list_value(keywords),
        }
        if author:
            values["author"] = nodes.list_value([nodes.text_value(author)])
        return values


@dataclass(slots=True)
class _Steps:
    """Counts the articles, of which pandoc's own work is one more."""

    making: Making
    done: int = 0

    @property
    def total(self) -> int:
        parts = self.making.document.parts
        return sum(isinstance(part, WholeArticle | Excerpts) for part in parts) + 1

    def step(self) -> bool:
        self.making.progress(self.done, self.total)
        self.done += 1
        return not self.making.cancelled()


def _moment(captured: str) -> datetime:
    try:
        moment = datetime.fromisoformat(captured)
    except ValueError:
        return _EARLIEST
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment, _EARLIEST)
