"""Text without what nobody sees and no file of words may hold, and how it runs."""

from __future__ import annotations

import re
import unicodedata

#: Control characters, halves of surrogates, private ones, those that are no characters at all, and
#: the two marks that turn the letters behind them round whatever they are.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
#: The tags that spell the flags of Scotland and others, among the ones above.
_FLAG_TAGS = re.compile("(?<=\U0001f3f4)[\U000e0061-\U000e007a\U000e0030-\U000e0039]+\U000e007f")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\u00a0\u202f\u3000]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
#: How much of a text tells how it runs, in characters.
_SAMPLE = 2_000


def visible(text: str) -> str:
    """The text on one line, composed, without what nobody sees."""
    return _SPACES.sub(" ", visible_lines(text))


def visible_lines(text: str) -> str:
    """As ``visible``, with lines and spaces kept: for program code and for notes."""
    composed = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    if "\U0001f3f4" not in composed:
        return _UNSEEN.sub("", composed)
    pieces, done = [], 0
    for flag in _FLAG_TAGS.finditer(composed):
        pieces += [_UNSEEN.sub("", composed[done : flag.start()]), flag[0]]
        done = flag.end()
    return "".join([*pieces, _UNSEEN.sub("", composed[done:])])


def language_tag(tag: str | None) -> str:
    """The tag where it is one of BCP 47, as files name languages; else nothing."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else ""


def runs_to_left(text: str) -> bool:
    """Whether most letters at the text's beginning run from right to left."""
    kinds = [unicodedata.bidirectional(letter) for letter in text[:_SAMPLE]]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")
