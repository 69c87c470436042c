"""The words that tell dates in Czech."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, numbered, periods_of, units_of

WORDS = DateWords(
    months=numbered(
        "ledna|lednu|leden února|únoru|únor března|březnu|březen dubna|dubnu|duben "
        "května|květnu|květen června|červnu|červen července|červenci|červenec srpna|srpnu|srpen "
        "září října|říjnu|říjen listopadu|listopad prosince|prosinci|prosinec"
    ),
    weekdays=numbered(
        "pondělí úterý středu|středa|středy čtvrtek|čtvrtka pátek|pátku|pátka "
        "sobotu|sobota|soboty neděli|neděle",
        0,
    ),
    days={"dnes": 0, "včera": -1, "předevčírem": -2, "zítra": 1, "pozítří": 2},
    periods=periods_of(
        week_1="minulý týden,uplynulý týden",
        week0="tento týden",
        week1="příští týden",
        month_1="minulý měsíc",
        month0="tento měsíc",
        month1="příští měsíc",
        year_1="loni,minulý rok,v loňském roce",
        year0="letos,tento rok,v letošním roce",
        year1="příští rok,v příštím roce",
        weekend_1="minulý víkend",
        weekend0="tento víkend",
        weekend1="příští víkend",
    ),
    units=units_of("den|dny|dní|dnem týden|týdny|týdnů měsíc|měsíce|měsíci rok|roky|lety|let"),
    numbers=numbered(
        "jeden|jedním dva|dvě|dvěma tři|třemi čtyři|čtyřmi pět|pěti šest|šesti "
        "sedm|sedmi osm|osmi devět|devíti deset|deseti"
    ),
    before_year=listed("v roce,od roku,do roku,po roce,před rokem,roku,v,od,do,počátkem,koncem"),
    before_month=listed("v,od,do,začátkem,koncem,v polovině,na začátku,na konci"),
    before_weekday=listed("v,ve,od,do"),
    since=listed("od,od roku"),
    ago=("před {n} {unit}",),
    past=listed("minulý,minulou,uplynulý,loňský"),
    coming=listed("příští,nadcházející"),
    this=listed("tento,tuto,letošní"),
    will=listed("bude,budou,má,mají,plánuje,proběhne,uskuteční"),
    between=listed("od,mezi"),
    connect=listed("do,a"),
    around=listed("kolem,okolo"),
    century=listed("století"),
    later=(("o {n} {unit} později", 1), ("o {n} {unit} dříve", -1)),
    seasons=numbered("jaře|jara|jaro létě|léta|léto podzim|podzimu zimě|zimy|zima"),
)
