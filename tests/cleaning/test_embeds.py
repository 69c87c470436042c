from __future__ import annotations

import pytest
from lxml import html as lxml_html

from desktop_app.cleaning.embeds import embed_of
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.to_markdown import markdown_blocks
from tests.cleaning.pages import PARAGRAPHS, SENTENCES, clean, news_page

BASE = "https://quay.example/sea/vote.html"


def markdown(markup: str) -> str:
    embed = embed_of(lxml_html.fragment_fromstring(markup), BASE)
    if embed is None:
        return ""
    quoted = lxml_html.tostring(embed.quote("A caption"), encoding="unicode")
    return markdown_blocks([quoted])[0].markdown


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<iframe src="//www.youtube-nocookie.com/embed/abc_DEF-1234?rel=0"></iframe>',
            '> [![Video](https://i.ytimg.com/vi/abc_DEF-1234/hqdefault.jpg "A caption")]'
            "(https://www.youtube.com/watch?v=abc_DEF-1234)",
        ),
        (
            '<iframe data-src="https://player.vimeo.com/video/76979871"></iframe>',
            '> [Video](https://vimeo.com/76979871 "A caption")',
        ),
        (
            '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2F'
            'www.facebook.com%2Fquay%2Fposts%2F12&width=500"></iframe>',
            '> [Facebook post](https://www.facebook.com/quay/posts/12 "A caption")',
        ),
        (
            '<video poster="/still.jpg"><source src="/gears.mp4"></video>',
            '> [![Video](https://quay.example/still.jpg "A caption")]'
            "(https://quay.example/gears.mp4)",
        ),
        (
            '<iframe title="Where the water stands" src="https://charts.example/x1"></iframe>',
            '> [charts.example](https://charts.example/x1 "A caption")',
        ),
        (
            '<amp-instagram data-shortcode="CO1abcDEFgh"></amp-instagram>',
            '> [Instagram post](https://www.instagram.com/p/CO1abcDEFgh/ "A caption")',
        ),
        (
            '<blockquote class="twitter-tweet"><p>A seal!</p>— Ada <a href="https://twitter.com/'
            'ada/status/1">May 3</a></blockquote>',
            '> A seal!\n>\n> [X post](https://twitter.com/ada/status/1 "A caption")',
        ),
        ('<iframe src="https://ads.example/banner?ad=1" title="Advert"></iframe>', ""),
        ('<iframe src="https://stats.example/x" width="1" height="1" title="x"></iframe>', ""),
        ('<iframe src="javascript:alert(1)" title="x"></iframe>', ""),
        ('<amp-youtube data-videoid="&quot;><b>"></amp-youtube>', ""),
        ('<div class="box"><a href="/x">x</a></div>', ""),
    ],
)
def test_what_is_embedded_becomes_a_quote_with_a_link(markup: str, expected: str) -> None:
    assert markdown(markup) == expected


def test_an_embed_stands_where_it_stood_and_a_video_with_a_picture_adds_no_words() -> None:
    video = '<div><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>'
    article = clean(news_page(PARAGRAPHS.replace("<p>Most", f"{video}<p>Most")))

    blocks = article.markdown.split("\n\n")
    place = next(at for at, block in enumerate(blocks) if "youtube" in block)
    assert blocks[place].startswith("> [![Video](")
    assert blocks[place + 1] == SENTENCES[4]
    assert article.text == plain_text(article.markdown) == "\n\n".join(SENTENCES)
