"""The words that tell dates in Korean."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, periods_of, units_of

WORDS = DateWords(
    months={form: month for month in range(1, 13) for form in (str(month), f"{month:02d}")},
    weekdays={"월": 0, "화": 1, "수": 2, "목": 3, "금": 4, "토": 5, "일": 6},
    days={"오늘": 0, "어제": -1, "전날": -1, "그제": -2, "그저께": -2, "내일": 1, "모레": 2},
    periods=periods_of(
        week_1="지난주,지난 주",
        week0="이번 주,이번주",
        week1="다음 주,다음주",
        month_1="지난달,지난 달",
        month0="이번 달,이달",
        month1="다음 달,다음달",
        year_1="작년,지난해",
        year0="올해,금년",
        year1="내년",
    ),
    units=units_of("일 주|주일 개월|달 년"),
    numbers={"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6},
    since=listed("부터,이후,이래"),
    ago=listed("전"),
    will=listed("예정,계획,전망"),
    later=(("후", 1),),
    connect=listed("부터,~,∼"),
    century=listed("세기"),
    before_year=(),
    before_month=(),
    before_weekday=(),
    past=(),
    coming=(),
    this=(),
    unspaced=True,
)
