"""Files that appear in a watched folder are clipped once, when they are whole."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.watched_folder import FileState, FolderFile
from desktop_app.services.folders.settled_files import SETTLED_SECONDS
from desktop_app.services.library import Library
from tests.services.conftest import PASTE
from tests.services.queue.sites import article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "saved pages"
    path.mkdir()
    return path


def put(folder: Path, name: str, content: str | bytes, *, age: float = 60.0) -> Path:
    """Have a file there that was written so many seconds ago."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def look(library: Library) -> list[tuple[str, FileState]]:
    return [(file.name, file.state) for file in library.folders.look()]


def only(library: Library) -> FolderFile:
    (file,) = library.folders.files(library.folders.all()[0].id)
    return file


def test_pages_and_texts_are_clipped_once_with_the_folders_tags(
    library: Library, folder: Path
) -> None:
    library.folders.watch(folder, tags=["inbox/folder"])
    put(folder, "page.html", article(1), age=90)
    put(folder, "paste.txt", PASTE)
    put(folder, "picture.png", b"\x89PNG\r\n\x1a\n")
    (folder / "sub.html").mkdir()

    assert look(library) == [("page.html", FileState.SAVED), ("paste.txt", FileState.SAVED)]
    assert look(library) == []
    assert library.count("tag:inbox/folder") == 2


def test_what_lay_there_before_is_left_unless_it_is_wanted(library: Library, folder: Path) -> None:
    put(folder, "old.html", article(1))

    library.folders.watch(folder)
    assert look(library) == []
    assert only(library).state is FileState.BEFORE

    library.folders.watch(folder, with_present=True)
    assert look(library) == [("old.html", FileState.SAVED)]


def test_the_same_page_under_another_name_or_moved_is_known(library: Library, folder: Path) -> None:
    library.folders.watch(folder)
    first = put(folder, "page.html", article(1))
    look(library)

    put(folder, "page (1).html", first.read_bytes())
    first.rename(folder / "moved.html")

    assert sorted(look(library)) == [
        ("moved.html", FileState.KNOWN),
        ("page (1).html", FileState.KNOWN),
    ]
    assert library.count("") == 1


def test_a_file_that_is_being_written_is_waited_for(library: Library, folder: Path) -> None:
    library.folders.watch(folder)
    whole = article(1).encode()
    path = put(folder, "page.html", whole[:200], age=0)
    put(folder, "page.html.crdownload", whole, age=60)
    put(folder, "empty.html", b"", age=5)

    assert look(library) == []
    assert library.folders.waiting == 2
    path.write_bytes(whole)
    assert look(library) == []

    time.sleep(SETTLED_SECONDS + 0.1)
    assert look(library) == [("page.html", FileState.SAVED)]


def test_what_fails_is_listed_and_can_be_tried_again(library: Library, folder: Path) -> None:
    watched = library.folders.watch(folder)
    put(folder, "broken.html", b"\0\1\2\3" * 500)

    assert look(library) == [("broken.html", FileState.FAILED)]
    assert "broken.html" in only(library).reason
    assert look(library) == []
    assert library.folders.all()[0].failed == 1

    library.folders.try_again(watched.id)
    assert look(library) == [("broken.html", FileState.FAILED)]


def test_a_folder_that_is_gone_is_one_sentence_until_it_is_back(
    library: Library, folder: Path
) -> None:
    library.folders.watch(folder)
    put(folder, "page.html", article(1))
    aside = folder.rename(folder.with_name("aside"))

    assert look(library) == []
    assert library.folders.all()[0].problem == f"The folder “{folder}” isn't there."

    aside.rename(folder)
    assert look(library) == [("page.html", FileState.SAVED)]
    assert library.folders.all()[0].problem == ""


def test_no_folder_is_a_sentence_at_once(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="isn't there"):
        library.folders.watch(tmp_path / "none")
    (tmp_path / "file").write_text("words")
    with pytest.raises(InputError, match="is no folder"):
        library.folders.watch(tmp_path / "file")


def test_undo_takes_back_a_clip_for_good_and_a_forgotten_folder(
    library: Library, folder: Path
) -> None:
    put(folder, "old.html", article(2))
    watched = library.folders.watch(folder)
    put(folder, "page.html", article(1))
    look(library)

    assert library.undo() == "Clipped “Bridge 1 to be mended” from a watched folder"
    assert (library.count(""), look(library)) == (0, [])

    library.folders.forget(watched.id)
    assert library.folders.all() == []
    library.undo()
    assert look(library) == []
    assert [each.path for each in library.folders.all()] == [str(folder)]


def test_the_open_archive_in_its_own_folder_is_never_read(library: Library) -> None:
    beside = library.path.with_suffix(".txt")
    os.link(library.path, beside)

    library.folders.watch(library.path.parent, with_present=True)
    time.sleep(SETTLED_SECONDS + 0.1)

    assert look(library) == []


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_file_whose_name_is_no_text_is_clipped_once(library: Library, folder: Path) -> None:
    library.folders.watch(folder)
    put(folder, os.fsdecode(b"caf\xe9.html"), article(1))

    assert [state for _, state in look(library)] == [FileState.SAVED]
    assert look(library) == []
