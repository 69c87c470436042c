"""The Internet Archive's copy of a page, from a server of our own that plays the archive."""

from __future__ import annotations

import pytest

from desktop_app.capture import addresses, web_archive
from desktop_app.core.errors import CaptureError
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer
from tests.services.versions.test_refetch import FIRST, LATER, SECOND, THIRD, WALL, page


@pytest.fixture
def archive_path(
    library: Library, loopback_server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Makes the loopback server the archive; gives where its copies stand."""
    monkeypatch.setattr(addresses, "WEB_ARCHIVE", loopback_server.url("").rstrip("/"))
    monkeypatch.setattr(web_archive, "HOST", "127.0.0.1")
    return f"id_/{loopback_server.url('/talks')}"


def digits(library: Library, article_id: int) -> str:
    return "".join(filter(str.isdigit, library.article(article_id).captured))


def test_the_nearest_copy_is_kept_beside_a_good_text(
    library: Library, loopback_server: LoopbackServer, archive_path: str
) -> None:
    article_id = library.store(
        library.prepare(loopback_server.reply("/talks", page(FIRST, SECOND, THIRD)))
    )
    nearest = f"/web/20230414093000{archive_path}"
    loopback_server.redirect(f"/web/{digits(library, article_id)}{archive_path}", nearest)
    loopback_server.reply(nearest, page(FIRST, SECOND, THIRD, LATER))
    before = library.article(article_id).clean.text

    result = library.versions.fetch_archived(article_id)

    assert result.outcome == "beside"
    assert result.message.startswith("The Internet Archive's copy of 2023-04-14 is another text.")
    assert library.article(article_id).clean.text == before
    assert LATER in library.revisions(article_id)[-1].text
    assert library.snapshot(article_id).captured == "2023-04-14T09:30:00Z"
    assert library.archive.check().ok


def test_a_copy_takes_the_place_of_a_text_that_is_no_good(
    library: Library, loopback_server: LoopbackServer, archive_path: str
) -> None:
    article_id = library.store(library.prepare(loopback_server.reply("/talks", WALL)))
    loopback_server.reply(
        f"/web/{digits(library, article_id)}{archive_path}", page(FIRST, SECOND, THIRD)
    )

    assert library.versions.fetch_archived(article_id).outcome == "changed"

    clean = library.article(article_id).clean
    assert THIRD in clean.text
    assert clean.url == loopback_server.url("/talks")
    assert clean.provenance["url"].source == "web-archive"


def test_where_the_archive_has_none_it_says_so(
    library: Library, loopback_server: LoopbackServer, archive_path: str
) -> None:
    article_id = library.store(
        library.prepare(loopback_server.reply("/talks", page(FIRST, SECOND)))
    )

    with pytest.raises(CaptureError, match="has no copy of this page"):
        library.versions.fetch_archived(article_id)
    assert library.versions.last_look(article_id) is None
