"""What this machine or archive lacks, told all at once and without Qt."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.analysis.spacy_names import CHOICE, chosen_pipeline
from desktop_app.core.errors import AppError, SystemLibraryError
from desktop_app.services.base.settings import Settings
from desktop_app.services.base.system_libraries import install_command, missing_libraries
from desktop_app.store.archive import Archive

#: The shared libraries that Qt's window needs on Linux, with Debian's package for each.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
#: The further ones for a screen that speaks X11.
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_LOW_DISK_BYTES = 200 * 2**20
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, whether it's well, and what to do if not."""

    name: str
    ok: bool
    message: str
    next_step: str = ""


def diagnose(
    settings: Settings, environment: Mapping[str, str] = os.environ
) -> tuple[Finding, ...]:
    """Everything Cuttings needs, looked at without starting Qt or changing the archive."""
    return (
        Finding("Python", True, f"Python {sys.version.split()[0]}."),
        _qt(environment),
        _screen(environment),
        _web_pages(environment),
        _data_folder(settings.archive_path),
        _disk_space(settings.archive_path),
        _archive(settings.archive_path),
        *_recogniser(environment),
    )


def require_window_system(environment: Mapping[str, str] = os.environ) -> None:
    """Raise SystemLibraryError, with the command that mends it, where Qt couldn't start."""
    for finding in (_qt(environment), _screen(environment)):
        if not finding.ok:
            raise SystemLibraryError(finding.message, finding.next_step)


def _recogniser(environment: Mapping[str, str]) -> tuple[Finding, ...]:
    """What stands in the way of the recogniser of names that the user chose."""
    choice = environment.get(CHOICE, "").strip()
    if choice.casefold() in ("", "built-in"):
        return ()
    name, pipeline = "Names", chosen_pipeline(None, environment)
    if choice.partition(":")[0].casefold() != "spacy":
        message = f"{CHOICE} is “{choice}”, which is no recogniser; the built-in one is used."
        return (Finding(name, False, message, f"Set {CHOICE} to built-in or spacy."),)
    if importlib.util.find_spec("spacy") is None:
        message = "spaCy isn't installed; the built-in recogniser is used."
        return (Finding(name, False, message, "Install it with a pipeline of your language."),)
    told = pipeline or "the installed pipeline of an article's language"
    return (Finding(name, True, f"Found by spaCy with {told}; else by the built-in recogniser."),)


def _qt(environment: Mapping[str, str]) -> Finding:
    if importlib.util.find_spec("PySide6") is None:
        return Finding("Qt", False, "PySide6 isn't installed.", "Install Cuttings again.")
    missing = _missing_libraries(environment)
    if not missing:
        return Finding("Qt", True, "Qt and the system libraries it needs are there.")
    message = f"The window can't start: this system lacks {', '.join(missing)}."
    return Finding("Qt", False, message, install_command(missing.values()))


def _missing_libraries(environment: Mapping[str, str]) -> dict[str, str]:
    wanted = dict(QT_LIBRARIES)
    if _platform(environment) == "xcb":
        wanted |= X11_LIBRARIES
    return missing_libraries(wanted)


def _web_pages(environment: Mapping[str, str]) -> Finding:
    # Imported here: the window's start asks for the rest, and doesn't wait for this.
    from desktop_app.services.browsing.web_engine import require_web_engine  # noqa: PLC0415

    try:
        require_web_engine(environment)
    except SystemLibraryError as failure:
        return Finding("Web pages", False, failure.message, failure.next_step)
    return Finding("Web pages", True, "Pages can be opened as a browser shows them.")


def _platform(environment: Mapping[str, str]) -> str:
    """The name of the Qt platform that will be used on Linux, ``none`` without a screen."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen:
        return chosen
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if environment.get("DISPLAY") else "none"


def _screen(environment: Mapping[str, str]) -> Finding:
    if sys.platform != "linux":
        return Finding("Screen", True, "The system's own.")
    platform = _platform(environment)
    advice = (
        "Start Cuttings from a desktop session; in a terminal, `cuttings --help` works anywhere."
    )
    if platform == "none":
        message = "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set."
        return Finding("Screen", False, message, advice)
    display = environment.get("DISPLAY", "")
    local = _LOCAL_DISPLAY.match(display)
    if platform == "xcb" and local and not Path(f"/tmp/.X11-unix/X{local[1]}").exists():  # noqa: S108 - where X11 listens
        return Finding("Screen", False, f"The screen {display} doesn't answer.", advice)
    return Finding("Screen", True, f"A screen is there ({platform}).")


def _data_folder(archive_path: Path) -> Finding:
    folder = _nearest_folder(archive_path.parent)
    if not folder.is_dir():
        message = f"“{folder}” is a file, so no archive can be kept below it."
        return Finding("Data folder", False, message, "Choose another place with --archive FILE.")
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"The folder “{folder}” can't be written to."
        advice = "Allow writing there, or choose another place with --archive FILE."
        return Finding("Data folder", False, message, advice)
    return Finding("Data folder", True, f"“{archive_path.parent}” can be written to.")


def _nearest_folder(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _disk_space(archive_path: Path) -> Finding:
    free = shutil.disk_usage(_nearest_folder(archive_path.parent)).free
    message = f"{free / 2**30:,.1f} GiB free."
    if free >= _LOW_DISK_BYTES:
        return Finding("Disk space", True, message)
    return Finding("Disk space", False, f"Only {message}", "Make room before clipping more.")


def _archive(path: Path) -> Finding:
    if not path.exists():
        return Finding("Archive", True, f"“{path}” isn't there yet; it's made on first use.")
    try:
        Archive.inspect(path)
    except AppError as failure:
        return Finding("Archive", False, failure.message, failure.next_step)
    return Finding("Archive", True, f"“{path}” can be opened.")
