"""The words that tell dates in Spanish."""

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
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre "
        "octubre noviembre diciembre"
    ),
    weekdays=numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    days={
        "hoy": 0,
        "esta mañana": 0,
        "esta tarde": 0,
        "esta noche": 0,
        "ayer": -1,
        "anoche": -1,
        "anteayer": -2,
        "antier": -2,
        "pasado mañana": 2,
    },
    periods=periods_of(
        week_1="la semana pasada,la pasada semana",
        week0="esta semana",
        week1="la próxima semana,la semana próxima,la semana que viene",
        month_1="el mes pasado,el pasado mes",
        month0="este mes",
        month1="el próximo mes,el mes próximo,el mes que viene",
        year_1="el año pasado,el pasado año,año pasado,pasado año",
        year0="este año",
        year1="el próximo año,el año próximo,el año que viene",
        weekend_1="el fin de semana pasado,el pasado fin de semana",
        weekend0="este fin de semana",
        weekend1="el próximo fin de semana",
    ),
    units=units_of("día|días semana|semanas mes|meses año|años"),
    numbers=numbered("un|una dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    before_year=listed(
        "en,desde,hasta,antes de,después de,a finales de,a principios de,"
        "a mediados de,finales de,principios de,de,del año,el año,en el año,entre,y,"
        "a,hacia,del"
    ),
    before_month=listed(
        "en,desde,hasta,a finales de,a principios de,a mediados de,de,el mes de,en el mes de"
    ),
    before_weekday=listed("el,este,del,desde el,hasta el,al"),
    since=listed("desde,desde el"),
    ago=("hace {n} {unit}",),
    past=listed("pasado,el pasado,último"),
    coming=listed("próximo,el próximo,que viene"),
    this=listed("este"),
    will=listed("será,serán,tendrá,va a,van a,prevé,prevista,previsto"),
    of=listed("de,del"),
    between=listed("entre,del,de,desde"),
    connect=listed("y,y el,al,a,hasta"),
    around=listed("hacia"),
    century=listed("siglo"),
    later=(("{n} {unit} antes", -1), ("{n} {unit} después", 1), ("{n} {unit} más tarde", 1)),
    seasons=numbered("primavera verano otoño invierno"),
    portions=numbered("primera|primer|primeros segunda|segundo tercera|tercer cuarta")
    | {"última": -1, "último": -1, "últimos": -1},
    portion_units={
        "semana": "week",
        "días": "days",
        "mitad": "half",
        "semestre": "half",
        "quincena": "half",
    },
    decades=decades_of(
        "años {}",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    ),
    feasts=feasts_of(
        "nochebuena = 12-24,nochevieja = 12-31,año nuevo = 01-01,viernes santo = easter-2,"
        "domingo de resurrección = easter+0,navidad = ~12-25"
    ),
)
