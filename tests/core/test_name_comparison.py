"""Whether two names are one person: what is never said, and how often the verdicts are right."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.name_comparison import Verdict, compare_names
from desktop_app.core.name_spelling import block_keys, search_keys

_TESTS = Path(__file__).resolve().parents[1]
_LABELLED = _TESTS / "analysis" / "labelled" / "name_pairs.json"
_KIT = _TESTS.parents[1] / "shared" / "kits" / "people" / "pairs.json"
#: Of what is said to be the same without asking, and of all the same that is said or asked.
_PRECISION = 0.98
_RECALL = 0.90
#: Of two persons, how many pairs may be asked about.
_ASKED_IN_VAIN = 0.15

Pair = tuple[str, str, bool]


def labelled(half: str) -> list[Pair]:
    pairs = json.loads(_LABELLED.read_text("utf-8"))
    return [(*each["names"], each["label"] == "same") for each in pairs if each["half"] == half]


def kit() -> list[Pair]:
    if not _KIT.exists():
        pytest.skip("the people kit isn't here")
    pairs = json.loads(_KIT.read_text("utf-8"))
    return [(*names, label == "same") for label, found in pairs.items() for names in found]


def assert_good(pairs: Iterable[Pair]) -> None:
    told = [
        (compare_names(one, other).verdict, bool(search_keys(one) & block_keys(other)), same)
        for one, other, same in pairs
        if one != other
    ]
    sure = [same for verdict, _, same in told if verdict is Verdict.SAME]
    # What the block keys don't bring together is never compared.
    found = [met and verdict is not Verdict.DIFFERENT for verdict, met, same in told if same]
    asked = [verdict is not Verdict.DIFFERENT for verdict, _, same in told if not same]
    assert sum(sure) / len(sure) >= _PRECISION
    assert sum(found) / len(found) >= _RECALL
    assert sum(asked) / len(asked) <= _ASKED_IN_VAIN


def test_the_verdicts_on_the_pairs_of_the_kit() -> None:
    assert_good(kit())


def test_the_verdicts_on_our_own_pairs() -> None:
    assert_good(labelled("tuning") + labelled("held back"))


def test_the_verdicts_on_pairs_that_nothing_was_tuned_to_are_sure_as_well() -> None:
    pairs = labelled("held back")
    sure = [same for one, two, same in pairs if compare_names(one, two).verdict is Verdict.SAME]
    assert len(sure) >= 20
    assert all(sure)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Sergey Lavrov", "Sergei Lawrow", Verdict.SAME),
        ("Сергей Лавров", "Sergey Lavrov", Verdict.SAME),
        ("LAVROV, Sergey", "Sergey Lavrov", Verdict.SAME),
        ("Gerhard Schröder", "Gerhard Schroeder", Verdict.SAME),
        ("Xi Jinping", "Xi Jin-ping", Verdict.SAME),
        ("Dr Angela Merkel", "Angela Merkel", Verdict.SAME),
        ("Bill Clinton", "William Clinton", Verdict.MAYBE),
        ("A. Merkel", "Angela Merkel", Verdict.MAYBE),
        ("George Bush", "George W. Bush", Verdict.MAYBE),
        ("Orbán Viktor", "Viktor Orbán", Verdict.MAYBE),
        ("محمود عباس", "Mahmoud Abbas", Verdict.MAYBE),
        ("Сергея Лаврова", "Сергей Лавров", Verdict.MAYBE),
        ("Donaldem Tuskiem", "Donald Tusk", Verdict.MAYBE),
        ("Александра Иванова", "Александр Иванов", Verdict.DIFFERENT),
        ("Ирина Петрова", "Ирина Петров", Verdict.DIFFERENT),
        ("Ewa Nowaka", "Ewa Nowak", Verdict.DIFFERENT),
        ("Lavrov", "Sergey Lavrov", Verdict.DIFFERENT),
        ("Lavrov", "Lawrow", Verdict.DIFFERENT),
        ("Mr Clinton", "Mrs Clinton", Verdict.DIFFERENT),
        ("Xi Jinping", "Xi Jinpeng", Verdict.DIFFERENT),
        ("Donald Trump", "Donald Trump Jr.", Verdict.DIFFERENT),
        ("Martin King Sr.", "Martin L. King Jr.", Verdict.DIFFERENT),
        ("George H. W. Bush", "George W. Bush", Verdict.DIFFERENT),
        ("Anna Ivanova", "Ann Ivanov", Verdict.DIFFERENT),
        ("Pavel Ivanovich Orlov", "Pavel Petrovich Orlov", Verdict.DIFFERENT),
        ("Peter Müller", "Petra Müller", Verdict.DIFFERENT),
    ],
)
def test_what_two_names_are_to_each_other(one: str, other: str, verdict: Verdict) -> None:
    told = compare_names(one, other)

    assert told.verdict is verdict
    assert told.reason
    assert compare_names(other, one).verdict is verdict


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert compare_names(one, other).verdict in Verdict
    assert len(block_keys(one)) < 2_000
