"""The colours that a tag may have: names, of which each theme has its own shades."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.core.errors import InputError

if TYPE_CHECKING:
    from desktop_app.core.article import Tag

TAG_COLOURS = (
    "red",
    "orange",
    "yellow",
    "green",
    "teal",
    "blue",
    "purple",
    "pink",
    "brown",
    "grey",
)


def checked_colour(name: str) -> str:
    """The colour's name as it is kept; raises InputError where there is none so called."""
    tidy = name.strip().lower()
    if tidy not in TAG_COLOURS:
        raise InputError(f"“{name}” isn't a colour for tags.", f"There are: {_NAMES}.")
    return tidy


def shown_colours(tags: Iterable[Tag]) -> dict[str, str]:
    """The colour of every tag that has one, its own or that of the nearest tag above it.

    ``tags`` come in the order of a tree, parents first.
    """
    shown: dict[str, str] = {}
    for tag in tags:
        colour = tag.colour or shown.get(tag.path.rpartition("/")[0])
        if colour is not None:
            shown[tag.path] = colour
    return shown


_NAMES = ", ".join(TAG_COLOURS)
