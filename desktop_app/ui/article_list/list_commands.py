"""The commands that arrange the list: its order, and what it is grouped by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.core.arrangement import Grouping
from desktop_app.ui.base.commands import Command

if TYPE_CHECKING:
    from desktop_app.ui.article_list.list_pane import ListPane

#: The orders by the archive's names for them.
_SORTS = {
    "published": ("&Published date", "The newest first"),
    "captured": ("&Captured date", "What was clipped last first"),
    "title": ("&Title", "From A to Z"),
    "relevance": ("&Best match", "What fits the words of the search best first"),
}
_GROUPINGS = {
    Grouping.NONE: "&No groups",
    Grouping.DAY: "By &day",
    Grouping.MONTH: "By &month",
    Grouping.OUTLET: "By &outlet",
    Grouping.PERSON: "By p&erson",
}
_PERSON_HINT = "Each article stands with the person it names most often"


def list_commands(pane: ListPane) -> list[Command]:
    """Every command of the List menu, in its order."""
    return [*_sorting(pane), *_grouping(pane), *_copies(pane), *_moving(pane)]


def _sorting(pane: ListPane) -> list[Command]:
    def is_sorted_by(sort: str) -> bool:
        return pane.arrangement.sort == sort

    sorts = [
        Command(
            f"list.sort-{sort}",
            f"Sort by {title[0]}{title[1].lower()}{title[2:]}",
            partial(pane.sort_by, sort),
            hint=hint,
            checked=partial(is_sorted_by, sort),
        )
        for sort, (title, hint) in _SORTS.items()
    ]
    turn = Command(
        "list.reverse",
        "&Reverse the order",
        pane.reverse,
        "Ctrl+Shift+R",
        hint="The oldest, the last title or the worst match first",
        checked=lambda: pane.arrangement.is_reversed,
    )
    return [*sorts, turn]


def _grouping(pane: ListPane) -> list[Command]:
    def is_grouped_by(grouping: Grouping) -> bool:
        return pane.arrangement.grouping is grouping

    return [
        Command(
            f"list.group-{grouping}",
            title if grouping is Grouping.NONE else f"Group {title[0].lower()}{title[1:]}",
            partial(pane.group_by, grouping),
            group=1,
            hint=_PERSON_HINT if grouping is Grouping.PERSON else "",
            checked=partial(is_grouped_by, grouping),
        )
        for grouping, title in _GROUPINGS.items()
    ]


def _copies(pane: ListPane) -> list[Command]:
    return [
        Command(
            "list.fold-copies",
            "&Collapse copies",
            pane.fold_copies,
            group=2,
            hint="One row for a story that several outlets printed; not in groups",
            checked=lambda: pane.arrangement.folds_copies,
        ),
        Command(
            "list.open-copies",
            "&Show or hide the copies of the article",
            pane.toggle_copies,
            group=2,
            hint="The right and left arrow keys, or a click on “3 copies”, do the same",
        ),
    ]


def _moving(pane: ListPane) -> list[Command]:
    return [
        Command(
            "list.next-group", "Ne&xt group", lambda: pane.view.step_group(1), "Alt+Down", group=3
        ),
        Command(
            "list.previous-group",
            "Pre&vious group",
            lambda: pane.view.step_group(-1),
            "Alt+Up",
            group=3,
        ),
    ]
