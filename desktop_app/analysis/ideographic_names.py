"""Persons in Chinese, Japanese and Korean text, which has neither capitals nor (mostly) spaces.

Which language a text is in tells its script: kana are Japanese, hangul is Korean, Han alone
Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.analysis.chinese_names import chinese_names
from desktop_app.analysis.japanese_names import japanese_names
from desktop_app.analysis.korean_names import korean_names
from desktop_app.analysis.name_resolution import PersonMention
from desktop_app.analysis.sentences import Sentence
from desktop_app.analysis.unspaced_text import Found
from desktop_app.core.article import Mention

_HAN = re.compile("[\u4e00-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# One kana to so many Han: a Japanese name or brand in a Chinese text makes it no Japanese one.
_SOME_KANA = 20


def ideographic_mentions(text: str, sentences: Sequence[Sentence]) -> Iterator[PersonMention]:
    """The mentions of persons in Han, kana or hangul, in the order of the text."""
    found: Iterable[Found] = ()
    if _HANGUL.search(text):
        found = korean_names(text)
    elif _HAN.search(text) or _KANA.search(text):
        found = japanese_names(text) if _is_japanese(text) else chinese_names(text)
    places = iter(sentences)
    around = next(places, None)
    for each in sorted(found, key=lambda each: each.start):
        while around is not None and around.end <= each.start:
            around = next(places, None)
        written = text[each.start : each.end]
        sentence = around.text if around else written
        mention = Mention(each.start, each.end, written, None, sentence)
        yield PersonMention(mention, base=None if each.name == written else each.name)


def _is_japanese(text: str) -> bool:
    return _SOME_KANA * len(_KANA.findall(text)) >= len(_HAN.findall(text))
