"""Takes pictures of the real window: those of ``resources/screenshots``, or of any archive.

Run it on a screen, or under Xvfb, from the checkout::

    xvfb-run -s "-screen 0 1440x900x24" uv run python -m tests.ui.take_screenshots

With ``--archive FILE`` each view of that archive is taken instead, without changing the file; in a
window as large and in the colours as told::

    … -m tests.ui.take_screenshots --archive press.cuttings --to /tmp/views --size 1024x700 --dark

Each picture is one function below. Look at what comes out before committing it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton, QWidget

from desktop_app.core.arrangement import Grouping as ListGrouping
from desktop_app.core.highlight import Colour
from desktop_app.core.resource_path import resource_path
from desktop_app.core.timeline import Grouping
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.paste import read_clipboard
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.clipping.clip_draft import DraftState
from desktop_app.ui.dialogs.command_palette import CommandPalette
from desktop_app.ui.dialogs.settings_dialog import SettingsDialog
from desktop_app.ui.exporting.export_dialog import ExportDialog
from desktop_app.ui.library.library_places import dossier_place
from desktop_app.ui.people.person_page import PersonPage
from desktop_app.ui.timeline.timeline_page import TimelinePage
from desktop_app.ui.window.main_window import MainWindow

SIZE = QSize(1360, 850)
LARGEST_BYTES = 300_000
#: How a page comes from a browser by select-all and copy: the article among everything else.
BEFORE = """The Sample Gazette
News
Science
Empire
Subscribe

22 August 1896
2 min read

Nansen is home, and so is the Fram

By Jane Roe

Share this article

"""
AFTER = """

Read also: Three winters in the ice

Sign up for our morning letter

Previous Story

Coal prices to hold until spring

Next Story

The Thames frozen at Oxford
"""
#: What is marked: the query that finds the article, the words, colour and note.
MARKED = (
    ('title:"St Paul\'s"', "more than three hundred thousand people", Colour.YELLOW, ""),
    (
        'title:"air crash"',
        "The cause of the crash is not known.",
        Colour.PINK,
        "Compare with the report of the commission.",
    ),
    ("title:starlight", "one of the greatest achievements", Colour.GREEN, "Thomson, in the chair"),
    ('title:"air crash"', "kept radio silence for most of the way", Colour.BLUE, ""),
)


@dataclass
class Stage:
    """The running program, and where the pictures go."""

    application: QApplication
    library: Library
    tasks: TaskRunner
    window: MainWindow
    folder: Path

    def settle(self, pause: float = 0.4) -> None:
        """Let everything under way come to its end."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < pause:
            self.application.processEvents()
            time.sleep(0.005)
            if self.tasks.task_count:
                quiet_since = time.monotonic()

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds; a minute at most."""
        end = time.monotonic() + 60
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("the window didn't get ready for its picture")
            self.application.processEvents()
            time.sleep(0.005)

    def shoot(self, name: str, widget: QWidget) -> None:
        """Write a picture of a widget, with few enough colours to stay small."""
        self.settle()
        # In place of a path of this machine:
        self.window.status_line.words.setText("~/Documents/press.cuttings")
        path = self.folder / f"{name}.png"
        widget.grab().toImage().save(str(path), "PNG")
        convert = shutil.which("convert")
        if convert is not None:
            colours = ("-strip", "+dither", "-colors", "160", f"PNG8:{path}")
            subprocess.run([convert, str(path), *colours], check=True)
        if path.stat().st_size > LARGEST_BYTES:
            raise SystemExit(f"{path} is too large: install ImageMagick for fewer colours")
        print(f"{path.name}: {path.stat().st_size // 1024} kB")  # noqa: T201 - a script tells what it did


def empty_archive(stage: Stage) -> None:
    """The first start."""
    stage.shoot("welcome", stage.window)


def capture_sheet(stage: Stage) -> None:
    """A page as it was pasted, beside what is kept of it."""
    (item,) = read_clipboard(text=pasted_page())
    stage.window.dialogs.open_capture([item])
    sheet = stage.window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)
    sheet.resize(SIZE)
    stage.wait_until(lambda: sheet.drafts[0].state is DraftState.READY)
    sheet.panes.fields.tags.setText("exploration/arctic")
    stage.shoot("capture", sheet)
    sheet.done(0)
    stage.settle()


def full_list(stage: Stage) -> None:
    """The list, the timeline above it, an article being read."""
    stage.library.load_sample()
    stage.window.reload()
    stage.window.show_list()
    stage.window.list_pane.reload()
    stage.settle()
    stage.window.show_article(stage.library.search("").ids[0])
    stage.shoot("list", stage.window)


def person(stage: Stage) -> None:
    """One person over the years."""
    people = stage.library.people.find(text="Churchill")
    stage.window.show_person(people[0].id)
    page = stage.window.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    stage.wait_until(lambda: page.list.model().rowCount() > 0)
    stage.shoot("person", stage.window)


def network(stage: Stage) -> None:
    """Those named with a person."""
    page = stage.window.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    page.tabs.setCurrentWidget(page.network)
    stage.shoot("network", stage.window)
    page.tabs.setCurrentIndex(0)


def comparison(stage: Stage) -> None:
    """Two persons on one lane, and the sentences of the articles that name both."""
    page = stage.window.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    page.comparison.compare_with(stage.library.people.find(text="de Gaulle")[0].id)
    stage.wait_until(lambda: page.tabs.currentWidget() is page.comparison.list)
    stage.shoot("comparison", stage.window)
    page.comparison.end()


def timeline_page(stage: Stage) -> None:
    """When what was told happened, by person."""
    stage.window.timeline_place.show()
    page = stage.window.findChild(TimelinePage)
    assert isinstance(page, TimelinePage)
    page.set_kind("event")
    page.set_grouping(Grouping.PERSON)
    stage.shoot("timeline-page", stage.window)
    page.set_grouping(Grouping.NONE)
    page.set_kind("published")


def highlights(stage: Stage) -> None:
    """What was marked while reading."""
    for query, words, colour, note in MARKED:
        (article_id, *_) = stage.library.search(query).ids
        stage.library.highlights.add_quote(article_id, words, colour=colour, note=note)
    stage.window.pages.show_highlights()
    stage.shoot("highlights", stage.window)


def dossier(stage: Stage) -> None:
    """What is handed in: articles in order, headings and one's own text, and its pages."""
    library = stage.library
    found = [
        library.search(query).ids[0]
        for query in ("title:Fram", "title:starlight", "title:Colombey", 'title:"air crash"')
    ]
    made = library.dossiers.make("Far from home", found)
    entries = library.dossiers.entries(made)
    library.dossiers.add_heading(made, "Into the ice", before=entries[0].id)
    library.dossiers.add_text(
        made,
        "Three years went by *without a word* before the papers had anything to tell.",
        before=entries[0].id,
    )
    library.dossiers.add_heading(made, "At the table of the powers", before=entries[2].id)
    stage.window.reload()
    stage.settle()
    stage.window.library_pane.choose(dossier_place(library.dossiers.get(made)))
    stage.settle()
    stage.window.pages.dossier_page.view.put_cursor(2)
    stage.settle(1.0)
    stage.shoot("dossier", stage.window)


def export_dialog(stage: Stage) -> None:
    """Everything that can go out, in every format."""
    stage.window.pages.dossier_page.export()
    stage.settle()
    dialog = stage.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    # In place of a path of this machine:
    dialog.choices.place.setText("~/Documents/Far from home.pdf")
    stage.shoot("export", dialog)
    dialog.reject()
    stage.settle()


def settings_dialog(stage: Stage) -> None:
    """What is chosen once and for all."""
    stage.window.dialogs.show_settings()
    dialog = stage.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    for label in dialog.findChildren(QLabel):
        # In place of a path of this machine:
        label.setText(label.text().replace(sys.executable, "python"))
    stage.shoot("settings", dialog)
    dialog.reject()


def timeline(stage: Stage) -> None:
    """Events told in the articles that a search finds."""
    stage.window.set_query("tag:diplomacy OR tag:war")
    stage.settle()
    events = stage.window.list_pane.timeline.findChildren(QToolButton)[1]
    events.click()
    stage.settle()
    stage.window.show_article(stage.library.search("tag:diplomacy").ids[0])
    stage.shoot("timeline", stage.window)


def dark_mode(stage: Stage) -> None:
    """The same in the dark."""
    stage.window.list_pane.timeline.findChildren(QToolButton)[0].click()
    stage.window.set_query("")
    stage.window.set_theme(ThemeMode.DARK)
    stage.settle()
    stage.window.show_article(stage.library.search("").ids[2])
    stage.shoot("dark", stage.window)


PICTURES = (
    empty_archive,
    capture_sheet,
    full_list,
    person,
    network,
    comparison,
    timeline_page,
    highlights,
    dossier,
    export_dialog,
    settings_dialog,
    timeline,
    dark_mode,
)


# Views of any archive, as it is.


def view_list(stage: Stage) -> None:
    """The whole list, its first article read."""
    stage.window.show_article(stage.library.search("", limit=1).ids[0])
    stage.shoot("list", stage.window)


def view_search(stage: Stage) -> None:
    """A search for the word that most titles have, with its facets beside the list."""
    stage.window.set_query(frequent_word(stage))
    stage.window.toggle_facets()
    stage.wait_until(lambda: stage.window.facets.report is not None)
    stage.window.list_pane.view.step(0)
    stage.shoot("search-facets", stage.window)
    stage.window.toggle_facets()


def view_groups(stage: Stage) -> None:
    """The list by outlet and by person."""
    stage.window.set_query("")
    for grouping in (ListGrouping.OUTLET, ListGrouping.PERSON, ListGrouping.MONTH):
        stage.window.list_pane.group_by(grouping)
        stage.shoot(f"by-{grouping}", stage.window)
    stage.window.list_pane.group_by(ListGrouping.NONE)


def view_timeline(stage: Stage) -> None:
    """The timeline in one lane, and in lanes."""
    stage.window.timeline_place.show()
    page = stage.window.timeline_place.page
    assert page is not None
    for grouping in Grouping:
        page.set_grouping(grouping)
        stage.shoot(f"timeline-{grouping}", stage.window)
    page.set_grouping(Grouping.NONE)
    page.set_kind("event")
    stage.shoot("timeline-events", stage.window)
    stage.window.show_list()


def view_people(stage: Stage) -> None:
    """Everybody, and who is named most."""
    stage.window.show_people()
    stage.shoot("people", stage.window)
    people = stage.library.people.find(limit=1)
    if people:
        stage.window.show_person(people[0].id)
        stage.shoot("person", stage.window)


def view_other_pages(stage: Stage) -> None:
    """Highlights, the trash, the tags of several articles."""
    stage.window.pages.show_highlights()
    stage.shoot("highlights", stage.window)
    stage.window.go("trash")
    stage.shoot("trash", stage.window)
    stage.window.go("all")
    stage.settle()
    stage.window.dialogs.open_palette()
    palette = stage.window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    stage.shoot("palette", palette)
    palette.reject()


def view_dossier(stage: Stage) -> None:
    """A dossier of some articles, with a heading."""
    dossier = stage.library.dossiers.make("For the picture", stage.library.search("", limit=6).ids)
    stage.library.dossiers.add_heading(dossier, "What came later")
    stage.window.reload()
    stage.window.pages.show_dossier(dossier)
    stage.shoot("dossier", stage.window)
    stage.window.show_list()


def view_queue(stage: Stage) -> None:
    """What is waiting to be fetched."""
    stage.window.commands.action("go.queue").trigger()
    stage.shoot("queue", stage.window)
    stage.window.show_list()


def view_dialogs(stage: Stage) -> None:
    """What is asked: import, export, browsers, tags, the article's copies and versions."""
    stage.window.list_pane.view.choose(stage.library.search("", limit=1).ids[0])
    stage.settle()
    for name in DIALOGS:
        stage.window.commands.action(name).trigger()
        stage.settle()
        dialog = stage.application.activeModalWidget() or stage.application.activeWindow()
        if not isinstance(dialog, QDialog):
            raise TypeError(f"{name} opened no dialog")
        stage.shoot(name.replace(".", "-"), dialog)
        dialog.reject()
        stage.settle()


VIEWS = (
    view_list,
    view_search,
    view_groups,
    view_timeline,
    view_people,
    view_other_pages,
    view_dossier,
    view_queue,
    view_dialogs,
)
#: The commands whose dialogs are looked at.
DIALOGS = (
    "file.import",
    "file.export",
    "edit.browsers",
    "edit.settings",
    "article.dossier",
    "article.fields",
    "article.copies",
    "article.versions",
    "article.print",
    "tag.rename",
)


def frequent_word(stage: Stage) -> str:
    """A word that many titles have."""
    ids = stage.library.search("", limit=200).ids
    titles = (row.title for row in stage.library.rows(ids))
    words = Counter(word for title in titles for word in title.lower().split() if len(word) > 3)
    return words.most_common(1)[0][0] if words else ""


def pasted_page() -> str:
    """A sample article as a browser's clipboard would give it."""
    path = next(resource_path("sample_archive").glob("1896*.md"))
    article = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    body = article.replace("*", "").strip()
    return f"{BEFORE}{body}{AFTER}"


def main() -> None:
    """Take every picture, or every view of an archive, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=resource_path("screenshots"))
    parser.add_argument("--archive", type=Path, help="take each view of this archive")
    parser.add_argument("--size", default=f"{SIZE.width()}x{SIZE.height()}", help="WIDTHxHEIGHT")
    parser.add_argument("--dark", action="store_true", help="begin with dark colours")
    options = parser.parse_args()
    folder: Path = options.to
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    theme().prepare(ThemeMode.LIGHT)
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        archive = here / "press.cuttings"
        if options.archive is not None:
            # Reading an article marks it read: the archive itself stays as it is.
            shutil.copy(options.archive, archive)
        settings = Settings(archive, here / "config", here / "log")
        library = Library(settings)
        library.open()
        notifier = Notifier()
        tasks = TaskRunner(notifier)
        window = MainWindow(library, tasks, notifier, WindowState(settings.config_folder))
        window.resize(*map(int, options.size.split("x")))
        window.show()
        if options.dark:
            window.set_theme(ThemeMode.DARK)
        stage = Stage(application, library, tasks, window, folder)
        stage.settle()
        for take in PICTURES if options.archive is None else VIEWS:
            take(stage)
        window.close()
        tasks.shut_down()
        library.close()


if __name__ == "__main__":
    main()
