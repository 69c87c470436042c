"""Files on disk, and bytes that came some other way, as raw captures."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop_app.capture.media_types import READABLE, SUFFIXES, TEXTUAL, in_words, media_type_of
from desktop_app.capture.saved_page import saved_address
from desktop_app.capture.text_encoding import charset_of
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import InputError
from desktop_app.core.held_files import require_not_held

#: The largest file that is read, in bytes.
MAX_FILE_BYTES = 50 * 2**20

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FORMATS = ", ".join(SUFFIXES)


def read_file(path: Path, *, captured: str, url: str | None = None) -> RawCapture:
    """The file at ``path``; ``captured`` is the present moment, ``url`` the page's address.

    Raises InputError where the file isn't there, can't be read, is empty, too large, of a kind that
    no article can be read from, or the open archive.
    """
    require_not_held(path)
    try:
        content = _bytes_of(path)
    except FileNotFoundError as fault:
        raise InputError(f"There is no file “{path}”.", "Check its name and folder.") from fault
    except PermissionError as fault:
        raise InputError(f"“{path}” may not be read.", "Change its permissions.") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "its name is not one a file can have"
        raise InputError(f"“{path}” can't be read: {reason}.", "Check the file.") from fault
    return capture_from_bytes(content, name=path.name, captured=captured, url=url)


def capture_from_bytes(
    content: bytes, *, name: str, captured: str, url: str | None = None
) -> RawCapture:
    """Bytes as a capture: what they are is told by content first, then by ``name``.

    Where no ``url`` is given, the one that a saved page tells of itself is taken. Raises InputError
    for nothing at all, too much, or something no article can be read from.
    """
    if not content.strip():
        raise InputError(f"“{name}” is empty.", "Choose a page or text with something in it.")
    if len(content) > MAX_FILE_BYTES:
        raise _too_large(name)
    media_type = media_type_of(content, name=name)
    if media_type not in READABLE:
        advice = f"These can be clipped: {_FORMATS}."
        raise InputError(f"“{name}” is {in_words(media_type)} ({media_type}).", advice)
    charset = charset_of(content, media_type=media_type) if media_type in TEXTUAL else None
    return RawCapture(
        content=content,
        media_type=media_type,
        captured=captured,
        url=url or saved_address(content, media_type),
        charset=charset,
        name=name,
    )


def _bytes_of(path: Path) -> bytes:
    # Opened without waiting: a pipe nobody writes to would hang the program.
    descriptor = os.open(path, _OPEN_FLAGS)
    try:
        _require_file(path, os.fstat(descriptor))
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(MAX_FILE_BYTES + 1)
    finally:
        os.close(descriptor)


def _require_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"“{path}” is a folder.", "Choose the files in it.")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"“{path}” is a device, not a file.", "Choose a file.")
    if status.st_size > MAX_FILE_BYTES:
        raise _too_large(path.name)


def _too_large(name: str) -> InputError:
    return InputError(
        f"“{name}” has more than {MAX_FILE_BYTES // 2**20} MB.", "Clip only the part you need."
    )
