"""What a page's data and build tell of a wall, or of more text than it shows, where no words do.

Each sign is weighed in ``page_warnings``; phrases about subscriptions are ``warning_signs``'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.cleaning.boilerplate import boilerplate_reason
from desktop_app.cleaning.page_blocks import PageBlock

_NOT_FREE = re.compile(r'"isAccessibleForFree"\s{0,5}:\s{0,5}"?false', re.IGNORECASE)
_WORD_COUNT = re.compile(r'"wordCount"\s{0,5}:\s{0,5}"?(\d{2,6})\b')
#: What the end of a walled text is called that fades away or can't be read.
_FADED = re.compile(r"(?:^|[\s_-])(?:blur(?:red)?|fade-?out|fade-to-[a-z]{1,20})(?:$|[\s_-])")
_MINUTES = re.compile(r"\d{1,3}")
_MOST_MINUTES, _WORDS_A_MINUTE = 60, 200
_SCRIPTS = 20


def says_not_free(data_scripts: Sequence[tuple[str, str]]) -> bool:
    """Whether the page's data calls the article not free."""
    return any(_NOT_FREE.search(text) for _, text in data_scripts[:_SCRIPTS])


def told_word_count(data_scripts: Sequence[tuple[str, str]]) -> int:
    """How many words the article has according to the page's data; 0 where it doesn't tell."""
    counts = (_WORD_COUNT.findall(text) for _, text in data_scripts[:_SCRIPTS])
    return max((int(count) for found in counts for count in found), default=0)


def told_reading_words(blocks: Sequence[PageBlock], first: int) -> int:
    """How many words the reading time above block ``first`` stands for; 0 where there is none."""
    for block in blocks[max(0, first - 12) : first]:
        minutes = _MINUTES.search(block.text)
        if minutes and boilerplate_reason(block.text) == "reading time":
            return min(int(minutes[0]), _MOST_MINUTES) * _WORDS_A_MINUTE
    return 0


def fades_away(block: PageBlock) -> bool:
    """Whether the block stands in something that is built to be blurred or to fade out."""
    around = (block.element, *block.element.iterancestors())
    return any(_FADED.search((node.get("class") or "")[:300].lower()) for node in around)
