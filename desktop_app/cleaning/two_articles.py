"""Several articles one below the other: where each begins, and a pasted text split between them.

An article begins with a headline, a byline, date or dateline near it, and paragraphs below; a
teaser or a comment has no such body, a section of an article no byline of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop_app.cleaning.boilerplate import boilerplate_reason, opens_tail
from desktop_app.cleaning.byline import opens_byline, split_authors
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.paste_body import body_lines
from desktop_app.cleaning.paste_database import read_record, record_ends
from desktop_app.cleaning.paste_email import read_mail
from desktop_app.cleaning.paste_lines import PasteLine, paste_lines
from desktop_app.cleaning.warning_signs import count_words

#: Words, and paragraphs, that an article has at least.
_LEAST_WORDS, _LEAST_PARAGRAPHS = 60, 2
_PARAGRAPH_WORDS = 14
_MAX_TAIL = 60
_MAX_ARTICLES, _MAX_LINES = 40, 4_000
_HEADLINE_WORDS = range(3, 27)
_MIN_HEADLINE, _MAX_HEADLINE = 18, 200
#: A byline or date stands within so many lines of the headline.
_NEAR = 2
_SENTENCE_END = re.compile(r"[.。।;,:][\"'”’»)\]]*$")
#: A line that parts two documents: rules, and the numbers that news databases give.
_RULE = re.compile(r"\s*(?:[-–—_=*#~•]\s?){5,}\s*$|\s*(?:\*\s*){3,}$")
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][^\n.!?—–-]{1,50})?(?:\(\w[^()\n]{1,30}\)|,\s[^\n.!?—–-]{3,30}/[A-Z]{2,8}/)"
    r"\s{0,2}[-–—]{1,2}\s"
)


def article_starts(
    lines: Sequence[str], may_open: Callable[[int], bool], is_body: Callable[[int], bool]
) -> list[int]:
    """The numbers of the lines with which articles begin; empty where there are not two at least.

    ``may_open`` tells which lines may be headlines, ``is_body`` which are some article's text.
    """
    starts: list[int] = []
    for at in range(min(len(lines), _MAX_LINES)):
        if _opens_comments(lines[at]):
            break
        if may_open(at) and _is_signed(lines, at) and len(starts) < _MAX_ARTICLES:
            starts.append(at)
    if len(starts) < 2:
        return []
    starts = _with_bodies(lines, starts, is_body)
    return starts if len(starts) > 1 else []


def _opens_comments(line: str) -> bool:
    is_tail = len(line) <= _MAX_TAIL and opens_tail(line)
    return is_tail and boilerplate_reason(line) == "comment"


def starts_in_paste(lines: Sequence[PasteLine], kept: Sequence[bool]) -> list[int]:
    """The lines of a paste with which its articles begin; ``kept`` tells which are text."""
    texts = [line.text for line in lines]
    if records := record_starts(texts):
        return records
    starts = article_starts(texts, lambda at: _is_headline(texts[at]), kept.__getitem__)
    return starts or _after_rules(texts, kept)


def split_articles(text: str) -> tuple[str, ...]:
    """The articles of a pasted text, each as it was pasted; one where there is but one.

    What stands above the first headline goes with the first article, a mail's header too, and its
    signature with the last. Lines broken at a fixed width are joined and the quote marks of a mail
    taken off; nothing else is lost.
    """
    mail = read_mail(text)
    if mail is None:
        return _split(text)
    parts = _split(mail.text)
    if len(parts) < 2:
        return (text,)
    first = "\n".join((*mail.header, "", parts[0])).lstrip("\n")
    last = "\n".join((parts[-1], *mail.footer))
    return (first, *parts[1:-1], last)


def _split(text: str) -> tuple[str, ...]:
    lines = paste_lines(text)
    if len(lines) > _MAX_LINES:
        return (text,)
    starts = starts_in_paste(lines, body_lines(lines))
    if not starts:
        return (text,)
    edges = [0, *(_with_rule(lines, at) for at in starts[1:]), len(lines)]
    return tuple(_pasted(lines[first:last]) for first, last in pairwise(edges))


def record_starts(lines: Sequence[str]) -> list[int]:
    """The first lines of a news database's records, where there are two at least.

    They are told by their own ends, or by rules between them.
    """
    lines = lines[:_MAX_LINES]
    return _all_records(lines, record_ends(lines)[:_MAX_ARTICLES]) or _all_records(
        lines, _ends_by_rules(lines)
    )


def _ends_by_rules(lines: Sequence[str]) -> list[int]:
    rules = [at for at, line in enumerate(lines) if _RULE.match(line[:200])][:_MAX_ARTICLES]
    return [at for at in rules if at] + ([] if rules[-1:] == [len(lines) - 1] else [len(lines)])


def _all_records(lines: Sequence[str], ends: Sequence[int]) -> list[int]:
    """Where the parts begin that end before these lines, if each of them is a record."""
    starts = [0, *ends[:-1]]
    parts = zip(starts, ends, strict=False)
    is_all = len(ends) > 1 and all(read_record(lines[start:end]) for start, end in parts)
    return starts if is_all else []


def _pasted(lines: Sequence[PasteLine]) -> str:
    return "".join("\n" * (line.blanks + 1) + line.text for line in lines).strip("\n")


def _is_headline(line: str) -> bool:
    least = _MIN_HEADLINE if line.isascii() or " " in line else _MIN_HEADLINE // 3
    if count_words(line) not in _HEADLINE_WORDS or not least <= len(line) <= _MAX_HEADLINE:
        return False
    if _SENTENCE_END.search(line) or is_date_line(line) or _is_byline(line):
        return False
    return not boilerplate_reason(line) and not opens_tail(line)


def _is_byline(line: str) -> bool:
    return len(line) < 120 and opens_byline(line) and bool(split_authors(line))


def _is_signed(lines: Sequence[str], at: int) -> bool:
    """Whether a byline or a date, or a dateline, stands right below the headline."""
    for line in lines[at + 1 : at + 1 + _NEAR]:
        # “— Jane Roe (@jane) 3 May 2021” signs a post that the article quotes.
        if "@" in line or line.startswith(("—", "–")):
            return False
        if _is_byline(line) or (is_date_line(line) and len(line) < 80):
            return True
        if count_words(line) >= _PARAGRAPH_WORDS and _DATELINE.match(line[:120]):
            return True
    return False


def _with_bodies(
    lines: Sequence[str], starts: Sequence[int], is_body: Callable[[int], bool]
) -> list[int]:
    """The starts that have a body before the next; one without belongs to the page around."""
    edges = [*starts[1:], len(lines)][: len(starts)]
    return [
        at
        for at, end in zip(starts, edges, strict=True)
        if _is_body(
            [line for number, line in enumerate(lines[at + 1 : end], at + 1) if is_body(number)]
        )
    ]


def _is_body(lines: Sequence[str]) -> bool:
    words = [count_words(line) for line in lines if not boilerplate_reason(line)]
    paragraphs = [count for count in words if count >= _PARAGRAPH_WORDS]
    return len(paragraphs) >= _LEAST_PARAGRAPHS and sum(paragraphs) >= _LEAST_WORDS


def _after_rules(lines: Sequence[str], kept: Sequence[bool]) -> list[int]:
    """The starts of parts that rules divide, where each part has a headline and a body."""
    rules = [at for at, line in enumerate(lines[:_MAX_LINES]) if _RULE.match(line[:200])]
    if not rules or len(rules) > _MAX_ARTICLES:
        return []
    starts = [0, *(at + 1 for at in rules)]
    for start, end in zip(starts, [*rules, len(lines)], strict=True):
        body = [
            line for line, keeps in zip(lines[start:end], kept[start:end], strict=True) if keeps
        ]
        if start >= end or not _is_headline(lines[start]) or not _is_body(body):
            return []
    return starts


def _with_rule(lines: Sequence[PasteLine], at: int) -> int:
    """The line of a rule above the start, or the start itself."""
    return at - 1 if at and _RULE.match(lines[at - 1].text[:200]) else at
