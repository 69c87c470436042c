"""What kind of press item an article is: CSL's types, told from its address and its outlet.

An archive of clippings holds newspapers' articles for the most part, so that is what an article is
where nothing tells otherwise.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit

from desktop_app.core.folding import fold


class ReferenceType(StrEnum):
    """CSL's types of press items; the value is the name there."""

    NEWSPAPER = "article-newspaper"
    MAGAZINE = "article-magazine"
    BLOG = "post-weblog"
    PAGE = "webpage"
    BROADCAST = "broadcast"


_BROADCASTERS = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|twitch\.tv"
    r"|rumble\.com|soundcloud\.com|podcasts\.apple\.com|open\.spotify\.com|podbean\.com|ivoox\.com"
    r"|ardmediathek\.de|ardaudiothek\.de)$"
)
_BROADCAST_PATH = re.compile(
    r"/(?:videos?|watch|podcasts?|audio|av|sounds|mediathek|programmes|episodes?|sendung(?:en)?)/"
)
_BLOGS = re.compile(
    r"(?:^|\.)(?:substack\.com|medium\.com|wordpress\.com|blogspot\.[a-z.]+|tumblr\.com|ghost\.io"
    r"|typepad\.com|livejournal\.com|hypotheses\.org|blogger\.com|beehiiv\.com|over-blog\.com"
    r"|hatenablog\.com|ameblo\.jp|naver\.com/blog)$|^(?:\w+[-.])?blogs?\."
)
_BLOG_PATH = re.compile(r"^/(?:[\w-]+/)?(?:blogs?|weblog)/")
_NO_PRESS = re.compile(
    r"\.(?:gov|mil|int|edu|gouv|gob|gov\.[a-z]{2}|gouv\.[a-z]{2}|gob\.[a-z]{2}|ac\.[a-z]{2})$"
    r"|(?:^|\.)(?:europa\.eu|un\.org|who\.int|bund\.de|bundesregierung\.de|admin\.ch|kremlin\.ru"
    r"|wikipedia\.org|wikisource\.org|github\.com|archive\.org)$"
)
_MAGAZINE = re.compile(
    r"\b(?:magazine?|magazyn|review|revue|revista|rivista|quarterly|monthly|monthlies|weekly|digest"
    r"|zeitschrift|tidskrift|tygodnik|tijdschrift|журнал)\b"
)
#: Well-known ones whose names don't tell it.
_MAGAZINES = """
    Time, Newsweek, The Economist, The New Yorker, The Atlantic, The Spectator, New Statesman,
    Foreign Affairs, Foreign Policy, Wired, Vanity Fair, New Scientist, Scientific American,
    National Geographic, Harper's, The Nation, Mother Jones, Jacobin, Rolling Stone, Forbes,
    Fortune, Bloomberg Businessweek, The Week, Der Spiegel, Spiegel, Stern, Focus, Cicero,
    Profil, L'Express, Le Point, L'Obs, Paris Match, Marianne, Le Nouvel Observateur,
    L'Espresso, Panorama, Internazionale, Semana, Proceso, Veja, Época, IstoÉ, CartaCapital,
    Polityka, Wprost, Respekt, HVG, De Groene Amsterdammer, Огонёк, India Today, Caixin,
    三联生活周刊, Life, Punch, Private Eye, Die Weltwoche
"""
_BROADCAST_OUTLET = re.compile(r"\b(?:podcast|radio show|tv show|podcasts)\b")


def reference_type(url: str | None, publisher: str | None) -> ReferenceType:
    """The type of an article by its address and its outlet."""
    host, path = _parts(url)
    outlet = fold(publisher or "")
    if (
        _BROADCASTERS.search(host)
        or _BROADCAST_PATH.search(path)
        or _BROADCAST_OUTLET.search(outlet)
    ):
        return ReferenceType.BROADCAST
    if _BLOGS.search(host) or _BLOG_PATH.search(path):
        return ReferenceType.BLOG
    if _NO_PRESS.search(host) or (host and not outlet):
        return ReferenceType.PAGE
    is_magazine = _MAGAZINE.search(outlet) or outlet in _magazines()
    return ReferenceType.MAGAZINE if is_magazine else ReferenceType.NEWSPAPER


def host_of(url: str | None) -> str:
    """The site of an address as one names it, without “www”; empty for none."""
    return _parts(url)[0].removeprefix("www.")


def _parts(url: str | None) -> tuple[str, str]:
    try:
        parts = urlsplit((url or "")[:2_000])
        return (parts.hostname or "").lower(), f"{parts.path.lower()}/"
    except ValueError:
        return "", "/"


@cache
def _magazines() -> frozenset[str]:
    return frozenset(fold(each.strip()) for each in _MAGAZINES.split(","))
