"""Who is named in the sample archive's articles in four languages, labelled by a reader.

They are whole articles, longer than the sentences of `test_name_languages`: who is introduced once
comes back by surname, and much else has capitals.
"""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.analysis.recognise_people import recognise
from desktop_app.cleaning.markdown_file import clean_markdown
from desktop_app.core.resource_path import resource_path
from tests.benchmarks.people import fold_name

_LABELS = Path(__file__).parent / "labelled" / "sample_people.json"
#: Before single languages had readings of their own it was .90 and .96: no reading may be worse.
PRECISION, RECALL = 0.95, 0.95


def test_names_of_whole_articles() -> None:
    told: set[tuple[str, str]] = set()
    true: set[tuple[str, str]] = set()
    for name, people in json.loads(_LABELS.read_text("utf-8")).items():
        article = clean_markdown(resource_path("sample_archive", name).read_text("utf-8"))
        found = recognise(article.text, wrapped=False, language=article.language)
        told |= {(name, fold_name(person.name)) for person in found}
        true |= {(name, fold_name(person)) for person in people}

    false, missed = sorted(told - true), sorted(true - told)

    assert 1 - len(false) / len(told) >= PRECISION, false
    assert 1 - len(missed) / len(true) >= RECALL, missed
