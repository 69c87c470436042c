"""Articles cited one by one: as a style has them, to be copied, and by their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.errors import InputError
from desktop_app.export.base.rich_text import RichText, plain_text
from desktop_app.export.citations.cite_syntax import Cited
from desktop_app.export.citations.citeproc import cite
from desktop_app.export.citations.reference import reference_of
from desktop_app.export.citations.rich_html import html_of, html_paragraphs
from desktop_app.export.citations.styles import DEFAULT_STYLE, STYLES, style_named
from desktop_app.services.base.listeners import never
from desktop_app.store.archive import Archive

#: How many articles are cited at once.
MOST_CITED = 2_000
Form = Literal["entry", "citation"]
#: What a citation can be, and its words.
FORMS: tuple[tuple[Form, str], ...] = (
    ("entry", "Entry of a bibliography"),
    ("citation", "Citation: a note, or what stands in the text"),
)
#: The languages of what a style adds (“accessed”, “and”, months) that are offered; a style takes
#: any other as well.
LANGUAGES: tuple[tuple[str, str], ...] = (
    ("en-US", "English"),
    ("en-GB", "English (British)"),
    ("ar", "Arabic"),
    ("zh-CN", "Chinese"),
    ("nl", "Dutch"),
    ("fr", "French"),
    ("de", "German"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("es", "Spanish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
)


@dataclass(frozen=True, slots=True)
class CitationChoice:
    """How to cite: a built-in style, or a CSL file that goes before it; what of it; in what words.

    With ``archived`` the archive's own copy is named, with its SHA-256.
    """

    style: str = DEFAULT_STYLE
    style_file: str = ""
    form: Form = "entry"
    language: str = LANGUAGES[0][0]
    archived: bool = False


@dataclass(frozen=True, slots=True)
class CitedArticles:
    """What a style says of articles, in its order: each entry with its article, or one citation.

    ``articles`` are ids; of a citation, those of all that it cites.
    """

    entries: tuple[RichText, ...]
    articles: tuple[int, ...]

    @property
    def text(self) -> str:
        """The entries as plain text, a line each."""
        return "\n".join(map(plain_text, self.entries))

    @property
    def html(self) -> str:
        """The entries as HTML: a paragraph each, one alone without."""
        if len(self.entries) == 1:
            return html_of(self.entries[0])
        return html_paragraphs(self.entries)


@dataclass(frozen=True, slots=True)
class KeyOffer:
    """An article that can be cited: by which key, and what it is."""

    key: str
    title: str
    told: str = ""


class Citing:
    """Cites articles; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def cited(
        self,
        ids: Sequence[int],
        choice: CitationChoice,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> CitedArticles | None:
        """What the chosen style says of articles; None where the user stopped.

        Writes nothing. Raises InputError for a style that can't be used, none or too many articles.
        """
        if not ids:
            raise InputError("There is no article to cite.", "Choose one first.")
        if len(ids) > MOST_CITED:
            raise InputError(
                f"{len(ids):,} articles are too many to be cited at once.",
                f"Choose at most {MOST_CITED:,}, or export them as a bibliography.",
            )
        style = style_named(choice.style, choice.style_file)
        archive = self._archive()
        # Keys of our own: who only looks at a citation changes nothing.
        keys = {f"a{article_id}": article_id for article_id in ids}
        references = []
        for key, article_id in keys.items():
            if cancelled():
                return None
            references.append(reference_of(archive.articles.get(article_id), key))
        made = cite(
            references,
            [tuple(Cited(key) for key in keys)],
            style,
            language=choice.language,
            archived=choice.archived,
            cancelled=cancelled,
        )
        if made is None:
            return None
        if choice.form == "entry" and made.bibliography:
            entries = made.bibliography
            return CitedArticles(
                tuple(each.words for each in entries), tuple(keys[each.key] for each in entries)
            )
        (words,) = made.clusters
        return CitedArticles((words.note or words.text,), tuple(keys.values()))

    def in_every_style(
        self,
        article_id: int,
        choice: CitationChoice,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> dict[str, RichText]:
        """An article cited in each of the built-in styles, by the styles' names."""
        found = {}
        for name, _ in STYLES:
            style = CitationChoice(name, "", choice.form, choice.language, choice.archived)
            made = self.cited([article_id], style, cancelled=cancelled)
            if made is None:
                break
            found[name] = made.entries[0]
        return found

    def keys(self, ids: Sequence[int]) -> dict[int, str]:
        """The citation keys of articles; those without get theirs, for good."""
        return self._archive().citation_keys.give(ids)

    def known_key(self, article_id: int) -> str:
        """The key of an article, empty where it has none yet. Writes nothing."""
        return self._archive().citation_keys.known([article_id]).get(article_id, "")

    def in_markdown(self, ids: Sequence[int]) -> str:
        """The citation of articles as texts write it: “[@roe2023talks; @poe2020war]”."""
        keys = self.keys(ids)
        return f"[{'; '.join(f'@{keys[each]}' for each in ids if each in keys)}]"

    def offers(self, dossier_id: int) -> list[KeyOffer]:
        """The articles of a dossier by their keys, each once, in its order."""
        archive = self._archive()
        entries = archive.dossier_entries.in_order(dossier_id)
        ids = list(dict.fromkeys(each.article_id for each in entries if each.article_id))
        keys = archive.citation_keys.give(ids)
        rows = archive.rows(ids)
        return [
            KeyOffer(
                keys[row.id],
                row.title or "Without a title",
                ", ".join(filter(None, ("; ".join(row.authors[:2]), row.publisher, row.published))),
            )
            for row in rows
            if row.id in keys
        ]
