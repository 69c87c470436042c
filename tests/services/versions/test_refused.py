"""Pages that came in an article's place: told with the reason, used where the user says so."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer
from tests.services.versions.test_refetch import FIRST, SECOND, THIRD, page


@pytest.fixture
def shortened(library: Library, loopback_server: LoopbackServer) -> int:
    """An article of which only the beginning came when it was fetched again."""
    article_id = library.store(
        library.prepare(loopback_server.reply("/talks", page(FIRST, SECOND, THIRD)))
    )
    loopback_server.reply("/talks", page(FIRST))
    library.versions.refetch(article_id)
    return article_id


def test_a_refused_page_is_listed_with_the_reason(library: Library, shortened: int) -> None:
    (refused,) = library.versions.refused(shortened)

    assert refused.obstacle == "shortened"
    assert refused.message == "Less than half of the article came this time."
    assert FIRST.encode() in library.versions.refused_page(shortened, refused.id).content


def test_it_is_used_anyway_and_undo_takes_that_back(library: Library, shortened: int) -> None:
    before = library.article(shortened)
    (refused,) = library.versions.refused(shortened)
    clip = prepare_clip(library.versions.refused_page(shortened, refused.id))

    library.versions.use_refused(shortened, clip)

    assert SECOND not in library.article(shortened).clean.text
    assert [each.kind for each in library.revisions(shortened)] == ["cleaned", "fetched"]
    assert library.versions.refused(shortened) == []
    assert library.archive.check().ok
    library.undo()
    assert library.article(shortened) == before
    assert library.versions.refused(shortened) == [refused]


def test_it_takes_the_place_of_the_users_text_too_as_that_is_asked_for(
    library: Library, shortened: int
) -> None:
    library.edit_markdown(shortened, "My own words.")
    (refused,) = library.versions.refused(shortened)

    library.versions.use_refused(
        shortened, prepare_clip(library.versions.refused_page(shortened, refused.id))
    )

    assert FIRST in library.article(shortened).clean.text


def test_a_page_of_another_article_isnt_given(library: Library, shortened: int) -> None:
    (refused,) = library.versions.refused(shortened)

    with pytest.raises(InputError):
        library.versions.refused_page(shortened + 1, refused.id)
