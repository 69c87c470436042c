"""Articles as a folder of Markdown files, one an article, with their images beside them.

What a file holds is made in ``markdown_file``, where it goes is found in ``article_folder``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.base.article_folder import ArticleFolder
from desktop_app.export.base.result import ExportResult
from desktop_app.export.markdown.markdown_file import IMAGE_FOLDER, markdown_file


def export_markdown(
    articles: Sequence[Article],
    to: Path,
    *,
    images: Callable[[int], Mapping[str, StoredImage]],
    citation_keys: Mapping[int, str] = MappingProxyType({}),
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write each article to its own file in the folder ``to``, made where it is missing.

    They are asked for one at a time; of two alike the first has the better name. ``images`` gives
    the stored images of an article by their address, ``citation_keys`` the keys by the articles'
    ids. Exporting again touches only what changed; files that somebody changed since are left alone
    and named in the warnings.
    Raises ExportError when the folder can't be written.
    """
    stopped = False
    with ArticleFolder.open(to, ".md") as folder:
        for done, article in enumerate(articles):
            stopped = cancelled()
            if stopped:
                break
            made = markdown_file(article, images(article.id), citation_keys.get(article.id, ""))
            folder.put_beside(IMAGE_FOLDER, made.images)
            folder.put(article, made.content)
            folder.warnings.extend(made.warnings)
            progress(done + 1, len(articles))
    return folder.result(cancelled=stopped)
