"""A text of a dossier that is kept while it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.core.errors import InputError
from desktop_app.services.articles.writing_text import WritingText
from desktop_app.store.archive import Archive

_NEW = DossierEntry(0, EntryKind.TEXT)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """With a dossier, 1, of a heading and a text, “As it was.”"""
    opened = Archive.open(tmp_path / "test.cuttings")
    opened.dossiers.make("Paris")
    opened.dossier_entries.add_heading(1, "Talks")
    opened.dossier_entries.add_text(1, "As it was.")
    yield opened
    opened.close()


def told(archive: Archive) -> list[str]:
    return [each.title or each.markdown for each in archive.dossier_entries.by_hand(1)]


def writing(archive: Archive, entry: DossierEntry, before: int | None = None) -> WritingText:
    return WritingText(lambda: archive, 1, entry, before)


@pytest.mark.parametrize(
    ("is_new", "written"),
    [(True, ["Talks", "Paris, 1951", "As it was."]), (False, ["Talks", "Paris, 1951"])],
)
def test_what_is_written_is_kept_by_and_by_and_taken_back_at_once(
    archive: Archive, is_new: bool, written: list[str]
) -> None:
    entry = _NEW if is_new else archive.dossier_entries.get(2)
    text = writing(archive, entry, before=2)

    for words in ("Paris", "Paris, 19", "Paris, 1951"):
        text.keep(words)

    assert told(archive) == written
    assert archive.undo()
    assert told(archive) == ["Talks", "As it was."]
    assert archive.redo()
    assert told(archive) == written


def test_another_act_between_stays_apart(archive: Archive) -> None:
    text = writing(archive, _NEW)
    text.keep("One")
    archive.dossier_entries.change_heading(1, "War", 1)
    text.keep("One and two")

    archive.undo()
    assert told(archive) == ["War", "As it was.", "One"]
    archive.undo()
    archive.undo()
    assert told(archive) == ["Talks", "As it was."]


def test_what_somebody_deletes_meanwhile_comes_anew(archive: Archive) -> None:
    text = writing(archive, archive.dossier_entries.get(2), before=1)
    text.keep("One")
    archive.dossier_entries.remove([1, 2])

    text.keep("One and two")

    assert told(archive) == ["One and two"]


def test_what_is_left_out_comes_back(archive: Archive) -> None:
    new, old = writing(archive, _NEW), writing(archive, archive.dossier_entries.get(2))
    assert not old.leave_out("Never kept")
    new.keep("One")

    assert new.leave_out("One and two")
    old.keep("Other")
    assert old.leave_out("")

    assert told(archive) == ["Talks", "As it was."]
    for _ in range(3):
        archive.undo()
    assert told(archive) == ["Talks", "As it was.", "One and two"]


def test_a_dossier_that_is_gone_is_told(archive: Archive) -> None:
    text = writing(archive, _NEW)
    text.keep("One")
    archive.dossiers.delete(1)

    with pytest.raises(InputError, match="no dossier 1"):
        text.keep("One and two")
