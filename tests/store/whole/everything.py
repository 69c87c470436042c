"""An archive that holds something of every kind that an archive can hold."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from desktop_app.core.article import (
    CleaningWarning,
    Mention,
    Provenance,
    StoredImage,
    UnassignedMention,
)
from desktop_app.core.feeds import Feed, ItemState, ReadItem
from desktop_app.core.fetch_queue import QueueItem
from desktop_app.core.fetch_states import Interval
from desktop_app.core.highlight import Colour, NewHighlight
from desktop_app.core.imported import Origin
from desktop_app.core.reading_place import place_at
from desktop_app.core.refetch import LastLook
from desktop_app.core.text_quote import TextQuote
from desktop_app.core.watched_folder import FileState, FolderFile
from desktop_app.store.archive import Archive
from desktop_app.store.people.mention_assignment import Place
from tests.store.examples import CAPTURED, TEXT, article, capture, lavrov_article, person

ODD = '\x00 \u202e \x1b 😀 \u2028 =1+1 \\ " é'
_OTHER = "Sergei Lavrov met Ann Archer. Archer left Ann Archer behind, and Ann Baker came."


def fill(archive: Archive) -> None:
    """Put something of every kind into an empty archive."""
    articles, people = archive.articles, archive.people
    image = StoredImage("https://news.example/a.png", "image/png", bytes(range(256)))
    page = replace(
        capture(f"<p>{TEXT}</p>".encode()),
        headers=(("content-type", "text/html"), ("x-odd", ODD)),
        companion=capture(b"plain", None),
        further=(capture(b"<p>page two</p>"),),
        warnings=(CleaningWarning("paywall", "Only a part."),),
        redirects=("https://short.example/1",),
    )
    first = articles.add(
        page, lavrov_article(), tags=["diplomacy/russia", "to read"], images=(image,)
    )
    archer = person(_OTHER, "Ann Archer", "Archer", "Ann Archer")
    at = _OTHER.index("Ann Baker")
    unassigned = UnassignedMention(Mention(at, at + 3, "Ann", None, _OTHER), ("Ann Archer",))
    told = article(
        _OTHER,
        title=f"Odd {ODD}",
        authors=("A", ODD),
        published="2023?",
        people=(person(_OTHER, "Sergei Lavrov"), archer, person(_OTHER, "Ann Baker")),
        unassigned=(unassigned,),
        provenance=MappingProxyType({"title": Provenance("html", 1)}),
        warnings=(CleaningWarning("correction", "The outlet corrected it."),),
    )
    second = articles.add(capture(b"\xff\x00 no text at all", None), told)
    third = articles.add(capture(b"third"), article("Nobody is named here."))
    gone = articles.add(capture(b"gone"), lavrov_article())
    large = articles.add(capture(bytes(300_000), "https://news.example/large"), article("Large."))
    articles.keep_refused(first, capture(b"a wall"))
    articles.keep_beside(first, capture(b"beside"))
    articles.add_revision(first, replace(lavrov_article(), title="Edited"), kind="edited")
    articles.set_fields(second, {"title": "The user's", "authors": ("X", "Y"), "subtitle": None})
    articles.set_note(second, ODD)
    articles.set_starred([third], True)
    articles.set_read([second], True)

    whole = archive.highlights.add(first, 0, 15, colour=Colour.BLUE, note="so it is")
    quote = NewHighlight(TextQuote("gone from the text"), colour=Colour.PINK, created=CAPTURED)
    archive.highlights.keep(first, [quote])
    archive.reading_places.keep(first, place_at(TEXT, 20))
    archive.tags.set_colour("diplomacy", "teal")

    lavrov, qin = _person(archive, "Sergey Lavrov"), _person(archive, "Qin Gang")
    people.set_note(lavrov, "The **minister**.")
    people.set_wikidata(lavrov, "Q58217")
    people.set_hidden(qin, True)
    people.merge(lavrov, [_person(archive, "Sergei Lavrov")])
    people.split(_person(archive, "Ann Archer"), "Archer")
    people.remove_alias(lavrov, "Lavrov")
    people.rename(qin, "Qin Gang of China")
    archive.mentions.assign(second, [Place(at, at + 9)], qin)
    archive.mentions.assign_everywhere(second, _person(archive, "Ann Archer"), None)

    archive.copies.join([first, third])
    archive.copies.join([second, large])
    archive.copies.split(second)
    archive.origins.keep(first, Origin("pocket", "42", 7, '{"tags": ["x"]}'))
    archive.citation_keys.give([second, gone])
    archive.citation_keys.keep({first: "lavrov:talks"})
    archive.looks.keep(first, LastLook(CAPTURED, "gone", "gone", "It isn't there.", CAPTURED))
    archive.saved_searches.add("Lavrov", 'person:"Sergey Lavrov" -is:copy')

    dossier = archive.dossiers.make("Talks")
    archive.dossiers.set_cover(dossier, {"subtitle": "1951", "abstract": "*So* it was."})
    archive.dossier_entries.add_heading(dossier, "First", 2)
    entries = archive.dossier_entries.add_articles(dossier, [first, gone])
    archive.dossier_entries.add_text(dossier, "My own words.")
    archive.dossier_entries.set_excerpts(archive.dossier_entries.in_order(dossier)[1].id, [whole])
    assert entries

    queue, feeds = archive.fetch_queue, archive.feeds
    queue.add([QueueItem(0, "https://a.example/1", "a.example", added=CAPTURED, tags=("x",))])
    queue.set_paused(True)
    queue.set_ignores_robots("a.example", True)
    archive.watched_pages.watch(first, Interval.DAILY, 1_700_000_000.25)
    feed = feeds.add(Feed(0, "https://a.example/feed", "A", tags=("news",), query="title:x"))
    feeds.note_check(replace(feeds.get(feed), etag='"1"', next_check=1.5, last_check=CAPTURED))
    feeds.set_paused(True)
    archive.feed_items.take(
        feed,
        [ReadItem("https://a.example/2", "Two", "Ann", CAPTURED, "words", "guid")],
        lambda _item, _key: ItemState.NEW,
        CAPTURED,
    )
    archive.received_clips.keep("key", b"what the browser sent")
    folder = archive.watched_folders.add("/clips", ["from folder"])
    archive.watched_folders.note_files(
        [
            FolderFile(
                folder, "a.html", 9, 1_700_000_000_123_456_789, FileState.SAVED, "", first, "x"
            )
        ]
    )

    articles.delete([gone, large])
    archive.articles.restore([large])
    archive.comparing.ask_for_all()


def _person(archive: Archive, name: str) -> int:
    found: int = archive._connection.value(
        "SELECT person_id FROM person_names WHERE name = ? ORDER BY owns DESC, id", (name,)
    )
    return found
