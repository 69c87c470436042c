"""Stories as other outlets print them: cut, under other heads and datelines, worded anew in steps.

Made from the pages of ``../shared/kits``; what is made depends on a page's key alone. One half of
the pages is there to choose thresholds on, the other to be scored.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

EXTRACTION = Path(__file__).resolve().parents[3] / "shared" / "kits" / "extraction"
_SETS = ("scrapinghub-dev", "wcxb-dev")
#: Shorter pages are notices that no other outlet would cut further.
_FEWEST_WORDS = 60
_WORD = re.compile(r"\w+")
_AGENCIES = ("ANI", "AP", "AFP", "TASS", "Reuters", "dpa", "Xinhua")
_CITIES = ("MOSCOW", "New Delhi", "BERLIN", "Washington", "Nairobi", "PARIS")
Half = Literal["tune", "score"]
_Step = Callable[[list[str], random.Random], list[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """A text, the story that it tells, and how it was made of it."""

    story: str
    step: str
    text: str


def kit_texts(half: Half) -> dict[str, str]:
    """The bodies of one half of the kit's pages, none where the kit isn't there."""
    texts = {}
    for name in _SETS:
        path = EXTRACTION / name / "truth.json.gz"
        if not path.exists():
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            truth = json.load(file)
        keys = sorted(truth)[0 if half == "tune" else 1 :: 2]
        texts.update({f"{name}/{key}": truth[key]["articleBody"] for key in keys})
    # Some pages are there twice, under two addresses.
    told = {text[:200]: key for key, text in texts.items() if len(text.split()) >= _FEWEST_WORDS}
    return {key: texts[key] for key in told.values()}


def variants(texts: dict[str, str]) -> Iterator[Told]:
    """Each story as it is and in every step, and others' stories that quote a part of it."""
    keys = sorted(texts)
    vocabulary = sorted({word for text in texts.values() for word in _WORD.findall(text)})
    for place, key in enumerate(keys):
        paragraphs = [part for part in texts[key].split("\n\n") if part.strip()]
        yield Told(key, "as it is", texts[key])
        for name, step in _STEPS.items():
            chance = random.Random(f"{key} {name}")
            made = step(list(paragraphs), chance)
            share = _REWORDED.get(name, 0.0)
            text = _reworded("\n\n".join(made), share, vocabulary, chance)
            yield Told(key, name, text)
        # Another story of the same desk, with the background of this one below it.
        chance = random.Random(f"{key} background")
        if place % 4 == 0:
            own, quoted = texts[keys[place - 1]], "\n\n".join(_part(paragraphs, 0.12, chance))
            # More than a quarter would be no background any more.
            if 4 * len(quoted) <= min(len(own), len(texts[key])):
                yield Told(keys[place - 1], "with another's background", f"{own}\n\n{quoted}")


def _cut_end(keep: float) -> _Step:
    def cut(paragraphs: list[str], _chance: random.Random) -> list[str]:
        return _until(paragraphs, keep)

    return cut


def _cut_within(keep: float) -> _Step:
    def cut(paragraphs: list[str], chance: random.Random) -> list[str]:
        chosen = _part(paragraphs, keep, chance)
        return [part for part in paragraphs if part in chosen]

    return cut


def _with_head(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Under an outlet's own head and dateline, with the agency's credit at the end."""
    agency, city = chance.choice(_AGENCIES), chance.choice(_CITIES)
    first = f"{city}, {chance.randint(1, 28)} April ({agency}) — {paragraphs[0]}"
    head = " ".join(_WORD.findall(" ".join(paragraphs))[5:15])
    return [
        head,
        f"By our correspondent | {agency}",
        first,
        *paragraphs[1:],
        f"(With {agency} inputs)",
    ]


def _cut_with_head(paragraphs: list[str], chance: random.Random) -> list[str]:
    return _with_head(_until(paragraphs, 0.6), chance)


def _added_to(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Longer by half, in words of its own."""
    words = _WORD.findall(" ".join(paragraphs))
    chance.shuffle(words)
    return [*paragraphs, " ".join(words[: len(words) // 2])]


def _turned_round(paragraphs: list[str], chance: random.Random) -> list[str]:
    chance.shuffle(paragraphs)
    return paragraphs


_STEPS: dict[str, _Step] = {
    "other head": _with_head,
    "cut to 75 %": _cut_end(0.75),
    "cut to 50 %": _cut_end(0.5),
    "cut to 30 %": _cut_end(0.3),
    "60 % of the paragraphs": _cut_within(0.6),
    "40 % of the paragraphs": _cut_within(0.4),
    "added to": _added_to,
    "turned round": _turned_round,
    "3 % of the words": _cut_end(1.0),
    "8 % of the words": _cut_end(1.0),
    "15 % of the words": _cut_end(1.0),
    "cut, other head, 5 %": _cut_with_head,
    "cut, other head, 12 %": _cut_with_head,
}
_REWORDED = {
    "3 % of the words": 0.03,
    "8 % of the words": 0.08,
    "15 % of the words": 0.15,
    "cut, other head, 5 %": 0.05,
    "cut, other head, 12 %": 0.12,
}


def _until(paragraphs: list[str], share: float) -> list[str]:
    """The beginning, up to the sentence in which the share of words is reached."""
    left = max(30, int(share * sum(len(part.split()) for part in paragraphs)))
    kept: list[str] = []
    for paragraph in paragraphs:
        words = paragraph.split(" ")
        kept.append(" ".join(words[:left]))
        left -= len(words)
        if left <= 0:
            break
    return kept


def _part(paragraphs: list[str], share: float, chance: random.Random) -> list[str]:
    """Some paragraphs that make this share of the words together, about."""
    wanted = share * sum(len(part.split()) for part in paragraphs)
    mixed = list(paragraphs)
    chance.shuffle(mixed)
    kept: list[str] = []
    words = 0
    for paragraph in mixed:
        if words >= wanted:
            break
        kept.append(paragraph)
        words += len(paragraph.split())
    return kept


def _reworded(text: str, share: float, vocabulary: list[str], chance: random.Random) -> str:
    """So many words replaced by others, one by one: harder than what an editor does."""
    if not share:
        return text
    return _WORD.sub(
        lambda word: chance.choice(vocabulary) if chance.random() < share else word[0], text
    )
