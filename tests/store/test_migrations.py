"""The numbered steps and the version that they lead to agree."""

from __future__ import annotations

from desktop_app.store.archive_format import SCHEMA_VERSION
from desktop_app.store.migrations import migrations


def test_the_version_counts_the_steps() -> None:
    names = [step.name for step in migrations._migrations]

    assert len(names) == SCHEMA_VERSION
    assert [name[:4] for name in names] == [f"m{at:03d}" for at in range(1, len(names) + 1)]
