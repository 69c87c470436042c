"""What is chosen before an export: what goes out, the format, its options, where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.exporting.dossier_options import DossierOptions
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.exporting.export_options import OptionValue, read_options
from desktop_app.services.exporting.fitting import misfit
from desktop_app.services.exporting.formats import ExportFormat
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.exporting.format_list import FormatList
from desktop_app.ui.exporting.kept_choices import KeptChoices
from desktop_app.ui.exporting.offers import Offer, offer_of, read_offers
from desktop_app.ui.exporting.option_form import OptionForm
from desktop_app.ui.exporting.preset import Preset

_LIST_WIDTH = 51 * GRID
_NOTHING = "There is nothing in it to export. Choose something else above."
_NO_PLACE = "Say where to."
_OWN_TITLE = "As on the dossier's cover"
_TO_FILE, _TO_FOLDER = "To the file", "Into the folder"


@dataclass(frozen=True, slots=True)
class Wish:
    """One export as it is chosen."""

    what: What
    format_name: str
    options: Mapping[str, OptionValue]
    to: Path
    is_folder: bool


class ChoicesPage(QWidget):
    """``changed`` tells that the export would be another one, ``place_chosen`` gives the file that
    was chosen in the system's own dialog, which asks before one is replaced."""

    changed = Signal()
    place_chosen = Signal(object)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        asked: Sequence[What],
        parent: QWidget | None = None,
        preset: Preset | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept = KeptChoices(library.settings.config_folder)
        self._stem = self._suffix = ""
        self._offers: list[Offer] = []
        self._build()
        self._show_offers([offer_of(what) for what in asked], asked[0])
        self.formats.choose(preset.format_name if preset else self._kept.format_name)
        if preset is None and misfit(self.format, asked[0]):
            self.formats.choose("")  # nobody begins with a format that can't be
        self._on_format()
        if preset is not None:
            self._show_chosen(preset.options)
        self.formats.chosen.connect(self._on_format)
        self.formats.narrowed.connect(self.changed)
        self.what.currentIndexChanged.connect(self._on_what)
        self.options.changed.connect(self._on_options)
        self.place.textChanged.connect(self._on_place_typed)
        task = tasks.read(lambda: read_offers(library, asked), key="export offers")
        task.succeeded(lambda offers: self._show_offers(offers, self.offer.what))

    # What is chosen

    @property
    def offer(self) -> Offer:
        """What goes out."""
        return self._offers[max(self.what.currentIndex(), 0)]

    @property
    def format(self) -> ExportFormat:
        """The format."""
        return self.formats.current

    @property
    def fits(self) -> bool:
        """Whether that can be exported in this format."""
        return (
            self.formats.is_shown
            and not misfit(self.format, self.offer.what)
            and self.offer.count != 0
        )

    @property
    def is_folder(self) -> bool:
        """Whether a folder is written instead of a file."""
        return self.format.is_folder(self._chosen_options())

    def wish(self) -> Wish | None:
        """The export; None where there is none yet, which is then said."""
        text = self.place.text().strip()
        if not text:
            self.problem.setText(_NO_PLACE)
            self.place.setFocus()
            return None
        to = Path(text).expanduser().absolute()
        suffix = self._wanted_suffix()
        if suffix and not to.name.lower().endswith((suffix, *self.format.endings)):
            to = to.with_name(f"{to.name}{suffix}") if to.name else to / f"{self._stem}{suffix}"
        values = self.options.values()
        return Wish(self.offer.what, self.format.name, values, to, self.is_folder)

    def keep(self) -> None:
        """Remember the choices for the next time."""
        if (wish := self.wish()) is not None:
            self._kept.keep(self.format, wish.options, wish.to.parent)

    def reset(self) -> None:
        """The options of this format as they are at first."""
        self.options.show_options(self.format.described_options(), {})
        self._on_options()

    def say(self, words: str) -> None:
        """Say something that is no problem."""
        self.problem.clear()
        self.options.hint.setText(words)

    # What the parts tell

    def _show_offers(self, offers: Sequence[Offer], wanted: What) -> None:
        self._offers = list(offers)
        self.what.blockSignals(True)
        self.what.clear()
        for offer in offers:
            self.what.addItem(offer.in_words)
        places = [at for at, offer in enumerate(offers) if offer.what == wanted]
        self.what.setCurrentIndex(places[0] if places else 0)
        self.what.blockSignals(False)
        self._on_what()

    def _on_what(self) -> None:
        self.formats.grey(lambda each: misfit(each, self.offer.what))
        self._suggest()
        self._tell()
        self.changed.emit()

    def _on_format(self) -> None:
        self.words.setText(self.format.words)
        self.options.show_options(self.format.described_options(), self._kept.values(self.format))
        self._on_options()

    def _show_chosen(self, chosen: Mapping[str, OptionValue]) -> None:
        kept = self._kept.values(self.format)
        self.options.show_options(self.format.described_options(), {**kept, **chosen})
        self._on_options()

    def _on_options(self) -> None:
        self._suggest()
        self._tell()
        self.changed.emit()

    def _on_place_typed(self) -> None:
        self.say("")
        self.changed.emit()

    def _tell(self) -> None:
        reason = misfit(self.format, self.offer.what)
        self.problem.setText(reason or (_NOTHING if self.offer.count == 0 else ""))
        wholly = [at for at, each in enumerate(self._offers) if each.what == ""]
        self.whole_button.setVisible(bool(reason and wholly))
        self._tell_title()

    def _tell_title(self) -> None:
        """An empty title is the dossier's own, where a dossier goes out as a document."""
        title = self.options.fields.get("title")
        if isinstance(title, QLineEdit) and issubclass(self.format.options, DossierOptions):
            is_dossier = isinstance(self.offer.what, ChosenDossier)
            title.setPlaceholderText(_OWN_TITLE if is_dossier else title.toolTip())

    # Where to

    def _wanted_suffix(self) -> str:
        return self.format.suffix_for(self._chosen_options())

    def _chosen_options(self) -> object:
        return read_options(self.format.options, self.options.values(), self.format.name)

    def _suggest(self) -> None:
        """Where to, in the folder that stands there, with what the user called it."""
        suffix, stem = self._wanted_suffix(), self.offer.stem
        text = self.place.text().strip()
        before = Path(text) if text else self._kept.folder() / f"{stem}{self._suffix}"
        name = before.name
        if self._suffix and name.lower().endswith(self._suffix):
            name = name[: -len(self._suffix)]
        if name in ("", self._stem):
            name = stem
        self._stem, self._suffix = stem, suffix
        self.place_label.setText(_TO_FOLDER if self.is_folder else _TO_FILE)
        self.place.blockSignals(True)
        self.place.setText(str(before.parent / f"{name}{suffix}"))
        self.place.blockSignals(False)

    def _choose_place(self) -> None:
        suffix, start = self._wanted_suffix(), self.place.text().strip()
        if not self.is_folder:
            kind = f"{suffix[1:].upper()} (*{suffix})" if suffix else ""
            name, _ = QFileDialog.getSaveFileName(self, "Export to", start, kind)
        else:
            name = QFileDialog.getExistingDirectory(self, "Export into the folder", start)
        if name:
            self.place.setText(name)
            if suffix and name.lower().endswith(suffix):
                self.place_chosen.emit(Path(name).absolute())

    def _choose_whole(self) -> None:
        self.formats.filter.setFocus()  # the button goes, and would pass the focus on to “Reset”
        self.what.setCurrentIndex(next(at for at, x in enumerate(self._offers) if x.what == ""))

    # Building

    def _build(self) -> None:
        self.what = QComboBox(self)
        self.what.setAccessibleName("What goes out")
        self.what.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.formats = FormatList(self)
        self.formats.setFixedWidth(_LIST_WIDTH)
        self.words = QLabel(self)
        self.words.setProperty("role", "large")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.options = OptionForm(self.formats.tree, self)
        self.place_label = QLabel(_TO_FOLDER, self)
        self.place_label.setMinimumWidth(self.place_label.sizeHint().width())
        self.place = QLineEdit(self)
        self.place.setAccessibleName("Where to")
        self.choose_button = QPushButton("Choose…", self)
        self.choose_button.setAutoDefault(False)
        self.choose_button.setAccessibleName("Choose where to")
        self.choose_button.clicked.connect(self._choose_place)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(3 * GRID)
        self.whole_button = QPushButton("Take the whole archive", self)
        self.whole_button.setAutoDefault(False)
        self.whole_button.clicked.connect(self._choose_whole)
        self._arrange()

    def _arrange(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(GRID)
        where.addWidget(self.place, 1)
        where.addWidget(self.choose_button)
        told = QHBoxLayout()
        told.setSpacing(GRID)
        told.addWidget(self.problem, 1)
        told.addWidget(self.whole_button)
        head, foot = QFormLayout(), QFormLayout()
        for form in (head, foot):
            form.setHorizontalSpacing(2 * GRID)
        head.addRow("Export", self.what)
        foot.addRow(self.place_label, where)
        right = QVBoxLayout()
        right.setSpacing(GRID + GRID // 2)
        right.addWidget(self.words)
        right.addWidget(self.options, 1)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addWidget(self.formats)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + GRID // 2)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        layout.addLayout(told)
