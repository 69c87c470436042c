"""How well dates are read: a floor on sentences labelled by a reader, which may only rise."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.analysis.date_events import date_phrases
from tests.analysis.labelled_events import (
    KIT,
    LabelledSentence,
    Score,
    Told,
    kit_sentences,
    own_sentences,
    score,
)

needs_kits = pytest.mark.skipif(not KIT.exists(), reason="the shared kits aren't here")
#: Span and value F1 that the kit's sentences must reach, on the whole and on the held-back half.
FLOOR = 0.95


def _read(sentence: LabelledSentence) -> list[Told]:
    phrases = date_phrases(sentence.text, sentence.published, sentence.language)
    return [Told(phrase.start, phrase.end, phrase.date) for phrase in phrases]


@pytest.mark.parametrize("sentence", own_sentences(), ids=lambda sentence: sentence.text[:48])
def test_each_form_of_the_press_is_read(sentence: LabelledSentence) -> None:
    wrong = Score().add(sentence.text, _read(sentence), sentence.events)

    assert [(sentence.text[each.start : each.end], each.edtf) for each in wrong] == []


@needs_kits
def test_the_labelled_set_is_as_large_as_it_says() -> None:
    sentences = kit_sentences()

    assert len(sentences) >= 240
    assert 0.15 <= sum(not sentence.events for sentence in sentences) / len(sentences) <= 0.3
    assert 0.4 <= sum(sentence.held_back for sentence in sentences) / len(sentences) <= 0.6


@needs_kits
@pytest.mark.parametrize("half", ["all", "tuned", "held back"])
def test_dates_of_pages_are_read(half: str) -> None:
    total = score(_half(half), _read)

    assert total.span_f1 >= FLOOR
    assert total.value_f1 >= FLOOR


def _half(half: str) -> Sequence[LabelledSentence]:
    sentences = kit_sentences()
    return [
        sentence
        for sentence in sentences
        if half == "all" or sentence.held_back == (half == "held back")
    ]


def test_the_scorer_tells_spans_from_values() -> None:
    text = "He left on Thursday and in May."
    true = [Told(11, 19, "2023-04-13"), Told(27, 30, "2022-05")]
    told = [Told(8, 19, "2023-04-12"), Told(27, 30, "2022-05"), Told(0, 2, "2020")]

    total = Score()
    wrong = total.add(text, told, true)

    assert total.span_f1 == pytest.approx(2 * 2 / 5)
    assert total.value_f1 == pytest.approx(2 * 1 / 5)
    assert told[0] in wrong and told[2] in wrong and true[0] in wrong
