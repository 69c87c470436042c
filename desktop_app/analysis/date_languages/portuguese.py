"""The words that tell dates in Portuguese."""

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
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    weekdays=numbered(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo", 0
    ),
    days={
        "hoje": 0,
        "esta manhã": 0,
        "esta noite": 0,
        "ontem": -1,
        "anteontem": -2,
        "amanhã": 1,
        "depois de amanhã": 2,
    },
    periods=periods_of(
        week_1="na semana passada,semana passada",
        week0="esta semana,nesta semana",
        week1="na próxima semana,próxima semana,na semana que vem",
        month_1="no mês passado,mês passado",
        month0="este mês,neste mês",
        month1="no próximo mês,próximo mês,no mês que vem",
        year_1="no ano passado,ano passado",
        year0="este ano,neste ano",
        year1="no próximo ano,próximo ano,no ano que vem",
        weekend_1="no fim de semana passado,no último fim de semana",
        weekend0="neste fim de semana,este fim de semana",
        weekend1="no próximo fim de semana",
    ),
    units=units_of("dia|dias semana|semanas mês|meses ano|anos"),
    numbers=numbered("um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze"),
    before_year=listed(
        "em,desde,até,de,antes de,depois de,no ano de,no final de,no início de,"
        "em meados de,entre,e,a,por volta de"
    ),
    before_month=listed("em,desde,até,de,no final de,no início de,em meados de,no mês de"),
    before_weekday=listed("na,no,nesta,neste,desde,até,da,do"),
    since=listed("desde,a partir de"),
    ago=("há {n} {unit}", "{n} {unit} atrás", "faz {n} {unit}"),
    past=listed("passado,passada,último,última,na última,no último"),
    coming=listed("próximo,próxima,na próxima,no próximo,que vem"),
    this=listed("este,esta,neste,nesta"),
    will=listed("será,serão,terá,vai,vão,deve,deverá,previsto,prevista"),
    of=listed("de,do"),
    between=listed("entre,de"),
    connect=listed("e,a,até"),
    around=listed("por volta de"),
    century=listed("século"),
    later=(("{n} {unit} antes", -1), ("{n} {unit} depois", 1), ("{n} {unit} mais tarde", 1)),
    seasons=numbered("primavera verão outono inverno"),
    portions=numbered("primeira|primeiro|primeiros segunda|segundo terceira quarta")
    | {"última": -1, "último": -1, "últimos": -1},
    portion_units={
        "semana": "week",
        "dias": "days",
        "metade": "half",
        "semestre": "half",
        "quinzena": "half",
    },
    decades=decades_of(
        "anos {}",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    ),
    feasts=feasts_of(
        "ano novo = 01-01,sexta-feira santa = easter-2,véspera de natal = 12-24,natal = ~12-25"
    ),
)
