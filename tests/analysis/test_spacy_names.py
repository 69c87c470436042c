"""A spaCy pipeline of the user's own says who is a person; everything after it is ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from desktop_app.analysis.recognise_people import recognise
from desktop_app.analysis.spacy_names import CHOICE, chosen_pipeline, spacy_persons

TEXT = (
    "Foreign Minister Zorbalina Quennerby spoke in Paris. Ms Quennerby's aide, Brill, said nothing."
)


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A pipeline that knows three names and a place."""
    language = spacy.blank("en")
    rules = language.add_pipe("entity_ruler")
    rules.add_patterns(
        [
            {"label": "PERSON", "pattern": "Zorbalina Quennerby"},
            {"label": "PERSON", "pattern": "Quennerby"},
            {"label": "PER", "pattern": "Brill"},
            {"label": "GPE", "pattern": "Paris"},
        ]
    )
    folder = tmp_path / "pipeline"
    language.to_disk(folder)
    return folder


def test_the_pipeline_s_persons_are_resolved_as_ours_are(
    pipeline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHOICE, f"spacy:{pipeline}")

    people = recognise(TEXT, language="en")

    assert [person.name for person in people] == ["Zorbalina Quennerby", "Brill"]
    assert [mention.text for mention in people[0].mentions] == ["Zorbalina Quennerby", "Quennerby"]
    assert people[0].roles == ("Foreign Minister",)


def test_who_is_only_credited_is_no_person_of_the_text(
    pipeline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHOICE, f"spacy:{pipeline}")

    people = recognise("Brill said nothing.\n\nReporting by Zorbalina Quennerby", language="en")

    assert [person.name for person in people] == ["Brill"]


def test_without_the_user_s_choice_spacy_is_not_asked() -> None:
    assert spacy_persons(TEXT, "en", {}) is None


@pytest.mark.parametrize("choice", ["spacy", "built-in", "somebody"])
def test_where_no_pipeline_fits_the_built_in_recogniser_reads(
    choice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHOICE, choice)

    assert chosen_pipeline("tlh") is None
    assert [person.name for person in recognise("Sergei Lavrov said so.", language="tlh")] == [
        "Sergei Lavrov"
    ]


def test_a_pipeline_that_fails_costs_no_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHOICE, f"spacy:{tmp_path / 'none'}")

    assert [person.name for person in recognise("Sergei Lavrov said so.")] == ["Sergei Lavrov"]


def test_the_best_pipeline_of_the_language_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = ["en_core_web_sm", "de_core_news_md", "de_core_news_lg", "xx_ent_wiki_sm"]
    monkeypatch.setattr("spacy.util.get_installed_models", lambda: installed)

    chosen = [chosen_pipeline(code, {CHOICE: "spacy"}) for code in ("de-AT", "en", "fi", None)]

    assert chosen == ["de_core_news_lg", "en_core_web_sm", "xx_ent_wiki_sm", "xx_ent_wiki_sm"]
