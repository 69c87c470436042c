"""A real archive in a temporary folder, and a library over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.article import RawCapture
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from tests.fresh_archive import put_fresh_archive

PASTE = """\
14 April 1951
2 min read

Six countries sign coal and steel treaty

The new community will have its seat in Luxembourg

French Foreign Minister Robert Schuman on Wednesday signed the treaty in Paris, together with the
ministers of five other countries, in the same hall in which he had proposed it a year before.

Konrad Adenauer, who travelled to the French capital for the first time as chancellor, called on
Schuman in the afternoon and spoke with him for more than an hour about what should follow.

The parliaments of all six countries have to agree before the treaty can come into force, which
the delegations expect to happen in the summer of the coming year.

Share this article
"""


def pasted(text: str = PASTE, name: str = "clipboard") -> RawCapture:
    return RawCapture(
        text.encode(), "text/plain", "2026-11-23T15:40:00Z", charset="utf-8", name=name
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "test.cuttings", tmp_path / "config", tmp_path / "log")


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    put_fresh_archive(settings.archive_path)
    opened = Library(settings)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def clip() -> PreparedClip:
    return prepare_clip(pasted())
