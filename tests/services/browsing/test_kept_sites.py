"""Which cookies outlive the browser window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings
from desktop_app.services.browsing.kept_sites import (
    KeptCookie,
    KeptSites,
    kept_sites_path,
    same_site,
)


@pytest.mark.parametrize(
    ("domain", "kept", "belongs"),
    [
        ("lemonde.example", "lemonde.example", True),
        ("www.lemonde.example", "lemonde.example", True),
        (".lemonde.example", "abo.lemonde.example", True),
        ("secure.lemonde.example", "lemonde.example", True),
        ("lemonde.example", "abo.lemonde.example", False),
        ("notlemonde.example", "lemonde.example", False),
        ("other.example", "lemonde.example", False),
    ],
)
def test_a_site_has_what_is_below_it_and_the_cookies_it_may_set_above(
    domain: str, kept: str, belongs: bool
) -> None:
    assert same_site(domain, kept) is belongs


def test_only_the_cookies_of_kept_sites_are_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "config" / "sites.json"
    sites = KeptSites(path)
    sites.keep("www.gazette.example")
    mine = KeptCookie(".gazette.example", "session=1; path=/")

    sites.set_cookies([mine, KeptCookie("tracker.example", "id=2; path=/")])

    [site] = KeptSites(path).all()
    assert (site.host, site.cookies) == ("gazette.example", (mine,))
    assert "tracker" not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0


def test_a_forgotten_site_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "sites.json"
    sites = KeptSites(path)
    sites.keep("gazette.example")
    sites.set_cookies([KeptCookie("gazette.example", "session=1")])

    sites.forget("www.gazette.example")

    assert not sites.is_kept("gazette.example")
    assert "session" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "[]", '{"sites": [1]}', '{"sites": [{"host": "a"}]}'])
def test_a_file_that_is_none_of_ours_keeps_no_site(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sites.json"
    path.write_text(content, encoding="utf-8")

    assert KeptSites(path).all() == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(AppError, match="can't be written"):
        KeptSites(tmp_path / "file" / "sites.json").keep("gazette.example")


def test_each_archive_has_sites_of_its_own_away_from_it(settings: Settings) -> None:
    other = replace(settings, archive_path=settings.archive_path.with_name("other.cuttings"))
    elsewhere = replace(settings, archive_path=settings.archive_path.parent / "a" / "test.cuttings")
    paths = {kept_sites_path(each) for each in (settings, other, elsewhere)}

    assert len(paths) == 3
    assert all(settings.config_folder in path.parents for path in paths)
