"""The words that tell dates in Swedish."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, numbered, periods_of, units_of

WORDS = DateWords(
    months=numbered(
        "januari|jan februari|feb mars april|apr maj juni juli augusti|aug september|sept "
        "oktober|okt november|nov december|dec"
    ),
    weekdays=numbered(
        "måndag|måndagen|måndags tisdag|tisdagen|tisdags onsdag|onsdagen|onsdags "
        "torsdag|torsdagen|torsdags fredag|fredagen|fredags lördag|lördagen|lördags "
        "söndag|söndagen|söndags",
        0,
    ),
    days={
        "idag": 0,
        "i dag": 0,
        "i kväll": 0,
        "igår": -1,
        "i går": -1,
        "i förrgår": -2,
        "i morgon": 1,
        "imorgon": 1,
        "i övermorgon": 2,
    },
    periods=periods_of(
        week_1="förra veckan",
        week0="den här veckan,denna vecka",
        week1="nästa vecka",
        month_1="förra månaden",
        month0="den här månaden,denna månad",
        month1="nästa månad",
        year_1="förra året,i fjol,ifjol",
        year0="i år,det här året",
        year1="nästa år",
        weekend_1="förra helgen,i helgen",
        weekend0="den här helgen",
        weekend1="nästa helg",
    ),
    units=units_of("dag|dagar vecka|veckor månad|månader år"),
    numbers=numbered("en|ett två tre fyra fem sex sju åtta nio tio elva tolv"),
    before_year=listed(
        "år,i,sedan,från,till,före,efter,i början av,i slutet av,i mitten av,mellan"
    ),
    before_month=listed("i,sedan,från,till,i början av,i slutet av,i mitten av"),
    before_weekday=listed("på,i,från,till,sedan"),
    since=listed("sedan,sedan år"),
    ago=("för {n} {unit} sedan", "för {n} {unit} sen"),
    past=listed("förra,i"),
    coming=listed("nästa,på"),
    this=listed("denna"),
    will=listed("ska,skall,kommer att,väntas,planeras"),
    of=listed("av"),
    between=listed("mellan,från"),
    connect=listed("och,till"),
    around=listed("omkring,cirka"),
    century=listed("århundradet"),
    later=(("{n} {unit} senare", 1), ("{n} {unit} tidigare", -1)),
    seasons=numbered("våren sommaren hösten vintern"),
)
