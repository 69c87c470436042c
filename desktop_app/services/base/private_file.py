"""Files that only the user may read."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop_app.core.errors import AppError


def write_private(path: Path, text: str) -> None:
    """Write a file that only the user can read, whole or not at all; AppError where it can't be."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        fresh.replace(path)
    except OSError as failure:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise AppError(
            f"“{path}” can't be written: {failure.strerror}.", "Allow writing in its folder."
        ) from failure
