"""The sentences that name each person, kept on disk while articles go by: they may be very many."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from desktop_app.core.errors import ExportError
from desktop_app.export.base.write_file import export_failure

#: A sentence is cut to so many characters.
_LONGEST = 600


class KeptSentences:
    """Keeps a sentence for a person and an article; gives a person's back in the order kept."""

    def __init__(self) -> None:
        try:
            self._file = tempfile.TemporaryFile(prefix="cuttings-vault-")  # noqa: SIM115
        except OSError as failure:
            raise _failure(failure) from failure
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
        try:
            self._file.write(content)
        except OSError as failure:
            raise _failure(failure) from failure
        places = self._places.setdefault(person_id, array("q"))
        places.extend((article_id, self._end, len(content)))
        self._end += len(content)

    def of(self, person_id: int) -> Iterator[tuple[int, str]]:
        """The articles that name the person, each with its sentence."""
        places = self._places.get(person_id, array("q"))
        for at in range(0, len(places), 3):
            article_id, begin, length = places[at : at + 3]
            try:
                self._file.seek(begin)
                content = self._file.read(length)
            except OSError as failure:
                raise _failure(failure) from failure
            yield article_id, content.decode("utf-8", "replace")

    def count(self, person_id: int) -> int:
        """How many articles name the person."""
        return len(self._places.get(person_id, ())) // 3


def _failure(failure: OSError) -> ExportError:
    """The failure in words; a buffer is written when it is full, so that reading may fail too."""
    return export_failure(Path(tempfile.gettempdir()), failure)
