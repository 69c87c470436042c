"""How a page's words are spread over its containers, and which holds the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from desktop_app.cleaning.page_blocks import PageBlock

#: What a block of running text gives to the three containers around it.
_GIVEN = (1.0, 0.6, 0.3)
_NAME_WORDS = re.compile(r"[a-z]+(?:[-_][a-z]+)*")


@dataclass(frozen=True, slots=True)
class Containers:
    """Words and linked words below each element; ``best`` holds most running text."""

    words: dict[HtmlElement | None, float]
    linked: dict[HtmlElement | None, float]
    best: HtmlElement | None

    def distance(self, element: HtmlElement) -> int:
        """How many steps above the element's parent the best container is; depth if it isn't."""
        steps, node = 0, element.getparent()
        while node is not None and node is not self.best:
            steps, node = steps + 1, node.getparent()
        return steps


def containers_of(
    blocks: Sequence[PageBlock], counts: Sequence[float], link_shares: Sequence[float]
) -> Containers:
    """Add the blocks' words up over the elements around them."""
    words: dict[HtmlElement | None, float] = {}
    linked: dict[HtmlElement | None, float] = {}
    scores: dict[HtmlElement, float] = {}
    for block, count, share in zip(blocks, counts, link_shares, strict=True):
        running = count > 8 and share < 0.4
        node, step = block.element.getparent(), 0
        while node is not None:
            words[node] = words.get(node, 0.0) + count
            linked[node] = linked.get(node, 0.0) + count * share
            if running and step < len(_GIVEN):
                scores[node] = scores.get(node, 0.0) + count * _GIVEN[step]
            node, step = node.getparent(), step + 1
    best = max(scores, key=scores.__getitem__) if scores else None
    return Containers(words, linked, best)


def signature(element: HtmlElement) -> str:
    """How an element is built: tag and names of it and two ancestors, numbers left out."""
    around = (element, *islice(element.iterancestors(), 2))
    return "/".join([f"{node.tag}.{_names(node.get('class') or '')}" for node in around])


@lru_cache(maxsize=8192)
def _names(classes: str) -> str:
    return " ".join(_NAME_WORDS.findall(classes[:200].lower())[:4])
