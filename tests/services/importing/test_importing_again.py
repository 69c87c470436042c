"""Two items of one address, and newer exports of what was imported: nothing is lost or undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.article import Article
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from tests.capture.importers.reading import zipped
from tests.store.older_archive import make_older

URL = "https://news.example/bread"
OLD = "Bread gets dearer in March, the bakers say, for the third month running."
NEW = "Bread got dearer in April as well, the bakers say, and the mill raises its price."


def page(text: str) -> str:
    return f"<html><body><article><p>{text}</p></article></body></html>"


def item(number: int, **changes: object) -> dict[str, object]:
    told = {"id": f"id-{number}", "slug": f"s{number}", "title": "Bread", "url": URL}
    return {**told, "savedAt": f"2023-0{number}-01T00:00:00Z", "labels": ["food"], **changes}


def omnivore(
    path: Path, items: list[dict[str, object]], texts: Mapping[str, str], marks: Mapping[str, str]
) -> Path:
    files = {"metadata_0_to_20.json": json.dumps(items)}
    files |= {f"content/{slug}.html": page(text) for slug, text in texts.items()}
    files |= {f"highlights/{slug}.md": text for slug, text in marks.items()}
    return zipped(path, files)


def twins(path: Path) -> Path:
    marks = {"s1": "> third month running\n\nFirst note", "s2": "> the mill\n\nSecond note"}
    return omnivore(path, [item(1), item(2)], {"s1": OLD, "s2": NEW}, marks)


def marked(article: Article) -> list[tuple[str, str]]:
    return sorted((each.quote.exact, each.note) for each in article.highlights)


def test_two_items_of_one_address_are_two_versions_of_an_article(
    library: Library, tmp_path: Path
) -> None:
    report = library.importing.run(twins(tmp_path / "o.zip"))

    (article_id,) = report.added
    article = library.article(article_id)
    assert (library.count(""), report.joined) == (1, 0)
    assert [each.text for each in library.revisions(article_id)] == [OLD, NEW]
    assert article.clean.text == NEW
    assert marked(article) == [("the mill", "Second note"), ("third month running", "First note")]
    shown = {each.quote.exact: each.start for each in article.highlights}
    assert shown == {"the mill": NEW.index("the mill"), "third month running": None}
    assert library.check().ok

    again = library.importing.run(twins(tmp_path / "o.zip"))
    assert (again.added, again.joined, again.updated, again.known) == ((), 0, 0, 2)
    library.undo()
    assert library.count("") == 0


def test_of_two_items_the_later_saved_is_shown_whatever_their_order(
    library: Library, tmp_path: Path
) -> None:
    texts = {"s1": OLD, "s2": NEW}

    report = library.importing.run(omnivore(tmp_path / "o.zip", [item(2), item(1)], texts, {}))

    (article_id,) = report.added
    assert library.article(article_id).clean.text == NEW
    assert {each.text for each in library.revisions(article_id)} == {OLD, NEW}
    library.reclean("")
    assert library.article(article_id).clean.text == NEW
    assert library.check().ok


def test_the_text_of_an_article_that_is_there_stays_and_the_other_is_kept_beside(
    library: Library, tmp_path: Path
) -> None:
    first = library.importing.run(omnivore(tmp_path / "a.zip", [item(2)], {"s2": NEW}, {}))
    entry = {"url": URL, "content": f"<p>{OLD}</p>", "is_archived": 0, "is_starred": 1}
    entry["annotations"] = [{"quote": "the bakers say", "text": "Who?"}]  # type: ignore[assignment]
    other = tmp_path / "w.json"
    other.write_text(json.dumps([entry]), encoding="utf-8")

    report = library.importing.run(other)

    article = library.article(first.added[0])
    assert (report.added, report.joined) == ((), 1)
    assert article.clean.text == NEW
    assert {each.text for each in library.revisions(article.id)} == {OLD, NEW}
    (highlight,) = article.highlights
    assert highlight.start == NEW.index("the bakers say")
    library.undo()
    assert [each.text for each in library.revisions(article.id)] == [NEW]
    assert library.check().ok


def test_a_text_fills_an_article_that_had_none(library: Library, tmp_path: Path) -> None:
    posts = tmp_path / "p.json"
    posts.write_text(
        json.dumps([{"href": URL, "description": "Mine", "extended": "", "time": "2021-03-04"}]),
        encoding="utf-8",
    )
    (article_id,) = library.importing.run(posts).added

    library.importing.run(omnivore(tmp_path / "o.zip", [item(1)], {"s1": OLD}, {}))

    article = library.article(article_id)
    assert (article.clean.text, article.clean.warnings) == (OLD, ())
    assert library.check().ok


def test_a_newer_export_adds_what_is_new_and_undoes_nothing(
    library: Library, tmp_path: Path
) -> None:
    marks = {"s1": "> the bakers say\n\nWho?\n\n> third month running"}
    first = omnivore(tmp_path / "a.zip", [item(1, labels=["food", "old"])], {"s1": OLD}, marks)
    (article_id,) = library.importing.run(first).added
    library.archive.tags.add([article_id], ["mine"])
    library.archive.tags.remove([article_id], ["old"])
    gone = next(h for h in library.article(article_id).highlights if h.note == "")
    library.highlights.remove(gone.id)
    library.edit_fields(article_id, {"title": "My title"})
    library.set_note(article_id, "My note")
    marks = {"s1": "The page\n\n> the bakers say\n\nWho?\n\n> third month running\n\n> in March"}
    newer = omnivore(
        tmp_path / "b.zip", [item(1, labels=["food", "old", "new"])], {"s1": NEW}, marks
    )

    report = library.importing.run(newer)

    article = library.article(article_id)
    assert (report.added, report.updated, report.known) == ((), 1, 0)
    assert article.tags == ("food", "mine", "new")
    assert article.note == "My note\n\nThe page"
    assert marked(article) == [("in March", ""), ("the bakers say", "Who?")]
    assert (article.clean.title, article.clean.text) == ("My title", NEW)
    assert [each.text for each in library.revisions(article_id)] == [OLD, NEW]
    assert library.check().ok
    assert library.importing.run(newer).known == 1
    assert library.importing.run(first).known == 1
    library.undo()
    assert library.article(article_id).clean.text == OLD
    assert library.importing.run(newer).updated == 1


def test_notes_changed_there_take_the_place_of_the_same_note_here(
    library: Library, tmp_path: Path
) -> None:
    first = omnivore(
        tmp_path / "a.zip", [item(1)], {"s1": OLD}, {"s1": "A\n\n> the bakers say\n\nWho?"}
    )
    newer = omnivore(
        tmp_path / "b.zip", [item(1)], {"s1": OLD}, {"s1": "A and B\n\n> the bakers say\n\nThey."}
    )
    (article_id,) = library.importing.run(first).added

    library.importing.run(newer)

    article = library.article(article_id)
    assert (article.note, marked(article)) == ("A and B", [("the bakers say", "They.")])


def test_the_users_own_text_stays_shown(library: Library, tmp_path: Path) -> None:
    first = omnivore(tmp_path / "a.zip", [item(1)], {"s1": OLD}, {})
    (article_id,) = library.importing.run(first).added
    library.edit_markdown(article_id, "My own words.")

    library.importing.run(omnivore(tmp_path / "b.zip", [item(1)], {"s1": NEW}, {}))

    assert library.article(article_id).clean.text == "My own words."
    assert NEW in {each.text for each in library.revisions(article_id)}


def test_what_was_deleted_here_stays_deleted(library: Library, tmp_path: Path) -> None:
    first = omnivore(tmp_path / "a.zip", [item(1)], {"s1": OLD}, {})
    (article_id,) = library.importing.run(first).added
    library.delete([article_id])

    report = library.importing.run(omnivore(tmp_path / "b.zip", [item(1)], {"s1": NEW}, {}))

    assert (report.added, report.updated, report.known) == ((), 0, 1)
    assert library.article(article_id).deleted
    assert len(library.revisions(article_id)) == 1


def test_an_archive_of_before_knows_from_then_on_what_came(
    library: Library, settings: Settings, tmp_path: Path
) -> None:
    first = omnivore(tmp_path / "a.zip", [item(1)], {"s1": OLD}, {})
    (article_id,) = library.importing.run(first).added
    library.archive.tags.remove([article_id], ["food"])
    library.close()
    make_older(settings.archive_path, 19)
    library.open()

    assert library.importing.run(first).known == 1
    assert library.article(article_id).tags == ()
    newer = omnivore(tmp_path / "b.zip", [item(1, labels=["food", "new"])], {"s1": OLD}, {})
    assert library.importing.run(newer).updated == 1
    assert library.article(article_id).tags == ("new",)


def pocket(path: Path, *urls: str) -> Path:
    rows = "".join(f"Report,{url},1600000000,,unread\n" for url in urls)
    listed = {"title": "Trade", "items": [{"url": url, "title": "Report"} for url in urls]}
    files = {
        "part_000000.csv": f"title,url,time_added,tags,status\n{rows}",
        "collections/trade.json": json.dumps(listed),
    }
    return zipped(path, files)


def test_what_is_new_in_a_list_joins_its_dossier(library: Library, tmp_path: Path) -> None:
    urls = [f"https://news.example/{number}" for number in range(3)]
    library.importing.run(pocket(tmp_path / "a.zip", *urls[:2]))

    library.importing.run(pocket(tmp_path / "b.zip", *urls))

    (dossier,) = library.archive.dossiers.all()
    entries = library.archive.dossier_entries.in_order(dossier.id)
    assert (dossier.name, len(entries)) == ("Trade", 3)
    assert library.importing.run(pocket(tmp_path / "b.zip", *urls)).known == 3


def test_of_two_imports_at_once_the_second_finds_nothing_new(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://news.example/1">One</A>',
        encoding="utf-8",
    )
    importing = library.importing
    first, second = importing.read(path), importing.read(path)

    importing.store(first)
    report = importing.store(second)

    assert (report.added, report.updated, report.known) == ((), 0, 1)
    assert library.undo() == "Imported 1 article from Bookmarks of a browser (HTML)"
    assert library.count("") == 0
