"""The recogniser alone, on a plain text file taken as it is."""

from __future__ import annotations

from pathlib import Path

from desktop_app.analysis.detect_language import detect_language
from desktop_app.analysis.recognise_people import recognise
from desktop_app.core.article import NamedPerson
from desktop_app.core.errors import InputError
from desktop_app.core.held_files import require_not_held

#: The largest text file that is read, in bytes.
MAX_BYTES = 50 * 2**20


def recognise_in_file(path: Path) -> tuple[NamedPerson, ...]:
    """The persons named in a UTF-8 text file, read in the language that it is in, as clips are.

    Offsets count the file's characters.

    Raises InputError for a file that can't be read, isn't UTF-8 text, is too large or the open
    archive.
    """
    require_not_held(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(
                f"“{path.name}” is larger than {MAX_BYTES // 2**20} MB.", "Split the file."
            )
        # Bytes are decoded here, since text mode would change line ends and so the offsets.
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"“{path.name}” isn't UTF-8 text.", "Save it as UTF-8.") from None
    except OSError as failure:
        raise InputError(
            f"“{path}” can't be read: {failure.strerror}.", "Check the name and its permissions."
        ) from failure
    detected = detect_language(text)
    return recognise(text, language=None if detected is None else detected.language)
