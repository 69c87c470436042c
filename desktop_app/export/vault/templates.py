"""The template of an article's note: the one that ships for each flavour, or the user's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from desktop_app.core.errors import InputError
from desktop_app.core.held_files import require_not_held
from desktop_app.core.resource_path import resource_path
from desktop_app.export.vault.template_language import LONGEST_TEMPLATE, NoteTemplate
from desktop_app.export.vault.template_process import TemplateProcess

FOLDER = "markdown_templates"
ENDING = ".md.jinja"
#: So many names are asked for at once.
_TOGETHER = 500

Fill = Callable[[Mapping[str, object]], str | None]


class Stopped(Exception):  # noqa: N818 - no failure: the user said so
    """The user stops while a template is waited for."""


def shipped_template(flavour: str) -> str:
    """The template that an article's note is made by where the user has none."""
    return resource_path(FOLDER, f"{flavour}{ENDING}").read_text(encoding="utf-8")


def read_template(path: Path) -> str:
    """The user's template; raises InputError where it can't be read."""
    require_not_held(path)
    try:
        with path.open("rb") as file:
            content = file.read(4 * LONGEST_TEMPLATE + 1)
        text = content.decode("utf-8-sig")
    except OSError as failure:
        raise InputError(f"“{path}” can't be read.", "Choose another one.") from failure
    except UnicodeDecodeError as failure:
        raise InputError(f"“{path.name}” isn't a text in UTF-8.", "Save it as UTF-8.") from failure
    return text.replace("\r\n", "\n")


def note_filler(
    flavour: str, own: str, own_name: str, cancelled: Callable[[], bool], closing: ExitStack
) -> Fill:
    """What fills the template of articles: the user's where ``own`` is one, in its own process."""
    if not own:
        return NoteTemplate(shipped_template(flavour), flavour).write
    process = closing.enter_context(TemplateProcess(own, own_name, cancelled))

    def fill(values: Mapping[str, object]) -> str | None:
        filled = process.fill([values])
        return filled[0] if filled else None

    if not process.begin():
        raise Stopped
    return fill


def own_paths(
    own: str, several: Sequence[Mapping[str, object]], cancelled: Callable[[], bool]
) -> list[str] | None:
    """The paths of notes by the user's template, from what is told of each; None without one."""
    if not own.strip():
        return None
    made: list[str] = []
    with TemplateProcess(own, "file names", cancelled) as process:
        for first in range(0, len(several), _TOGETHER):
            filled = process.fill(several[first : first + _TOGETHER])
            if filled is None:
                raise Stopped
            made += filled
    return made
