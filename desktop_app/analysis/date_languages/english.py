"""The words that tell dates in English."""

from __future__ import annotations

from desktop_app.analysis.date_words import (
    DateWords,
    decades_of,
    feasts_of,
    listed,
    numbered,
    periods_of,
    units_of,
)

_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ENGLISH_NUMBERS = {
    **numbered(
        "a|an|one two|a_couple_of three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen"
    ),
    **{ten: 10 * number for number, ten in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": 10 * number + last
        for number, ten in enumerate(_TENS, 2)
        for last, one in enumerate(_ONES, 1)
    },
}

WORDS = DateWords(
    months=numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec"
    ),
    weekdays=numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    days={
        "today": 0,
        "earlier today": 0,
        "later today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "last night": -1,
        "the day before yesterday": -2,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    periods=periods_of(
        week_1="last week",
        week0="this week",
        week1="next week",
        month_1="last month",
        month0="this month",
        month1="next month",
        year_1="last year",
        year0="this year",
        year1="next year",
        weekend_1="last weekend,at the weekend,over the weekend",
        weekend0="this weekend",
        weekend1="next weekend",
        quarter_1="last quarter",
        quarter0="this quarter",
        quarter1="next quarter",
    ),
    units={
        **units_of("day|days week|weeks month|months year|years"),
        "decade": "decade",
        "decades": "decade",
        "fortnight": "fortnight",
        "fortnights": "fortnight",
    },
    numbers=_ENGLISH_NUMBERS,
    before_year=listed(
        "in,since,by,until,till,during,before,after,from,of,through,throughout,"
        "back in,as of,early,late,mid,in early,in late,in mid,since early,since late,"
        "early in,late in,around,about,circa,in around,in about,the,end of,"
        "start of,beginning of,middle of,ending in,between,and,to,for,into,than,with"
    ),
    before_month=listed(
        "in,since,by,until,till,during,from,of,through,throughout,early,late,mid,"
        "in early,in late,in mid,since early,since late,early in,late in,before,"
        "after,end of,start of,beginning of,middle of"
    ),
    before_weekday=listed("on,late on,early on,by,until,since,from,before,after"),
    since=listed("since,ever since,since early,since late,since mid"),
    ago=("{n} {unit} ago",),
    past=listed("last,this past,past"),
    coming=listed("next,this coming,coming"),
    this=listed("this"),
    will=listed(
        "will,'ll,’ll,won't,won’t,shall,due,scheduled,expected,upcoming,set to,plans to,"
        "plan to,is to,are to,going to,would,deadline is,deadline for,ahead of,starts,begins,"
        "runs until,planned,is coming,are coming,coming up,heading to,slated"
    ),
    of=listed("of,of the"),
    between=listed("between,from"),
    connect=listed("and,to,until,till,through"),
    around=listed("around,about,circa,in around,in about,approximately"),
    century=listed("century,centuries"),
    later=(
        ("{n} {unit} earlier", -1),
        ("{n} {unit} before", -1),
        ("the previous {unit}", -1),
        ("the prior {unit}", -1),
        ("{n} {unit} later", 1),
        ("the following {unit}", 1),
        ("the next {unit}", 1),
        ("{n} {unit} after that", 1),
        ("the {unit} before", -1),
        ("the {unit} after", 1),
    ),
    seasons=numbered("spring summer autumn|fall winter"),
    parts=listed("early,mid,late,earlier,later,the early,the mid,the late,the end of,end of"),
    ordinals=numbered(
        "first|1st second|2nd third|3rd fourth|4th fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth twenty-first"
    ),
    quarter=listed("quarter"),
    until=listed("until,till"),
    owners=listed("the,its,their,his,her"),
    portions=numbered("first|opening second third fourth") | {"last": -1, "final": -1},
    portion_units={"week": "week", "days": "days", "half": "half"},
    decades=decades_of(
        "the {},the early {},the mid {},the mid-{},the late {}",
        "twenties thirties forties fifties sixties seventies eighties nineties",
    ),
    feasts=feasts_of(
        "christmas eve = 12-24,christmas day = 12-25,boxing day = 12-26,new year's eve = 12-31,"
        "new year's day = 01-01,good friday = easter-2,easter sunday = easter+0,"
        "easter monday = easter+1,christmas = ~12-25,easter = ~easter+0,halloween = ~10-31"
    ),
)
