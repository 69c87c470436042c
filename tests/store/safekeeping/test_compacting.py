"""An archive gives its free room back, and is as it was where that fails."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from desktop_app.core.errors import ArchiveError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.safekeeping import compacting
from desktop_app.store.safekeeping.compacting import Compacted
from tests.store.examples import capture, lavrov_article

_Usage = namedtuple("_Usage", "total used free")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed archive of 40 articles, with the room of 400 that were deleted for good."""
    path = tmp_path / "kept.cuttings"
    archive = Archive.open(path)
    chance = random.Random(1)
    with archive.act("Clip"):
        ids = [
            archive.articles.add(capture(chance.randbytes(9_000)), lavrov_article())
            for _ in range(440)
        ]
    archive.articles.delete(ids[40:])
    archive.trash.empty(lambda _done, _total: None, lambda: False)
    archive.close()
    return path


def compact(archive: Archive, stop_at: int = -1) -> tuple[Compacted, list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    done = archive.compact(lambda *how_far: told.append(how_far), lambda: 0 <= stop_at <= len(told))
    return done, told


def test_the_room_of_what_was_deleted_is_given_back(path: Path) -> None:
    archive = Archive.open(path)
    before, free = path.stat().st_size, archive.free_bytes()

    done, told = compact(archive)

    assert free > before / 2
    assert (done.stopped, archive.free_bytes()) == (False, 0)
    assert path.stat().st_size == done.after < before - free * 0.9
    assert told[-1][0] == told[-1][1]
    assert archive.search.count(parse_query("lavrov")) == 40
    assert archive.check().ok
    archive.close()


def test_another_window_reads_on_and_writes_afterwards(path: Path) -> None:
    archive, other = Archive.open(path), Archive.open(path)
    before = other.articles.get(1)

    compact(archive)

    assert other.articles.get(1) == before
    other.articles.set_note(1, "theirs")
    assert archive.articles.get(1).note == "theirs"
    assert archive.check().ok
    archive.close()
    other.close()


def test_nothing_is_compacted_while_another_window_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.base.connection.BUSY_SECONDS", 0.05)
    archive, other = Archive.open(path), Archive.open(path)

    with other.act("Long"):
        other.articles.set_note(1, "theirs")
        with pytest.raises(ArchiveError, match="Another program"):
            compact(archive)

    assert archive.articles.get(1).note == "theirs"
    archive.close()
    other.close()


def test_stopping_leaves_it_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compacting, "_STEPS", 100)
    archive = Archive.open(path)
    free = archive.free_bytes()

    done, _ = compact(archive, stop_at=2)

    assert done.stopped
    assert archive.free_bytes() == free
    assert archive.check().ok
    archive.close()


def test_too_little_room_is_told_before_anything_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.open(path)
    before = archive.free_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: _Usage(2**30, 2**30, 2**18))

    with pytest.raises(ArchiveError, match=r"needs \d MB free .* there are 0 MB"):
        compact(archive)

    assert archive.free_bytes() == before
    archive.close()


_COMPACT_FOR_EVER = """
import sys
from pathlib import Path
from desktop_app.store.archive import Archive

archive = Archive.open(Path(sys.argv[1]))
print("open", flush=True)
while True:
    archive.compact(lambda done, total: print(done, flush=True), lambda: False)
"""


def test_a_program_killed_while_compacting_loses_nothing(path: Path) -> None:
    for turn in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", _COMPACT_FOR_EVER, str(path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        for _ in range(turn * 2 + 1):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()

        archive = Archive.open(path)
        assert archive.check().problems == ()
        assert archive.search.count(parse_query("lavrov")) == 40
        archive.close()


def test_an_archive_that_was_as_small_already_is_told_so(path: Path) -> None:
    archive = Archive.open(path)
    compact(archive)

    done, _ = compact(archive)

    assert done.in_words.startswith("There was no room to give back; the archive has ")
    archive.close()
