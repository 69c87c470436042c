"""Composition: the terminal's commands, and the window behind a door that only Qt passes."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from desktop_app.cli.application import run

if TYPE_CHECKING:
    from desktop_app.services.base.settings import Settings


def main() -> int:
    """Run the command line; gives the exit code."""
    return run(sys.argv[1:], _open_window)


def _open_window(settings: Settings) -> int:
    # Imported here: the terminal's commands start without Qt, and on a machine that lacks its
    # system libraries the import would fail before a sentence could be said.
    from desktop_app.services.doctor import require_window_system  # noqa: PLC0415

    require_window_system()
    # Modules are no garbage: looking for some among them only takes time. The window looks later.
    gc.disable()
    from desktop_app.services.receiving.second_instance import hand_over  # noqa: PLC0415

    if hand_over(settings):
        return 0
    # What is wrong with the archive is told without Qt. And PySide6 reads the source of whatever is
    # imported behind it, so that the window starts sooner when what knows no Qt comes first.
    from desktop_app.services.library import Library  # noqa: PLC0415

    library = Library(settings)
    if library.is_older:
        from desktop_app.ui.application import bring_up_to_date  # noqa: PLC0415

        bring_up_to_date(library)
    library.open()
    from desktop_app.ui.base.quick_imports import judge_modules_by_name  # noqa: PLC0415

    judge_modules_by_name()
    try:
        from desktop_app.ui.application import open_window  # noqa: PLC0415

        return open_window(library)
    finally:
        library.close()


if __name__ == "__main__":
    sys.exit(main())
