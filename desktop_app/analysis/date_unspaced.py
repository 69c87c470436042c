"""The forms of dates in Chinese, Japanese and Korean, whose words have no spaces between them.

Groups are named as in `date_patterns`, so that `date_resolution` gives them their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.analysis.date_words import DateWords

_YEAR = r"(?<!\d)(?:1[0-9]|20|21)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_OF_YEAR, _OF_MONTH, _OF_DAY = "[年년]", "[月월]", "[日号號일]"
_WEEKDAY = (
    r"(?:周|週|星期|礼拜|禮拜)(?P<weekday>[一二三四五六日天])|(?P<weekday2>[{days}])[曜요][日일]"
)


def unspaced_patterns(words: DateWords) -> list[tuple[str, str]]:
    """Kind and pattern of every form, the longer ones first."""
    since = rf"(?:\s?(?P<pre>{_any(words.since)}))?"
    years = _any(phrase for phrase, (unit, _) in words.periods.items() if unit == "year")
    relative_months = _any(p for p, (unit, _) in words.periods.items() if unit == "month")
    year = rf"(?:(?P<year>{_YEAR})\s?{_OF_YEAR}\s?|(?P<relyear>{years})(?:の|\s)?)"
    month = rf"(?<!\d)(?P<month>{_MONTH})\s?{_OF_MONTH}"
    day = rf"(?P<day>{_DAY})\s?{_OF_DAY}"
    number = rf"(?<!\d)(?P<number>\d{{1,3}}|{_any(words.numbers)})\s?(?P<unit>{_any(words.units)})"
    weekday = _WEEKDAY.format(days="".join(words.weekdays))
    forms = [
        (
            "days",
            rf"{year}?{month}\s?(?P<day>{_DAY})\s?{_OF_DAY}?\s?(?:至|到|から|부터|[~〜～∼–-])"
            rf"\s?(?P<last>{_DAY})\s?{_OF_DAY}",
        ),
        ("day", rf"{year}?{month}\s?{day}{since}"),
        ("month", rf"{year}?{month}(?:份)?(?!\s?\d|[曜요日일]){since}"),
        ("decade", r"(?P<decade>(?<!\d)(?:1\d\d0|20[0-2]0))\s?[年년][代대]"),
        (
            "decade",
            r"(?:20\s?世[纪紀]|上世[纪紀]|20세기)?\s?(?<!\d)(?P<short>[2-9]0)\s?[年년][代대]",
        ),
        ("century", rf"(?<!\d)(?P<century>1\d|2[01]|[2-9])\s?{_any(words.century)}"),
        ("plainyear", rf"(?P<year>{_YEAR})\s?{_OF_YEAR}(?![代대度前전后後间間]){since}"),
        (
            "weekday_of",
            rf"(?P<week>上|本|这|這|下|先週の?|今週の?|来週の?|지난주\s?|이번\s?주\s?|"
            rf"다음\s?주\s?)?(?:个|個)?(?:{weekday})",
        ),
        (
            "monthday",
            rf"(?:(?P<relmonth>{relative_months})(?:の|\s)?)?(?<![\d.,:])(?<!\d月)"
            rf"{day}(?![間间간前전後后후程]){since}",
        ),
        ("period", rf"(?P<period>{_any(words.periods)})(?!\s?\d{{1,3}}\s?[岁歲歳才세살])"),
        ("today", rf"(?P<today>{_any(words.days)})"),
        ("ago", rf"{number}\s?{_any(words.ago)}"),
    ]
    if words.eras:
        forms.insert(
            0,
            (
                "era",
                rf"(?P<era>{_any(words.eras)})(?P<number>\d{{1,2}}|元)年"
                rf"(?:\s?{month}(?:\s?{day})?)?",
            ),
        )
    return forms


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"
