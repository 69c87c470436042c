"""Images that lie beside an imported text are kept, and the text shows them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.capture.page_images import address_of
from desktop_app.services.library import Library
from tests.capture.importers.test_evernote import HEAD, note, resource
from tests.capture.importers.test_markdown_notes import picture
from tests.capture.importers.warc_files import TIME, packed, page, response


def test_images_of_notes_are_kept(library: Library, tmp_path: Path) -> None:
    image = picture()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mill.png").write_bytes(image)
    (tmp_path / "notes/a.md").write_text("The mill:\n\n![A mill](mill.png)", encoding="utf-8")

    (article_id,) = library.importing.run(tmp_path / "notes").added

    assert f"![A mill]({address_of(image)})" in library.article(article_id).clean.markdown
    kept = library.archive.articles.images(article_id)
    assert [each.content for each in kept.values()] == [image]


def test_of_a_web_archive_the_images_that_a_text_shows_are_kept(
    library: Library, tmp_path: Path
) -> None:
    shown, other = "https://news.example/bread.png", "https://news.example/logo.png"
    body = page("Bread", f'<figure><img src="{shown}" width="600" alt="A loaf"></figure>')
    body = body.replace("<body>", f'<body><header><img src="{other}"></header>')
    path = tmp_path / "a.warc.gz"
    images = [response(each, picture(), "image/png") for each in (shown, other)]
    path.write_bytes(packed(response("https://news.example/bread", body), *images))

    report = library.importing.run(path)

    (article_id,) = report.added
    assert list(library.archive.articles.images(article_id)) == [shown]
    article = library.article(article_id)
    assert (article.captured, article.clean.title) == (TIME, "Bread")
    assert article.snapshot is not None
    assert ("content-type", "text/html; charset=utf-8") in article.snapshot.headers
    assert report.in_words().endswith("but for the images that the pages show.")
    assert library.importing.run(path).known == 1
    assert library.check().ok


def test_images_of_evernote_are_kept(library: Library, tmp_path: Path) -> None:
    image = picture()
    digest = hashlib.md5(image, usedforsecurity=False).hexdigest()
    body = f'<div>The mill:</div><en-media type="image/png" hash="{digest}"/>'
    text = HEAD + note(body, resource(image, "image/png")) + "</en-export>"
    path = tmp_path / "notes.enex"
    path.write_text(text, encoding="utf-8")

    (article_id,) = library.importing.run(path).added

    assert address_of(image) in library.article(article_id).clean.markdown
    kept = library.archive.articles.images(article_id)
    assert [each.content for each in kept.values()] == [image]
