"""The words that tell dates in Norwegian: the Danish ones but for some."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.analysis.date_languages.danish import WORDS as DANISH
from desktop_app.analysis.date_words import numbered, periods_of, units_of

WORDS = replace(
    DANISH,
    months=numbered(
        "januar|jan februar|feb mars april|apr mai juni juli august|aug september|sept "
        "oktober|okt november|nov december|desember|dec"
    ),
    periods=periods_of(
        week_1="forrige uke,sidste uke,i forrige uke",
        week0="denne uke",
        week1="neste uke",
        month_1="forrige måned,sidste måned",
        month0="denne måned",
        month1="neste måned",
        year_1="sidste år,i fjor",
        year0="i år,dette år",
        year1="neste år",
        weekend_1="forrige weekend,i weekenden,i helgen",
        weekend0="denne weekend",
        weekend1="neste weekend",
    ),
    units=units_of("dag|dage|dager uke|uker måned|måneder år"),
)
