"""The words that are searched for, in Python and in the browser."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from desktop_app.core.folding import fold
from desktop_app.core.resource_path import resource_path
from desktop_app.export.website.search_words import LONGEST, fold_tables, shard, terms

TEXTS = [
    "Ministers MEET in Straße, Øresund; Łódź’s naïve café_1 x2",
    "日本語のテスト、第二次世界大戦 OK",
    "ภาษาไทย และ English",
    "الرئيس محمّد زار القاهرة",
    "हिन्दी में समाचार",
    "Ελληνικός ΛΌΓΟΣ ǅ ﬁn Ⅷ ｱｲｳ ḍ̇ İstanbul ı",
    "Москва — Ёлка, Київ їжак",
    "조선 대한민국 정부",
]


def test_words_are_folded_and_cut() -> None:
    assert list(terms("The Straße, Łódź!")) == ["the", "strasse", "lodz"]
    assert list(terms("x" * 100)) == ["x" * LONGEST]


def test_where_nothing_parts_words_two_letters_are_a_term() -> None:
    assert list(terms("日本語 OK")) == ["日本", "本語", "語", "ok"]


def test_terms_that_begin_alike_stand_together() -> None:
    assert shard("minister") == shard("mice") != shard("maker")
    assert shard("日本") == shard("日")
    assert shard("a") == "61-0"


@pytest.mark.skipif(shutil.which("node") is None, reason="node runs what a browser would")
def test_a_browser_folds_and_parts_as_the_index_was_made() -> None:
    every = "".join(chr(code) for code in range(0x20, 0x2000) if chr(code).isprintable())
    texts = [*TEXTS, *(every[at : at + 500] for at in range(0, len(every), 500))]
    marks, letters = fold_tables()
    script = (
        "globalThis.window = globalThis;"
        + resource_path("website", "words.js").read_text(encoding="utf-8")
        + f"cuttings.tables({json.dumps(marks)},{letters});"
        + f"const texts = {json.dumps(texts)};"
        + "console.log(JSON.stringify(texts.map((text) => cuttings.fold(text))));"
        + f"const found = {json.dumps(TEXTS)}.map(cuttings.words);"
        + "const named = (each) => [each.text, cuttings.shard(each.text)];"
        + "console.log(JSON.stringify(found.map((words) => words.map(named))));"
    )
    ran = subprocess.run(
        ["node", "--input-type=commonjs"], input=script, capture_output=True, text=True, check=True
    )
    folded, words = map(json.loads, ran.stdout.splitlines())

    assert folded == [fold(text) for text in texts]
    for text, found in zip(TEXTS, words, strict=True):
        known = list(dict.fromkeys(terms(text)))
        assert {term for term, _ in found} <= set(known)
        assert all(shard(term) == name for term, name in found)
        assert {each for each in known if len(each) > 1} <= {term for term, _ in found} or len(
            found
        ) == 20
