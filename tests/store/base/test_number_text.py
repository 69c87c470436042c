"""Numbers read piece by piece are the numbers that the text holds."""

from __future__ import annotations

from desktop_app.store.base.number_text import pieces


def test_pieces_put_together_are_the_whole() -> None:
    text = ",".join(map(str, range(50_000)))

    parts = list(pieces(text))

    assert len(parts) > 1
    assert ",".join(parts) == text
    assert list(pieces("")) == []
    assert list(pieces("7")) == ["7"]
