"""The languages that Cuttings knows: a page and a paste of our own in each of them.

Headline, byline and date are told, and what surrounds the article is left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.cleaning.vocabulary import languages
from desktop_app.core.article import CleanArticle, RawCapture

PAGES = Path(__file__).parent / "languages"
ARTICLES = [
    ("en", "Customs house vote put off", "Ada Fenwick"),
    ("de", "Entscheidung über das Zollhaus vertagt", "Karl Beispiel"),
    ("fr", "L’ancienne douane attend un repreneur", "Marie Dupont"),
    ("es", "La aduana espera comprador", "Ana Prado"),
    ("it", "La vecchia dogana attende un compratore", "Ettore Neri"),
    ("pt", "Votação sobre a alfândega é adiada", "Ana Prado"),
    ("nl", "Besluit over oude douanehuis uitgesteld", "Anna Maas"),
    ("ru", "Решение о старой таможне отложено", "Иван Петров"),
    ("uk", "Рішення про стару митницю відкладено", "Іван Петренко"),
    ("ar", "تأجيل التصويت على مبنى الجمارك القديم", "سامي حداد"),
    ("he", "ההצבעה על בית המכס הישן נדחתה", "דנה לוי"),
    ("fa", "رأی‌گیری درباره ساختمان گمرک به تعویق افتاد", "سارا احمدی"),
    ("tr", "Eski gümrük binası oylaması ertelendi", "Ayşe Demir"),
    ("hi", "पुरानी सीमा शुल्क इमारत पर मतदान टला", "राम शर्मा"),
    ("zh", "旧海关大楼用途表决推迟", "王小明"),
    ("ja", "旧税関の採決は見送りに", "山田太郎"),
    ("ko", "옛 세관 건물 표결 연기", "김민수"),
]
TYPES = {"html": "text/html", "txt": "text/plain"}


def cleaned(language: str, suffix: str) -> CleanArticle:
    content = (PAGES / f"{language}.{suffix}").read_bytes()
    raw = RawCapture(content, TYPES[suffix], "2024-03-07T10:00:00Z", charset="utf-8")
    return clean_capture(raw, today="2024-03-07")


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize(("language", "title", "author"), ARTICLES)
def test_fields(language: str, title: str, author: str, suffix: str) -> None:
    article = cleaned(language, suffix)
    assert (article.title, article.authors) == (title, (author,))
    assert article.published == "2024-03-06"
    assert article.warnings == ()


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("language", [language for language, *_ in ARTICLES])
def test_text(language: str, suffix: str) -> None:
    """The paste's lines above and below the text are the page's, not the article's."""
    around = (PAGES / f"{language}.txt").read_text("utf-8").split("\n\n")
    first, last, advertisement = around[1], around[4], around[3]
    paragraphs = cleaned(language, suffix).text.split("\n\n")
    assert (paragraphs[0], paragraphs[-1]) == (first, last.splitlines()[0])
    page_lines = {*around[0].splitlines(), *around[5].splitlines(), advertisement}
    assert page_lines.isdisjoint(paragraphs)


def test_every_language_has_words() -> None:
    assert {language for language, *_ in ARTICLES} <= set(languages())
