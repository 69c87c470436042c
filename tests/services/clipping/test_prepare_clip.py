"""From raw bytes to a clip: nothing that came in is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.article import RawCapture
from desktop_app.services.clipping import clip_pipeline
from desktop_app.services.clipping.prepare_clip import prepare_clip, reprepare_clip
from tests.services.conftest import pasted


def test_a_paste_is_cleaned_and_analysed() -> None:
    clean = prepare_clip(pasted()).clean
    assert clean.title == "Six countries sign coal and steel treaty"
    assert clean.published == "1951-04-14"
    assert [person.name for person in clean.people] == ["Robert Schuman", "Konrad Adenauer"]
    assert "1951-04-11" in [event.date for event in clean.events]
    assert "Share this article" in [block.text for block in clean.removed]


def test_offsets_point_at_the_text() -> None:
    clean = prepare_clip(pasted()).clean
    for person in clean.people:
        for mention in person.mentions:
            assert clean.text[mention.start : mention.end] == mention.text
    for event in clean.events:
        assert clean.text[event.start : event.end] == event.text


def test_a_page_that_defeats_the_cleaner_still_gives_a_clip(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("a bug")

    monkeypatch.setattr(clip_pipeline, "clean_capture", broken)
    clip = prepare_clip(pasted())
    assert clip.raw == pasted()
    assert clip.clean.text == ""
    assert [warning.code for warning in clip.clean.warnings] == ["cleaning-failed"]


def test_an_edited_text_is_analysed_again() -> None:
    clip = reprepare_clip(prepare_clip(pasted()), "Paul-Henri Spaak spoke. Mr Spaak left.")
    assert clip.clean.text == "Paul-Henri Spaak spoke. Mr Spaak left."
    assert [person.name for person in clip.clean.people] == ["Paul-Henri Spaak"]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "application/pdf"]))
def test_whatever_the_bytes_there_is_a_clip_and_its_raw_is_theirs(
    content: bytes, media_type: str
) -> None:
    raw = RawCapture(content, media_type, "2026-11-23T15:40:00Z")
    clip = prepare_clip(raw)
    assert clip.raw.content == content
    assert not any(warning.code == "cleaning-failed" for warning in clip.clean.warnings)
