"""Which recogniser of names the user chose: kept in a file, told to the analysis in every process.

The environment variable that the analysis reads comes first, whoever set it; a choice made in the
window is put there, so that processes that clean pages see it too.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import MutableMapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from desktop_app.analysis.spacy_names import CHOICE
from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings

BUILT_IN, SPACY = "built-in", "spacy"
_LARGEST_FILE = 100_000


def spacy_is_installed() -> bool:
    """Whether spaCy can be imported; it isn't imported for that."""
    return find_spec(SPACY) is not None


def installed_pipelines() -> tuple[str, ...]:
    """The names of the installed spaCy pipelines, as their packages tell them."""
    return tuple(sorted({each.name for each in entry_points(group="spacy_models")}))


def how_to_install() -> str:
    """The commands that bring spaCy and a pipeline into this Python."""
    return f"{sys.executable} -m pip install spacy\n" + how_to_install_pipeline()


def how_to_install_pipeline() -> str:
    """The command that brings an English pipeline; other languages have others."""
    return f"{sys.executable} -m spacy download en_core_web_sm"


def kept_recogniser(settings: Settings) -> str:
    """The choice that was kept: ``built-in``, ``spacy`` or ``spacy:NAME``."""
    found = _read(_file(settings)).get("recogniser")
    is_one = isinstance(found, str) and found.partition(":")[0] in (BUILT_IN, SPACY)
    return str(found) if is_one else BUILT_IN


def use_kept_recogniser(
    settings: Settings, environment: MutableMapping[str, str] = os.environ
) -> None:
    """Follow the choice that was kept, unless the environment has one already."""
    kept = kept_recogniser(settings)
    if not settings.recogniser_fixed and kept != BUILT_IN:
        environment[CHOICE] = kept


def keep_recogniser(
    settings: Settings, choice: str, environment: MutableMapping[str, str] = os.environ
) -> None:
    """Keep a choice and follow it from now on; raises AppError where it can't be kept."""
    path = _file(settings)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        values = _read(path) | {"recogniser": choice}
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError as failure:
        raise AppError(
            f"The settings can't be kept in “{path}”: {failure.strerror}.",
            "Allow writing there, or set CUTTINGS_RECOGNISER instead.",
        ) from failure
    if not settings.recogniser_fixed:
        environment[CHOICE] = choice


def _file(settings: Settings) -> Path:
    return settings.config_folder / "settings.json"


def _read(path: Path) -> dict[str, object]:
    """What the file holds; nothing where it isn't there or isn't ours."""
    try:
        with path.open(encoding="utf-8") as file:
            values = json.loads(file.read(_LARGEST_FILE))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
