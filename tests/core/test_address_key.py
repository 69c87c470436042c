"""Which addresses are one page's and which are not."""

from __future__ import annotations

import pytest

from desktop_app.core.address_key import (
    address_key,
    address_number,
    is_front_page,
    same_address,
    same_site,
)

_ARTICLE = "https://news.example/2023/04/14/talks-in-samarkand"

SAME = [
    (_ARTICLE, "http://news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "https://www.news.example/2023/04/14/talks-in-samarkand/"),
    (_ARTICLE, "HTTPS://WWW.News.Example:443/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "http://news.example:80/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "//news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, f"{_ARTICLE}#comments"),
    (_ARTICLE, f"{_ARTICLE}#:~:text=held%20talks"),
    (_ARTICLE, f"{_ARTICLE}?"),
    (_ARTICLE, f"{_ARTICLE}?utm_source=newsletter&utm_medium=email"),
    (_ARTICLE, f"{_ARTICLE}?fbclid=IwAR0x&gclid=abc"),
    (_ARTICLE, f"{_ARTICLE}?CMP=share_btn_tw"),
    (_ARTICLE, f"{_ARTICLE}?at_medium=RSS&at_campaign=KARANGA"),
    (_ARTICLE, f"{_ARTICLE}?smid=url-share"),
    (_ARTICLE, f"{_ARTICLE}?xtor=AL-32280680"),
    (_ARTICLE, f"{_ARTICLE}?ref=rss"),
    (_ARTICLE, f"{_ARTICLE}?PHPSESSID=0123456789abcdef0123456789abcdef"),
    (_ARTICLE, f"{_ARTICLE};jsessionid=1A530637289A03B07199A44E8D531427"),
    (_ARTICLE, f"{_ARTICLE}?sid=0123456789abcdef0123456789abcdef"),
    (_ARTICLE, "https://amp.news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, f"{_ARTICLE}/amp/"),
    (_ARTICLE, f"{_ARTICLE}/amp.html"),
    (_ARTICLE, f"{_ARTICLE}?amp=1"),
    (_ARTICLE, f"{_ARTICLE}?amp"),
    (_ARTICLE, f"{_ARTICLE}?outputType=amp"),
    (_ARTICLE, "https://news.example/amp/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "https://www.google.com/amp/s/news.example/2023/04/14/talks-in-samarkand"),
    (
        _ARTICLE,
        "https://news-example.cdn.ampproject.org/c/s/news.example/2023/04/14/talks-in-samarkand",
    ),
    (_ARTICLE, "https://m.news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "https://mobile.news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, "https://print.news.example/2023/04/14/talks-in-samarkand"),
    (_ARTICLE, f"{_ARTICLE}/print/"),
    (_ARTICLE, f"{_ARTICLE}?print=1"),
    (_ARTICLE, f"{_ARTICLE}?view=print"),
    (_ARTICLE, f"https://web.archive.org/web/20230415120000/{_ARTICLE}"),
    (_ARTICLE, f"https://web.archive.org/web/20230415120000id_/{_ARTICLE}?utm_source=x"),
    ("https://news.example/a.html", "https://news.example/a.amp.html"),
    ("https://news.example/a.html", "https://news.example/a-print.html"),
    ("https://news.example/world/", "https://news.example/world/index.html"),
    ("https://news.example", "https://news.example/index.php"),
    ("https://news.example/a?id=7&lang=en", "https://news.example/a?lang=en&id=7"),
    ("https://news.example/a?id=7&lang=en", "https://news.example/a?id=7&amp;lang=en"),
    ("https://news.example/a%2Db/%7Ec", "https://news.example/a-b/~c"),
    ("https://news.example/мир", "https://news.example/%D0%BC%D0%B8%D1%80"),
    ("https://новости.рф/a", "https://xn--b1amnebsh.xn--p1ai/a"),
    ("https://en.wikipedia.org/wiki/Lavrov", "https://en.m.wikipedia.org/wiki/Lavrov"),
    ("https://news.example//world//a", "https://news.example/world/a"),
    # What a section or a program uses for its articles, an article's own path has for dressing.
    (
        "https://www.theguardian.example/world/2023/apr/14/russia-talks?CMP=twt_b",
        "https://theguardian.example/world/2023/apr/14/russia-talks",
    ),
    (
        "https://nyt.example/2023/04/14/world/talks.html?campaign_id=2&emc=edit",
        "https://nyt.example/2023/04/14/world/talks.html",
    ),
    (
        "https://wp.example/2023/04/talks-in-samarkand/?share=twitter",
        "https://wp.example/2023/04/talks-in-samarkand/",
    ),
    ("https://blog.example/2023/04/talks.html?m=1", "https://blog.example/2023/04/talks.html"),
    ("https://bbc.example/news/world-65271234.amp", "https://bbc.example/news/world-65271234"),
    (
        "https://amp.cnn.example/cnn/2023/04/14/europe/talks/index.html",
        "https://cnn.example/cnn/2023/04/14/europe/talks/index.html",
    ),
    ("https://m.spiegel.example/a-123456.html", "https://www.spiegel.example/a-123456.html"),
    (
        "https://www.spiegel.example/a-123456-print.html",
        "https://www.spiegel.example/a-123456.html",
    ),
    (
        "https://lenta.example/news/2023/04/14/talks/amp/",
        "https://lenta.example/news/2023/04/14/talks/",
    ),
    ("https://news.example/amp/story/12345678", "https://news.example/story/12345678"),
    ("https://news.example/node/123/print", "https://news.example/node/123"),
    ("https://news.example/news?id=5&stm_source=x", "https://news.example/news?id=5"),
    (
        "https://rt.example/news/574821-lavrov-talks/amp/",
        "https://rt.example/news/574821-lavrov-talks/",
    ),
    ("https://m.bbc.co.uk/news/1", "https://bbc.co.uk/news/1"),
    (
        "https://forum.example/viewtopic.php?t=5&sid=0123456789abcdef0123456789abcdef",
        "https://forum.example/viewtopic.php?t=5",
    ),
    (
        "https://tass.example/politics/1604567?utm_source=google.com",
        "https://tass.example/politics/1604567",
    ),
]

DIFFERENT = [
    ("https://news.example/a", "https://news.example/b"),
    ("https://news.example/a", "https://other.example/a"),
    ("https://news.example/?id=1", "https://news.example/?id=2"),
    ("https://news.example/?p=123", "https://news.example/?p=124"),
    ("https://news.example/?p=123", "https://news.example/"),
    ("https://news.example/story.php?article=5", "https://news.example/story.php?article=6"),
    ("https://news.example/news.aspx?ID=5", "https://news.example/news.aspx?ID=6"),
    ("https://news.example/show?sid=12", "https://news.example/show?sid=13"),
    ("https://news.example/show?s=12", "https://news.example/show?s=13"),
    ("https://news.example/a?page=1", "https://news.example/a?page=2"),
    ("https://news.example/a?lang=en", "https://news.example/a?lang=ru"),
    ("https://news.example/a?m=202304", "https://news.example/a?m=202305"),
    ("https://news.example/a?type=video", "https://news.example/a?type=text"),
    ("https://news.example/a?v=abc", "https://news.example/a?v=abd"),
    ("https://news.example/a?from=2023", "https://news.example/a?from=2024"),
    ("https://news.example/A-b", "https://news.example/a-b"),
    ("https://en.news.example/a", "https://fr.news.example/a"),
    ("https://blog.news.example/a", "https://news.example/a"),
    ("https://news.example:8080/a", "https://news.example/a"),
    ("https://news.example/amp", "https://news.example/print"),
    ("https://news.example/guide-to-amp", "https://news.example/guide-to"),
    ("https://news.example/fine-print", "https://news.example/fine"),
    ("https://app.example/#!/article/1", "https://app.example/#!/article/2"),
    ("https://app.example/#/article/1", "https://app.example/#/article/2"),
    ("https://m.example/a", "https://mobile.example/a"),
    ("https://web.archive.org/web/2023/https://a.example/1", "https://a.example/2"),
    ("https://news.example/a%2Fb?q=1", "https://news.example/a/c?q=1"),
    ("https://news.example/a?q=x%26y%3D1", "https://news.example/a?q=x&y=1"),
    # Other articles whose addresses look like one in two dressings.
    (
        "https://news.example/article?sid=5f3a1b2c3d4e5f6a7b8c9d0e",
        "https://news.example/article?sid=5f3a1b2c3d4e5f6a7b8c9d0f",
    ),
    ("https://news.example/a.pl?sid=23/04/14/0812", "https://news.example/a.pl?sid=23/04/14/0813"),
    ("https://news.example/view?share=AbC123", "https://news.example/view?share=XyZ789"),
    ("https://stocks.example/news?cmp=AAPL", "https://stocks.example/news?cmp=MSFT"),
    ("https://news.example/story?st_id=501", "https://news.example/story?st_id=502"),
    ("https://news.example/read.php?ns_id=17", "https://news.example/read.php?ns_id=18"),
    (
        "https://parliament.example/debates?session_id=58",
        "https://parliament.example/debates?session_id=59",
    ),
    (
        "https://parliament.example/debates?session=117",
        "https://parliament.example/debates?session=118",
    ),
    (
        "https://votes.example/campaign?campaign_id=5",
        "https://votes.example/campaign?campaign_id=6",
    ),
    ("https://news.example/partners?partner=tass", "https://news.example/partners?partner=ani"),
    ("https://blog.example/archive?y=2023&m=1", "https://blog.example/archive?y=2023"),
    ("https://dictionary.example/wiki/amp", "https://dictionary.example/wiki"),
    ("https://dictionary.example/wiki/print", "https://dictionary.example/wiki/amp"),
    ("https://print.co.uk/news/a", "https://mobile.co.uk/news/a"),
    ("https://sport.mobile.co.uk/a", "https://sport.co.uk/a"),
    ("https://m.com.au/story/1", "https://amp.com.au/story/1"),
    ("https://news.example/story;sid=12", "https://news.example/story;sid=13"),
    (
        "https://news.example/opinion/the-fine-print.html",
        "https://news.example/opinion/the-fine.html",
    ),
    (
        "https://www-news-example.translate.goog/a?_x_tr_tl=en",
        "https://www-news-example.translate.goog/a?_x_tr_tl=de",
    ),
    (
        "https://gazette.example/issue.html#article=12",
        "https://gazette.example/issue.html#article=13",
    ),
    ("https://app.example/reader#!article-12", "https://app.example/reader#!article-13"),
    (
        "https://news.example/index.php?option=com_content&view=article&id=5",
        "https://news.example/index.php?option=com_content&view=article&id=6",
    ),
    (
        "https://news.example/index.php/world/5-talks",
        "https://news.example/index.php/world/6-talks",
    ),
    (
        "https://news.example/default.aspx?tabid=1&mid=5",
        "https://news.example/default.aspx?tabid=1&mid=6",
    ),
    ("https://news.example/talks-in-samarkand/2/", "https://news.example/talks-in-samarkand/"),
    (
        "https://news.example/talks-in-samarkand-2.html",
        "https://news.example/talks-in-samarkand.html",
    ),
    ("https://news.example/talks?seite=2", "https://news.example/talks"),
    ("https://news.example/en/talks", "https://news.example/ru/talks"),
    ("https://news.example/talks.en.html", "https://news.example/talks.ru.html"),
    ("https://news.example/talks?hl=en", "https://news.example/talks?hl=ru"),
    ("https://de.m.wikipedia.org/wiki/Lavrov", "https://en.m.wikipedia.org/wiki/Lavrov"),
    ("https://news.example/print/2023-04-14/", "https://news.example/2023-04-14/"),
    ("https://news.example/?amp=1&p=12", "https://news.example/?amp=1&p=13"),
    ("https://news.example/story?id=7;print=1", "https://news.example/story?id=8;print=1"),
    (
        "https://news.example/live/day?page=with:block-64391",
        "https://news.example/live/day?page=with:block-64392",
    ),
    ("https://news.example/news/12", "https://news.example/news/1/2"),
    ("https://archive.example/doc?ref=123", "https://archive.example/doc?ref=124"),
    (
        "https://web.archive.org/web/2020/http://a.example/?id=1",
        "https://web.archive.org/web/2020/http://a.example/?id=2",
    ),
    ("https://search.example/a?q=c%2B%2B", "https://search.example/a?q=c++"),
    ("https://news.example/amp/", "https://news.example/"),
    ("https://news.example/rubric?source=rss", "https://news.example/rubric?source=tass"),
    (
        "https://news.example/cgi-bin/news.cgi?trk_no=4401",
        "https://news.example/cgi-bin/news.cgi?trk_no=4402",
    ),
    ("https://news.example/item?id=35561234", "https://news.example/item?id=35561235"),
    (
        "https://x.example/comments.php?story=23/04/14/081",
        "https://x.example/comments.php?story=23/04/14/082",
    ),
    ("https://news.example/amp/latest", "https://news.example/latest"),
    ("https://news.example/world/print", "https://news.example/world"),
    ("https://news.example/a?wt_page=2", "https://news.example/a?wt_page=3"),
    ("https://app.example/#post/12", "https://app.example/#post/13"),
    ("https://www.gov.uk/a", "https://m.uk/a"),
    ("https://news.example/blue-print.html", "https://news.example/blue.html"),
    ("https://news.example/show.asp?cx_id=4", "https://news.example/show.asp?cx_id=5"),
    ("https://news.example/talks-in-samarkand/3", "https://news.example/talks-in-samarkand/2"),
    ("https://paper.example/read?session=3e&doc=1", "https://paper.example/read?session=4f&doc=1"),
    (
        "https://paper.example/epaper?edition=print&date=2023-04-14",
        "https://paper.example/epaper?edition=web&date=2023-04-14",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_dressings_are_one_page(one: str, other: str) -> None:
    assert address_key(one) == address_key(other) != ""
    assert address_number(one) == address_number(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_tells_articles_apart_stays(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)
    assert not same_address(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://edition.news.example/a", "https://www.news.example/b", True),
        ("https://news.co.uk/a", "https://m.news.co.uk/b", True),
        ("https://news.co.uk/a", "https://other.co.uk/a", False),
        ("https://news.example/a", "https://other.example/a", False),
        ("", "", False),
    ],
)
def test_hosts_of_one_outlet(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    "text", ["", "   ", "mailto:a@b.example", "javascript:alert(1)", "http://[::1", "file:///etc"]
)
def test_what_is_no_address_is_nobodys(text: str) -> None:
    assert address_key(text) == ""
    assert address_number(text) == 0
    assert not same_address(text, text)


def test_a_key_is_its_own_key() -> None:
    for one, other in SAME:
        assert address_key(address_key(one)) == address_key(other)


@pytest.mark.parametrize(
    ("url", "is_front"),
    [
        ("https://news.example/", True),
        ("https://www.news.example/index.html?ref=rss", True),
        ("https://news.example/en/", True),
        ("https://news.example/home", True),
        ("https://news.example/world", False),
        ("https://news.example/?p=12", False),
        ("", False),
    ],
)
def test_the_front_page_is_known_by_its_address(url: str, is_front: bool) -> None:
    assert is_front_page(url) is is_front
