"""What tells copies of one story: runs of words, their small fingerprint, how much two share.

Fingerprints are those of A. Z. Broder (On the resemblance and containment of documents, SEQUENCES
1997): of every run of words a hash, under many permutations the least of them; two texts agree in
as large a share of these as of their runs. Of each least hash one byte is kept, as P. Li and A. C.
König showed to be enough (b-Bit Minwise Hashing, WWW 2010). A fingerprint finds who may be a copy;
whether it is one is told by the runs themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from desktop_app.core.folding import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Runs = NDArray[np.uint64]

#: Bytes of a fingerprint.
FINGERPRINT_BYTES = 64
#: Words in a run; of scripts without blanks, characters.
_WORDS, _CHARACTERS = 4, 7
#: A text of fewer runs is told by its likeness to nothing.
_FEWEST_RUNS = 9
#: Longer texts are looked at up to here, which bounds the time.
_MOST_WORDS = 40_000
#: So large a part of the shorter text stands in its copy, and the more the shorter it is.
_SHARE, _SHORT_SHARE = 0.4, 0.6
_SHORT_RUNS = 60
_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")
_MIX = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


def words_in(text: str) -> list[re.Match[str]]:
    """The words of a text as it is, of scripts without blanks the characters, with their places."""
    return list(_WORD.finditer(text))


def runs_of(text: str) -> Runs:
    """The hashes of a text's different runs of words, in rising order; letters' case is nothing."""
    # Imported here: it takes a while, and no start needs it.
    import numpy as np  # noqa: PLC0415

    words = _WORD.findall(fold(text))[:_MOST_WORDS]
    spaceless = 2 * sum(len(word) == 1 for word in words) > len(words)
    length = _CHARACTERS if spaceless else _WORDS
    count = len(words) - length + 1
    if count < _FEWEST_RUNS:
        return np.zeros(0, np.uint64)
    hashes = np.array([crc32(word.encode()) for word in words], np.uint64)
    mixed = np.zeros(count, np.uint64)
    for at in range(length):
        mixed = (mixed + hashes[at : at + count]) * np.uint64(_MIX)
        mixed ^= mixed >> np.uint64(29)
    mixed.sort()
    # As np.unique does, which imports masked arrays on its first call.
    runs: Runs = mixed[np.append(True, mixed[1:] != mixed[:-1])]
    return runs


def fingerprint(runs: Runs) -> bytes:
    """The fingerprint of a text's runs; empty where the text is too short to have copies."""
    import numpy as np  # noqa: PLC0415 - see above

    if not len(runs):
        return b""
    factors = np.array(
        [(_MIX * (2 * at + 1) ^ (at * 0xD1B54A32D192ED03)) & _MASK | 1 for at in range(64)],
        np.uint64,
    )
    least = np.full(FINGERPRINT_BYTES, _MASK, np.uint64)
    for start in range(0, len(runs), 4_096):
        permuted = runs[start : start + 4_096, None] * factors
        permuted ^= permuted >> np.uint64(32)
        permuted *= np.uint64(0xBF58476D1CE4E5B9)
        least = np.minimum(least, permuted.min(axis=0))
    least *= np.uint64(_MIX)
    return (least >> np.uint64(56)).astype(np.uint8).tobytes()


def shared_part(one: Runs, other: Runs) -> float:
    """How much of the shorter text stands in the other, 0 to 1."""
    import numpy as np  # noqa: PLC0415 - see above

    shorter = min(len(one), len(other))
    if not shorter:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter


def are_copies(one: Runs, other: Runs) -> bool:
    """Whether two texts are the same story: one is the other cut, added to or worded anew."""
    shorter = min(len(one), len(other))
    enough = _SHORT_SHARE if shorter < _SHORT_RUNS else _SHARE
    return shared_part(one, other) >= enough
