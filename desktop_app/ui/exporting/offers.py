"""What can go out: the chosen articles, what the list shows, each dossier, the whole archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.counted import count_articles
from desktop_app.export.base.file_names import safe_stem
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.library import Library

#: So many dossiers are offered at most beside the one that was asked for.
_MOST_DOSSIERS = 200
_LONGEST_SHOWN = 60
_USUAL_STEM = "cuttings"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can go out: its words, how many articles it has, what files are called."""

    what: What
    words: str
    count: int | None = None
    stem: str = _USUAL_STEM

    @property
    def in_words(self) -> str:
        """The words with the count, where it is known."""
        if self.count is None or not isinstance(self.what, (str, ChosenDossier)):
            return self.words
        return f"{self.words} · {count_articles(self.count)}"


def offer_of(what: What) -> Offer:
    """What can be said of it without looking into the archive."""
    if isinstance(what, ChosenDossier):
        return Offer(what, "The dossier")
    if isinstance(what, str):
        return Offer(what, f"The list “{_short(what)}”", stem=_stem(what)) if what else _WHOLE
    words = "The chosen article" if len(what) == 1 else f"The {len(what):,} chosen articles"
    return Offer(what, words, len(what))


def read_offers(library: Library, asked: Sequence[What]) -> list[Offer]:
    """What was asked for, every dossier, and the whole archive, each with its count."""
    dossiers = library.dossiers.all()
    wanted = {what.id for what in asked if isinstance(what, ChosenDossier)}
    shown = [each for each in dossiers if each.id in wanted]
    shown += [each for each in dossiers if each.id not in wanted][:_MOST_DOSSIERS]
    offers = []
    for what in asked:
        if isinstance(what, str) and what:
            offers.append(_with_count(offer_of(what), library.count(what)))
        elif not isinstance(what, (str, ChosenDossier)):
            offers.append(offer_of(what))
    offers.append(_with_count(_WHOLE, library.count("")))
    for each in shown:
        words = f"The dossier “{_short(each.name)}”"
        offers.append(Offer(ChosenDossier(each.id), words, each.articles, _stem(each.name)))
    return offers


_WHOLE = Offer("", "The whole archive")


def _with_count(offer: Offer, count: int) -> Offer:
    return Offer(offer.what, offer.words, count, offer.stem)


def _short(words: str) -> str:
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= _LONGEST_SHOWN else f"{tidy[:_LONGEST_SHOWN].rstrip()}…"


def _stem(words: str) -> str:
    """A file's name of a dossier's or a query's words."""
    stem = safe_stem(words.replace(":", " ").replace('"', ""), ".markdown")
    return _USUAL_STEM if stem == "Untitled" else stem
