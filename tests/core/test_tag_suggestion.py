"""Neighbours vote for tags; what is everywhere, or already there, isn't suggested."""

from __future__ import annotations

from desktop_app.core.tag_suggestion import SharedTrait, TagUse, suggest_tags

NAMING = SharedTrait("naming Qin Gang", (1, 2, 3))
TAGS = {1: ("china", "sample"), 2: ("china", "sample"), 3: ("china/trade", "sample"), 4: ("sport",)}
USE = TagUse(TAGS, {"china": 4, "china/trade": 1, "sample": 90, "sport": 30}, 100)


def paths(*carried: str, traits: tuple[SharedTrait, ...] = (NAMING,)) -> list[str]:
    return [each.path for each in suggest_tags(traits, USE, carried)]


def test_what_several_neighbours_carry_is_suggested_with_the_reason() -> None:
    (suggestion,) = suggest_tags([NAMING], USE, [])

    assert suggestion.path == "china"
    assert suggestion.reason == "on 2 of 3 articles naming Qin Gang"


def test_what_is_carried_already_or_below_it_is_not() -> None:
    assert paths("china") == []
    assert paths("china/beijing") == []


def test_a_tag_of_nearly_every_article_says_nothing() -> None:
    assert "sample" not in paths()


def test_what_few_articles_share_weighs_more() -> None:
    use = TagUse(
        {**dict.fromkeys(range(10, 40), ("sport",)), 1: ("china",), 2: ("china",)},
        {"sport": 30, "china": 4},
        1_000,
    )
    outlet = SharedTrait("from the Post", tuple(range(10, 40)))

    found = suggest_tags([outlet, SharedTrait("naming Qin Gang", (1, 2))], use, [])

    assert [each.path for each in found] == ["sport", "china"]
    assert found[1].reason == "on 2 of 2 articles naming Qin Gang"


def test_without_neighbours_there_is_nothing_to_suggest() -> None:
    assert paths(traits=()) == []
