"""Undoing compression within a bound."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded

LIMIT = 10_000


@given(st.binary(max_size=500))
def test_what_was_compressed_comes_back(content: bytes) -> None:
    assert decoded(gzip.compress(content), "gzip", limit=LIMIT) == (content, True)
    assert decoded(zlib.compress(content), "Deflate", limit=LIMIT) == (content, True)
    assert decoded(zstandard.compress(content), "zstd", limit=LIMIT) == (content, True)
    both = gzip.compress(zstandard.compress(content))
    assert decoded(both, "zstd, gzip", limit=LIMIT) == (content, True)


@pytest.mark.parametrize("size", [LIMIT, LIMIT + 1])
def test_the_bound_is_exact(size: int) -> None:
    for coding, body in (
        ("gzip", gzip.compress(b"x" * size)),
        ("zstd", zstandard.compress(b"x" * size)),
        ("", b"x" * size),
    ):
        if size > LIMIT:
            with pytest.raises(UnfoldsTooFarError):
                decoded(body, coding, limit=LIMIT)
        else:
            assert decoded(body, coding, limit=LIMIT) == (b"x" * size, True)


def test_many_small_gzip_members_are_bounded_together() -> None:
    with pytest.raises(UnfoldsTooFarError):
        decoded(gzip.compress(b"x" * 100) * 101, "gzip", limit=LIMIT)


@pytest.mark.parametrize("coding", ["br", "compress", "gzip, gzip, gzip, gzip"])
def test_unasked_codings_are_refused(coding: str) -> None:
    with pytest.raises(UnknownCodingError):
        decoded(b"words", coding, limit=LIMIT)


@given(st.binary(max_size=500))
def test_brotli_of_an_archive_comes_back(content: bytes) -> None:
    assert decoded(brotli.compress(content), "br", limit=LIMIT, archived=True) == (content, True)
    packed = brotli.compress(content + b"x" * 5_000)
    cut = decoded(packed[:-1], "br", limit=LIMIT, archived=True)
    assert (content + b"x" * 5_000).startswith(cut[0]) or cut == (packed[:-1], True)
    with pytest.raises(UnfoldsTooFarError):
        decoded(brotli.compress(b"x" * (LIMIT + 1)), "br", limit=LIMIT, archived=True)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "zstd", "gzip, zstd"]))
def test_any_bytes_give_what_can_be_had(noise: bytes, coding: str) -> None:
    for start in (b"", b"\x1f\x8b\x08\x00", b"\x78\x9c", b"\x28\xb5\x2f\xfd"):
        decoded(start + noise, coding, limit=2**20)
