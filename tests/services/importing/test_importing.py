"""Other programs' archives taken over: nothing is lost, or comes twice; one undo takes it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.highlight import Colour
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    ImportedSnapshot,
    ImportProblem,
    Origin,
)
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.services.library import Library

NOW = "2026-11-28T12:00:00Z"


def post(at: int, **changes: str) -> dict[str, str]:
    told = {
        "href": f"https://news.example/{at}",
        "description": f"Report {at}",
        "extended": "Mine",
        "time": "2021-03-04T05:06:07Z",
        "tags": "food",
        "toread": "yes",
    }
    return {**told, **changes}


def posts(path: Path, *items: object) -> Path:
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


def test_an_import_is_one_act_and_comes_once(library: Library, tmp_path: Path) -> None:
    path = posts(tmp_path / "p.json", *map(post, range(3)), {"href": "?"}, post(4, toread="no"))

    report = library.importing.run(path)

    assert [len(report.added), report.without_text, report.known] == [4, 4, 0]
    assert report.problems == (ImportProblem(4, "“?” is no address on the web."),)
    assert library.count("tag:food note:mine") == 4
    article = library.article(report.added[0])
    assert (article.clean.title, article.captured) == ("Report 0", "2021-03-04T05:06:07Z")
    assert [each.code for each in article.clean.warnings] == ["not-fetched"]
    assert [library.article(each).unread for each in report.added] == [True, True, True, False]
    assert library.check().ok

    library.set_note(report.added[0], "Changed since")
    again = library.importing.run(path)
    assert (again.added, again.known) == ((), 4)
    assert library.article(report.added[0]).note == "Changed since"

    library.undo()
    assert library.undo() == "Imported 4 articles from Pinboard (JSON)"
    assert library.count("") == 0
    library.redo()
    assert library.count("tag:food") == 4
    assert library.importing.run(path).known == 4
    assert library.check().ok


def test_a_look_beforehand_changes_nothing(library: Library, tmp_path: Path) -> None:
    path = posts(tmp_path / "p.json", post(1), post(2), 7)

    preview = library.importing.preview(path)

    assert (preview.format, preview.new) == ("pinboard", 2)
    assert [each.title for each in preview.items] == ["Report 1", "Report 2"]
    assert [each.row for each in preview.problems] == [3]
    assert library.count("") == 0


def test_an_address_that_is_there_gets_what_is_new(library: Library, tmp_path: Path) -> None:
    first = library.importing.run(posts(tmp_path / "a.json", post(1, tags="own", extended="Old")))
    bookmarks = tmp_path / "b.html"
    bookmarks.write_text(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>Press</H3><DL>"
        '<DT><A HREF="https://news.example/1">R</A><DD>New</DL>'
        '<DT><H3>Later</H3><DL><DT><A HREF="https://news.example/1">R</A>'
        '<DT><A HREF="https://news.example/9">N</A></DL></DL>',
        encoding="utf-8",
    )

    report = library.importing.run(bookmarks)

    assert (len(report.added), report.joined) == (1, 1)
    article = library.article(first.added[0])
    assert article.tags == ("Later", "Press", "own")
    assert article.note == "Old\n\nNew"
    assert report.unfetched == ("https://news.example/9",)
    assert library.importing.run(bookmarks).known == 3
    library.undo()
    article = library.article(first.added[0])
    assert (article.tags, article.note, library.count("")) == (("own",), "Old", 1)
    assert library.check().ok


def test_stopping_leaves_everything_as_it_was(library: Library, tmp_path: Path) -> None:
    path = posts(tmp_path / "p.json", *map(post, range(30)))

    with pytest.raises(InputError, match="stopped"):
        library.importing.run(path, cancelled=lambda: True)

    assert library.count("") == 0


def test_what_is_no_export_is_one_sentence(library: Library, tmp_path: Path) -> None:
    (tmp_path / "any.txt").write_text("Bread gets dearer.", encoding="utf-8")

    with pytest.raises(InputError, match="no export that is known"):
        library.importing.run(tmp_path / "any.txt")
    with pytest.raises(InputError, match="can't be read"):
        library.importing.run(tmp_path / "missing.zip")
    with pytest.raises(InputError, match="no format “x”"):
        library.importing.run(tmp_path / "any.txt", format_name="x")


def imported(**fields: object) -> ImportedArticle:
    return ImportedArticle(Origin("any", "1", 1), **fields)  # type: ignore[arg-type]


def test_a_list_of_feeds_is_told_where_it_goes(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text('<?xml version="1.0"?><opml version="2.0"><body/></opml>', encoding="utf-8")

    with pytest.raises(InputError, match="a list of feeds") as caught:
        library.importing.preview(path)

    assert "cuttings feeds opml" in (caught.value.next_step or "")


def test_a_body_comes_whole_and_highlights_are_anchored_in_it() -> None:
    quote = ImportedHighlight("gets dearer", colour=Colour.BLUE, note="Why?", created=NOW)
    html = "<h2>Prices</h2><p>Bread <b>gets dearer</b>.</p><ul><li>Share</li></ul>"

    article = prepare_import(
        imported(html=html, title="Bread", authors=("A. Miller",), highlights=(quote,)), NOW
    ).article

    assert article.clean.markdown == "## Prices\n\nBread **gets dearer**.\n\n- Share"
    assert (article.clean.title, article.clean.authors) == ("Bread", ("A. Miller",))
    (kept,) = article.highlights
    assert kept.place is not None
    assert article.clean.text[slice(*kept.place)] == "gets dearer"
    assert (kept.colour, kept.note, kept.created) == (Colour.BLUE, "Why?", NOW)
    assert article.clean.warnings == ()


@pytest.mark.parametrize("body", ["html", "markdown", "text"])
def test_cleaning_again_keeps_the_fields_that_came_with_a_body(library: Library, body: str) -> None:
    paragraph = "The price of bread rose again in March, the third month running. " * 12
    found = imported(title="Bread gets dearer", **{body: paragraph})
    (article_id,) = library.archive.articles.add_all([prepare_import(found, NOW).article])

    library.reclean("")

    clean = library.article(article_id).clean
    assert "third month running" in clean.text
    if body != "text":
        assert clean.title == "Bread gets dearer"


def test_cleaning_again_leaves_what_was_never_fetched(library: Library, tmp_path: Path) -> None:
    (article_id,) = library.importing.run(posts(tmp_path / "p.json", post(1))).added

    report = library.reclean("")

    assert report.articles[0].left_alone == "Its page was never fetched."
    assert library.article(article_id).clean.title == "Report 1"


def test_highlights_without_a_text_find_their_place_when_it_comes(library: Library) -> None:
    found = imported(url="https://a.example/", highlights=(ImportedHighlight("gets dearer"),))
    (article_id,) = library.archive.articles.add_all([prepare_import(found, NOW).article])
    before = library.article(article_id)

    clean = with_markdown(before.clean, "Bread gets dearer.")
    library.archive.articles.add_revision(article_id, clean, kind="fetched")

    assert before.highlights[0].is_orphan
    (after,) = library.article(article_id).highlights
    assert (after.start, after.end) == (6, 17)
    assert library.count("has:highlight") == 1
    assert library.check().ok


def test_a_page_that_was_kept_is_cleaned_as_any_other() -> None:
    page = "<html><body><nav>Menu</nav><article><h1>Bread</h1>" + "<p>It rose again.</p>" * 30
    snapshot = ImportedSnapshot(page.encode(), "text/html", "bread.html")

    article = prepare_import(imported(snapshot=snapshot, tags=("a/b", "\x00")), NOW).article

    assert "Menu" not in article.clean.text
    assert article.raw.content == page.encode()
    assert article.tags == ("a/b",)


def test_of_very_many_broken_rows_the_last_one_told_says_that_there_are_more(
    library: Library, tmp_path: Path
) -> None:
    path = posts(tmp_path / "p.json", post(1), *([7] * 10_050))

    preview = library.importing.preview(path)

    assert preview.new == 1
    assert len(preview.problems) == 10_001
    assert "isn't named any more" in preview.problems[-1].reason


def test_the_keys_of_a_bibliography_are_kept_and_go_out_again(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "mine.bib"
    path.write_text(
        "@article{Smith:2020, title={Talks}, author={Smith, Ann}, year={2020}}\n"
        "@article{no key & such, title={War}, author={Poe, Al}, year={1999}}\n",
        encoding="utf-8",
    )

    added = library.importing.run(path).added

    assert list(library.citing.keys(added).values()) == ["Smith:2020", "poe1999war"]
    library.export(added, "bibtex", tmp_path / "out.bib")
    assert "@article{Smith:2020," in (tmp_path / "out.bib").read_text(encoding="utf-8")
