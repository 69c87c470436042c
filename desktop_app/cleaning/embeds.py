"""Posts, videos and players of other services inside an article, as quotes that link to them.

Knows how the common services are embedded; which of a page's embeds belong to the article is the
caller's business. Nothing here loads anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from lxml import html as lxml_html
from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import block_text
from desktop_app.cleaning.page_images import absolute_address

EMBED_TAGS = frozenset(
    str.split(
        "iframe video blockquote div amp-youtube amp-twitter amp-instagram amp-vimeo amp-video "
        "amp-iframe amp-facebook amp-dailymotion lite-youtube lite-vimeo"
    )
)
_SOCIAL = re.compile(
    r"\b(twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed"
    r"|mastodon-embed|reddit-embed-bq|text-post-media|telegram-post)\b"
)
_SERVICES = {
    "twitter": "X",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "fb": "Facebook",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "reddit": "Reddit",
    "text": "Threads",
    "telegram": "Telegram",
}
_POST_ADDRESSES = ("data-instgrm-permalink", "cite", "data-href", "data-text-post-permalink")
#: Frames that are no part of any article.
_NOT_CONTENT = re.compile(
    r"\bads?\b|adserv|advert|doubleclick|googlesyndication|googletagmanager|recaptcha|captcha"
    r"|newsletter|subscribe|consent|cookie|login|comments?\b|disqus|outbrain|taboola|analytics"
    r"|widget|like\.php|share|paywall|donat",
    re.IGNORECASE,
)
_ID = r"([\w-]{5,40})"
_VIDEO_PATTERNS: tuple[tuple[re.Pattern[str], str, str | None], ...] = (
    (
        re.compile(rf"^(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts)/{_ID}"),
        "https://www.youtube.com/watch?v={}",
        "https://i.ytimg.com/vi/{}/hqdefault.jpg",
    ),
    (re.compile(rf"^player\.vimeo\.com/video/{_ID}"), "https://vimeo.com/{}", None),
    (
        re.compile(rf"^(?:www\.|geo\.)?dailymotion\.com/embed/video/{_ID}"),
        "https://www.dailymotion.com/video/{}",
        "https://www.dailymotion.com/thumbnail/video/{}",
    ),
)
_MIN_SIDE = 120
_MAX_TITLE, _MAX_POST = 200, 4_000


@dataclass(frozen=True, slots=True)
class Embed:
    """What is embedded: its address, what it is, its title, a still picture, a post's words.

    Only ``name`` and ``words`` become text of the article, so the name is short.
    """

    address: str
    name: str
    title: str = ""
    picture: str | None = None
    words: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The name with the title, where there is one."""
        return f"{self.name}: {self.title}" if self.title else self.name

    def quote(self, caption: str = "") -> HtmlElement:
        """The embed as a quote with a link; a picture stands for its name."""
        quoted = lxml_html.Element("blockquote")
        for line in self.words:
            _paragraph(quoted).text = line
        link = lxml_html.Element("a", href=self.address)
        told = caption or self.title
        if self.picture:
            image = lxml_html.Element("img", src=self.picture, alt=self.named)
            if caption:
                image.set("title", caption)
            link.append(image)
        else:
            link.text = self.name
            if told:
                link.set("title", told)
        _paragraph(quoted).append(link)
        return quoted


def embed_of(element: HtmlElement, base: str | None) -> Embed | None:
    """What the element embeds, or None if that is nothing to keep."""
    names = _SOCIAL.search((element.get("class") or "")[:300])
    if names and element.tag in ("blockquote", "div"):
        return _post(element, names[1], base)
    if element.tag == "iframe" or element.tag in _READERS:
        return _READERS.get(element.tag, _frame)(element, base)
    return None


def _paragraph(quoted: HtmlElement) -> HtmlElement:
    paragraph = lxml_html.Element("p")
    quoted.append(paragraph)
    return paragraph


def _post(element: HtmlElement, kind: str, base: str | None) -> Embed | None:
    told = next((value for name in _POST_ADDRESSES if (value := element.get(name))), None)
    links = [link.get("href") or "" for link in element.iter("a")]
    address = absolute_address(told or (links[-1] if links else ""), base)
    if address is None:
        return None
    service = _SERVICES[kind.partition("-")[0]]
    if kind != "twitter-tweet":
        return Embed(address, f"{service} post")
    own = [p for p in element.iter("p") if next(p.iterdescendants("p"), None) is None]
    lines = tuple(filter(None, (block_text(p)[:_MAX_POST] for p in own)))
    return Embed(address, f"{service} post", words=lines[:8])


def _frame(element: HtmlElement, base: str | None) -> Embed | None:
    source = _source(element)
    address = absolute_address(source, base or "https://")
    if address is None or _is_small(element):
        return None
    title = _title(element)
    parts = urlsplit(address)
    place = f"{parts.netloc.lower()}{parts.path}"
    for pattern, page, picture in _VIDEO_PATTERNS:
        if match := pattern.match(place):
            return _video(page.format(match[1]), title, picture and picture.format(match[1]))
    told = parse_qs(parts.query[:2_000])
    if place.startswith(("www.facebook.com/plugins/post", "www.facebook.com/plugins/video")):
        post = absolute_address(told.get("href", [""])[0], None)
        return Embed(post, "Facebook post") if post else None
    if place.startswith("platform.twitter.com/embed") and told.get("id"):
        return Embed(f"https://twitter.com/i/status/{quote(told['id'][0])}", "X post")
    if place.startswith("www.instagram.com/p/"):
        return Embed(address.partition("/embed")[0] + "/", "Instagram post")
    return _other_frame(element, address, title)


def _other_frame(element: HtmlElement, address: str, title: str) -> Embed | None:
    """A chart, map, player or document: only one that says what it is, or fills the screen."""
    if _NOT_CONTENT.search(
        f"{address} {element.get('class') or ''} {element.get('id') or ''}"[:900]
    ):
        return None
    full = element.get("allowfullscreen") is not None or "fullscreen" in (
        element.get("allow") or ""
    )
    if not title and not full:
        return None
    return Embed(address, urlsplit(address).hostname or "Embedded page", title)


def _video(address: str, title: str, picture: str | None = None) -> Embed:
    return Embed(address, "Video", title, picture)


def _file(element: HtmlElement, base: str | None) -> Embed | None:
    sources = [element.get("src"), *(source.get("src") for source in element.iter("source"))]
    addresses = (absolute_address(source, base) for source in sources if source)
    address = next(filter(None, addresses), None)
    if address is None:
        return None
    poster = element.get("poster")
    return _video(address, _title(element), absolute_address(poster, base) if poster else None)


def _youtube(element: HtmlElement, base: str | None) -> Embed | None:
    found = re.fullmatch(_ID, element.get("data-videoid") or element.get("videoid") or "")
    page, picture = _VIDEO_PATTERNS[0][1:]
    if found is None:
        return None
    return _video(page.format(found[1]), _title(element), (picture or "").format(found[1]))


_Reader = Callable[[HtmlElement, str | None], Embed | None]


def _told(page: str, attribute: str, name: str) -> _Reader:
    """A reader of elements whose attribute tells a post's or video's number, or its address."""

    def read(element: HtmlElement, base: str | None) -> Embed | None:
        told = (element.get(attribute) or "").strip()
        if re.fullmatch(r"[\w-]{3,60}", told):
            return Embed(page.format(told), name)
        address = absolute_address(told, None)
        return Embed(address, name) if address else None

    return read


_READERS: dict[str, _Reader] = {
    "video": _file,
    "amp-video": _file,
    "amp-iframe": _frame,
    "amp-youtube": _youtube,
    "lite-youtube": _youtube,
    "lite-vimeo": _told("https://vimeo.com/{}", "videoid", "Video"),
    "amp-vimeo": _told("https://vimeo.com/{}", "data-videoid", "Video"),
    "amp-dailymotion": _told("https://www.dailymotion.com/video/{}", "data-videoid", "Video"),
    "amp-twitter": _told("https://twitter.com/i/status/{}", "data-tweetid", "X post"),
    "amp-instagram": _told("https://www.instagram.com/p/{}/", "data-shortcode", "Instagram post"),
    "amp-facebook": _told("https://www.facebook.com/{}", "data-href", "Facebook post"),
}


def _source(element: HtmlElement) -> str:
    for name in ("src", "data-src", "data-lazy-src", "data-url", "data-litespeed-src"):
        value = (element.get(name) or "").strip()
        if value and not value.startswith(("about:", "javascript:", "data:")):
            return f"https:{value}" if value.startswith("//") else value
    return ""


def _title(element: HtmlElement) -> str:
    told = element.get("title") or element.get("aria-label") or element.get("playlabel") or ""
    title = " ".join(told.split())[:_MAX_TITLE]
    return "" if title.lower() in _EMPTY_TITLES else title


_EMPTY_TITLES = frozenset(
    (
        "youtube video player",
        "video player",
        "videopress video player",
        "embedded content",
        "embed",
        "iframe",
        "youtube video",
        "vimeo video player",
        "dailymotion video player",
    )
)


def _is_small(element: HtmlElement) -> bool:
    for side in ("width", "height"):
        value = (element.get(side) or "").removesuffix("px")
        if value.isascii() and value.isdigit() and len(value) < 6 and int(value) < _MIN_SIDE:
            return True
    return "display:none" in (element.get("style") or "").replace(" ", "")
