"""Files as captures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture import files
from desktop_app.capture.files import capture_from_bytes, read_file
from desktop_app.core.errors import AppError, InputError

NOW = "2025-05-02T09:00:00Z"


def test_a_file_comes_as_it_is_with_its_type_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("Où ?\r\n".encode("cp1252"))
    raw = read_file(path, captured=NOW, url="https://example.org/story")
    assert raw.content == "Où ?\r\n".encode("cp1252")
    assert (raw.media_type, raw.charset, raw.name) == ("text/plain", "cp1252", "story.txt")
    assert (raw.url, raw.captured) == ("https://example.org/story", NOW)


def test_a_file_of_unknown_ending_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "page.saved"
    path.write_text("<!doctype html><p>x", encoding="utf-8")
    assert read_file(path, captured=NOW).media_type == "text/html"


def test_a_page_saved_by_singlefile_gives_its_address() -> None:
    page = (
        b"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
        b" url: https://example.org/story#part \n"
        b" saved date: Fri May 02 2025 10:11:12 GMT+0200 (Central European Summer Time)\n-->"
    )
    assert capture_from_bytes(page, name="a.html", captured=NOW).url == "https://example.org/story"


def test_an_address_that_was_given_outweighs_the_files(tmp_path: Path) -> None:
    page = b"<!-- saved from url=(0020)https://example.org/ --><html>"
    raw = capture_from_bytes(page, name="a.html", captured=NOW, url="https://example.com/")
    assert raw.url == "https://example.com/"


def test_a_file_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_file(tmp_path / "nothing.html", captured=NOW)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path, captured=NOW)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_nobody_writes_to_doesnt_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a file"):
        read_file(tmp_path / "pipe", captured=NOW)


def test_a_name_no_file_can_have_is_told() -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_file(Path("a\x00b"), captured=NOW)
    with pytest.raises(InputError, match="can't be read"):
        read_file(Path("a" * 5000), captured=NOW)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything"
)
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read_file(path, captured=NOW)


@pytest.mark.parametrize("content", [b"", b" \n\t"])
def test_an_empty_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    with pytest.raises(InputError, match="empty"):
        read_file(path, captured=NOW)


def test_a_file_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="more than"):
        read_file(path, captured=NOW)
    with pytest.raises(InputError, match="more than"):
        capture_from_bytes(b"x" * 11, name="paste", captured=NOW)


def test_what_holds_no_article_is_told_in_words() -> None:
    with pytest.raises(InputError, match="an image") as caught:
        capture_from_bytes(b"\x89PNG\r\n\x1a\n0000", name="photo.html", captured=NOW)
    assert ".webarchive" in caught.value.next_step


@given(st.binary(max_size=300), st.text(max_size=10))
def test_any_bytes_give_a_capture_or_a_failure_in_words(content: bytes, name: str) -> None:
    try:
        raw = capture_from_bytes(content, name=name, captured=NOW)
    except AppError as failure:
        assert failure.next_step
        return
    assert raw.content == content
