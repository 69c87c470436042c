"""A whole archive as lines of JSON, out and in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.errors import InputError
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.stopping import step_of_act
from desktop_app.store.undo.act_log import write_insertion
from desktop_app.store.undo.acts import Acts
from desktop_app.store.whole.line_reader import LineReader, LineSource, head_of
from desktop_app.store.whole.putting_in import PuttingIn, is_empty
from desktop_app.store.whole.taking_out import counted_lines, lines_of
from desktop_app.store.words.word_index import WordIndex

#: What is said, and what to do, where there is something in the archive already.
NOT_EMPTY = (
    "A whole archive comes back only into an empty one, and there is something in this one.",
    "Start Cuttings with --archive and a new name, and import it there; single articles come over"
    " where they are exported as JSON.",
)


class WholeArchive:
    """Everything that an archive keeps, but for what is made of it and what undo needs."""

    def __init__(self, connection: Connection, words: WordIndex, acts: Acts) -> None:
        self._connection = connection
        self._words = words
        self._acts = acts

    def is_empty(self) -> bool:
        """Whether there is nothing that an export would tell."""
        return is_empty(self._connection)

    @contextmanager
    def read(self) -> Iterator[tuple[int, Iterator[bytes]]]:
        """About how many lines there are, and the lines, all of one moment, read as they are asked.

        The first says what the file is, the last that it is whole; see ``lines``. Raises
        ArchiveError where something is damaged.
        """
        with self._connection.at_one_moment():
            total = sum(counted_lines(self._connection).values())
            yield total, lines_of(self._connection)

    @staticmethod
    def counts(source: LineSource, name: str) -> dict[str, int] | None:
        """How many lines of each type a file tells of in its first; None where it is no export.

        Raises InputError where a newer Cuttings made it.
        """
        head = head_of(source, name)
        return None if head is None else head.counts

    def restore(self, source: LineSource, name: str, total: int) -> None:
        """Make the archive of the lines of an export; it must be empty, and ids are kept.

        No undo takes it back. ``total`` is about how many lines there are, ``name`` the file's.
        Raises InputError where the archive isn't empty, or a line is wrong: then nothing is
        changed.
        """
        with self._connection.transaction():
            if not is_empty(self._connection):
                raise InputError(*NOT_EMPTY)
            putting = PuttingIn(self._connection, self._words, LineReader(source, name))
            putting.run(lambda done: step_of_act(min(done, total), total))
            act_id = self._acts.note_final(f"Imported the whole archive {name}")
            # By it other windows learn what came.
            for table in ("articles", "tags"):
                write_insertion(self._connection, act_id, table)
