"""Words that mean nothing to the programs that read a vault."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.file_names import name_key, safe_stem
from desktop_app.export.base.portable_markdown import portable_markdown
from desktop_app.export.vault.flavours import FLAVOURS, stem
from desktop_app.export.vault.names import inside_path
from desktop_app.export.vault.words import FOREIGN, as_words, note_bytes

ODD = st.text(st.sampled_from("ab [](){}#|^:%=$~<>_*!&;-+.\\'\"\n/é中م\u202e"), max_size=40)
#: What Obsidian, Logseq or a plugin of theirs would act on.
ACTIVE = re.compile(r"\[\[|\]\]|%%|==|~~|\{\{|::|<%|(?:^|\s)#\w")


def words_of(tokens: Iterable[Token]) -> str:
    """The text that a reader shows."""
    return "".join(
        words_of(token.children) if token.children else token.content if token.type != "inline"
        else ""
        for token in tokens
    )  # fmt: skip


def foreign(markdown: str) -> str:
    return portable_markdown(markdown, lambda link: link.words, FOREIGN)


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("See [[1]] and #MeToo", "See \\[\\[1\\]\\] and \\#MeToo"),
        ("[[1]](https://a.example/x#y)", "[\\[1\\]](https://a.example/x#y)"),
        ("![[x]]", "!\\[\\[x\\]\\]"),
        ("# A heading, no. #1", "# A heading, no. \\#1"),
        ("100%% ==sure== ~~not~~", "100\\%\\% \\=\\=sure\\=\\= \\~\\~not\\~\\~"),
        ("From $5 to $6", "From \\$5 to $6"),
        ("only $5", "only $5"),
        ("{{query}} key:: value", "\\{\\{query}} key\\:\\: value"),
        ("<% tp.system %>", "<\\% tp.system %>"),
        ("`[[x]] #y`", "`[[x]] #y`"),
        ("run `$= dv.pages()` now", "run \\$= dv.pages() now"),
        ("https://a.example/b#c", "https://a.example/b#c"),
        ("```dataviewjs\nx\n```", "```\nx\n```"),
        ("```python\nx\n```", "```python\nx\n```"),
    ],
)
def test_what_other_programs_would_act_on_is_escaped(markdown: str, written: str) -> None:
    assert foreign(markdown) == written


@given(ODD)
@settings(max_examples=60, deadline=None)
def test_an_articles_words_stay_what_they_are(text: str) -> None:
    markdown = text.replace("`", "").replace("![", "[").replace("<", "")
    shown = words_of(markdown_reader().parse(foreign(markdown)))
    assert shown == words_of(markdown_reader().parse(markdown))


@given(ODD)
@settings(max_examples=60, deadline=None)
def test_any_words_are_read_back_as_they_were(text: str) -> None:
    written = as_words(text)
    tokens = MarkdownIt("commonmark").parse(f"- a: {written}")
    line = " ".join(text.split())
    assert words_of(tokens) == f"a: {line}".strip()
    assert not ACTIVE.search(written)


@given(ODD, ODD)
@settings(max_examples=60, deadline=None)
def test_a_link_to_any_name_leads_to_it_and_has_one_end(name: str, words: str) -> None:
    to = f"People/{safe_stem(name)}.md"
    for flavour in ("obsidian", "logseq"):
        link = FLAVOURS[flavour].link("Home.md", to, words)
        assert re.findall(r"\[\[([^\[\]|]*)", link.replace("\\[", "")) == [stem(to)]
        assert link.count("[[") == link.count("]]") == 1
    (found,) = MarkdownIt("commonmark").parse(FLAVOURS["plain"].link("Home.md", to, words))[1:2]
    assert found.children
    assert [each.type for each in found.children][:1] == ["link_open"]


@given(ODD)
@settings(max_examples=60, deadline=None)
def test_no_path_of_a_template_leaves_the_folder(text: str) -> None:
    folder, name = inside_path(text)
    parts = [*folder.split("/")[bool(not folder) :], name]
    assert all(part and part == safe_stem(part) for part in parts)
    assert not any(part.startswith((".", "-", " ")) or part.endswith((".", " ")) for part in parts)
    assert name_key(name)


def test_a_command_of_a_plugin_stands_nowhere() -> None:
    assert note_bytes("title: <%* run() %>") == b"title: < %* run() %>"
