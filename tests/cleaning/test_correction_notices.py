"""Notices of corrections, and texts that only speak of some."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.correction_notices import correction_notices
from desktop_app.core.article import CleanArticle, RemovedBlock

BODY = "The ministers met on Thursday in Samarkand.\n\nThey spoke for an hour."


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: An earlier version of this article misstated the day of the talks.",
        "An earlier version of this article gave the wrong name of the river.",
        "This article was amended on 14 April 2023 to correct the spelling of a name.",
        "Editor’s note: This story has been updated to correct a figure.",
        "• This article was amended on 3 May 2024. The river is the Amu Darya.",
        "Correction, Nov. 15, 2019: This article misnamed the publisher of the novel.",
        "Correction (3 May): The river is the Amu Darya.",
        "Clarification 2019-05-03: The ministers met twice.",
        "Korrektur, 3. Mai 2023: Es war der Donnerstag.",
        "Korrektur: In einer früheren Version stand ein falsches Datum.",
        "In einer früheren Version dieses Artikels hieß es, die Gespräche seien beendet.",
        "Rectificatif : le traité a été signé jeudi et non vendredi.",
        "Une version précédente de cet article indiquait un autre jour.",
        "Fe de errores: el encuentro fue el jueves y no el viernes.",
        "Una versión anterior de este artículo decía que eran cinco países.",
        "Errata corrige: i paesi sono quattro.",
        "Errata: uma versão anterior deste texto trazia outro número.",
        "Diferentemente do que foi publicado, são quatro países.",
        "В предыдущей версии этой статьи была указана другая дата.",
        "Исправление: переговоры прошли в четверг.",
        "Sprostowanie: rozmowy odbyły się w czwartek.",
        "In een eerdere versie van dit artikel stond een verkeerde datum.",
        "Düzeltme: Görüşmeler perşembe günü yapıldı.",
        "تصحيح: جرت المحادثات يوم الخميس.",
        "更正：会谈于星期四举行，而非星期五。",
        "本文早前版本误将日期写为星期五。",
        "訂正：会談は木曜日に行われました。",
        "초기 기사를 바로잡습니다".replace("초기 기사를 ", "") + ": 회담은 목요일에 열렸습니다.",
        "भूल सुधार: बैठक गुरुवार को हुई थी।",
    ],
)
def test_a_notice_is_flagged_with_its_words(notice: str) -> None:
    article = CleanArticle(markdown="", text=f"{BODY}\n\n{notice}")

    (warning,) = correction_notices(article)

    assert warning.code == "correction"
    assert notice.rsplit(maxsplit=1)[-1].rstrip("”") in warning.message


def test_a_notice_that_cleaning_left_out_counts() -> None:
    notice = "This article was corrected on May 3."
    article = CleanArticle(markdown="", text=BODY, removed=(RemovedBlock(notice, "furniture"),))

    assert [each.message for each in correction_notices(article)] == [
        "The outlet corrected this article: “This article was corrected on May 3.”"
    ]


def test_a_label_belongs_to_the_line_below_it() -> None:
    article = CleanArticle(markdown="", text=f"{BODY}\n\nCorrection:\n\nIt was on Thursday.")

    assert "Correction: It was on Thursday." in correction_notices(article)[0].message


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Corrections officers in Ohio said that they would strike.",
        "A correction in the markets followed.",
        "The newspaper published a correction: the river was another one.",
        "Update: the talks have ended.",
        "Editor's note: This story was updated at 5:45 p.m. ET to include details of the talks.",
        "Correction in 2019: how the market fell.",
        "He said that an earlier version of this article of the treaty had been longer.",
        "Sprostać temu zadaniu będzie trudno.",
        "Rectifier une erreur prend du temps.",
    ],
)
def test_a_text_that_speaks_of_corrections_is_no_notice(text: str) -> None:
    assert correction_notices(CleanArticle(markdown="", text=text)) == ()
