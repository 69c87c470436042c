"""Writes a picture that was drawn, as the kind of file that is wanted."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import prepare_folder, write_if_changed
from desktop_app.export.pictures.drawing import Drawing
from desktop_app.export.pictures.palette import PALETTES, Palette
from desktop_app.export.pictures.picture_files import KINDS, Picture
from desktop_app.export.pictures.picture_frame import PictureWords
from desktop_app.export.pictures.picture_size import SIZES, PictureSize
from desktop_app.export.pictures.picture_text import PictureText
from desktop_app.export.typesetting.script_fonts import missing_font_advice
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.picture_options import PictureOptions
from desktop_app.services.exporting.picture_subject import PictureSubject


def write_picture(
    job: ExportJob,
    options: PictureOptions,
    subject: PictureSubject,
    words: PictureWords,
    stem: str,
    draw: Callable[[Drawing, PictureSize, Palette], None],
) -> ExportResult:
    """Draw with the sizes and colours that are wanted, and write the file."""
    size, text = SIZES[options.size], PictureText()
    drawing = Drawing(size.width, size.height, text)
    draw(drawing, size, PALETTES[options.colours])
    if job.cancelled():
        return ExportResult(cancelled=True)
    job.progress(1, 2)
    description = " ".join((words.subtitle, *words.notes, words.source))
    picture = Picture(
        drawing, text.clean(words.title), text.clean_long(description), subject.moment
    )
    path = job.path(f".{options.picture}", stem)
    path = prepare_folder(path.parent) / path.name
    content = KINDS[options.picture](picture, int(options.resolution))
    if job.cancelled():
        return ExportResult(cancelled=True)
    written = write_if_changed(path, content)
    job.progress(2, 2)
    advice = missing_font_advice(text.fonts.missing)
    return ExportResult((path,) if written else (), () if written else (path,), advice)
