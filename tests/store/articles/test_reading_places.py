from __future__ import annotations

from desktop_app.core.reading_place import ReadingPlace
from desktop_app.store.archive import Archive
from tests.store.examples import capture, lavrov_article


def test_a_place_is_kept_replaced_and_forgotten(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    places = archive.reading_places

    places.keep(article_id, ReadingPlace(7, 90, "seven"))
    places.keep(article_id, ReadingPlace(9, 90, "nine"))
    assert places.of_article(article_id) == ReadingPlace(9, 90, "nine")

    places.keep(article_id, ReadingPlace(0, 90, "start"))
    assert places.of_article(article_id) is None


def test_a_place_goes_with_its_article(archive: Archive) -> None:
    article_id = archive.articles.add(capture(), lavrov_article())
    archive.reading_places.keep(article_id, ReadingPlace(7, 90, "seven"))

    archive.undo()
    archive.reading_places.keep(article_id, ReadingPlace(9, 90, "nine"))

    assert archive.reading_places.of_article(article_id) is None
    assert archive.check().ok
