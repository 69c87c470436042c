"""The words that tell dates in French."""

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
        "janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre"
    ),
    weekdays=numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    days={
        "aujourd'hui": 0,
        "aujourd’hui": 0,
        "ce matin": 0,
        "ce soir": 0,
        "hier": -1,
        "hier soir": -1,
        "avant-hier": -2,
        "demain": 1,
        "après-demain": 2,
    },
    periods=periods_of(
        week_1="la semaine dernière,la semaine passée",
        week0="cette semaine",
        week1="la semaine prochaine",
        month_1="le mois dernier,le mois passé",
        month0="ce mois-ci",
        month1="le mois prochain",
        year_1="l'an dernier,l’an dernier,l'année dernière,l’année dernière,l'an passé,l’an passé",
        year0="cette année",
        year1="l'an prochain,l’an prochain,l'année prochaine,l’année prochaine",
        weekend_1="le week-end dernier",
        weekend0="ce week-end",
        weekend1="le week-end prochain",
    ),
    units=units_of("jour|jours semaine|semaines mois an|ans|année|années"),
    numbers=numbered("un|une deux trois quatre cinq six sept huit neuf dix onze douze"),
    before_year=listed(
        "en,depuis,dès,avant,après,jusqu'en,jusqu’en,fin,début,mi,de,vers,"
        "l'année,l’année,entre,et,à,à partir de,courant"
    ),
    before_month=listed(
        "en,depuis,fin,début,mi,dès,jusqu'en,jusqu’en,au mois de,de,à partir de,courant"
    ),
    before_weekday=listed("ce,le,depuis,dès,avant,jusqu'à,jusqu’à,"),
    since=listed("depuis,dès,à partir de"),
    ago=("il y a {n} {unit}", "voici {n} {unit}"),
    past=listed("dernier,passé"),
    coming=listed("prochain"),
    this=listed("ce,cette"),
    will=listed("sera,seront,aura,auront,doit,devrait,devra,va,vont,prévu,prévue"),
    of=listed("de"),
    between=listed("entre,du,de"),
    connect=listed("et,au,à"),
    around=listed("vers"),
    century=listed("siècle"),
    later=(("{n} {unit} plus tôt", -1), ("{n} {unit} auparavant", -1), ("{n} {unit} plus tard", 1)),
    seasons=numbered("printemps été automne hiver"),
    portions=numbered("première|premier deuxième|seconde|second troisième quatrième")
    | {"dernière": -1, "derniers": -1, "premiers": 1},
    portion_units={
        "semaine": "week",
        "jours": "days",
        "moitié": "half",
        "semestre": "half",
        "quinzaine": "half",
    },
    decades=decades_of(
        "années {}",
        "vingt trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts "
        "quatre-vingt-dix",
    ),
    feasts=feasts_of(
        "vendredi saint = easter-2,lundi de pâques = easter+1,dimanche de pâques = easter+0,"
        "noël = ~12-25,pâques = ~easter+0"
    ),
)
