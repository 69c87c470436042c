"""A clip whose address is saved already: a version, nothing new, or an article of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.services.versions.versions import IfKnown
from tests.loopback_server import LoopbackServer
from tests.services.versions.test_refetch import FIRST, LATER, SECOND, THIRD, page

OTHER = page(
    "Snow fell on the passes overnight and the road to the coast was closed for nine hours.",
    "The weather service expects more of it before the weekend, and winds of ninety kilometres.",
    "Skiers were told to stay away from the slopes above the tree line until Monday morning.",
    title="Snow closes the road",
)
TEXT = (FIRST, SECOND, THIRD)
MakeClip = Callable[..., PreparedClip]


@pytest.fixture
def clip(library: Library, loopback_server: LoopbackServer) -> MakeClip:
    """Gives a clip of a page that stands at an address; the article ``1`` is there already."""
    library.store(library.prepare(loopback_server.reply("/talks", page(*TEXT))))

    def make(html: str, path: str = "/talks?utm_source=mail") -> PreparedClip:
        return library.prepare(loopback_server.reply(path, html))

    return make


def test_a_changed_text_becomes_a_version_that_one_undo_takes_back(
    library: Library, clip: MakeClip
) -> None:
    kept = library.versions.keep_clip(clip(page(*TEXT, LATER)), tags=["t"], note="Look")

    assert (kept.article_id, kept.how) == (1, "version")
    assert "14 words added, 0 taken away." in kept.message
    article = library.article(1)
    assert (LATER in article.clean.text, article.tags, article.note) == (True, ("t",), "Look")
    library.undo()
    article = library.article(1)
    assert (LATER in article.clean.text, article.tags, article.note) == (False, (), "")


def test_the_same_text_is_known_and_gets_the_tags(library: Library, clip: MakeClip) -> None:
    kept = library.versions.keep_clip(clip(page(*TEXT, head="<!-- again -->")), tags=["t"])

    assert (kept.article_id, kept.how) == (1, "known")
    assert library.article(1).tags == ("t",)
    assert len(library.revisions(1)) == 1


def test_another_text_at_the_address_is_an_article_of_its_own(
    library: Library, clip: MakeClip
) -> None:
    kept = library.versions.keep_clip(clip(OTHER))

    assert (kept.article_id, kept.how) == (2, "new")
    assert "Article 1 has this address too" in kept.message


def test_another_outlets_page_that_names_the_address_is_a_copy_and_no_version(
    library: Library, clip: MakeClip
) -> None:
    address = library.article(1).clean.url
    html = page(*TEXT, LATER, head=f'<link rel="canonical" href="{address}">')
    raw = RawCapture(
        html.encode(), "text/html", "2026-11-28T19:00:00Z", url="https://other.example/t"
    )

    kept = library.versions.keep_clip(library.prepare(raw))

    assert (kept.article_id, kept.how) == (2, "new")
    assert kept.message == "Article 1 has this address too, from another outlet."


def test_of_two_articles_at_an_address_the_one_with_the_text_is_meant(
    library: Library,
    clip: MakeClip,
) -> None:
    library.versions.keep_clip(clip(OTHER))

    kept = library.versions.keep_clip(clip(page(*TEXT, LATER), "/talks?utm_source=feed"))

    assert (kept.article_id, kept.how) == (1, "version")


@pytest.mark.parametrize(("word", "how"), [("version", "version"), ("second", "new")])
def test_the_users_word_counts(library: Library, clip: MakeClip, word: IfKnown, how: str) -> None:
    kept = library.versions.keep_clip(clip(OTHER), if_known=word)

    assert kept.how == how
    assert "Robert" not in library.article(1).clean.text
    assert FIRST in library.article(1).clean.text.replace("\n", " ")


def test_a_wall_at_the_address_never_hides_the_text(library: Library, clip: MakeClip) -> None:
    gone = page("Page not found. The page you are looking for doesn't exist.", title="Error 404")

    kept = library.versions.keep_clip(clip(gone))

    assert kept.article_id == 1
    assert FIRST in library.article(1).clean.text


def test_an_article_in_the_trash_is_not_known(library: Library, clip: MakeClip) -> None:
    library.delete([1])

    kept = library.versions.keep_clip(clip(page(*TEXT, LATER)))

    assert (kept.article_id, kept.how) == (2, "new")


def test_a_tag_that_is_none_keeps_nothing(library: Library, clip: MakeClip) -> None:
    with pytest.raises(AppError):
        library.versions.keep_clip(clip(page(*TEXT, LATER)), tags=[" / "])

    assert len(library.revisions(1)) == 1
