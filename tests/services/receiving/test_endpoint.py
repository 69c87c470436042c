"""What a paired browser gets from the endpoint: over real HTTP, from a real archive."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.cleaning_pool import cleaning_pool
from desktop_app.services.library import Library
from desktop_app.services.receiving.received_clips import Stored
from desktop_app.services.receiving.running import is_served, running_on
from desktop_app.services.receiving.second_instance import hand_over
from desktop_app.services.receiving.taking_in import TakingIn
from tests.services.conftest import PASTE
from tests.services.receiving.conftest import CLIP_ID, EXTENSION, PAGE, Endpoint, clip_message

_cleaners = cleaning_pool(1)


def take_in(library: Library) -> list[object]:
    return [outcome for _, outcome in TakingIn(library.received, _cleaners).all_waiting()]


def test_hello_names_the_archive_to_paired_browsers_alone(endpoint: Endpoint) -> None:
    stranger = endpoint.ask("GET", "/v1/hello", Authorization="").json()
    paired = endpoint.ask("GET", "/v1/hello").json()

    assert (stranger["application"], stranger["paired"]) == ("cuttings", False)
    assert stranger["archive"] is None
    assert (paired["paired"], paired["archive"]) == (True, "test")


def test_a_code_pairs_one_browser_once(served: Callable[..., Endpoint]) -> None:
    endpoint = served()
    code = endpoint.serving.code.renew()

    first = endpoint.ask("POST", "/v1/pair", {"code": code, "name": "Firefox"}, Authorization="")
    again = endpoint.ask("POST", "/v1/pair", {"code": code, "name": "Firefox"}, Authorization="")

    assert (first.status_code, again.status_code) == (200, 403)
    assert [each.name for each in endpoint.serving.browsers.all()] == ["Firefox"]
    assert endpoint.told == ["Firefox"]


def test_only_a_hash_of_the_token_is_kept_where_only_the_user_reads(
    endpoint: Endpoint, settings: Settings
) -> None:
    file = settings.config_folder / "browsers.json"

    assert endpoint.token not in file.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_forgotten_browser_can_ask_nothing_more(endpoint: Endpoint) -> None:
    (browser,) = endpoint.serving.browsers.all()

    endpoint.serving.browsers.forget(browser.id)

    assert endpoint.ask("GET", "/v1/tags").status_code == 401


def test_a_page_is_kept_before_it_is_cleaned_and_then_is_an_article(
    endpoint: Endpoint, library: Library
) -> None:
    sent = endpoint.ask(
        "POST", "/v1/clips", clip_message(tags=["economy/coal"], note="Look", starred=True)
    )
    queued = endpoint.ask("GET", f"/v1/clips/{CLIP_ID}").json()
    take_in(library)
    stored = endpoint.ask("GET", f"/v1/clips/{CLIP_ID}").json()

    assert (sent.status_code, queued["state"], endpoint.told) == (202, "queued", ["clip"])
    assert (stored["state"], stored["article"]["title"]) == ("stored", "Coal and steel")
    article = library.article(stored["article"]["id"])
    assert article.clean.text.count("Robert Schuman") == 5
    assert (article.tags, article.note, article.starred) == (("economy/coal",), "Look", True)
    assert article.captured == "2026-11-28T19:00:00Z"
    assert library.snapshot(article.id).content.decode() == PAGE


def test_one_undo_takes_a_clip_back(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message(starred=True))
    take_in(library)

    library.undo()

    assert library.is_empty()


def test_a_clip_sent_twice_is_stored_once(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", clip_message())
    take_in(library)
    again = endpoint.ask("POST", "/v1/clips", clip_message()).json()

    assert again["state"] == "stored"
    assert take_in(library) == []
    assert library.count("") == 1


def test_the_same_page_under_another_id_is_known(endpoint: Endpoint, library: Library) -> None:
    other = CLIP_ID.replace("6f", "70")
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", clip_message(id=other))
    take_in(library)

    assert endpoint.ask("GET", f"/v1/clips/{other}").json()["state"] == "known"
    assert library.count("") == 1


def changed_clip(**fields: object) -> dict[str, object]:
    """The page sent once more, with a paragraph that it didn't have."""
    other = CLIP_ID.replace("6f", "70")
    later = "<p>The vote on it is to be held on the ninth of May, the minister said.</p></article>"
    return clip_message(id=other, html=PAGE.replace("</article>", later), **fields)


def test_a_page_whose_text_changed_becomes_a_version(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", changed_clip(tags=["coal"]))
    take_in(library)

    found = endpoint.ask("GET", f"/v1/clips/{changed_clip()['id']}").json()

    assert (found["state"], found["article"]["id"]) == ("stored", 1)
    assert found["message"].startswith("Kept as a new version of it. 16 words added")
    assert (library.count(""), len(library.revisions(1))) == (1, 2)
    library.undo()
    assert (len(library.revisions(1)), library.article(1).tags) == (1, ())


def test_the_user_may_have_a_second_article(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", changed_clip(if_known="second"))
    take_in(library)

    assert library.count("") == 2
    assert endpoint.ask("POST", "/v1/clips", changed_clip(if_known="x")).status_code == 400


def test_a_part_of_a_saved_page_is_no_version_of_it(endpoint: Endpoint, library: Library) -> None:
    part = PAGE.partition("<h1>Coal and steel</h1>")[2].partition("</p>")[0]
    other = CLIP_ID.replace("6f", "70")
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", clip_message(id=other, kind="selection", html=part))
    take_in(library)

    assert (library.count(""), len(library.revisions(1))) == (2, 1)


def test_taking_back_leaves_what_was_done_since(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    endpoint.ask("POST", "/v1/clips", changed_clip())
    stored = [each for each in take_in(library) if isinstance(each, Stored)]
    library.set_starred([1], True)

    taken = library.received.take_back(stored[1:])

    assert taken == 0
    assert library.article(1).starred


def test_a_selection_keeps_the_pages_title_and_address(
    endpoint: Endpoint, library: Library
) -> None:
    chosen = PAGE.partition("<h1>Coal and steel</h1>")[2].partition("</article>")[0]
    canonical = "https://gazette.example/coal-and-steel"
    endpoint.ask(
        "POST",
        "/v1/clips",
        clip_message(kind="selection", html=chosen, title="A <title>", canonical_url=canonical),
    )
    take_in(library)

    (article_id,) = library.search("").ids
    clean = library.article(article_id).clean
    assert (clean.title, clean.url) == ("A <title>", "https://gazette.example/coal")
    assert clean.canonical_url == canonical
    assert clean.text.count("Robert Schuman") == 5


def test_a_text_is_cleaned_as_a_paste(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message(kind="text", html=None, text=PASTE))
    take_in(library)

    (article_id,) = library.search("").ids
    assert library.article(article_id).clean.published == "1951-04-14"


def test_a_link_is_fetched_and_what_failed_says_why(
    endpoint: Endpoint, library: Library, loopback_server: object
) -> None:
    good = loopback_server.reply("/good", PAGE)  # type: ignore[attr-defined]
    gone = loopback_server.reply("/gone", "no", status=410)  # type: ignore[attr-defined]
    other = CLIP_ID.replace("6f", "70")
    endpoint.ask("POST", "/v1/clips", clip_message(kind="link", html=None, url=good))
    endpoint.ask("POST", "/v1/clips", clip_message(kind="link", html=None, url=gone, id=other))
    take_in(library)

    assert endpoint.ask("GET", f"/v1/clips/{CLIP_ID}").json()["state"] == "stored"
    failed = endpoint.ask("GET", f"/v1/clips/{other}").json()
    assert failed["state"] == "failed"
    assert failed["message"]


def test_known_addresses_and_tags_are_told(endpoint: Endpoint, library: Library) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message(tags=["economy/coal"]))
    take_in(library)

    urls = [
        "http://www.gazette.example/coal?utm_source=mail#top",
        "https://gazette.example/other",
        "about:blank",
    ]
    known = endpoint.ask("POST", "/v1/known", {"urls": urls}).json()["known"]

    assert [each["url"] for each in known] == urls
    assert [len(each["articles"]) for each in known] == [1, 0, 0]
    assert known[0]["articles"][0]["tags"] == ["economy/coal"]
    for prefix in ("econ", "Coal"):
        assert "economy/coal" in endpoint.ask("GET", f"/v1/tags?prefix={prefix}").json()["tags"]
    assert endpoint.ask("GET", "/v1/tags?prefix=z").json() == {"tags": []}


def test_what_a_run_was_ended_in_the_midst_of_is_begun_again(
    endpoint: Endpoint, library: Library
) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    library.received.claim()  # and then the power fails
    assert take_in(library) == []

    library.received.free_claims()

    assert len(take_in(library)) == 1
    assert library.count("") == 1


def test_a_clip_that_ends_the_program_again_and_again_is_left(
    endpoint: Endpoint, library: Library
) -> None:
    endpoint.ask("POST", "/v1/clips", clip_message())
    for _ in range(3):
        assert library.received.claim() is not None
        library.received.free_claims()

    assert library.received.claim() is None
    assert endpoint.ask("GET", f"/v1/clips/{CLIP_ID}").json()["state"] == "failed"
    # The user sends it again, and it has its tries again.
    assert endpoint.ask("POST", "/v1/clips", clip_message()).json()["state"] == "queued"


def test_the_extension_may_read_the_answer_and_asks_before(endpoint: Endpoint) -> None:
    asked = endpoint.ask(
        "OPTIONS",
        "/v1/clips",
        Authorization="",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Private_Network="true",
    )
    answer = endpoint.ask("GET", "/v1/hello")

    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Origin"] == EXTENSION
    assert asked.headers["Access-Control-Allow-Private-Network"] == "true"
    assert "Authorization" in asked.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == EXTENSION


@pytest.mark.parametrize("path", ["/v1/bookmarklet", "/v1/receive"])
def test_the_bookmarklets_pages_run_only_their_own_scripts(endpoint: Endpoint, path: str) -> None:
    page = endpoint.ask("GET", path, Authorization="", Origin="", Sec_Fetch_Mode="navigate")

    assert page.status_code == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "<script>" not in page.text


def test_a_second_cuttings_has_the_window_of_the_first_raised(
    served: Callable[..., Endpoint], settings: Settings
) -> None:
    assert not hand_over(settings)
    endpoint = served(with_window=True)

    assert is_served(settings)
    assert hand_over(replace(settings, article_to_show=12))
    assert endpoint.told == [12]
    endpoint.serving.stop()
    assert not hand_over(settings)
    assert running_on(settings) is None


def test_nothing_is_handed_over_to_a_cuttings_without_a_window(
    served: Callable[..., Endpoint], settings: Settings
) -> None:
    served(with_window=False)

    assert not hand_over(settings)
