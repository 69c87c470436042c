"""Tags are paths whose parents include their children."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query, quoted
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture

PATHS = ["a", "a/b", "a/b/c", "a/c", "b", "b/c", "ab"]


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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x1b[31m/b\x07", "a [31m/b"),
        ("invoice\u202egpj.exe", "invoice gpj.exe"),
        ("//a///b/", "a/b"),
        ("سياسة/روسيا", "سياسة/روسيا"),
        (
            "it's \N{RIGHT SINGLE QUOTATION MARK}so%_;--",
            "it's \N{RIGHT SINGLE QUOTATION MARK}so%_;--",
        ),
        ('the "new" deal/“old”', 'the "new" deal/“old”'),
        ('"', '"'),
        ("a OR b) -c:*", "a OR b) -c:*"),
    ],
)
def test_a_hostile_name_is_kept_harmless(archive: Archive, typed: str, kept: str) -> None:
    archive.articles.add(capture(), article(), tags=[typed])

    assert [tag.path for tag in archive.tags.all()][-1] == kept
    assert archive.search.ids(parse_query(f"tag:{quoted(kept)}")) == [1]


def colours(archive: Archive) -> dict[str, str]:
    return {tag.path: tag.colour for tag in archive.tags.all() if tag.colour}


def test_a_colour_is_given_changed_and_taken_back(filled: Archive) -> None:
    filled.tags.set_colour("a", "red")
    filled.tags.set_colour("a", "Blue ")
    filled.tags.set_colour("a/b", "green")
    filled.tags.set_colour("a/b", None)
    assert colours(filled) == {"a": "blue"}

    filled.undo()
    assert colours(filled) == {"a": "blue", "a/b": "green"}


def test_colours_move_along_and_a_target_keeps_its_own(filled: Archive) -> None:
    for path, colour in (("a", "red"), ("a/b", "green"), ("z", "blue")):
        filled.tags.set_colour(path, colour)

    filled.tags.rename("a", "z")
    assert colours(filled) == {"z": "blue", "z/b": "green"}

    filled.undo()
    assert colours(filled) == {"a": "red", "a/b": "green", "z": "blue"}


def test_a_colour_goes_with_a_deleted_tag(filled: Archive) -> None:
    filled.tags.set_colour("a/b", "red")

    filled.tags.delete("a")
    filled.tags.add([3], ["a/b"])

    assert colours(filled) == {}


@pytest.mark.parametrize(("path", "colour"), [("nope", "red"), ("a", "ultraviolet")])
def test_what_cannot_be_coloured_is_refused(filled: Archive, path: str, colour: str) -> None:
    with pytest.raises(InputError, match=r"“nope”|“ultraviolet”"):
        filled.tags.set_colour(path, colour)


@given(
    carried=st.lists(st.sets(st.sampled_from(PATHS), max_size=3), min_size=1, max_size=6),
    old=st.sampled_from(PATHS),
    new=st.sampled_from(PATHS),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_move_changes_that_tag_alone_and_undo_gives_all_back(
    tmp_path_factory: pytest.TempPathFactory, carried: list[set[str]], old: str, new: str
) -> None:
    archive = Archive.open(tmp_path_factory.mktemp("tags") / "test.cuttings")
    ids = [
        archive.articles.add(capture(str(number).encode()), article(), tags=sorted(tags))
        for number, tags in enumerate(carried)
    ]
    if not any(_is_within(path, old) for tags in carried for path in tags):
        archive.close()
        return

    archive.tags.rename(old, new)
    moved = [set(archive.articles.get(each).tags) for each in ids]
    archive.undo()

    assert moved == [
        {new + path[len(old) :] if _is_within(path, old) else path for path in tags}
        for tags in carried
    ]
    if old != new:
        assert [set(archive.articles.get(each).tags) for each in ids] == carried
    archive.close()


def _is_within(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}/")
