"""What exports told is remembered whole, and never brought again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.imported import ImportedArticle, ImportedHighlight, Origin
from desktop_app.services.importing.told import Told, what_is_new

_WORDS = st.text(max_size=8)
_HIGHLIGHTS = st.builds(ImportedHighlight, _WORDS, note=_WORDS)
_ITEMS = st.builds(
    ImportedArticle,
    st.just(Origin("any", "1")),
    title=st.none() | _WORDS,
    html=st.none() | _WORDS,
    note=_WORDS,
    tags=st.lists(_WORDS, max_size=3).map(tuple),
    highlights=st.lists(_HIGHLIGHTS, max_size=3).map(tuple),
    starred=st.booleans(),
    read=st.booleans(),
)


@given(_ITEMS, _ITEMS)
def test_what_was_told_is_never_new_again(first: ImportedArticle, second: ImportedArticle) -> None:
    told = Told.of(first).joined(Told.of(second))

    assert Told.read(told.written()) == told
    assert told.covers(Told.of(first))
    assert told.covers(Told.of(second))
    for item in (first, second):
        new = what_is_new(item, told)
        assert (new.tags, new.highlights, new.html, new.title) == ((), (), None, None)
        assert (new.note.strip(), new.starred, new.read) == ("", False, False)


@given(_ITEMS)
def test_to_an_item_of_which_nothing_was_told_all_is_new(item: ImportedArticle) -> None:
    new = what_is_new(item, Told())

    assert (new.tags, new.highlights, new.note) == (item.tags, item.highlights, item.note)
    assert new.html == item.html or not (item.html or "").strip()
