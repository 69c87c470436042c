"""Which addresses are one page's and which are not."""

from __future__ import annotations

import pytest

from desktop_app.core.address_key import (
    address_key,
    address_number,
    is_front_page,
    same_address,
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
