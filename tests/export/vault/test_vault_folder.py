"""A vault as a whole: its notes, their links, and what a second export does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.dossier import Cover, Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import ExportError, InputError
from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.base.folder_record import RECORD_NAME
from tests.export.examples import PICTURE, article, png, stored
from tests.export.vault.examples import (
    dead_links,
    files,
    named,
    notes,
    person,
    properties,
    source,
    write_vault,
)

FLAVOURS = ("obsidian", "logseq", "plain")
LAVROV, GANG = person(1, "Sergey Lavrov", "Lavrov", note="A **note**."), person(2, "Qin Gang")
MET = article(
    1,
    "Sergey Lavrov met Qin Gang.",
    "Ministers meet",
    people=(named(LAVROV), named(GANG)),
    tags=("diplomacy/russia",),
)


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in notes(folder)]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_articles_persons_and_dates_link_one_another(tmp_path: Path, flavour: str) -> None:
    old = article(2, "Nothing.", "Old news", published="1911")
    undated = article(3, "Nothing.", "Undated news", published=None)
    write_vault(source([MET, old, undated], [LAVROV, GANG]), tmp_path, flavour=flavour)
    assert dead_links(tmp_path) == []
    text = {path.stem: path.read_text(encoding="utf-8") for path in notes(tmp_path)}
    assert set(text) == {
        "Home",
        "1911",
        "2023",
        "2023-04",
        "Undated",
        "Sergey Lavrov",
        "Qin Gang",
        "2023-04-14 The Sample Gazette - Ministers meet",
        "1911 The Sample Gazette - Old news",
        "The Sample Gazette - Undated news",
    }
    assert "Ministers meet" in text["Sergey Lavrov"]
    assert "Sergey Lavrov" in text["2023-04-14 The Sample Gazette - Ministers meet"]
    assert "Old news" in text["1911"]


def test_obsidian_has_its_properties(tmp_path: Path) -> None:
    write_vault(source([MET], [LAVROV, GANG]), tmp_path)
    told = properties(tmp_path / "Articles/2023/2023-04-14 The Sample Gazette - Ministers meet.md")
    assert told["people"] == ["[[Sergey Lavrov]]", "[[Qin Gang]]"]
    assert told["tags"] == ["diplomacy/russia"]
    assert str(told["published"]) == "2023-04-14"
    lavrov = tmp_path / "People/Sergey Lavrov.md"
    assert properties(lavrov)["aliases"] == ["Lavrov"]
    assert "A **note**." in lavrov.read_text(encoding="utf-8")


def test_logseq_has_its_properties_and_blocks(tmp_path: Path) -> None:
    body = "First.\n\n## Head\n\n- one\n- two\n\n> quoted"
    write_vault(source([replace(MET, clean=replace(MET.clean, markdown=body))]), tmp_path,
                flavour="logseq")  # fmt: skip
    text = (tmp_path / "pages/2023-04-14 The Sample Gazette - Ministers meet.md").read_text()
    assert text.startswith("title:: 2023-04-14 The Sample Gazette - Ministers meet\nheadline:: Min")
    assert "tags:: diplomacy/russia\n" in text
    assert text.endswith("- First.\n- ## Head\n\t- one\n\t- two\n\t- > quoted\n")


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_persons_of_one_name_and_in_another_case_have_notes_of_their_own(
    tmp_path: Path, flavour: str
) -> None:
    alike = [person(n, name) for n, name in enumerate(("Li Na", "Li Na", "LI NA", "Home"), start=1)]
    met = replace(MET, clean=replace(MET.clean, people=tuple(map(named, alike))))
    write_vault(source([met], alike), tmp_path, flavour=flavour)
    assert dead_links(tmp_path) == []
    found = {path.stem for path in notes(tmp_path)}
    assert {"Li Na", "Li Na (2)", "LI NA (3)", "Home", "Home (4)"} <= found


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "name",
    ["[[a|b]]", "x#y^z", "C: /etc/x", "../../x", "CON", "x" * 500, "مرحبا بالعالم", "100%% %20",
     "\u202egpj.exe", "a__b___c", "<script>", "\ud800", "...", "{{query}}", "x]]y[[z"],
)  # fmt: skip
def test_no_name_breaks_a_link_or_leaves_the_folder(
    tmp_path: Path, flavour: str, name: str
) -> None:
    who = person(1, name, name + "!")
    odd = article(1, "text", name, publisher=name, people=(named(who),))
    copy = replace(article(2, "text", name, publisher=name), copies=(1,))
    write_vault(source([odd, copy], [who]), tmp_path / "vault", flavour=flavour)
    assert dead_links(tmp_path / "vault") == []
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]


def test_exporting_twice_touches_nothing(tmp_path: Path) -> None:
    shown = article(1, f"![x]({PICTURE})", people=(named(LAVROV),))
    made_of = source([shown], [LAVROV], images=stored(png()))
    first = write_vault(made_of, tmp_path)
    before = files(tmp_path)
    again = write_vault(made_of, tmp_path)
    assert files(tmp_path) == before
    assert again.written == ()
    assert set(again.unchanged) == set(first.written)


def test_what_is_missing_is_told_the_second_time_too(tmp_path: Path) -> None:
    shown = article(1, f"![x]({PICTURE})")
    first = write_vault(source([shown]), tmp_path)
    assert write_vault(source([shown]), tmp_path).warnings == first.warnings != ()


def test_an_image_that_is_gone_comes_back(tmp_path: Path) -> None:
    made_of = source([article(1, f"![x]({PICTURE})")], images=stored(png()))
    write_vault(made_of, tmp_path)
    (picture,) = (tmp_path / "images").iterdir()
    picture.unlink()
    assert write_vault(made_of, tmp_path).written == (picture,)
    assert dead_links(tmp_path) == []


def test_a_new_title_renames_the_note_and_the_links_to_it(tmp_path: Path) -> None:
    write_vault(source([MET], [LAVROV]), tmp_path)
    renamed = replace(MET, clean=replace(MET.clean, title="Talks"))
    write_vault(source([renamed], [LAVROV]), tmp_path)
    assert "Articles/2023/2023-04-14 The Sample Gazette - Talks.md" in names(tmp_path)
    assert len(names(tmp_path)) == 5
    assert dead_links(tmp_path) == []


def test_an_article_that_left_is_told_and_kept(tmp_path: Path) -> None:
    other = article(2, "Nothing.", "Other")
    write_vault(source([MET, other], [LAVROV]), tmp_path)
    done = write_vault(source([MET], [LAVROV]), tmp_path)
    assert [path.name for path in done.outdated] == ["2023-04-14 The Sample Gazette - Other.md"]
    assert "no longer part of this one, kept: “2023-04-14" in done.warnings[0]
    assert done.outdated[0].exists()


def test_an_article_that_left_is_deleted_where_the_user_says_so(tmp_path: Path) -> None:
    other = article(2, f"![x]({PICTURE})", "Other", published="1911-12-12")
    write_vault(source([MET, other], images=stored(png())), tmp_path)
    done = write_vault(source([MET]), tmp_path, delete_removed=True)
    assert len(done.removed) == 4  # the article, its image, its year and its month
    assert not (tmp_path / "Articles/1911").exists()
    assert not (tmp_path / "images").exists()
    assert done.outdated == ()


def test_a_note_that_the_user_wrote_in_is_never_deleted_or_replaced(tmp_path: Path) -> None:
    other = article(2, "Nothing.", "Other")
    write_vault(source([MET, other], [LAVROV]), tmp_path)
    mine = [tmp_path / "People/Sergey Lavrov.md"]
    mine += (tmp_path / "Articles").rglob("*Other.md")
    own = tmp_path / "Articles/2023/My own note.md"
    for path in (*mine, own):
        path.write_text("mine")
    changed = replace(MET, clean=replace(MET.clean, published="2023-04-15"))
    done = write_vault(source([changed], [LAVROV]), tmp_path, delete_removed=True)
    assert [path.read_text() for path in (*mine, own)] == ["mine"] * 3
    assert "“Sergey Lavrov.md” was changed since it was exported" in done.warnings[0]
    assert done.outdated == (mine[1],)


def test_a_note_of_the_users_own_keeps_its_name_to_itself(tmp_path: Path) -> None:
    (tmp_path / "Mine").mkdir()
    (tmp_path / "Mine/sergey lavrov.md").write_text("mine")
    write_vault(source([MET], [LAVROV]), tmp_path)
    assert dead_links(tmp_path) == []
    assert (tmp_path / "People/Sergey Lavrov (1).md").exists()


def test_without_its_record_a_vault_is_found_again_by_what_the_notes_tell(tmp_path: Path) -> None:
    write_vault(source([MET], [LAVROV, GANG]), tmp_path)
    before = files(tmp_path)
    (tmp_path / RECORD_NAME).unlink()
    (tmp_path / "People/Qin Gang.md").write_text("---\ncuttings: person:2\n---\nmine")
    done = write_vault(source([MET], [LAVROV, GANG]), tmp_path)
    assert set(files(tmp_path)) == set(before)
    assert len(done.warnings) == 1
    assert (tmp_path / "People/Qin Gang.md").read_text().endswith("mine")


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault/People").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExportError, match="leads out of the folder"):
        write_vault(source([MET], [LAVROV]), tmp_path / "vault")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_highlights_and_notes_stand_below_the_text(tmp_path: Path) -> None:
    quote = TextQuote("met Qin Gang", "", "", 14)
    mark = Highlight(1, 1, quote, 14, 26, Colour.GREEN, "See [[this]] and #that")
    write_vault(source([replace(MET, highlights=(mark,), note="My *note*.")]), tmp_path)
    text = next((tmp_path / "Articles").rglob("*.md")).read_text()
    assert text.endswith(
        "## Note\n\nMy *note*.\n\n## Highlights\n\n> met Qin Gang\n\n"
        "*Green*: See \\[\\[this\\]\\] and \\#that\n"
    )


def test_copies_are_named_as_such(tmp_path: Path) -> None:
    outside = article(9, "x", "Elsewhere")
    copy = replace(article(2, "x", "Copy"), copies=(1, 9))
    write_vault(source([MET, copy], others=[outside]), tmp_path)
    told = properties(tmp_path / "Articles/2023/2023-04-14 The Sample Gazette - Copy.md")
    assert told["copies"] == [
        "[[2023-04-14 The Sample Gazette - Ministers meet]]",
        "2023-04-14 The Sample Gazette - Elsewhere",
    ]


def test_a_dossier_is_an_ordered_list_with_the_users_text(tmp_path: Path) -> None:
    entries = [
        DossierEntry(1, EntryKind.HEADING, "Part [[one]]", level=1),
        DossierEntry(2, EntryKind.ARTICLE, "Ministers meet", 1, "2023-04-14"),
        DossierEntry(3, EntryKind.TEXT, markdown="My *own* <b>words</b> ~~no~~[^1].\n\n[^1]: Why."),
        DossierEntry(4, EntryKind.ARTICLE, "Elsewhere", 9, "1911", "Gazette"),
    ]
    dossier = Dossier(1, "War: a dossier", Cover(author="Me"))
    write_vault(source([MET], dossiers=[(dossier, entries)]), tmp_path)
    text = (tmp_path / "Dossiers/War - a dossier.md").read_text()
    assert text.partition("\n---\n\n")[2] == (
        "## Part \\[\\[one\\]\\]\n\n"
        "1. [[2023-04-14 The Sample Gazette - Ministers meet|Ministers meet]], "
        "The Sample Gazette, 2023-04-14\n\n"
        "My *own* \\<b>words\\</b> ~~no~~[^1].\n\n[^1]: Why.\n\n"
        "2. Elsewhere, Gazette, 1911 (not among these notes)\n"
    )
    assert "War: a dossier]]" in (tmp_path / "Home.md").read_text()


def test_stopping_leaves_whole_notes_and_says_so(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    several = [article(n, "x", f"Title {n}") for n in range(1, 6)]
    done = write_vault(
        source(several),
        tmp_path,
        cancelled=lambda: len(told) == 2,
        progress=lambda at, of: told.append((at, of)),
    )
    assert done.cancelled
    assert told == [(1, 8), (2, 8)]
    assert len(notes(tmp_path)) == 2
    assert write_vault(source(several), tmp_path).outdated == ()
    assert dead_links(tmp_path) == []


def test_a_template_of_the_users_own_makes_notes_and_names(tmp_path: Path) -> None:
    done = write_vault(
        source([MET], [LAVROV, GANG]),
        tmp_path,
        template="# {{ title }}\n{% for each in people %}\n- {{ each.link }}\n{% endfor %}",
        template_name="mine.md",
        file_names="Press/{{ publisher }}/../../{{ year }} {{ title }}.md",
    )
    path = tmp_path / "Press/The Sample Gazette/2023 Ministers meet.md"
    assert path in done.written
    assert path.read_text() == "# Ministers meet\n- [[Sergey Lavrov]]\n- [[Qin Gang]]\n"
    assert dead_links(tmp_path) == []


def test_a_template_at_fault_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"“mine.md” can't be used: line 2: Expected an expres"):
        write_vault(source([MET]), tmp_path / "v", template="a\n{% for %}", template_name="mine.md")
    with pytest.raises(InputError, match="“file names” can't be used: line 1: 'titel' is undefin"):
        write_vault(source([MET]), tmp_path / "v", file_names="{{ titel }}")
    assert not (tmp_path / "v").exists()


def test_the_template_comes_along_to_be_changed_and_stays_as_the_user_has_it(
    tmp_path: Path,
) -> None:
    write_vault(source([MET]), tmp_path, write_template=True)
    path = tmp_path / "obsidian.md.jinja"
    assert "{{ body }}" in path.read_text()
    path.write_text("mine")
    write_vault(source([MET]), tmp_path, write_template=True)
    assert path.read_text() == "mine"


def test_stopping_at_once_writes_no_note(tmp_path: Path) -> None:
    done = write_vault(source([MET], [LAVROV]), tmp_path, cancelled=lambda: True)
    assert done.cancelled
    assert notes(tmp_path) == []
