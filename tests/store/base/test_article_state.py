"""A revision keeps everything, and what can't be unpacked is refused."""

from __future__ import annotations

import json
import random
import string
from types import MappingProxyType

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.article import (
    CleanArticle,
    CleaningWarning,
    Event,
    Mention,
    NamedPerson,
    Provenance,
    RemovedBlock,
)
from desktop_app.core.errors import ArchiveError
from desktop_app.store.base.article_state import decompressed, packed, unpacked, with_edits
from tests.store.examples import TEXT, lavrov_article

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_NONE_OR_TEXT = st.none() | _TEXT
_MENTIONS = st.builds(Mention, st.just(0), st.just(1), _TEXT, _NONE_OR_TEXT, _TEXT)
_PEOPLE = st.builds(
    NamedPerson,
    _TEXT,
    st.lists(_TEXT, max_size=2).map(tuple),
    st.lists(_TEXT, max_size=2).map(tuple),
    st.lists(_MENTIONS, max_size=2).map(tuple),
)


@st.composite
def clean_articles(draw: st.DrawFn) -> CleanArticle:
    text = draw(_TEXT)
    return CleanArticle(
        markdown=draw(st.just(text) | _TEXT),
        text=text,
        title=draw(_NONE_OR_TEXT),
        authors=tuple(draw(st.lists(_TEXT, max_size=2))),
        published=draw(_NONE_OR_TEXT),
        people=tuple(draw(st.lists(_PEOPLE, max_size=2))),
        events=(Event("2023", 0, len(text), text, draw(_TEXT)),),
        provenance=MappingProxyType({draw(_TEXT): Provenance(draw(_TEXT), 0.5)}),
        removed=(RemovedBlock(draw(_TEXT), "menu", 3),),
        warnings=(CleaningWarning("paywall", draw(_TEXT)),),
    )


@given(clean_articles())
def test_an_article_is_unpacked_as_it_was_packed(article: CleanArticle) -> None:
    assert unpacked(packed(article), None) == article


@given(clean_articles(), st.binary(max_size=50))
def test_an_article_is_unpacked_against_its_page(article: CleanArticle, page: bytes) -> None:
    assert unpacked(packed(article, page), zstandard.compress(page)) == article


def test_what_stands_in_the_page_is_kept_once() -> None:
    text = "".join(random.Random(1).choices(string.ascii_letters, k=2_000))
    article = CleanArticle(text, text)

    assert len(packed(article, f"<p>{text}</p>".encode())) < len(packed(article)) / 4


def test_a_state_is_refused_without_its_page() -> None:
    state = packed(lavrov_article(), TEXT.encode())

    for page in (None, zstandard.compress(TEXT.replace("talks", "walks").encode()), b"broken"):
        with pytest.raises(ArchiveError, match="damaged"):
            unpacked(state, page)


def test_a_sentence_is_told_by_its_place() -> None:
    article = lavrov_article()

    values = json.loads(zstandard.decompress(packed(article)))

    assert values["people"][0][3][0] == [25, 13, 25, 2, "Russian Foreign Minister"]


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"not zstd",
        zstandard.compress(b"not json"),
        zstandard.compress(b"[]"),
        zstandard.compress(json.dumps({"text": "a"}).encode()),
        zstandard.compress(b"\xff\xfe"),
        packed(CleanArticle("a", "a"))[:-4],
    ],
)
def test_a_damaged_state_is_refused_in_words(state: bytes) -> None:
    with pytest.raises(ArchiveError, match="damaged"):
        unpacked(state, None)


def test_a_frame_that_grows_beyond_the_limit_is_refused() -> None:
    frame = zstandard.compress(bytes(10_000))

    assert decompressed(frame, 10_000) == bytes(10_000)
    with pytest.raises(ArchiveError):
        decompressed(frame, 9_999)


def test_a_frame_that_hides_its_size_is_refused() -> None:
    frame = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(10_000))

    with pytest.raises(ArchiveError):
        decompressed(frame, 100_000)


def test_edits_lie_over_what_cleaning_found() -> None:
    article = CleanArticle("a", "a", title="T", provenance={"title": Provenance("meta", 0.8)})

    edited = with_edits(article, {"title": None, "authors": ["A"]})

    assert (edited.title, edited.authors) == (None, ("A",))
    assert edited.provenance["title"] == Provenance("user", 1.0)
