"""How the parts of a document stand on its pages: levels in the outline, what begins a page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.export.documents.document import Heading, OwnText, Part, WholeArticle

#: Text of the author's before an article that is no longer than this shares its first page.
_SHORT_TEXT = 1_500
#: Headings of these levels begin a page.
_LARGE_HEADING = 2


def outline_levels(parts: Sequence[Part]) -> list[int]:
    """The level of each part in the outline, from 1, so that none is left out between two.

    Of a heading its own, of an article one below the heading it stands under, of all else that of
    the heading it stands under, 0 where there is none.
    """
    above: list[int] = []
    levels = []
    for part in parts:
        if isinstance(part, Heading):
            while above and above[-1] >= part.level:
                above.pop()
            above.append(part.level)
            levels.append(len(above))
        elif isinstance(part, OwnText):
            levels.append(len(above))
        else:
            levels.append(len(above) + 1)
    return levels


def page_groups(parts: Sequence[Part], *, new_pages: bool = True) -> list[range]:
    """The parts, by their places, that begin on a page of their own and run on together.

    A whole article begins a page, together with the headings and the short text before it, and so
    does a large heading. Excerpts and the author's text run on, and so do articles without
    ``new_pages``.
    """
    begins: list[int] = []
    for place in range(len(parts)):
        if not begins or _begins_page(parts[begins[-1] : place], parts[place], new_pages):
            begins.append(place)
    return [range(*pair) for pair in zip(begins, [*begins[1:], len(parts)], strict=True)]


def _begins_page(before: Sequence[Part], part: Part, new_pages: bool) -> bool:
    if isinstance(part, WholeArticle):
        return new_pages and not _is_opening(before)
    if isinstance(part, Heading):
        has_article = new_pages and any(isinstance(each, WholeArticle) for each in before)
        is_large = part.level <= _LARGE_HEADING
        return has_article or (is_large and not all(isinstance(each, Heading) for each in before))
    return False


def _is_opening(before: Sequence[Part]) -> bool:
    """Whether these are headings with no more than a few words of the author's."""
    if not all(isinstance(each, Heading | OwnText) for each in before):
        return False
    return sum(len(each.markdown) for each in before if isinstance(each, OwnText)) <= _SHORT_TEXT
