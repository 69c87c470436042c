"""Who is a person in a text according to a spaCy pipeline that the user has installed.

Only asked for when the user says so: ``CUTTINGS_RECOGNISER=spacy`` takes the best installed
pipeline of the article's language, ``spacy:NAME`` that pipeline (its name or folder) for every
text. spaCy is no part of Cuttings and is imported here alone, on first use.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

#: The environment variable that chooses the recogniser; unset or “built-in” is ours.
CHOICE = "CUTTINGS_RECOGNISER"
_SPACY = "spacy"
_PERSON_LABELS = frozenset({"PERSON", "PER", "persName"})
#: From small to good, by the last part of a pipeline's name.
_SIZES = ("sm", "md", "lg", "trf")
#: Steps that names don't need.
_UNUSED = ("parser", "lemmatizer", "attribute_ruler", "morphologizer", "tagger", "senter")
_log = logging.getLogger(__name__)


def spacy_persons(
    text: str, language: str | None, environment: Mapping[str, str] = os.environ
) -> list[tuple[int, int]] | None:
    """Where persons are named: start and end in characters; None where spaCy isn't to be used.

    That is so, too, where no pipeline fits the language or the pipeline fails: then the names are
    left to the built-in recogniser, since no clip may be lost for want of another program.
    """
    name = chosen_pipeline(language, environment)
    if name is None:
        return None
    try:
        document = _pipeline(name)(text)
    except Exception:  # noqa: BLE001 - another program's pipeline may fail in any way
        _log.exception("the spaCy pipeline %s failed; the built-in recogniser is used", name)
        return None
    return [
        (entity.start_char, entity.end_char)
        for entity in document.ents
        if entity.label_ in _PERSON_LABELS
    ]


def chosen_pipeline(
    language: str | None, environment: Mapping[str, str] = os.environ
) -> str | None:
    """The pipeline that the user's choice means for a language; None for the built-in one."""
    kind, _, named = environment.get(CHOICE, "").strip().partition(":")
    if kind.casefold() != _SPACY or importlib.util.find_spec(_SPACY) is None:
        return None
    return named or _best_installed(language)


def _best_installed(language: str | None) -> str | None:
    from spacy.util import get_installed_models  # noqa: PLC0415 - see the module's first lines

    wanted = (language or "").split("-")[0]
    fitting = [name for name in get_installed_models() if name.split("_")[0] in (wanted, "xx")]
    return max(fitting, key=lambda name: (name.split("_")[0] == wanted, _size(name)), default=None)


def _size(name: str) -> int:
    size = name.rsplit("_", 1)[-1]
    return _SIZES.index(size) if size in _SIZES else -1


@lru_cache(maxsize=4)
def _pipeline(name: str) -> Any:  # noqa: ANN401 - spaCy is not installed where types are checked
    import spacy  # noqa: PLC0415 - see the module's first lines

    return spacy.load(name, exclude=list(_UNUSED))
