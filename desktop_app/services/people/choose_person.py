"""The user says who is named in an article: at some places, by some words, or throughout."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.core.article import CleanArticle
from desktop_app.core.errors import InputError
from desktop_app.store.archive import Archive
from desktop_app.store.people.mention_assignment import Place, Whom


def at_places(
    archive: Archive, article_id: int, places: Sequence[tuple[int, int]], whom: Whom
) -> int | None:
    """Say who is named at these places, each from a character to another; gives the person's id."""
    text = archive.articles.get(article_id).clean.text
    words = text[places[0][0] : places[0][1]].strip() if places else ""
    where = "at one place" if len(places) == 1 else f"at {len(places)} places"
    with archive.act(f"“{words[:80]}” is {_told(archive, whom)} {where}"):
        return archive.mentions.assign(article_id, _with_sentences(text, places), whom)


def throughout(archive: Archive, article_id: int, person_id: int, whom: Whom) -> int | None:
    """Make whoever is ``person_id`` in an article somebody else there; gives the person's id."""
    name = archive.people.get(person_id).name
    with archive.act(f"“{name}” is {_told(archive, whom)} in one article"):
        return archive.mentions.assign_everywhere(article_id, person_id, whom)


def by_words(
    archive: Archive, article_id: int, words: str, whom: Whom, occurrence: int | None
) -> int:
    """Say who is named where these words stand and nobody is named yet, or at one such place.

    Gives in how many places. ``occurrence`` counts every place of the words from 1.
    """
    if not words.strip():
        raise InputError("There are no words to look for.", "Write those by which it is named.")
    clean = archive.articles.get(article_id).clean
    places = _places(clean.text, words)
    if occurrence is not None:
        places = places[occurrence - 1 : occurrence]
    else:
        places = [place for place in places if not _is_named(clean, place)]
    if not places:
        where = f"so often as {occurrence} times" if occurrence else "without a person there"
        raise InputError(
            f"Article {article_id} doesn't say “{words}” {where}.",
            f"“cuttings show {article_id}” shows its text.",
        )
    at_places(archive, article_id, places, whom)
    return len(places)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    found = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _is_named(clean: CleanArticle, place: tuple[int, int]) -> bool:
    mentions = (mention for person in clean.people for mention in person.mentions)
    return any(place[0] < mention.end and mention.start < place[1] for mention in mentions)


def _with_sentences(text: str, places: Sequence[tuple[int, int]]) -> list[Place]:
    """The places, each with the sentence it begins in, as analysis parts them."""
    # Imported here: the window's start doesn't wait for analysis.
    from desktop_app.analysis.sentences import sentences  # noqa: PLC0415

    parts = sentences(text, wrapped=False)
    starts = [part.start for part in parts]
    found = []
    for start, end in places:
        number = bisect_right(starts, start) - 1
        known = number >= 0 and start < parts[number].end
        found.append(Place(start, end, parts[number].text if known else ""))
    return found


def _told(archive: Archive, whom: Whom) -> str:
    if whom is None:
        return "no person"
    return whom if isinstance(whom, str) else archive.people.get(whom).name
