"""The words that tell dates in Italian."""

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
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre"
    ),
    weekdays=numbered("lunedì martedì mercoledì giovedì venerdì sabato domenica", 0),
    days={
        "oggi": 0,
        "stamattina": 0,
        "stamane": 0,
        "stasera": 0,
        "ieri": -1,
        "ieri sera": -1,
        "l'altro ieri": -2,
        "l’altro ieri": -2,
        "domani": 1,
        "dopodomani": 2,
    },
    periods=periods_of(
        week_1="la settimana scorsa,la scorsa settimana",
        week0="questa settimana",
        week1="la prossima settimana,la settimana prossima",
        month_1="il mese scorso,lo scorso mese",
        month0="questo mese",
        month1="il prossimo mese,il mese prossimo",
        year_1="anno scorso,l'anno scorso,l’anno scorso,lo scorso anno",
        year0="quest'anno,quest’anno",
        year1="il prossimo anno,l'anno prossimo,l’anno prossimo",
        weekend_1="lo scorso fine settimana",
        weekend0="questo fine settimana",
        weekend1="il prossimo fine settimana",
    ),
    units=units_of("giorno|giorni settimana|settimane mese|mesi anno|anni"),
    numbers=numbered("un|una|uno due tre quattro cinque sei sette otto nove dieci undici dodici"),
    before_year=listed(
        "nel,dal,del,fino al,entro il,prima del,dopo il,alla fine del,all'inizio del,"
        "all’inizio del,a metà del,tra il,e il,verso il,il"
    ),
    before_month=listed(
        "a,in,da,di,dallo scorso,nel mese di,a fine,a inizio,a metà,entro,fino a,ad"
    ),
    before_weekday=listed("di,nella giornata di,da,entro,fino a,"),
    since=listed("dal,da,dallo scorso"),
    ago=("{n} {unit} fa",),
    past=listed("scorso,scorsa,lo scorso,passato"),
    coming=listed("prossimo,prossima,il prossimo"),
    this=listed("questo,questa"),
    will=listed("sarà,saranno,avrà,dovrà,si terrà,previsto,prevista"),
    of=listed("di,del"),
    between=listed("tra il,dal,fra il"),
    connect=listed("e il,al"),
    around=listed("verso il"),
    century=listed("secolo"),
    later=(("{n} {unit} prima", -1), ("{n} {unit} dopo", 1), ("{n} {unit} più tardi", 1)),
    seasons=numbered("primavera estate autunno inverno"),
    portions=numbered("prima|primi seconda terza quarta") | {"ultima": -1, "ultimi": -1},
    portion_units={"settimana": "week", "giorni": "days", "metà": "half"},
    decades=decades_of(
        "anni {}",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    ),
    feasts=feasts_of(
        "capodanno = 01-01,venerdì santo = easter-2,pasquetta = easter+1,natale = ~12-25,"
        "pasqua = ~easter+0"
    ),
)
