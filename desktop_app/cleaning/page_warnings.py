"""What a reader should know of a cleaned page: a paywall, a form, an error, a text cut short.

Signs in the page's mark-up are read here, signs in its words in ``warning_signs``. How well it is
told is measured on pages of our own (``tests/benchmarks/warnings.py``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from desktop_app.cleaning import warning_messages as messages
from desktop_app.cleaning.html_tree import ParsedPage
from desktop_app.cleaning.lineage import FAR, Family
from desktop_app.cleaning.page_blocks import HEADINGS, MAX_BLOCKS, PageBlock
from desktop_app.cleaning.page_parts import parts_of_page
from desktop_app.cleaning.shingles import runs_of, words_of
from desktop_app.cleaning.wall_signs import (
    fades_away,
    says_not_free,
    told_reading_words,
    told_word_count,
)
from desktop_app.cleaning.warning_signs import (
    FEW_WORDS,
    MANY_WORDS,
    SOME_WORDS,
    Signs,
    count_words,
    is_consent_page,
    is_error_page,
    is_login_page,
    is_truncated,
    is_walled,
)
from desktop_app.cleaning.warning_words import told_phrases
from desktop_app.core.article import CleaningWarning

_SOURCE_LIMIT = 500_000
_APP_ROOT = re.compile(
    r"""<(?:div|main|app-root)[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|main-app)\b"""
    r"|<app-root\b",
    re.IGNORECASE,
)
_NOSCRIPT = re.compile(
    r"<noscript\b[^>]{0,200}>([^<]{0,600}(?:<[^>]{0,200}>[^<]{0,600}){0,8})", re.I
)
_PASSWORD = re.compile(r"""<input[^>]{0,300}\btype=["']?password""", re.IGNORECASE)
_WALL_NAME = re.compile(
    r"""\b(?:class|id)=["'][^"']{0,200}\b(?:pay|reg|meter|subscri(?:be|ption)[-_]?)wall"""
    r"""|\b(?:class|id)=["'][^"']{0,200}(?:piano-|paywall|premium-(?:lock|gate)|article-locked)""",
    re.IGNORECASE,
)
#: Without one of these, in small letters, there is no such name, and the pattern isn't tried.
_BEFORE_WALL = tuple(
    str.split(
        "pay reg meter subscribe subscribe- subscribe_ subscription subscription- subscription_"
    )
)
_LOCK_WORDS = ("piano-", "premium-lock", "premium-gate", "article-locked")
_TIERS = frozenset({"locked", "metered", "premium", "paid", "subscriber"})
#: Below this share of common runs of words a second opinion is another one.
_AGREES = 0.5
#: The same for a text that is hardly an article.
_SHORT_AGREES = 0.75
#: Running text left out, as a share of the article's, from which on the choice is doubtful.
_LEFT = 1.4
_RUNNING_WORDS, _PROSE_WORDS = 25, 15
#: Names of what stands beside an article, how near, and how much of a text stands in it.
_BESIDE, _NEAR, _MOSTLY = ("related", "advert"), 3, 0.8
#: With so much of the words that the data tells, a text is whole; where it tells none, never.
_WHOLE, _FAR_MORE = 0.8, 1_000_000
_MAX_NOTE = 420
_TITLE_WORDS = 4
_MANY_LINKS, _LINK_STEPS = 5, (5, 10)
#: So many paragraphs in a row are an article.
_LONG_ROW = 4
_HOMES = frozenset({"", "index.html", "index.php", "home"})
_TITLE_PARTS = re.compile(r"\s[-–—·»:]\s|[|:»]")


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What is known of a page when its body has been chosen.

    ``titles`` are the title of its head and its first headings; ``tier`` what its meta tags say of
    who may read it; ``told_body`` the text in its data; ``opinions`` the bodies that others chose;
    ``says_article`` whether its head or data call it an article.
    Blocks must still stand in their tree.
    """

    parsed: ParsedPage
    blocks: Sequence[PageBlock]
    kept: Sequence[int]
    titles: Sequence[str]
    url: str | None = None
    tier: str = ""
    told_body: str = ""
    opinions: Sequence[str] = ()
    says_article: bool = False


def page_warnings(page: PageSigns) -> tuple[CleaningWarning, ...]:
    """The warnings of a page, in order of weight; the first says why there is no article."""
    signs = Signs(page.titles, [block.text for block in page.blocks], page.kept)
    found = [] if (reason := _no_article(page, signs)) is None else [reason]
    if not found:
        found += _doubts(page, signs)
    if (page.parsed.cut or len(page.blocks) >= MAX_BLOCKS) and messages.TOO_LONG not in found:
        found.append(messages.TOO_LONG)
    return tuple(found)


def _no_article(page: PageSigns, signs: Signs) -> CleaningWarning | None:
    """Why the page isn't an article at all, if it isn't."""
    if is_error_page(signs):
        return messages.ERROR
    if is_consent_page(signs):
        return messages.CONSENT
    if is_login_page(signs, has_password=_asks_password(page)):
        return messages.LOGIN
    if _needs_script(page, signs):
        return messages.NEEDS_SCRIPT
    if _is_listing(page, signs):
        return messages.NO_ARTICLE
    return None if signs.kept_lines else messages.NO_TEXT


def _doubts(page: PageSigns, signs: Signs) -> list[CleaningWarning]:
    """What is doubtful of a page that has an article."""
    found = []
    told = max(count_words(page.told_body), told_word_count(page.parsed.data_scripts))
    if is_walled(signs, _wall_evidence(page, signs)):
        found.append(messages.PAYWALL)
    elif is_truncated(signs) or told > 2 * signs.words + SOME_WORDS:
        found.append(messages.TRUNCATED)
    if len(parts_of_page(page.blocks)) > 1:
        found.append(messages.TWO_ARTICLES)
    if not found and (
        _opinions_differ(signs, page.opinions)
        or _leaves_most(page, signs)
        or _is_beside_the_text(page, signs)
    ):
        found.append(messages.LOW_AGREEMENT)
    return found


def _asks_password(page: PageSigns) -> bool:
    return _PASSWORD.search(page.parsed.source[:_SOURCE_LIMIT]) is not None


def _needs_script(page: PageSigns, signs: Signs) -> bool:
    if signs.words >= FEW_WORDS:
        return False
    source = page.parsed.source[:_SOURCE_LIMIT]
    notes = [match[1] for match in islice(_NOSCRIPT.finditer(source), 5)]
    if told_phrases("script", [*signs.shown, *signs.titles, *notes]):
        return True
    shown = sum(count_words(line) for line in signs.shown)
    return shown < FEW_WORDS and _APP_ROOT.search(source) is not None


def _wall_evidence(page: PageSigns, signs: Signs) -> int:
    """How much mark-up and data speak for a paywall."""
    if signs.words >= MANY_WORDS:
        return 0
    source, scripts = page.parsed.source[:_SOURCE_LIMIT], page.parsed.data_scripts
    named = bool(_may_name_wall(source.lower()) and _WALL_NAME.search(source))
    not_free = says_not_free(scripts)
    if not_free and signs.words >= _WHOLE * (told_word_count(scripts) or _FAR_MORE):
        return named  # all that is sold is here
    evidence = (not_free or page.tier.lower() in _TIERS) + named
    evidence += bool(signs.kept) and fades_away(page.blocks[signs.kept[-1]])
    if evidence:
        # Data that calls a short text not free needs nothing else.
        evidence += 2 * (not_free and signs.words < 2 * SOME_WORDS) + _tells_of_more(page, signs)
    short = [line for line in signs.lines if len(line) <= _MAX_NOTE]
    return evidence + 2 * (signs.words < SOME_WORDS and len(told_phrases("paywall", short)) > 1)


def _tells_of_more(page: PageSigns, signs: Signs) -> bool:
    """Whether the page says of the article that it is far longer than what is here."""
    first = signs.kept[0] if signs.kept else 0
    told = told_word_count(page.parsed.data_scripts) or told_reading_words(page.blocks, first)
    return told > 2 * signs.words + SOME_WORDS


def _may_name_wall(source: str) -> bool:
    before_walls = source.split("wall")[:-1]
    return any(part.endswith(_BEFORE_WALL) for part in before_walls) or any(
        word in source for word in _LOCK_WORDS
    )


def _is_listing(page: PageSigns, signs: Signs) -> bool:
    """Whether the page leads to articles and holds none."""
    if len(page.blocks) < 2 * _MANY_LINKS:
        return False
    running, in_a_row = _running_text(page)
    if running >= 2 * MANY_WORDS or in_a_row >= _LONG_ROW:
        return False
    tags = HEADINGS if page.kept else HEADINGS | {"li", "td", "p", "div"}
    links, teasers = _linked_titles(page.blocks, tags), _teasers(page)
    is_home = bool(page.url) and urlsplit(page.url or "").path.strip("/") in _HOMES
    evidence = 2 * (_is_called_list(page.titles) + is_home) + (in_a_row < 2)
    evidence += sum(count >= least for count in (links, teasers) for least in _LINK_STEPS)
    evidence -= sum(running >= least for least in (2 * FEW_WORDS, SOME_WORDS, MANY_WORDS))
    return evidence >= 3 + 2 * page.says_article and links + teasers >= _MANY_LINKS


def _running_text(page: PageSigns) -> tuple[int, int]:
    """How many words the kept paragraphs have, and how many of them stand in a row."""
    words = longest = row = 0
    before = -2
    for at in page.kept:
        count = count_words(page.blocks[at].text)
        if count < _RUNNING_WORDS:
            continue
        row = row + 1 if at == before + 1 else 1
        longest, before, words = max(longest, row), at, words + count
    return words, longest


def _is_called_list(titles: Sequence[str]) -> bool:
    """Whether a part of a title is what lists are called: “Search results”, “Archive”."""
    parts = [part for title in titles[:3] for part in _TITLE_PARTS.split(title[:200])]
    return bool(told_phrases("listing", [part for part in parts if len(part.split()) < 7]))


def _linked_titles(blocks: Sequence[PageBlock], tags: Collection[str]) -> int:
    """How many blocks with such a tag are one link of several words."""
    return sum(
        block.element.tag in tags and _is_link(block) and count_words(block.text) >= _TITLE_WORDS
        for block in blocks[:400]
    )


def _is_link(block: PageBlock) -> bool:
    if any(node.tag == "a" for node in block.element.iterancestors("a")):
        return True
    linked = sum(len("".join(link.itertext()).strip()) for link in block.element.iter("a"))
    return linked > 0.7 * len(block.text)


def _teasers(page: PageSigns) -> int:
    """How many kept blocks are links, or end in a link to the rest."""
    return sum(
        (count_words(page.blocks[at].text) >= _TITLE_WORDS and _is_link(page.blocks[at]))
        or page.blocks[at].text.endswith(("…", "...", "[…]", "[...]"))
        for at in page.kept[:200]
    )


def _opinions_differ(signs: Signs, opinions: Sequence[str]) -> bool:
    """Whether neither second opinion took about the same text as the article's."""
    if not opinions or not signs.kept:
        return False
    ours = runs_of(_pieces(" ".join(signs.kept_lines)))
    least = _AGREES if signs.words >= SOME_WORDS else _SHORT_AGREES
    return all(_agreement(ours, text) < least for text in opinions)


def _is_beside_the_text(page: PageSigns, signs: Signs) -> bool:
    """Whether what was kept is mostly links, or stands in teasers where an opinion differs."""
    kept, family = [page.blocks[at] for at in page.kept], Family()
    half = sum(len(block.text) for block in kept) / 2
    if sum(len(block.text) for block in kept if _is_link(block)) > half:
        return True
    teased = sum(
        len(block.text)
        for block in kept
        if min(family.of(block.element).steps_to_name(name) for name in _BESIDE) < _NEAR
    )
    if teased <= _MOSTLY * 2 * half or not page.opinions:
        return False
    ours = runs_of(_pieces(" ".join(signs.kept_lines)))
    return min(_agreement(ours, text) for text in page.opinions) < _AGREES


def _leaves_most(page: PageSigns, signs: Signs) -> bool:
    """Whether the article is short, and more running text stands beside it than in it.

    Readers' comments are no such text.
    """
    if signs.words >= SOME_WORDS:
        return False
    chosen, family = set(page.kept), Family()
    counts = [
        count_words(block.text)
        for block in page.blocks
        if block.index not in chosen
        and not _is_link(block)
        and family.of(block.element).steps_to_name("comment") >= FAR
    ]
    return sum(count for count in counts if count >= _PROSE_WORDS) > _LEFT * signs.words


def _pieces(text: str) -> list[str]:
    """The words; the signs, where the script puts no space between words."""
    words = words_of(text)
    has_spaces = count_words(text) <= 2 * len(text.split())
    return words if has_spaces else [sign for word in words for sign in word]


def _agreement(ours: set[tuple[str, ...]], text: str) -> float:
    theirs = runs_of(_pieces(text))
    return 2 * len(ours & theirs) / max(len(ours) + len(theirs), 1)
