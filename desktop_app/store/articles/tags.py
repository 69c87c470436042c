"""Tags: paths such as ``diplomacy/russia``, whose parents include their children."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Tag
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.core.tag_colour import checked_colour
from desktop_app.store.articles.tag_colours import (
    drop_colours,
    move_colours,
    put_colour,
    tag_colours,
)
from desktop_app.store.base.article_ids import require_articles
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

MAX_TAG_LENGTH = 200
#: Control characters, and the marks that turn the text behind them round.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TAKE_OFF = """
    DELETE FROM article_tags WHERE article_id IN (SELECT value FROM json_each(?))
    AND tag_id = (SELECT id FROM tags WHERE path = ?)
"""
_PUT_ON = """
    INSERT OR IGNORE INTO article_tags (article_id, tag_id)
    SELECT value, ? FROM json_each(?) ORDER BY value
"""
_COUNTED = """
    SELECT path, carried FROM (
        SELECT tag_id, count(*) AS carried FROM article_tags
        WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY tag_id
    ) JOIN tags ON tags.id = tag_id
"""
# By tag, so that no more than one tag's articles are read at once.
_CARRIED = """
    SELECT tags.path, json_group_array(article_tags.article_id) AS articles
    FROM article_tags JOIN tags ON tags.id = article_tags.tag_id
    WHERE article_tags.article_id NOT IN (SELECT id FROM articles WHERE deleted IS NOT NULL)
    GROUP BY article_tags.tag_id
"""


_WITHIN = "(path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/')"


@dataclass(frozen=True, slots=True)
class TagMove:
    """What renaming a tag does: to how many articles, to how many tags below it.

    ``both`` articles outside the trash have the new tag, or one below it, already; ``merges``
    where there is one.
    """

    old: str
    new: str
    articles: int
    below: int
    both: int
    merges: bool

    def in_words(self) -> str:
        """The move as a sentence or two."""
        said = f"“{self.old}” → “{self.new}”: {_counted(self.articles, 'article')}"
        if self.below:
            said += f", {_counted(self.below, 'tag')} below it"
        have = "has" if self.both == 1 else "have"
        return f"{said}; {_counted(self.both, 'article')} {have} both." if self.both else f"{said}."


class TagStore:
    """The tags of an archive; a tag is there as long as an article carries it."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[Tag]:
        """Every tag and every parent, in the order of a tree, with counts outside the trash."""
        found: dict[str, set[int]] = {}
        for path, articles in self._connection.rows(_CARRIED):
            carried = json.loads(articles)
            for above in with_parents(path):
                found.setdefault(above, set()).update(carried)
        ordered = sorted(found, key=lambda path: [fold(part) for part in path.split("/")])
        colours = tag_colours(self._connection)
        return [Tag(path, len(found[path]), colours.get(path)) for path in ordered]

    def set_colour(self, path: str, colour: str | None) -> None:
        """Give a tag a colour of ``TAG_COLOURS``, or none; raises InputError for any other."""
        path = checked_path(path)
        checked = None if colour is None else checked_colour(colour)
        if not self._within(path):
            raise InputError(f"There is no tag “{path}”.", "“cuttings tags” lists them.")
        with self._acts.act("Coloured a tag"):
            put_colour(self._connection, path, checked)

    def add(self, ids: Sequence[int], paths: Iterable[str]) -> None:
        """Tag articles; raises InputError for a path that can't be one."""
        checked = [checked_path(path) for path in paths]
        require_articles(self._connection, ids)
        with self._acts.act("Tagged articles"):
            wanted = json.dumps(list(ids))
            for path in checked:
                self._connection.write(_PUT_ON, (self._id(path), wanted))

    def put_on(self, tagged: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Give each of several articles its tags, within an act; InputError as ``add`` does."""
        tags: dict[str, int] = {}
        carried = []
        for article_id, paths in tagged:
            for path in map(checked_path, paths):
                if path not in tags:
                    tags[path] = self._id(path)
                carried.append((article_id, tags[path]))
        self._connection.write_many(
            "INSERT OR IGNORE INTO article_tags (article_id, tag_id) VALUES (?, ?)", carried
        )

    def remove(self, ids: Sequence[int], paths: Iterable[str]) -> None:
        """Take tags off articles; a tag they don't carry is nothing to take off."""
        require_articles(self._connection, ids)
        wanted = json.dumps(list(ids))
        with self._acts.act("Untagged articles"):
            for path in paths:
                self._connection.write(_TAKE_OFF, (wanted, checked_path(path)))
            self._drop_unused()

    def carried(self, ids: Sequence[int]) -> dict[str, int]:
        """The tags that any of these articles carries, with how many of them do."""
        rows = self._connection.rows(_COUNTED, (json.dumps(sorted(ids)),))
        return {row[0]: row[1] for row in rows}

    def rename(self, old: str, new: str) -> None:
        """Rename a tag with all below it; where the new one is there already, they merge."""
        old, new = checked_path(old), checked_path(new)
        paths = self._connection.column(
            "SELECT path FROM tags WHERE path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/'",
            (old,),
        )
        if not paths:
            raise InputError(f"There is no tag “{old}”.", "“cuttings list --json” shows the tags.")
        # Deepest first, so that a tag can move below itself without being met again.
        paths.sort(key=lambda path: path.count("/"), reverse=True)
        with self._acts.act("Renamed a tag"):
            for path in paths:
                self._move(path, checked_path(new + path[len(old) :]))
            move_colours(self._connection, old, new)

    def preview(self, old: str, new: str) -> TagMove:
        """What ``rename`` would do; raises InputError for what it would refuse."""
        old, new = checked_path(old), checked_path(new)
        sources = self._within(old)
        if not sources:
            raise InputError(f"There is no tag “{old}”.", "“cuttings tags” lists them.")
        for path in sources:
            checked_path(new + path[len(old) :])
        targets = {path: tag for path, tag in self._within(new).items() if path not in sources}
        moved, kept = self._carriers(sources.values()), self._carriers(targets.values())
        below = sum(path != old for path in sources)
        return TagMove(old, new, len(moved), below, len(moved & kept), bool(targets))

    def delete(self, path: str) -> int:
        """Take a tag and all below it off every article; gives how many had them."""
        tags = json.dumps(list(self._within(checked_path(path)).values()))
        if tags == "[]":
            raise InputError(f"There is no tag “{path}”.", "“cuttings tags” lists them.")
        carried = "FROM article_tags WHERE tag_id IN (SELECT value FROM json_each(?))"
        count = self._connection.value(f"SELECT count(DISTINCT article_id) {carried}", (tags,))
        with self._acts.act("Deleted a tag"):
            self._connection.write(f"DELETE {carried}", (tags,))
            self._drop_unused()
            drop_colours(self._connection, checked_path(path))
        return int(count)

    def _within(self, path: str) -> dict[str, int]:
        """The tag and all below it, with their ids."""
        rows = self._connection.rows(f"SELECT path, id FROM tags WHERE {_WITHIN}", (path,))
        return {row[0]: row[1] for row in rows}

    def _carriers(self, tags: Iterable[int]) -> set[int]:
        """The articles outside the trash that carry one of the tags."""
        sql = (
            "SELECT DISTINCT article_id FROM article_tags"
            " WHERE tag_id IN (SELECT value FROM json_each(?)) AND article_id NOT IN"
            " (SELECT id FROM articles WHERE deleted IS NOT NULL)"
        )
        return set(self._connection.column(sql, (json.dumps(list(tags)),)))

    def _move(self, old: str, new: str) -> None:
        if old == new:
            return
        target = self._connection.value("SELECT id FROM tags WHERE path = ?", (new,))
        if target is None:
            self._connection.write(
                "UPDATE tags SET path = ?, key = ? WHERE path = ?", (new, fold(new), old)
            )
            return
        source = self._id(old)
        self._connection.write(
            "INSERT OR IGNORE INTO article_tags (article_id, tag_id)"
            " SELECT article_id, ? FROM article_tags WHERE tag_id = ?",
            (target, source),
        )
        self._connection.write("DELETE FROM article_tags WHERE tag_id = ?", (source,))
        self._connection.write("DELETE FROM tags WHERE id = ?", (source,))

    def _id(self, path: str) -> int:
        found = self._connection.value("SELECT id FROM tags WHERE path = ?", (path,))
        if found is not None:
            return int(found)
        return self._connection.write(
            "INSERT INTO tags (path, key) VALUES (?, ?)", (path, fold(path))
        )

    def _drop_unused(self) -> None:
        self._connection.write("DELETE FROM tags WHERE id NOT IN (SELECT tag_id FROM article_tags)")


def checked_path(path: str) -> str:
    """The path without blanks around its parts; raises InputError where it can't be a tag."""
    parts = [" ".join(_OBEYED.sub(" ", part).split()) for part in path.split("/")]
    tidy = "/".join(part for part in parts if part)
    if not tidy:
        raise InputError(f"“{path}” can't be a tag.", "Write it as topic or topic/subtopic.")
    if len(tidy) > MAX_TAG_LENGTH:
        raise InputError(
            f"A tag can't be longer than {MAX_TAG_LENGTH} characters.", "Choose a shorter one."
        )
    return tidy


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def with_parents(path: str) -> list[str]:
    """The tags above a tag, the first level first, and the tag itself."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
