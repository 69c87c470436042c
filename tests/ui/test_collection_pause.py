from __future__ import annotations

import gc

import pytest

from desktop_app.ui.collection_pause import collection_paused


def test_cycles_are_sought_again_once_everybody_is_done() -> None:
    with collection_paused():
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()


def test_a_failure_ends_the_pause() -> None:
    with pytest.raises(ValueError, match="no"), collection_paused():
        raise ValueError("no")

    assert gc.isenabled()
