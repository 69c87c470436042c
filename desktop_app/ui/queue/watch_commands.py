"""What can be done to the pages of chosen articles, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop_app.core.fetch_states import Interval
from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.queue.watch_acts import WatchActs

_TITLES = {
    Interval.HOURLY: "Watch the page: hourly",
    Interval.DAILY: "Watch the page: daily",
    Interval.WEEKLY: "Watch the page: weekly",
}
#: The menu below the article's in which these commands stand.
FETCHING = "Fetch from the web"


def watch_commands(acts: WatchActs, chosen: Callable[[], list[int]]) -> list[Command]:
    """What can be done to the chosen articles."""

    def watch(every: Interval) -> None:
        acts.watch(chosen(), every)

    watching = [
        Command(
            f"article.watch-{every}",
            title,
            partial(watch, every),
            group=1,
            hint="Fetched again while the window is open, less often while nothing changes",
            below=FETCHING,
            needs=Needs.ARTICLE,
        )
        for every, title in _TITLES.items()
    ]
    forgetting = Command(
        "article.unwatch",
        "Watch the page no more",
        lambda: acts.forget(chosen()),
        group=1,
        below=FETCHING,
        needs=Needs.ARTICLE,
    )
    return [*watching, forgetting]
