"""The outlet that a line says it speaks for: “…reports The Morning Herald”, “Source: …”."""

from __future__ import annotations

import re
from functools import cache

from desktop_app.cleaning.byline import agency_named
from desktop_app.cleaning.vocabulary import all_phrases

_NAME = r"(?P<outlet>[^\W\d_a-z][^\n.…;:!?()\[\]|]{2,60}?)"


def outlet_in(line: str) -> str | None:
    """The outlet named at the very end of a standfirst (“…reports Asian Lite News”)."""
    match = _reports().search(line[-120:])
    name = match["outlet"].strip() if match else ""
    words = name.split()
    if not 1 <= len(words) <= 6 or agency_named(name):
        return None
    return name if all(word[:1].isupper() or len(word) <= 3 for word in words) else None


@cache
def _reports() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in all_phrases("byline", "outlet"))
    # The verb must follow a break in the sentence: “the paper reports Mr X” is no credit.
    return re.compile(rf"(?:…|\.\.\.|[-–—|])\s*(?i:{verbs})\s*:?\s+(?:by\s+)?{_NAME}\s*\.?$")
