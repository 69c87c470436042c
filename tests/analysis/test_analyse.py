"""A clean article gets its language, people and events; what is known already stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.analysis.analyse import MAX_ANALYSED, PARTLY_READ, analyse
from desktop_app.analysis.detect_language import detect_language
from desktop_app.core.article import CleanArticle

_ENGLISH = (
    "The ministers of both countries met on Thursday in the capital and talked about trade, "
    "as Jane Miller, a spokeswoman, told reporters after the meeting."
)


def _article(text: str, **fields: str) -> CleanArticle:
    return CleanArticle(markdown=text, text=text, **fields)


def test_an_article_gets_people_and_events() -> None:
    article = analyse(_article(_ENGLISH, published="2023-04-14", language="en"))

    assert [person.name for person in article.people] == ["Jane Miller"]
    assert [event.date for event in article.events] == ["2023-04-13"]
    assert "language" not in article.provenance


def test_an_unknown_language_is_detected_and_says_so() -> None:
    article = analyse(_article(_ENGLISH))

    assert article.language == "en"
    assert article.provenance["language"].source == "language-detection"
    assert 0.8 <= article.provenance["language"].confidence <= 1


def test_a_known_language_stays() -> None:
    assert analyse(_article(_ENGLISH, language="fr")).language == "fr"


def test_a_few_words_tell_no_language() -> None:
    assert detect_language("Hello there, all well?") is None
    assert detect_language("") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "박진 외교부 장관은 어제 말했다."),
        ("ja", "岸田文雄首相は14日、バイデン大統領と会談した。"),
        ("zh", "中国国家主席习近平在北京会见了俄罗斯总统普京。"),
    ],
)
def test_a_sentence_in_its_own_script_tells_its_language(language: str, text: str) -> None:
    found = detect_language(text)

    assert found is not None
    assert found.language == language


def test_languages_are_told_apart() -> None:
    texts = {
        "de": "Die Minister beider Länder trafen sich am Donnerstag in der Hauptstadt und sprachen "
        "über den Handel, wie eine Sprecherin mitteilte.",
        "fr": "Les ministres des deux pays se sont rencontrés jeudi dans la capitale et ont parlé "
        "du commerce, a indiqué une porte-parole.",
        "ru": "Министры обеих стран встретились в четверг в столице и обсудили торговлю, сообщила "
        "представительница ведомства.",
        "zh": "两国部长星期四在首都举行会谈,讨论了贸易问题,一位发言人在会后对记者表示。",
    }

    for language, text in texts.items():
        found = detect_language(text)
        assert found is not None
        assert found.language == language


def test_a_text_of_several_books_is_read_in_part_and_says_so() -> None:
    text = f"{_ENGLISH}\n\n" * (MAX_ANALYSED // len(_ENGLISH) + 1) + "Walter Benson said so."

    article = analyse(_article(text, language="en"))

    assert [person.name for person in article.people] == ["Jane Miller"]
    assert article.warnings == (PARTLY_READ,)
    assert analyse(article).warnings == (PARTLY_READ,)


def test_a_text_that_was_cut_to_a_book_no_longer_says_that_it_was_read_in_part() -> None:
    article = replace(_article(_ENGLISH), warnings=(PARTLY_READ,))

    assert analyse(article).warnings == ()
