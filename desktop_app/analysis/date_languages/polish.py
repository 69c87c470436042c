"""The words that tell dates in Polish."""

from __future__ import annotations

from desktop_app.analysis.date_words import (
    DateWords,
    decades_of,
    listed,
    numbered,
    periods_of,
    units_of,
)

WORDS = DateWords(
    months=numbered(
        "stycznia|styczniu|styczeń lutego|lutym|luty marca|marcu|marzec "
        "kwietnia|kwietniu|kwiecień maja|maju|maj czerwca|czerwcu|czerwiec lipca|lipcu|lipiec "
        "sierpnia|sierpniu|sierpień września|wrześniu|wrzesień "
        "października|październiku|październik "
        "listopada|listopadzie|listopad grudnia|grudniu|grudzień"
    ),
    weekdays=numbered(
        "poniedziałek|poniedziałku wtorek|wtorku środę|środa|środy czwartek|czwartku "
        "piątek|piątku sobotę|sobota|soboty niedzielę|niedziela|niedzieli",
        0,
    ),
    days={
        "dziś": 0,
        "dzisiaj": 0,
        "wczoraj": -1,
        "przedwczoraj": -2,
        "jutro": 1,
        "pojutrze": 2,
    },
    periods=periods_of(
        week_1="w zeszłym tygodniu,w ubiegłym tygodniu,w minionym tygodniu",
        week0="w tym tygodniu",
        week1="w przyszłym tygodniu",
        month_1="w zeszłym miesiącu,w ubiegłym miesiącu",
        month0="w tym miesiącu",
        month1="w przyszłym miesiącu",
        year_1="w zeszłym roku,w ubiegłym roku,zeszłego roku,ubiegłego roku",
        year0="w tym roku,bieżącego roku,tego roku",
        year1="w przyszłym roku,przyszłego roku",
        weekend_1="w miniony weekend,w ubiegły weekend",
        weekend0="w ten weekend",
        weekend1="w przyszły weekend",
    ),
    units=units_of("dzień|dni tydzień|tygodnie|tygodni miesiąc|miesiące|miesięcy rok|lata|lat"),
    numbers=numbered(
        "jeden dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście"
    ),
    before_year=listed("w,od,do,po,przed,na początku,pod koniec,w połowie,między"),
    before_month=listed("w,od,do,na początku,pod koniec,w połowie"),
    before_weekday=listed("w,we,od,do"),
    since=listed("od"),
    ago=("{n} {unit} temu", "{unit} temu"),
    past=listed("zeszły,zeszłą,ubiegły,ubiegłą,zeszłego,ubiegłego,miniony,minioną"),
    coming=listed("przyszły,przyszłą,najbliższy,najbliższą"),
    this=listed("ten,tę,tego"),
    will=listed("będzie,będą,odbędzie się,ma,mają,planuje,zostanie,zostaną"),
    behind_year=listed("roku,rok,r."),
    between=listed("od,między"),
    connect=listed("do,a,i"),
    around=listed("około"),
    century=listed("wieku,wiek,w."),
    later=(("{n} {unit} później", 1), ("{n} {unit} wcześniej", -1)),
    seasons=numbered("wiosną|wiosny|wiosna latem|lata jesienią|jesieni|jesień zimą|zimy|zima"),
    decades=decades_of(
        "lata {},lat {},latach {}",
        "dwudzieste|dwudziestych trzydzieste|trzydziestych czterdzieste|czterdziestych "
        "pięćdziesiąte|pięćdziesiątych sześćdziesiąte|sześćdziesiątych "
        "siedemdziesiąte|siedemdziesiątych osiemdziesiąte|osiemdziesiątych "
        "dziewięćdziesiąte|dziewięćdziesiątych",
    ),
)
