"""How long the window's thread needs for the tags of a large archive in the library pane.

    uv run python -m tests.benchmarks.tag_tree [--tags N] [--json]

The reference is Qt's own item model filled with the same tags and shown in the same view. Reading
and counting the tags happens off the window's thread and isn't timed here.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from desktop_app.core.article import Tag
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.library.library_places import LibraryContents
from desktop_app.ui.library.library_tree import LibraryTreeModel
from desktop_app.ui.library.library_tree_view import LibraryTreeView
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.tags.tag_tree import TagTree
from tests.benchmarks.report import Measurement, report

_RUNS = 7


def measurements(count: int) -> Iterator[Measurement]:
    """Each thing that befalls the tags, in a flat and in a nested tree."""
    for shape, tags in (("flat", flat(count)), ("nested", nested(count))):
        plain = median([lambda tags=tags: show_plain(tags)])  # type: ignore[misc]
        for what, steps in _steps(tags).items():
            took = median(steps)
            yield Measurement(
                f"{count:,} tags, {shape}: {what}", took * 1_000, "ms", plain * 1_000, must=0.5
            )


def _steps(tags: list[Tag]) -> dict[str, list[Callable[[], object]]]:
    """What is done by turns, by what it shows."""
    view, model = LibraryTreeView(), LibraryTreeModel(TagColours())
    view.setModel(model)
    view.resize(220, 800)
    view.show()
    first, none = LibraryContents(tags=TagTree(tags)), LibraryContents()
    counts = LibraryContents(tags=TagTree(Tag(tag.path, 7) for tag in tags))
    more = LibraryContents(tags=TagTree([*tags, Tag("zz", 1)]))

    def show(contents: LibraryContents) -> None:
        if model.show_contents(contents):
            view.expandToDepth(0)

    return {
        "shown or taken away": [lambda: show(first), lambda: show(none)],
        "counted again": [lambda: show(first), lambda: show(counts)],
        "one more or less": [lambda: show(first), lambda: show(more)],
        "found by letters": [lambda: model.filter_tags("1"), lambda: model.filter_tags("")],
    }


def median(steps: Sequence[Callable[[], object]]) -> float:
    """Seconds until the slowest of the steps is done and painted; each is taken several times."""
    times: list[list[float]] = [[] for _ in steps]
    for _ in range(_RUNS):
        for taken, step in zip(times, steps, strict=True):
            start = time.perf_counter()
            step()
            QApplication.processEvents()
            taken.append(time.perf_counter() - start)
    return max(statistics.median(taken) for taken in times)


def flat(count: int) -> list[Tag]:
    """All tags at the first level."""
    return [Tag(f"tag {number:05}", number) for number in range(count)]


def nested(count: int) -> list[Tag]:
    """Fifty tags to each of the first level."""
    paths = (
        f"topic {number // 50:04}" + (f"/part {number % 50:02}" if number % 50 else "")
        for number in range(count)
    )
    return [Tag(path, number) for number, path in enumerate(paths)]


def show_plain(tags: list[Tag]) -> None:
    """The same in Qt's own item model."""
    view, model = LibraryTreeView(), QStandardItemModel()
    items: dict[str, QStandardItem] = {}
    for tag in tags:
        above, _, name = tag.path.rpartition("/")
        item = items[tag.path] = QStandardItem(theme().icon("tag"), name)
        item.setData(tag.articles)
        (items[above] if above else model.invisibleRootItem()).appendRow(item)
    view.setModel(model)
    view.resize(220, 800)
    view.show()
    QApplication.processEvents()
    view.close()


def main() -> int:
    """Measure and print; 1 where a measure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tags", type=int, default=5_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    application = QApplication([])
    theme().prepare(ThemeMode.LIGHT)
    met = report(measurements(arguments.tags), arguments.json)
    application.quit()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
