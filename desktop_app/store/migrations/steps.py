"""The steps in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlite_utils import Database, Migrations

from desktop_app.store.migrations.m001_first_tables import m001_first_tables
from desktop_app.store.migrations.m002_same_persons import m002_same_persons
from desktop_app.store.migrations.m003_the_final_word import m003_the_final_word
from desktop_app.store.migrations.m004_highlights import m004_highlights
from desktop_app.store.migrations.m005_counted_persons import m005_counted_persons
from desktop_app.store.migrations.m006_tag_colours import m006_tag_colours
from desktop_app.store.migrations.m007_reading_places import m007_reading_places
from desktop_app.store.migrations.m008_smaller_word_index import m008_smaller_word_index
from desktop_app.store.migrations.m009_order_of_searches import m009_order_of_searches
from desktop_app.store.migrations.m010_smaller_tables import m010_smaller_tables
from desktop_app.store.migrations.m011_dossiers import m011_dossiers
from desktop_app.store.migrations.m012_pausable_counting import m012_pausable_counting
from desktop_app.store.migrations.m013_copies import m013_copies
from desktop_app.store.migrations.m014_articles_of_several_days import m014_articles_of_several_days
from desktop_app.store.migrations.m015_numbered_blocks import m015_numbered_blocks
from desktop_app.store.migrations.m016_same_addresses import m016_same_addresses
from desktop_app.store.migrations.m017_received_clips import m017_received_clips
from desktop_app.store.migrations.m018_fetch_queue import m018_fetch_queue
from desktop_app.store.migrations.m019_origins import m019_origins
from desktop_app.store.migrations.m020_order_outside_the_trash import m020_order_outside_the_trash
from desktop_app.store.migrations.m021_kept_arrays import m021_kept_arrays
from desktop_app.store.migrations.m022_copy_packs import m022_copy_packs
from desktop_app.store.migrations.m023_addresses_keyed_anew import m023_addresses_keyed_anew
from desktop_app.store.migrations.m024_feeds import m024_feeds
from desktop_app.store.migrations.m025_watched_folders import m025_watched_folders
from desktop_app.store.migrations.m026_what_was_told import m026_what_was_told
from desktop_app.store.migrations.m027_citation_keys import m027_citation_keys

#: The name of each is written into every archive that it was applied to.
STEPS: Final[tuple[Callable[[Database], None], ...]] = (
    m001_first_tables,
    m002_same_persons,
    m003_the_final_word,
    m004_highlights,
    m005_counted_persons,
    m006_tag_colours,
    m007_reading_places,
    m008_smaller_word_index,
    m009_order_of_searches,
    m010_smaller_tables,
    m011_dossiers,
    m012_pausable_counting,
    m013_copies,
    m014_articles_of_several_days,
    m015_numbered_blocks,
    m016_same_addresses,
    m017_received_clips,
    m018_fetch_queue,
    m019_origins,
    m020_order_outside_the_trash,
    m021_kept_arrays,
    m022_copy_packs,
    m023_addresses_keyed_anew,
    m024_feeds,
    m025_watched_folders,
    m026_what_was_told,
    m027_citation_keys,
)


def apply_steps(db: Database) -> None:
    """Apply the steps that the archive hasn't seen."""
    migrations = Migrations("cuttings")
    for step in STEPS:
        migrations()(step)
    migrations.apply(db)
