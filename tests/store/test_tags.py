"""Tags are paths whose parents include their children."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for number, tags in enumerate((["a/b", "a/c"], ["a/b/d"], ["z"])):
        archive.articles.add(capture(str(number).encode()), article(), tags=tags)
    return archive


def tree(archive: Archive) -> list[tuple[str, int]]:
    return [(tag.path, tag.articles) for tag in archive.tags.all()]


def test_parents_count_each_article_once(filled: Archive) -> None:
    assert tree(filled) == [("a", 2), ("a/b", 2), ("a/b/d", 1), ("a/c", 1), ("z", 1)]


def test_the_trash_is_not_counted(filled: Archive) -> None:
    filled.articles.delete([2])

    assert ("a", 1) in tree(filled)


def test_a_tag_goes_with_its_last_article(filled: Archive) -> None:
    filled.tags.remove([3], ["z", "never there"])

    assert "z" not in dict(tree(filled))


@pytest.mark.parametrize(
    ("old", "new", "paths"),
    [
        ("a", "q", {"q", "q/b", "q/b/d", "q/c", "z"}),
        ("a/b", "z", {"a", "a/c", "z", "z/d"}),
        ("a/b", "a", {"a", "a/d", "a/c", "z"}),
        ("a/b", "a/b/b", {"a", "a/b", "a/b/b", "a/b/b/d", "a/c", "z"}),
        ("a/b", "a/c", {"a", "a/c", "a/c/d", "z"}),
        ("z", "z", {"a", "a/b", "a/b/d", "a/c", "z"}),
        ("z", " Zed / y ", {"a", "a/b", "a/b/d", "a/c", "Zed", "Zed/y"}),
    ],
)
def test_renaming_takes_along_what_is_below(
    filled: Archive, old: str, new: str, paths: set[str]
) -> None:
    filled.tags.rename(old, new)

    assert set(dict(tree(filled))) == paths
    assert filled.check().ok


def test_renaming_what_is_not_there_is_refused(filled: Archive) -> None:
    with pytest.raises(InputError, match="“nope”"):
        filled.tags.rename("nope", "x")


@pytest.mark.parametrize("path", ["", " / ", "\x00", "x" * 201])
def test_what_cannot_be_a_tag_is_refused(filled: Archive, path: str) -> None:
    with pytest.raises(InputError):
        filled.tags.add([1], [path])
