"""The tags of an archive as a tree, and those that a few letters find. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desktop_app.core.folding import fold
from desktop_app.core.tag_colour import shown_colours

if TYPE_CHECKING:
    from desktop_app.core.article import Tag


class TagTree:
    """Built once, off the window's thread, from tags in the order of a tree; then only read."""

    def __init__(self, tags: Iterable[Tag] = ()) -> None:
        self._tags = {tag.path: tag for tag in tags}
        self._folded: dict[str, str] = {}
        below: dict[str, list[Tag]] = {}
        for path, tag in self._tags.items():
            self._folded[path] = fold(path)
            above = path.rpartition("/")[0]
            below.setdefault(above if above in self._tags else "", []).append(tag)
        self._below = {path: tuple(found) for path, found in below.items()}
        #: The name of each tag's colour, its own or one from above.
        self.colours = shown_colours(self._tags.values())
        #: Every path, parents before what is below them.
        self.paths = tuple(self._tags)

    def __len__(self) -> int:
        return len(self._tags)

    def below(self, path: str) -> tuple[Tag, ...]:
        """The tags one level below a tag; with an empty path those of the first level."""
        return self._below.get(path, ())

    def way_to(self, path: str) -> list[str]:
        """The tags from the first level down to one; none where there is no such tag."""
        parts = path.split("/")
        above = ("/".join(parts[:number]) for number in range(1, len(parts) + 1))
        return [each for each in above if each in self._tags] if path in self._tags else []

    def counts(self) -> Mapping[str, int]:
        """How many articles each tag has, with those of the tags below it."""
        return {path: tag.articles for path, tag in self._tags.items()}

    def matching(self, typed: str) -> tuple[Tag, ...]:
        """The tags whose path has every typed word; those whose own name begins with it first."""
        words = fold(typed).split()
        found = [
            tag
            for path, tag in self._tags.items()
            if all(word in self._folded[path] for word in words)
        ]
        begin = fold(typed).strip()
        return tuple(sorted(found, key=lambda tag: not self._name(tag).startswith(begin)))

    def _name(self, tag: Tag) -> str:
        return self._folded[tag.path].rpartition("/")[2]
