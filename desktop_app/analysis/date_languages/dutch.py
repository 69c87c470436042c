"""The words that tell dates in Dutch."""

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

WORDS = DateWords(
    months=numbered(
        "januari|jan februari|feb maart april|apr mei juni|jun juli|jul augustus|aug "
        "september|sep|sept oktober|okt november|nov december|dec"
    ),
    weekdays=numbered("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", 0),
    days={
        "vandaag": 0,
        "vanochtend": 0,
        "vanmorgen": 0,
        "vanmiddag": 0,
        "vanavond": 0,
        "gisteren": -1,
        "gisteravond": -1,
        "eergisteren": -2,
        "morgen": 1,
        "overmorgen": 2,
    },
    periods=periods_of(
        week_1="vorige week,afgelopen week",
        week0="deze week",
        week1="volgende week,komende week",
        month_1="vorige maand,afgelopen maand",
        month0="deze maand",
        month1="volgende maand,komende maand",
        year_1="vorig jaar,afgelopen jaar",
        year0="dit jaar",
        year1="volgend jaar,komend jaar",
        weekend_1="afgelopen weekend,vorig weekend",
        weekend0="dit weekend",
        weekend1="komend weekend,volgend weekend",
    ),
    units=units_of("dag|dagen week|weken maand|maanden jaar|jaren"),
    numbers=numbered("een|één twee drie vier vijf zes zeven acht negen tien elf twaalf"),
    before_year=listed(
        "in,sinds,tot,vanaf,voor,na,van,begin,eind,medio,in het jaar,rond,tussen,en,"
        "sinds begin,sinds eind"
    ),
    before_month=listed("in,sinds,tot,vanaf,begin,eind,medio,van,half"),
    before_weekday=listed("op,sinds,tot,vanaf,afgelopen,"),
    since=listed("sinds,vanaf,sinds begin,sinds eind"),
    ago=("{n} {unit} geleden",),
    past=listed("vorige,afgelopen"),
    coming=listed("volgende,komende,aanstaande"),
    this=listed("deze,dit"),
    will=listed("zal,zullen,gaat,gaan,wordt,moet,gepland"),
    of=listed("van"),
    between=listed("tussen,van"),
    connect=listed("en,tot,tot en met,t/m"),
    around=listed("rond,omstreeks"),
    century=listed("eeuw"),
    later=(("{n} {unit} eerder", -1), ("{n} {unit} later", 1)),
    seasons=numbered("lente|voorjaar zomer herfst|najaar winter"),
    portions=numbered("eerste tweede derde vierde") | {"laatste": -1},
    portion_units={"week": "week", "dagen": "days", "helft": "half"},
    decades=decades_of(
        "jaren {}",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    ),
    feasts=feasts_of(
        "kerstavond = 12-24,eerste kerstdag = 12-25,tweede kerstdag = 12-26,oudejaarsavond = 12-31,"
        "nieuwjaarsdag = 01-01,goede vrijdag = easter-2,eerste paasdag = easter+0,"
        "tweede paasdag = easter+1,kerst = ~12-25,pasen = ~easter+0"
    ),
)
