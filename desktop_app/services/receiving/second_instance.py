"""A second Cuttings on one archive: it has the window of the first come to the front, and ends.

It stands in every start, so it imports next to nothing where nobody else runs.
"""

from __future__ import annotations

from desktop_app.services.base.settings import Settings


def hand_over(settings: Settings) -> bool:
    """Have the window that is open on this archive shown; False where there is none.

    It is told as well which article the user asked for.
    """
    try:
        if next(settings.running_folder.iterdir(), None) is None:
            return False
    except OSError:
        return False
    # Imported here: nearly every start finds nobody.
    from desktop_app.capture.endpoint.another_instance import raise_window  # noqa: PLC0415
    from desktop_app.services.receiving.running import running_on  # noqa: PLC0415

    running = running_on(settings)
    if running is None or not running.has_window:
        return False
    return raise_window(running.port, running.secret, settings.article_to_show)
