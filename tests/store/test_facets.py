"""Facets counted in memory say the same as the archive."""

from __future__ import annotations

from desktop_app.core.facets import FacetKind
from desktop_app.store.archive import Archive
from desktop_app.store.facets import FacetColumns
from tests.store.examples import article, capture, lavrov_article


def counts(archive: Archive, columns: FacetColumns, ids: list[int]) -> dict[str, dict[str, int]]:
    return {
        kind: {each.facet.value: each.articles for each in archive.facet_counts(columns, kind, ids)}
        for kind in FacetKind
    }


def test_every_kind_is_counted(archive: Archive) -> None:
    first = archive.articles.add(capture(b"1"), lavrov_article(), tags=("a/b", "a/c"))
    second = archive.articles.add(
        capture(b"2"), article("x", title="x", published="2022", language="en-GB")
    )
    columns = FacetColumns()
    archive.refresh_facets(columns, None)

    found = counts(archive, columns, [first, second])

    assert found[FacetKind.YEAR] == {"2023": 1, "2022": 1}
    assert found[FacetKind.MONTH] == {"2023-04": 1}
    assert found[FacetKind.TAG] == {"a": 1, "a/b": 1, "a/c": 1}
    assert found[FacetKind.PERSON] == {"Sergey Lavrov": 1, "Qin Gang": 1}
    assert found[FacetKind.OUTLET] == {"Asian Lite News": 1}
    assert found[FacetKind.LANGUAGE] == {"en": 2}
    assert counts(archive, columns, [second])[FacetKind.PERSON] == {}


def test_changed_articles_are_read_again_alone(archive: Archive) -> None:
    first = archive.articles.add(capture(b"1"), lavrov_article(), tags=("a/b",))
    columns = FacetColumns()
    archive.refresh_facets(columns, None)
    second = archive.articles.add(capture(b"2"), article("x", title="x", publisher="TASS"))
    archive.tags.remove([first], ["a/b"])
    archive.tags.add([first, second], ["new"])
    archive.refresh_facets(columns, [first, second])
    afresh = FacetColumns()
    archive.refresh_facets(afresh, None)

    ids = [first, second]

    assert counts(archive, columns, ids) == counts(archive, afresh, ids)
    assert counts(archive, columns, ids)[FacetKind.TAG] == {"new": 2}
