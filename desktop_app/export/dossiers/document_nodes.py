"""A document as pandoc's nodes, piece by piece: of its articles one is in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.article import Article
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.marked_passages import numbered_notes, passages, with_passages
from desktop_app.export.base.visible_text import language_tag, runs_to_left, visible
from desktop_app.export.documents.document import (
    Citation,
    Document,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    Part,
    Source,
    WholeArticle,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.documents.quoted_passages import LEFT_OUT, QuotedPassage, quoted_article
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.appendices import Appendices, source_facts
from desktop_app.export.dossiers.article_nodes import ArticleNodes
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.markup import Markup, Opening, Styled, Writing, joined
from desktop_app.export.dossiers.nodes import Node, Nodes

#: Our own words.
ENGLISH = Writing("en")
_MOST_KEYWORDS = 50


class StoppedError(Exception):
    """The user stopped while the document was put together."""


@dataclass(slots=True)
class DocumentNodes:
    """Puts a document's parts together for one format.

    ``placed`` are the parts with what opens them; ``warnings`` come together on the way, and
    ``front`` is the cover with the notes that are told there.
    """

    document: Document
    options: DocumentOptions
    markup: Markup
    pictures: KeptImages
    step: Callable[[], bool] = lambda: True
    warnings: list[str] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)
    front: list[Styled] = field(default_factory=list)

    def placed(self) -> list[tuple[Part, Opening | None]]:
        """The parts, those that stand in the contents with their heading."""
        found: list[tuple[Part, Opening | None]] = []
        depth, behind_heading, times = 0, False, Counter[int]()
        for number, part in enumerate(self.document.parts):
            opening = None
            if isinstance(part, Heading):
                depth = min(part.level, depth + 1)
                new_page = depth == 1 or (self.options.new_pages and not behind_heading)
                words = visible(part.words) or "Untitled"
                opening = Opening(depth, words, f"part-{number}", _writing(words, ""), new_page)
            elif isinstance(part, WholeArticle | Excerpts):
                times[part.source] += 1
                again = f"-{times[part.source]}" if times[part.source] > 1 else ""
                source = self.document.source(part.source)
                title = visible(source.title) or "Untitled"
                begins = (isinstance(part, WholeArticle) and self.options.new_pages) or not number
                new_page = begins and not behind_heading
                opening = Opening(
                    depth + 1,
                    title,
                    f"source-{source.number}{again}",
                    _writing(title, source.language),
                    new_page,
                )
            behind_heading = isinstance(part, Heading)
            found.append((part, opening))
        return found

    def blocks(self) -> Iterator[Node]:
        """The whole document; raises StoppedError."""
        placed = self.placed()
        appendices = Appendices(self.document, self.options, self.markup)
        # Before all else: the notes of its abstract are the first.
        self.front = self.markup.with_notes(self.cover) if self.document.has_cover else []
        if self.document.has_cover and self.markup.cover_within:
            for style, cover in self.front:
                yield from self.markup.styled(style, cover)
            yield from self.markup.after_cover()
        if self.options.contents and self.document.has_cover:
            openings = [opening for _, opening in placed if opening]
            yield from self.markup.contents([*openings, *appendices.openings()])
        depth = 0
        for number, (part, opening) in enumerate(placed):
            if opening is not None:
                depth = opening.level if isinstance(part, Heading) else depth
                yield from self.markup.opening(opening)
            is_first_text = not number and opening is None
            blocks = list(self._part(part, opening, depth))
            yield from self.markup.first_text(blocks) if is_first_text else blocks
            yield from self.markup.after_part()
        yield from appendices.blocks()

    def cover(self) -> list[Styled]:
        """What stands on the first page, each under the name of its style; empty ones left out."""
        cover = self.document.cover
        abstract = ArticleNodes(self.markup, 2, citations=cover.abstract.citations, is_own=True)
        lines = (
            ("Title", cover.title),
            ("Subtitle", cover.subtitle),
            ("Author", cover.author),
            ("Date", cover.date),
        )
        told = [(style, _paragraphs(self.markup.say(words))) for style, words in lines if words]
        blocks = abstract.read(cover.abstract.markdown)
        return [*told, ("Abstract", blocks)] if blocks else told

    def keywords(self) -> list[str]:
        """The tags of the articles gone through so far, the most used first."""
        most_used = sorted(self.tags, key=lambda tag: (-self.tags[tag], tag))
        return most_used[:_MOST_KEYWORDS]

    def _part(self, part: Part, opening: Opening | None, depth: int) -> Iterator[Node]:
        if isinstance(part, OwnText):
            text = ArticleNodes(self.markup, depth + 1, citations=part.citations, is_own=True)
            writing = _writing(part.markdown, "")
            yield from self.markup.body(text.read(part.markdown), writing)
        elif isinstance(part, Gap):
            words = [nodes.emphasis(self.markup.say(part.words))]
            yield from self.markup.styled("Gap", [nodes.paragraph(words)])
        elif isinstance(part, WholeArticle | Excerpts):
            assert opening is not None
            yield from self._article(part, opening)

    def _article(self, part: WholeArticle | Excerpts, opening: Opening) -> Iterator[Node]:
        if not self.step():
            raise StoppedError
        article = self.document.article(part.source)
        source = self.document.source(part.source)
        self.tags.update(dict.fromkeys(map(visible, article.tags), 1))
        is_whole = isinstance(part, WholeArticle)
        yield from self._head(source, article, part.citation if is_whole else None)
        before = self.pictures.skipped
        read = ArticleNodes(
            self.markup,
            opening.level,
            f"note-{opening.anchor}",
            self.document.images(article.id) if self.options.images and is_whole else None,
            self.pictures if self.options.images else None,
        )
        if isinstance(part, Excerpts):
            highlights = self._shown(part.highlights)
            blocks = self._quotes(part, article, read)
        else:
            highlights = self._shown(article.highlights) if self._are_marked else []
            found = passages(highlights)
            blocks = read.read(
                article.clean.markdown,
                lambda tokens: with_passages(tokens, article.clean.text, found),
            )
        yield from self.markup.body(blocks, _writing(article.clean.text, article.clean.language))
        yield from self._notes(highlights, article, read)
        if not self.document.has_cover:
            yield from source_facts(source, self.markup)
        self._tell_skipped(opening.words, self.pictures.skipped - before)

    def _head(self, source: Source, article: Article, citation: Citation | None) -> Iterator[Node]:
        day = date_in_words(source.published) if source.published else ""
        line = self.markup.say(joined((source.publisher, source.agency, day), " · "))
        if self.document.has_cover:
            number = self.markup.words(f"Source {source.number}")
            listed = nodes.link(number, self.markup.address(f"listed-{source.number}"))
            said = [listed] if self.options.sources else number
            line = [*line, *self.markup.words(" · " if line else ""), *said]
        if citation is not None:
            line = [*line, *self.markup.cite_behind(citation)]
        if line:
            yield from self.markup.styled("Source Line", [nodes.paragraph(line)], ENGLISH)
        clean = article.clean
        if clean.subtitle:
            subtitle = [nodes.paragraph(self.markup.say(clean.subtitle))]
            writing = _writing(clean.subtitle, clean.language)
            yield from self.markup.styled("Article Subtitle", subtitle, writing)
        if clean.authors:
            names_line = ", ".join(clean.authors)
            byline = [nodes.paragraph(self.markup.say(names_line))]
            yield from self.markup.styled("Byline", byline, _writing(names_line, clean.language))

    def _quotes(self, part: Excerpts, article: Article, read: ArticleNodes) -> list[Node]:
        quoted = quoted_article(article.clean.text, self._shown(part.highlights))
        blocks: list[Node] = []
        for passage in quoted.passages:
            blocks += self._quote(passage, read)
        for orphan in quoted.orphans:
            blocks += _paragraphs(self.markup.say(orphan.quote.exact))
        if quoted.left_out or not blocks:
            blocks += _paragraphs(self.markup.words(LEFT_OUT))
        if part.citation is not None:
            inlines = blocks[-1]["c"]
            assert isinstance(inlines, list)
            blocks[-1] = nodes.paragraph([*inlines, *self.markup.cite_behind(part.citation)])
        return [nodes.quotation(blocks)]

    def _quote(self, passage: QuotedPassage, read: ArticleNodes) -> list[Node]:
        blocks: list[Node] = []
        for place, runs in enumerate(passage.paragraphs):
            inlines: list[Node] = []
            if passage.left_out and not place:
                inlines += self.markup.words(f"{LEFT_OUT} ")
            for run in runs:
                said = self.markup.say(run.words)
                is_marked = self._are_marked
                inlines += read.marked(said, run.colour, run.numbers) if is_marked else said
            blocks += _paragraphs(inlines)
        return blocks

    @property
    def _are_marked(self) -> bool:
        return self.options.highlights != "none"

    def _shown(self, highlights: Sequence[Highlight]) -> list[Highlight]:
        """The highlights as the user wants them; excerpts are shown in any case."""
        if self.options.highlights == "notes":
            return list(highlights)
        return [replace(each, note="") for each in highlights]

    def _notes(
        self, highlights: Sequence[Highlight], article: Article, read: ArticleNodes
    ) -> Iterator[Node]:
        if self.options.highlights != "notes":
            return
        notes = numbered_notes(highlights)
        if notes:
            title = [nodes.paragraph(self.markup.words("Notes on the marked passages"))]
            yield from self.markup.styled("Passage Notes Title", title, ENGLISH)
            items = [self._note(number, each, read) for number, each in notes.items()]
            yield from self.markup.styled("Passage Notes", [self.markup.note_list(items)])
        if article.note.strip():
            title = [nodes.paragraph(self.markup.words("Note on the article"))]
            yield from self.markup.styled("Passage Notes Title", title, ENGLISH)
            yield from self.markup.styled("Passage Notes", self._lines(article.note))

    def _note(self, number: int, highlight: Highlight, read: ArticleNodes) -> list[Node]:
        words = self.markup.say(f"“{highlight.quote.exact}”")
        anchor = f"{read.notes}-{number}"
        quote = self.markup.named(read.marked(words, highlight.colour, ()), anchor)
        if highlight.is_orphan:
            quote += self.markup.words(" (no longer in the text)")
        return [nodes.paragraph(quote), *self._lines(highlight.note)]

    def _lines(self, note: str) -> list[Node]:
        return [block for line in note.splitlines() for block in _paragraphs(self.markup.say(line))]

    def _tell_skipped(self, title: str, count: int) -> None:
        if count and self.options.images:
            images = "an image isn’t" if count == 1 else f"{count:,} images aren’t"
            self.warnings.append(
                f"“{title}”: {images} kept in the archive, or can’t be shown; "
                "the caption stands instead."
            )


def _writing(text: str, language: str | None) -> Writing:
    return Writing(language_tag(language), runs_to_left(text))


def _paragraphs(inlines: Nodes) -> list[Node]:
    return [nodes.paragraph(inlines)] if inlines else []
