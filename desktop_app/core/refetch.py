"""What came of fetching an article again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.text_changes import Change

#: ``same``: nothing new. ``changed``: a new version, which is shown. ``beside``: a new version,
#: kept beside the text that is shown. ``refused``: another page came, which never takes the
#: article's place. ``gone``: the page isn't there any more. ``failed``: it couldn't be had now.
Outcome = Literal["same", "changed", "beside", "refused", "gone", "failed"]

_TOLD: Mapping[Outcome, str] = {
    "changed": "changed",
    "beside": "with a version beside your text",
    "same": "as before",
    "refused": "kept as they were",
    "gone": "gone",
    "failed": "not to be had now",
}


def outcomes_in_words(counts: Mapping[str, int]) -> str:
    """How many articles came out how: “3 changed, 1 gone”; empty for none."""
    return ", ".join(f"{counts[name]:,} {words}" for name, words in _TOLD.items() if name in counts)


@dataclass(frozen=True, slots=True)
class LastLook:
    """When an article was fetched again the last time, and what came of it.

    Times are ISO 8601 in UTC. ``obstacle`` is the stable word for what came in place of the
    article: a warning's code, ``front-page``, ``another-page``, ``shortened``, or the kind of a
    CaptureError; empty where it came. ``gone_since`` is the first of the looks in a row at which
    the article wasn't there, else None.
    """

    looked: str
    outcome: Outcome
    obstacle: str = ""
    message: str = ""
    gone_since: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """A page that came in an article's place and was kept beside it, without becoming a version.

    ``obstacle`` is the stable word for what it is, ``message`` a sentence; ``size`` is in bytes.
    """

    id: int
    captured: str
    url: str | None
    obstacle: str
    message: str
    size: int


@dataclass(frozen=True, slots=True)
class RefetchResult:
    """What one look at one article brought; ``message`` is fit to be shown.

    ``changes`` are the article's text with what was added and taken away; ``revision_id`` is the
    new version; ``correction`` the outlet's new notice that it corrected the article;
    ``archived_url`` where the Internet Archive would have the article, where it isn't to be had.
    """

    article_id: int
    title: str | None
    outcome: Outcome
    message: str
    looked: str
    obstacle: str = ""
    revision_id: int | None = None
    changes: tuple[Change, ...] = ()
    correction: str | None = None
    archived_url: str | None = None
    gone_since: str | None = None
