"""The words that tell dates in Danish."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, numbered, periods_of, units_of

WORDS = DateWords(
    months=numbered(
        "januar|jan februar|feb marts april|apr maj juni juli august|aug september|sept "
        "oktober|okt november|nov december|desember|dec"
    ),
    weekdays=numbered("mandag tirsdag onsdag torsdag fredag lørdag søndag", 0),
    days={
        "i dag": 0,
        "i aften": 0,
        "i kveld": 0,
        "i går": -1,
        "i forgårs": -2,
        "i morgen": 1,
        "i overmorgen": 2,
    },
    periods=periods_of(
        week_1="sidste uge,i forrige uge",
        week0="denne uge",
        week1="næste uge",
        month_1="sidste måned",
        month0="denne måned",
        month1="næste måned",
        year_1="sidste år,i fjor",
        year0="i år,dette år",
        year1="næste år",
        weekend_1="sidste weekend,i weekenden,i helgen",
        weekend0="denne weekend",
        weekend1="næste weekend",
    ),
    units=units_of("dag|dage|dager uge|uger måned|måneder år"),
    numbers=numbered("en|et|ett|én to tre fire fem seks syv|sju otte|åtte ni ti elleve|elve tolv"),
    before_year=listed(
        "i,siden,fra,til,før,efter,etter,i starten af,i slutningen af,mellem,mellom"
    ),
    before_month=listed("i,siden,fra,til,i begyndelsen af,i slutningen af,i begynnelsen av"),
    before_weekday=listed("på,fra,til,siden"),
    since=listed("siden"),
    ago=("for {n} {unit} siden",),
    past=listed("sidste,forrige"),
    coming=listed("næste,neste,førstkommende"),
    this=listed("denne"),
    will=listed("vil,skal,ventes,planlægges,planlegges,kommer til"),
    of=listed("af,av"),
    between=listed("mellem,mellom,fra"),
    connect=listed("og,til"),
    around=listed("omkring,rundt,cirka"),
    century=listed("århundrede,århundre"),
    later=(("{n} {unit} senere", 1), ("{n} {unit} tidligere", -1)),
    seasons=numbered("foråret|våren sommeren efteråret|høsten vinteren"),
)
