"""Sets prepared articles in type, and does what can be done where Typst refuses one.

An article that can't be set in full is set without its bad image, plainly, or left out and named;
it never costs the others. Where the PDF goes is decided in ``pdf``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.errors import ExportError
from desktop_app.export.typesetting.printable_text import printable
from desktop_app.export.typesetting.printed_article import (
    PrintedArticle,
    printed_article,
)
from desktop_app.export.typesetting.script_fonts import (
    CODE_FONT,
    TEXT_FONT,
    choose_fonts,
    missing_font_advice,
)
from desktop_app.export.typesetting.typst_run import TypesettingError, moment_of, typeset

Paper: TypeAlias = Literal["a4", "us-letter"]
Images: TypeAlias = Callable[[int], Mapping[str, StoredImage]]


class NothingToSetError(ExportError):
    """Not one of the articles could be set in type."""


@dataclass(frozen=True, slots=True)
class Press:
    """Prepares articles and sets them; knows the paper, the images and the chosen title."""

    paper: Paper
    images: Images
    chosen_title: str | None

    def prepare(self, article: Article, *, number: int) -> PrintedArticle:
        """An article with its images, for the place of that number in a document."""
        return printed_article(article, self.images(article.id), label=f"a{number}")

    def set_all(self, printed: Sequence[PrintedArticle]) -> tuple[bytes, list[str]]:
        """The PDF and what is to be said about it."""
        warnings: list[str] = []
        try:
            content = self._set(printed)
        except TypesettingError:
            printed = [kept for one in printed if (kept := self._mended(one, warnings))]
            if not printed:
                raise NothingToSetError(" ".join(warnings), "Export it as Markdown.") from None
            printed = [_renumbered(one, number) for number, one in enumerate(printed)]
            content = self._set_or_fail(printed)
        return content, [*_advice(printed), *warnings, *_image_warnings(printed)]

    def title(self, printed: Sequence[PrintedArticle]) -> str:
        """The document's title: the user's, the only article's, or a plain one."""
        if self.chosen_title:
            return self.chosen_title
        return str(printed[0].data["title"]) if len(printed) == 1 else "Press articles"

    def _mended(self, one: PrintedArticle, warnings: list[str]) -> PrintedArticle | None:
        """The article as far as it can be set: in full, without a bad image, plainly, or not."""
        name = one.data["title"]
        if self._can_set(one):
            return one
        sound = self._without_bad_images(one)
        if self._can_set(sound):
            warnings.append(f"“{name}”: an image is damaged and was left out.")
            return sound
        plain = printed_article(one.article, {}, label="a0", plain=True)
        if self._can_set(plain):
            warnings.append(f"“{name}” couldn't be set as it is, so its bare text was.")
            return plain
        warnings.append(f"“{name}” couldn't be set in type and was left out.")
        return None

    def _without_bad_images(self, one: PrintedArticle) -> PrintedArticle:
        sound = {
            address: image
            for address, image in self.images(one.article.id).items()
            if self._can_set(_only_image(one.article, address, image))
        }
        return printed_article(one.article, sound, label="a0")

    def _can_set(self, one: PrintedArticle) -> bool:
        try:
            self._set([_renumbered(one, 0)])
        except TypesettingError:
            return False
        return True

    def _set_or_fail(self, printed: Sequence[PrintedArticle]) -> bytes:
        try:
            return self._set(printed)
        except TypesettingError as refused:
            raise ExportError(
                f"The articles couldn't be set as one document: {refused}.",
                "Export them one by one, or as Markdown.",
            ) from refused

    def _set(self, printed: Sequence[PrintedArticle]) -> bytes:
        newest = moment_of(max(one.article.captured for one in printed))
        files = {name: content for one in printed for name, content in one.images.items()}
        return typeset(self._document(printed), files, newest)

    def _document(self, printed: Sequence[PrintedArticle]) -> dict[str, object]:
        newest = moment_of(max(one.article.captured for one in printed))
        title = self.title(printed)
        choice = choose_fonts(title, None)
        names = (author for one in printed for author in one.article.clean.authors)
        tags = (tag for one in printed for tag in one.article.tags)
        return {
            "title": printable(title, choice.missing),
            "authors": _some(names) if len(printed) == 1 else [],
            "keywords": _some(tags),
            "description": _description(printed),
            "date": [newest.year, newest.month, newest.day],
            "fonts": list(choice.families),
            "code-fonts": [CODE_FONT, TEXT_FONT],
            "paper": self.paper,
            "single": len(printed) > 1,
            "articles": [one.data for one in printed],
        }


def _only_image(article: Article, address: str, image: StoredImage) -> PrintedArticle:
    """An article of nothing but one image, to see whether Typst takes it."""
    clean = replace(article.clean, markdown=f"![image](<{address}>)", text="")
    return printed_article(replace(article, clean=clean), {address: image}, label="a0")


def _renumbered(one: PrintedArticle, number: int) -> PrintedArticle:
    return replace(one, data={**one.data, "label": f"a{number}"})


def _description(printed: Sequence[PrintedArticle]) -> str:
    days = sorted(day[:10] for one in printed if (day := one.article.clean.published))
    count = count_articles(len(printed))
    if not days:
        return count
    first, last = date_in_words(days[0]), date_in_words(days[-1])
    return f"{count}, {first}" if first == last else f"{count}, {first} to {last}"


def _some(values: Iterable[str]) -> list[str]:
    return [printable(value) for value in dict.fromkeys(values)][:50]


def _advice(printed: Sequence[PrintedArticle]) -> tuple[str, ...]:
    return missing_font_advice(frozenset().union(*(one.missing for one in printed)))


def _image_warnings(printed: Sequence[PrintedArticle]) -> Iterator[str]:
    for one in printed:
        if one.skipped_images:
            count = counted(one.skipped_images, "image")
            yield (
                f"“{one.data['title']}”: {count} not kept in the archive, or not of a kind that "
                "can be printed; the caption stands instead."
            )
