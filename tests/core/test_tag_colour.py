from __future__ import annotations

from desktop_app.core.article import Tag
from desktop_app.core.tag_colour import shown_colours


def test_a_tag_shares_the_colour_above_it_unless_it_has_its_own() -> None:
    own = {"a": "red", "a/b/c": "blue"}
    tags = [Tag(path, 1, own.get(path)) for path in ("a", "a/b", "a/b/c", "a/b/c/d", "e")]

    assert shown_colours(tags) == {"a": "red", "a/b": "red", "a/b/c": "blue", "a/b/c/d": "blue"}
