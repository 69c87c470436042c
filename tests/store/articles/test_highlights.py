"""Highlights kept with their articles, through every change of the text."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.highlight import Colour
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import TEXT, article, capture, lavrov_article


def _add(archive: Archive, text: str = TEXT) -> int:
    return archive.articles.add(capture(text.encode()), article(text, title="Talks"))


def _mark(archive: Archive, article_id: int, words: str, **rest: object) -> int:
    start = archive.articles.get(article_id).clean.text.index(words)
    return archive.highlights.add(article_id, start, start + len(words), **rest)  # type: ignore[arg-type]


def test_a_highlight_is_kept_with_quote_colour_and_note(archive: Archive) -> None:
    article_id = _add(archive)
    _mark(archive, article_id, "held talks", colour=Colour.GREEN, note=" see Tuesday ")

    (kept,) = archive.articles.get(article_id).highlights

    assert kept.quote.exact == "held talks"
    assert kept.quote.prefix.endswith("on Thursday ")
    assert kept.quote.suffix.startswith(" with Qin Gang.")
    assert (kept.colour, kept.note) == (Colour.GREEN, "see Tuesday")
    assert kept.start == TEXT.index("held talks")


def test_a_highlight_follows_its_quote_into_a_new_text(archive: Archive) -> None:
    article_id = _add(archive)
    _mark(archive, article_id, "the ministry had agreed")
    changed = f"A correction was added.\n\n{TEXT}"

    archive.articles.add_revision(article_id, article(changed), kind="recleaned")

    (kept,) = archive.highlights.of_article(article_id)
    assert kept.start == changed.index("the ministry had agreed")


def test_an_orphan_keeps_its_quote_and_comes_back(archive: Archive) -> None:
    article_id = _add(archive)
    _mark(archive, article_id, "the ministry had agreed")
    first = archive.articles.revisions(article_id)[0].id

    archive.articles.add_revision(article_id, article("Nothing left."), kind="edited")
    (orphan,) = archive.highlights.of_article(article_id)
    archive.articles.restore_revision(article_id, first)
    (found,) = archive.highlights.of_article(article_id)

    assert orphan.is_orphan
    assert orphan.quote.exact == "the ministry had agreed"
    assert found.start == TEXT.index("the ministry had agreed")


def test_every_change_is_taken_back_and_the_words_follow(archive: Archive) -> None:
    article_id = _add(archive)
    highlight_id = _mark(archive, article_id, "held talks", note="quaternion")
    found = parse_query("note:quaternion")
    assert archive.search.ids(found) == [article_id]

    archive.highlights.change(highlight_id, note="octonion")
    assert archive.search.ids(found) == []
    archive.undo()
    assert archive.search.ids(found) == [article_id]
    archive.highlights.remove(highlight_id)
    assert archive.search.ids(parse_query("has:highlight")) == []
    archive.undo()
    assert archive.search.ids(parse_query("has:highlight note:quaternion")) == [article_id]
    archive.undo()
    assert archive.highlights.of_article(article_id) == []
    archive.redo()
    assert archive.search.ids(found) == [article_id]
    assert archive.check().ok


def test_taking_a_new_text_back_puts_the_highlight_where_it_was(archive: Archive) -> None:
    article_id = _add(archive)
    _mark(archive, article_id, "held talks")
    archive.articles.add_revision(article_id, article("Nothing left."), kind="edited")

    archive.undo()

    (kept,) = archive.highlights.of_article(article_id)
    assert kept.start == TEXT.index("held talks")


def test_an_added_article_that_is_taken_back_and_done_again_has_its_highlights(
    archive: Archive,
) -> None:
    with archive.act("Clipped and marked"):
        article_id = archive.articles.add(capture(), lavrov_article())
        _mark(archive, article_id, "held talks", note="quaternion")
    archive.undo()
    archive.redo()

    assert len(archive.highlights.of_article(article_id)) == 1
    assert archive.search.ids(parse_query("note:quaternion")) == [article_id]
    assert archive.check().ok


def test_highlights_are_listed_by_words_colour_and_query(archive: Archive) -> None:
    first, second = _add(archive), _add(archive, f"{TEXT} Grain prices rose.")
    _mark(archive, first, "held talks", note="Café")
    _mark(archive, second, "Grain prices", colour=Colour.PINK)

    def quotes(query: str | None = None, **rest: object) -> list[str]:
        parsed = None if query is None else parse_query(query)
        found = archive.highlights.list(parsed, **rest)  # type: ignore[arg-type]
        assert archive.highlights.count(parsed, **rest) == len(found)  # type: ignore[arg-type]
        return [each.highlight.quote.exact for each in found]

    assert quotes() == ["Grain prices", "held talks"]
    assert quotes(text="cafe") == ["held talks"]
    assert quotes(note="cafe") == quotes(note="") == ["held talks"]
    assert quotes(note="grain") == []
    assert quotes(colours=[Colour.PINK]) == ["Grain prices"]
    assert quotes("grain") == ["Grain prices"]
    archive.articles.delete([second])
    assert quotes() == ["held talks"]


def test_a_highlight_needs_words_and_an_article(archive: Archive) -> None:
    article_id = _add(archive)

    for start, end in ((0, 0), (5, 2), (10_000, 10_010)):
        with pytest.raises(InputError, match="some words"):
            archive.highlights.add(article_id, start, end)
    with pytest.raises(InputError):
        archive.highlights.add(article_id + 1, 0, 5)
    with pytest.raises(InputError, match="no highlight"):
        archive.highlights.remove(99)
