"""The numbered steps and the version that they lead to agree."""

from __future__ import annotations

from desktop_app.store.base.archive_format import SCHEMA_VERSION
from desktop_app.store.migrations.steps import STEPS


def test_the_version_counts_the_steps() -> None:
    names = [step.__name__ for step in STEPS]

    assert len(names) == SCHEMA_VERSION
    assert [name[:4] for name in names] == [f"m{at:03d}" for at in range(1, len(names) + 1)]
