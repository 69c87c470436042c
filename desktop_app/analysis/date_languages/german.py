"""The words that tell dates in German."""

from __future__ import annotations

from desktop_app.analysis.date_words import (
    DateWords,
    bent,
    decades_of,
    feasts_of,
    listed,
    numbered,
    periods_of,
    units_of,
)

WORDS = DateWords(
    months=numbered(
        "januar|jänner|jan februar|feber|feb märz april|apr mai juni|jun juli|jul "
        "august|aug september|sept oktober|okt november|nov dezember|dez"
    ),
    weekdays=numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag", 0),
    days={
        "heute": 0,
        "heute morgen": 0,
        "heute abend": 0,
        "gestern": -1,
        "gestern abend": -1,
        "vorgestern": -2,
        "übermorgen": 2,
    },
    periods=periods_of(
        week_1=bent("letzt vergangen vorig", "e en er", "woche"),
        week0=bent("dies", "e er", "woche"),
        week1=bent("nächst kommend", "e en er", "woche"),
        month_1=bent("letzt vergangen vorig", "en er", "monat monats") + ",im vormonat",
        month0=bent("dies laufend", "en em es", "monat monats"),
        month1=bent("nächst kommend", "en er", "monat monats"),
        year_1=bent("letzt vergangen vorig", "es en", "jahr jahres") + ",im vorjahr",
        year0=bent("dies laufend", "es em en", "jahr jahres") + ",heuer",
        year1=bent("nächst kommend", "es en", "jahr jahres"),
        weekend_1=bent("letzt vergangen", "es en", "wochenende"),
        weekend0=bent("dies", "es em", "wochenende") + ",am wochenende",
        weekend1=bent("nächst kommend", "es en", "wochenende"),
    ),
    units={
        **units_of("tag|tage|tagen woche|wochen monat|monate|monaten jahr|jahre|jahren"),
        "jahrzehnt": "decade",
        "jahrzehnten": "decade",
    },
    numbers=numbered(
        "einem|einer|ein|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
    ),
    before_year=listed(
        "im jahr,im jahre,seit,bis,ab,von,vor,nach,anfang,ende,mitte,seit dem jahr,"
        "um,des jahres,in den jahren,zwischen,und,jahr,zum jahr,ab mitte,ab anfang,ab ende,"
        "bis mitte,bis anfang,bis ende,seit mitte"
    ),
    before_month=listed("im,seit,bis,ab,anfang,ende,mitte,seit anfang,seit ende,von,vom"),
    before_weekday=listed("am,seit,bis,ab,vom,am späten,am frühen,bis zum"),
    since=listed("seit,ab"),
    ago=("vor {n} {unit}",),
    past=listed("letzten,vergangenen,vorigen,letzter,vergangener"),
    coming=listed("nächsten,kommenden,nächster,kommender"),
    this=listed("diesen,diesem,dieser"),
    will=listed("wird,werden,soll,sollen,geplant,will,wollen,steht bevor"),
    between=listed("zwischen,von,vom"),
    connect=listed("und,bis,bis zum"),
    around=listed("um,etwa"),
    century=listed("jahrhundert,jahrhunderts"),
    later=(("{n} {unit} zuvor", -1), ("{n} {unit} später", 1), ("{n} {unit} danach", 1)),
    seasons=numbered("frühling|frühjahr sommer herbst winter"),
    parts=listed("anfang,mitte,ende,frühen,späten,mittleren,anfang der,mitte der,ende der"),
    ordinals=numbered(
        "ersten|erstes|erste zweiten|zweites|zweite dritten|drittes|dritte vierten|viertes|vierte"
    ),
    until=listed("bis,bis zum"),
    quarter=listed("quartal,quartals"),
    portions=numbered("ersten|erste zweiten|zweite dritten|dritte vierten|vierte")
    | {"letzten": -1, "letzte": -1},
    portion_units={"woche": "week", "tagen": "days", "tage": "days", "hälfte": "half"},
    decades=decades_of(
        "der {} jahre,den {}n jahren,die {} jahre,den {} jahren,der {}jahre,den {}jahren",
        "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
    ),
    feasts=feasts_of(
        "heiligabend = 12-24,silvester = 12-31,neujahr = 01-01,karfreitag = easter-2,"
        "ostersonntag = easter+0,ostermontag = easter+1,pfingstmontag = easter+50,"
        "pfingstsonntag = easter+49,weihnachten = ~12-25,ostern = ~easter+0,pfingsten = ~easter+49"
    ),
)
