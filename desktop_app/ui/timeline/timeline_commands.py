"""The commands of the timeline: the strip, the page, and which kind of date they show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command

if TYPE_CHECKING:
    from desktop_app.ui.timeline.timeline_place import TimelinePlace

#: The kinds of date by the words of their command.
_KINDS = (
    ("published", "Timeline by pu&blished date", "When the outlets published the articles"),
    ("event", "Timeline by date of e&vents", "When the things told in the texts happened"),
    ("captured", "Timeline by captured date", "When the articles came into this archive"),
)


def timeline_commands(
    place: TimelinePlace, toggle: Callable[[], object], is_shown: Callable[[], bool]
) -> list[Command]:
    """Every one of them; ``toggle`` shows and hides the strip above the list."""

    def shows(kind: str) -> bool:
        return place.kind == kind

    kinds = [
        Command(
            f"view.timeline-{kind}",
            title,
            partial(place.set_kind, kind),
            hint=hint,
            checked=partial(shows, kind),
            below="Timeline &by",
        )
        for kind, title, hint in _KINDS
    ]
    return [
        Command("view.timeline", "The &timeline", toggle, "Ctrl+T", checked=is_shown),
        Command(
            "view.timeline-page",
            "Timeline of the searc&h",
            place.show,
            "Ctrl+Shift+T",
            hint="What the search finds on an axis of time, in lanes by person, tag or outlet",
            checked=lambda: place.is_shown,
        ),
        *kinds,
    ]
