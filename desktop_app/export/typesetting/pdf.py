"""Articles as PDF, set by Typst: one document with a table of contents, or a file an article.

An article that can't be set in full is set plainly, or left out and named; it never costs the
others. How a page looks is up to ``resources/typst/press.typ``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.core.article import Article
from desktop_app.export.base.article_folder import ArticleFolder
from desktop_app.export.base.file_names import safe_stem
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import prepare_folder, write_if_changed
from desktop_app.export.typesetting.press import Images, NothingToSetError, Paper, Press


def export_pdf(
    articles: Sequence[Article],
    to: Path,
    *,
    paper: Paper,
    single: bool,
    title: str | None,
    images: Images,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write the articles in the order given.

    ``single`` makes one file at ``to`` under ``title``, otherwise each article gets its own in the
    folder ``to``.
    ``images`` gives the stored images of an article by their address. The same articles give the
    same bytes. Raises ExportError when nothing could be set or written.
    """
    if single:
        return _one_file(Press(paper, images, title), articles, to, progress, cancelled)
    # Each file bears its article's own title.
    return _many_files(Press(paper, images, None), articles, to, progress, cancelled)


def _one_file(
    press: Press,
    articles: Sequence[Article],
    to: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    printed = []
    for done, article in enumerate(articles):
        if cancelled():
            return ExportResult(cancelled=True)
        printed.append(press.prepare(article, number=done))
        # Setting the pages is the last step of all, and the longest.
        progress(done + 1, len(articles) + 1)
    content, warnings = press.set_all(printed)
    if cancelled():
        return ExportResult(cancelled=True)
    path = _file_path(to, press.title(printed))
    written = write_if_changed(path, content)
    progress(len(articles) + 1, len(articles) + 1)
    return ExportResult((path,) if written else (), () if written else (path,), tuple(warnings))


def _many_files(
    press: Press,
    articles: Sequence[Article],
    to: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    folder = ArticleFolder.open(to, ".pdf")
    stopped = False
    try:
        for done, article in enumerate(articles):
            stopped = cancelled()
            if stopped:
                break
            try:
                content, warnings = press.set_all([press.prepare(article, number=0)])
            except NothingToSetError as failure:
                folder.warnings.append(str(failure))
            else:
                folder.put(article, content)
                folder.warnings.extend(warnings)
            progress(done + 1, len(articles))
    finally:
        folder.close()
    folder.warnings[:] = dict.fromkeys(folder.warnings)
    return folder.result(cancelled=stopped)


def _file_path(to: Path, title: str) -> Path:
    if to.is_dir():
        to = to / f"{safe_stem(title, '.pdf')}.pdf"
    elif to.suffix.lower() != ".pdf":
        to = to.with_name(f"{to.name}.pdf")
    return prepare_folder(to.parent) / to.name
