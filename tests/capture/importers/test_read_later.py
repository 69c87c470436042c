"""Exports of other services for reading later; each made after what its module names as source."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportedHighlight, ImportProblem
from tests.capture.importers.reading import articles, read, written, zipped


def test_instapaper_with_six_columns_and_with_four(tmp_path: Path) -> None:
    """After the columns of Instapaper's settings page, as wallabag's importer reads them."""
    six = (
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://a.example/1,One,It got dearer.,Archive,1600000000,"[""food"", ""a/b""]"\n'
        "https://a.example/2,Two,,Starred,1600000000,[]\n"
        "https://a.example/3,Three,,To do/today,1600000000,\n"
    )
    four = "URL,Title,Selection,Folder\nhttps://a.example/4,Four,,Unread\n"

    first, second, third = articles(written(tmp_path / "six.csv", six), "instapaper")
    (fourth,) = articles(written(tmp_path / "four.csv", four), "instapaper")

    assert (first.tags, first.read, first.starred) == (("food", "a/b"), True, False)
    assert first.highlights == (
        ImportedHighlight("It got dearer.", created="2020-09-13T12:26:40Z"),
    )
    assert (second.tags, second.read, second.starred) == ((), False, True)
    assert third.tags == ("To do∕today",)
    assert (fourth.title, fourth.read, fourth.captured) == ("Four", False, None)


def omnivore_item(slug: str, **changes: object) -> dict[str, object]:
    told = {
        "id": f"id-{slug}",
        "slug": slug,
        "title": f"Title of {slug}",
        "description": "What it says",
        "author": "A. Miller, B. Cook",
        "url": f"https://a.example/{slug}",
        "state": "Active",
        "readingProgress": 10,
        "labels": ["food"],
        "savedAt": "2023-02-03T04:05:06.000Z",
        "publishedAt": "2023-02-01T00:00:00.000Z",
    }
    return {**told, **changes}


def test_omnivore_with_texts_and_highlights(tmp_path: Path) -> None:
    """After omnivore-app/omnivore, packages/export-handler/src/job.ts."""
    marked = "> It got dearer. \n\n#price #food\n\nWhy?\n\n> Two\n> lines \n\nA note."
    path = zipped(
        tmp_path / "omnivore.zip",
        {
            "metadata_20_to_40.json": json.dumps(
                [omnivore_item("c", state="Archived", url="https://omnivore.app/no_url?q=1")]
            ),
            "metadata_0_to_20.json": json.dumps(
                [omnivore_item("a"), omnivore_item("b", readingProgress=100), 5]
            ),
            "content/a.html": "<div><p>It got dearer.</p></div>",
            "contents/b.pdf": b"%PDF-1.4",
            "highlights/a.md": marked,
            "highlights/b.md": "Only a note of the page.\n\n",
        },
    )

    first, second, problem, third = read(path, "omnivore")

    assert isinstance(first, ImportedArticle)
    assert (first.origin.id, first.subtitle) == ("id-a", "What it says")
    assert (first.authors, first.published) == (("A. Miller", "B. Cook"), "2023-02-01")
    assert (first.captured, first.tags) == ("2023-02-03T04:05:06Z", ("food",))
    assert first.html == "<div><p>It got dearer.</p></div>"
    assert first.highlights == (
        ImportedHighlight("It got dearer.", note="#price #food\n\nWhy?"),
        ImportedHighlight("Two\nlines", note="A note."),
    )
    assert isinstance(second, ImportedArticle)
    assert second.snapshot is not None
    assert (second.snapshot.media_type, second.read) == ("application/pdf", True)
    assert second.note == "Only a note of the page."
    assert isinstance(problem, ImportProblem)
    assert (problem.row, problem.member) == (3, "metadata_0_to_20.json")
    assert isinstance(third, ImportedArticle)
    assert (third.url, third.archived, third.read) == (None, True, False)


def test_wallabag_with_annotations(tmp_path: Path) -> None:
    """After wallabag/wallabag, src/Helper/EntriesExport.php and src/Import/WallabagV2Import.php."""
    entry = {
        "id": 3,
        "url": "https://a.example/1",
        "title": "Bread",
        "content": "<p>It got dearer.</p>",
        "is_archived": 1,
        "is_starred": 0,
        "tags": ["food", {"id": 1, "label": "a/b", "slug": "a-b"}],
        "annotations": [
            {"text": "Why?", "quote": "got dearer", "ranges": [], "created_at": "2021-01-01"}
        ],
        "created_at": "2021-03-04T06:06:07+0100",
        "published_at": "2021-03-01T00:00:00+0100",
        "published_by": ["A. Miller"],
        "domain_name": "www.a.example",
        "language": "en_GB",
    }
    failed = {**entry, "url": "https://a.example/2", "content": "wallabag can't retrieve contents"}
    failed["content"] += " for this article. Please troubleshoot this issue."

    first, second = articles(
        written(tmp_path / "wallabag.json", json.dumps([entry, failed])), "wallabag"
    )

    assert (first.html, first.read, first.starred) == ("<p>It got dearer.</p>", True, False)
    assert (first.tags, first.authors) == (("food", "a/b"), ("A. Miller",))
    assert (first.publisher, first.language) == ("a.example", "en")
    assert (first.captured, first.published) == ("2021-03-04T05:06:07Z", "2021-03-01")
    assert first.highlights == (
        ImportedHighlight("got dearer", note="Why?", created="2021-01-01T00:00:00Z"),
    )
    assert second.html is None


def test_readwise_reader(tmp_path: Path) -> None:
    """After the columns of Reader's export that programs which take it over document."""
    text = (
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "One,https://a.example/1,01x,\"['food', 'a b']\",2022-11-06 04:33:50+00:00,0.5,new,True\n"
        "Two,https://a.example/2,02x,[],2022-11-06 04:33:50+00:00,1,archive,True\n"
        "Three,https://a.example/3,03x,[],,0,shortlist,False\n"
    )
    single = written(tmp_path / "reader.csv", text)
    archive = zipped(tmp_path / "reader.zip", {"notes.csv": "a,b\n", "library.csv": text})

    first, second, third = articles(single, "readwise-reader")

    assert articles(archive, "readwise-reader") == [first, second, third]
    assert (first.origin.id, first.tags, first.read) == ("01x", ("food", "a b"), False)
    assert first.captured == "2022-11-06T04:33:50Z"
    assert (second.read, second.archived) == (True, True)
    assert third.tags == ("shortlist",)


def test_raindrop(tmp_path: Path) -> None:
    """After Raindrop.io's help on CSV and the columns of its export."""
    text = (
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        '7,One,Mine,What it says,https://a.example/1,Work / Grain,"food, a b",'
        '2024-03-01T10:00:00.000Z,,"Highlight:It got dearer.\nNote:Why?\n\nHighlight:Two",true\n'
        "8,Two,,,https://a.example/2,Unsorted,,2024-03-01T10:00:00.000Z,,One line,false\n"
    )

    first, second = articles(written(tmp_path / "raindrop.csv", text), "raindrop")

    assert (first.origin.id, first.note, first.subtitle) == ("7", "Mine", "What it says")
    assert (first.tags, first.starred) == (("Work/Grain", "food", "a b"), True)
    assert first.captured == "2024-03-01T10:00:00Z"
    assert first.highlights == (
        ImportedHighlight("It got dearer.", note="Why?"),
        ImportedHighlight("Two"),
    )
    assert (second.tags, second.highlights) == ((), (ImportedHighlight("One line"),))


def test_matter(tmp_path: Path) -> None:
    """After the columns of Matter's export that programs which write the same document."""
    text = (
        "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,"
        "Last Interaction Date,File Id\n"
        "One,A. Miller,The Paper,https://a.example/1,food; a b,300,True,True,False,0,"
        "2023-01-02 03:04:05,x\n"
        "Two,,,https://a.example/2,,300,False,False,True,0,2023-01-02,y\n"
    )

    first, second = articles(written(tmp_path / "matter.csv", text), "matter")

    assert (first.authors, first.publisher) == (("A. Miller",), "The Paper")
    assert (first.tags, first.starred, first.read) == (("food", "a b"), True, False)
    assert first.captured == "2023-01-02T03:04:05Z"
    assert (second.read, second.archived) == (True, False)
