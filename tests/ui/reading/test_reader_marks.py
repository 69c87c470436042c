"""Names and dates marked in an article's text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import (
    Article,
    CleanArticle,
    Event,
    Mention,
    NamedPerson,
    UnassignedMention,
)
from desktop_app.ui.reading.reader_html import article_html
from desktop_app.ui.reading.reader_style import ShownMarks


def clean(markdown: str, name: str, *, phrase: str = "", link: int | None = 7) -> CleanArticle:
    """An article in whose text every occurrence of ``name`` is a mention."""
    text = plain_text(markdown)
    places = [at for at in range(len(text)) if name and text.startswith(name, at)]
    mentions = tuple(Mention(at, at + len(name), name, "Minister") for at in places)
    person = NamedPerson(name, mentions=mentions, id=link)
    events = (Event("2023-04-13", 0, len(text), text, phrase),) if phrase else ()
    return CleanArticle(markdown, text, people=(person,), events=events)


BOTH = ShownMarks()


def body(article: CleanArticle, shown: ShownMarks = BOTH) -> str:
    whole = Article(1, "2026-11-23T15:40:00Z", article, revision_id=1)
    return "".join(article_html(whole, (), shown).pieces)


def test_a_name_is_a_link_with_its_role() -> None:
    html = body(clean("Yesterday Lavrov said so.", "Lavrov"))

    link = '<a class="person" href="person:7:10-16" title="Lavrov: Minister">Lavrov</a>'
    assert f"Yesterday {link} said so." in html


def test_a_name_half_in_bold_is_marked_in_both_halves() -> None:
    html = body(clean("So **Sergey** Lavrov said.", "Sergey Lavrov"))

    assert html.count('href="person:7:') == 2
    assert "Sergey</a></strong>" in html


def test_names_behind_lists_tables_and_breaks_are_found() -> None:
    markdown = "- one\n- two  \nthree Ada\n\n| a | b |\n|---|---|\n| x   y | Ada |\n\nAda,  again"

    assert body(clean(markdown, "Ada")).count(">Ada</a>") == 3


def test_a_name_within_a_link_of_the_article_stays_that_link() -> None:
    html = body(clean("[Ada](https://example.org/) and Ada", "Ada"))

    assert html.count('href="person:7:') == 1
    assert '<a href="https://example.org/"' in html


def test_somebody_whom_the_archive_does_not_know_is_no_link() -> None:
    assert "person:" not in body(clean("Ada came.", "Ada", link=None))


def test_a_date_told_in_the_text_has_its_day_on_it() -> None:
    html = body(clean("He spoke on Thursday at length.", "", phrase="on Thursday"))

    assert '<a class="event" name="event-0" title="13 April 2023">on Thursday</a>' in html


def test_both_can_be_left_out() -> None:
    article = clean("On Thursday Lavrov spoke.", "Lavrov", phrase="On Thursday")

    assert "event-0" not in body(article, ShownMarks(dates=False))
    assert "person:7" not in body(article, ShownMarks(names=False))
    assert "<a" not in body(article, ShownMarks(names=False, dates=False))


def test_hostile_words_stay_words() -> None:
    person = NamedPerson('"><script>', mentions=(Mention(0, 3, "Ada"),), id=7)
    html = body(CleanArticle("Ada", "Ada", people=(person,)))

    assert "<script" not in html


def test_offsets_of_another_text_harm_nothing() -> None:
    person = NamedPerson("Ada", mentions=(Mention(1, 900, "Ada"), Mention(5, 3, "x")), id=7)
    html = body(CleanArticle("Some words of hers", "Nothing alike", people=(person,)))

    assert "Some words of hers" in html


@given(st.text(alphabet="aA *_[]()\n|-#`\\&<>!", max_size=80))
def test_marks_never_change_the_words(markdown: str) -> None:
    article = clean(markdown, "a")
    marked, plain = body(article), body(article, ShownMarks(False, False))

    opening = re.compile('<a class="person" href="person:7:[0-9]+-[0-9]+" title="a: Minister">')
    assert marked.count("</a>") >= len(opening.findall(marked))
    if "](" not in markdown:
        assert opening.sub("", marked).replace("</a>", "") == plain


def test_a_name_that_is_nobodys_asks_whose_it_is() -> None:
    mention = Mention(0, 7, "Clinton")
    left = UnassignedMention(mention, ("Bill Clinton", "Hillary Clinton"), (1, 2))
    html = body(CleanArticle("Clinton spoke.", "Clinton spoke.", unassigned=(left,)))

    assert 'href="whom:0-7" title="Not assigned: Bill Clinton or Hillary Clinton?"' in html
