"""Pages of our own invention that the tests of HTML cleaning read."""

from __future__ import annotations

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.core.article import CleanArticle, RawCapture

SENTENCES = (
    "The harbour board met on Monday evening to decide how the old customs house should be used.",
    "Its chairman, Edwin Marlow, told the members that three offers had arrived before noon.",
    "“We won't sell it to the first bidder who knocks,” he said, and the public benches laughed.",
    "The lowest offer came from a brewery, the highest from a trust that runs small museums.",
    "Most of the fishermen who spoke wanted the ground floor kept open for their nets and ice.",
    "A vote was put off until the engineers have looked at the cellar, which floods each spring.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES)


def news_page(body: str = PARAGRAPHS, head: str = "", before: str = "", after: str = "") -> str:
    """A page as outlets build them: menu, headline, byline, body, teasers, footer."""
    return f"""<!DOCTYPE html><html lang="en-GB"><head>
<title>Customs house vote put off | The Quay Gazette</title>
<meta property="og:site_name" content="The Quay Gazette">{head}</head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li>
<li><a href="/town">Town</a></li></ul></nav>
<main><article class="story"><h1>Customs house vote put off</h1>
<p class="byline">By Ada Fenwick and Tom Reed</p>
<time datetime="1962-03-06T18:30:00+01:00">6 March 1962</time>{before}
<div class="story-body">{body}</div></article>
<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Brewery opens new cellar</a></li>
<li><a href="/b">Spring tide floods the market hall again</a></li></ul></aside>{after}</main>
<footer><p>© The Quay Gazette. All rights reserved.</p></footer></body></html>"""


def clean(
    html: str | bytes, url: str | None = "https://quay.example/sea/vote.html"
) -> CleanArticle:
    """The article on a page, as the program cleans it."""
    content = html.encode() if isinstance(html, str) else html
    return clean_capture(
        RawCapture(content, "text/html", "1962-03-09T10:00:00Z", url=url, charset="utf-8"),
        today="1962-03-09",
    )
