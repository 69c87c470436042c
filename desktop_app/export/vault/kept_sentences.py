"""The sentences that name each person, kept on disk while articles go by: they may be very many."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from types import TracebackType

_LONGEST = 600


class KeptSentences:
    """Keeps a sentence for a person and an article; gives a person's back in the order kept."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="cuttings-vault-")  # noqa: SIM115 - closed by exit
        # Of each person: article, where its sentence begins, its length, again and again.
        self._places: dict[int, array[int]] = {}
        self._end = 0

    def __enter__(self) -> KeptSentences:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _failure: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def keep(self, person_id: int, article_id: int, sentence: str) -> None:
        """Remember that an article names the person in that sentence."""
        content = " ".join(sentence.split())[:_LONGEST].encode("utf-8", "replace")
        self._file.write(content)
        places = self._places.setdefault(person_id, array("q"))
        places.extend((article_id, self._end, len(content)))
        self._end += len(content)

    def of(self, person_id: int) -> Iterator[tuple[int, str]]:
        """The articles that name the person, each with its sentence."""
        places = self._places.get(person_id, array("q"))
        for at in range(0, len(places), 3):
            article_id, begin, length = places[at : at + 3]
            self._file.seek(begin)
            yield article_id, self._file.read(length).decode("utf-8", "replace")

    def count(self, person_id: int) -> int:
        """How many articles name the person."""
        return len(self._places.get(person_id, ())) // 3
