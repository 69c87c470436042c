"""Pages that change between two fetches: what becomes a version, and what never does."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer

FIRST = (
    "The foreign ministers of four countries met in Samarkand on Thursday to talk about trade, "
    "borders and the water of the two rivers that they share, officials said."
)
SECOND = (
    "Sergey Lavrov said after the talks that a treaty would be ready by the autumn, and that the "
    "ministries would go on meeting every month until then in one of the capitals."
)
THIRD = (
    "The talks had begun in March, when a first draft was sent round among the delegations, who "
    "then asked for two changes in the part about customs and for a longer time to study it."
)
LATER = "Late on Friday the delegation of Uzbekistan added that the draft had forty pages."


def page(*paragraphs: str, title: str = "Talks in Samarkand", head: str = "") -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@pytest.fixture
def clipped(library: Library, loopback_server: LoopbackServer) -> int:
    url = loopback_server.reply("/talks", page(FIRST, SECOND, THIRD))
    return library.store(library.prepare(url))


def text_of(library: Library, article_id: int) -> str:
    return library.article(article_id).clean.text


def test_a_text_that_is_as_it_was_is_no_version(library: Library, clipped: int) -> None:
    result = library.versions.refetch(clipped)

    assert result.outcome == "same"
    assert result.message == "Nothing new: the text is as it was."
    assert len(library.revisions(clipped)) == 1
    look = library.versions.last_look(clipped)
    assert look is not None
    assert (look.looked, look.outcome, look.gone_since) == (result.looked, "same", None)


def test_a_changed_text_is_a_version_with_its_page(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    loopback_server.reply("/talks", page(FIRST, SECOND.replace("autumn", "winter"), THIRD, LATER))

    result = library.versions.refetch(clipped)

    assert result.outcome == "changed"
    assert "15 words added, 1 taken away." in result.message
    assert [each.text for each in result.changes if each.kind == "taken"] == ["autumn,"]
    assert LATER in text_of(library, clipped)
    assert [each.kind for each in library.revisions(clipped)] == ["cleaned", "fetched"]
    assert LATER.encode() in library.snapshot(clipped).content
    assert library.archive.check().ok


def test_undo_takes_a_version_back(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    before = text_of(library, clipped)
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, LATER))
    library.versions.refetch(clipped)

    library.undo()

    assert text_of(library, clipped) == before
    assert LATER.encode() not in library.snapshot(clipped).content
    library.redo()
    assert LATER in text_of(library, clipped)
    assert library.archive.check().ok


def test_another_title_alone_is_a_version(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, title="Treaty in sight"))

    result = library.versions.refetch(clipped)

    assert result.outcome == "changed"
    assert result.message == "The title is “Treaty in sight” now."


def test_the_users_text_and_fields_stay(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    library.edit_markdown(clipped, "My own words.")
    library.edit_fields(clipped, {"title": "My title"})
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, LATER))

    result = library.versions.refetch(clipped)

    assert result.outcome == "beside"
    assert "Your own text is still shown; compare it under Versions." in result.message
    article = library.article(clipped)
    assert (article.clean.text, article.clean.title) == ("My own words.", "My title")
    assert [each.kind for each in library.revisions(clipped)] == ["cleaned", "edited", "fetched"]
    assert library.versions.refetch(clipped).outcome == "same"


def test_a_field_of_the_users_stays_where_the_text_is_new(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    library.edit_fields(clipped, {"title": "My title"})
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, LATER, title="Their title"))

    assert library.versions.refetch(clipped).outcome == "changed"

    assert library.article(clipped).clean.title == "My title"
    assert LATER in text_of(library, clipped)


ERROR = page("The page you are looking for could not be found.", title="404 Not Found")
WALL = page(FIRST, "Subscribe to continue reading this article. Already a subscriber? Log in.")
CONSENT = page(
    "We value your privacy.",
    "We and our partners use cookies to personalise ads. You can manage your cookie preferences.",
    "Accept all cookies",
    title="Before you continue",
)
LOGIN = (
    "<html><head><title>Log in</title></head><body><h1>Log in</h1><form><p>Email address</p>"
    "<input name=e><p>Password</p><input type=password><p>Forgot your password?</p></form></body>"
)
OTHER = page(
    "A bakery in Ghent has baked the longest loaf of the country, its owner told reporters who "
    "had come to look at it on Sunday morning before the shop had opened.",
    "It took eleven people and three ovens, he said, and they would never do it again, since "
    "nobody had wanted to buy the middle of it although it was the best part by far.",
    title="The longest loaf",
)


@pytest.mark.parametrize(
    ("came", "code", "outcome"),
    [
        (ERROR, "error-page", "gone"),
        (WALL, "paywall", "refused"),
        (CONSENT, "consent-page", "refused"),
        (LOGIN, "login-page", "refused"),
        (OTHER, "another-page", "gone"),
        (page(FIRST), "shortened", "refused"),
        ("<html><body></body></html>", "no-text", "refused"),
    ],
)
def test_what_is_no_article_never_takes_its_place(
    library: Library,
    loopback_server: LoopbackServer,
    clipped: int,
    came: str,
    code: str,
    outcome: str,
) -> None:
    before = library.article(clipped)
    loopback_server.reply("/talks", came)

    result = library.versions.refetch(clipped)

    assert (result.obstacle, result.outcome) == (code, outcome)
    assert library.article(clipped) == before
    assert len(library.revisions(clipped)) == 1
    assert library.archive.check().ok


def test_a_front_page_in_its_place_is_told(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    before = library.article(clipped)
    loopback_server.redirect("/talks", "/")
    loopback_server.reply("/", OTHER)

    result = library.versions.refetch(clipped)

    assert (result.obstacle, result.outcome) == ("front-page", "gone")
    assert result.message.startswith("The address leads to the outlet's front page now.")
    assert library.article(clipped) == before


def test_an_article_that_moved_is_followed_and_found_by_both_addresses(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    loopback_server.redirect("/talks", "/2023/talks")
    moved = loopback_server.reply("/2023/talks", page(FIRST, SECOND, THIRD, LATER))

    result = library.versions.refetch(clipped)

    assert result.outcome == "changed"
    assert library.versions.known(moved) == [clipped]
    assert library.versions.known(loopback_server.url("/talks?utm_source=x")) == [clipped]


def test_a_page_that_is_gone_says_since_when_and_offers_the_archives_copy(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    loopback_server.reply("/talks", "gone", status=410)

    first = library.versions.refetch(clipped)
    second = library.versions.refetch(clipped)

    assert first.outcome == second.outcome == "gone"
    assert first.gone_since == second.gone_since == first.looked
    captured = library.article(clipped).captured
    digits = "".join(filter(str.isdigit, captured))
    assert first.archived_url == (
        f"https://web.archive.org/web/{digits}/{loopback_server.url('/talks')}"
    )
    assert library.search("is:gone").ids == (clipped,)

    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD))
    assert library.versions.refetch(clipped).gone_since is None
    assert library.search("is:gone").ids == ()


def test_a_fault_of_the_server_says_nothing_of_the_article(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    loopback_server.reply("/talks", "oops", status=503)

    result = library.versions.refetch(clipped)

    assert (result.outcome, result.obstacle, result.gone_since) == ("failed", "server", None)
    assert result.archived_url is None


def test_what_came_is_kept_once_however_often_it_comes(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    for number in range(3):
        loopback_server.reply("/talks", page(FIRST, title=f"Talks {number}"))
        library.versions.refetch(clipped)

    assert library.archive.check().snapshots == 2


def test_a_text_that_was_no_good_gives_way(
    library: Library, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/walled", WALL)
    article_id = library.store(library.prepare(url))
    loopback_server.reply("/walled", page(FIRST, SECOND, THIRD))

    assert library.versions.refetch(article_id).outcome == "changed"
    assert THIRD in text_of(library, article_id)


def test_an_article_without_an_address_says_so(library: Library) -> None:
    from desktop_app.core.article import RawCapture  # noqa: PLC0415

    raw = RawCapture(FIRST.encode(), "text/plain", "2026-11-23T15:40:00Z", charset="utf-8")
    article_id = library.store(library.prepare(raw))

    with pytest.raises(InputError, match="has no address"):
        library.versions.refetch(article_id)


def test_several_are_fetched_and_those_without_address_left_out(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    other = library.store(library.prepare(loopback_server.reply("/loaf", OTHER)))
    loopback_server.reply("/loaf", "no", status=404)

    results = list(library.versions.refetch_all(library.versions.matching(""), pause=0))

    assert {each.article_id: each.outcome for each in results} == {clipped: "same", other: "gone"}


def test_stopping_ends_the_round(library: Library, clipped: int) -> None:
    assert list(library.versions.refetch_all([clipped], cancelled=lambda: True)) == []


def test_a_correction_of_the_outlet_is_told(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    notice = "This article was amended on 14 April 2023. The talks were on Thursday."
    loopback_server.reply("/talks", page(FIRST, SECOND, THIRD, notice))

    result = library.versions.refetch(clipped)

    assert result.correction == notice
    assert f"The outlet says: “{notice}”" in result.message
    assert library.search("has:correction").ids == (clipped,)
    library.undo()
    assert library.search("has:correction").ids == ()


def test_a_wall_that_is_added_as_a_version_is_kept_beside_the_text(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    before = text_of(library, clipped)
    walled = library.prepare(loopback_server.reply("/talks?x", WALL))

    result = library.versions.add(clipped, walled, tags=["later"], note="See above.")

    assert (result.outcome, result.obstacle) == ("beside", "paywall")
    assert result.message.endswith("compare them under Versions.")
    article = library.article(clipped)
    assert (article.clean.text, article.tags, article.note) == (before, ("later",), "See above.")
    library.undo()
    assert (library.article(clipped).tags, len(library.revisions(clipped))) == ((), 1)


def test_a_front_page_named_as_canonical_makes_no_two_articles_one(
    library: Library, loopback_server: LoopbackServer, clipped: int
) -> None:
    head = f'<link rel="canonical" href="{loopback_server.url("/")}">'
    one = loopback_server.reply("/one", page(FIRST, SECOND, title="One", head=head))
    other = loopback_server.reply("/other", page(SECOND, THIRD, title="Other", head=head))
    library.store(library.prepare(one))

    assert library.versions.known_clip(library.prepare(other)) == []
