"""Pages whose text stands in shadow roots, as servers write them and the extension sends them."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.shadow_roots import show_shadow_roots
from tests.cleaning.pages import SENTENCES, clean


def shown(body: str) -> str:
    root = parse_page(f"<html><body>{body}</body></html>").root
    show_shadow_roots(root)
    return " ".join(root.find("body").text_content().split())


def test_an_article_in_a_shadow_root_is_read() -> None:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    article = clean(
        "<html><head><title>The talks in Geneva</title></head><body><story-page>"
        '<template shadowrootmode="open"><style>p { margin: 0 }</style><h1>The talks</h1>'
        f"{paragraphs}</template></story-page></body></html>"
    )
    assert all(sentence in article.text for sentence in SENTENCES)


def test_paragraphs_that_a_component_holds_are_read_in_its_slot() -> None:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    article = clean(
        '<html><body><story-page><template shadowrootmode="open"><main><slot></slot></main>'
        f"</template>{paragraphs}</story-page></body></html>"
    )
    assert all(sentence in article.text for sentence in SENTENCES)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<x-a><template shadowrootmode=closed>in</template> out</x-a> after", "in after"),
        ("<x-a><template>not a root</template> out</x-a>", "not a root out"),
        (
            "<x-a><template shadowrootmode=open>[<slot name=head>none</slot>|<slot>…</slot>]"
            "</template><b>body</b> and <i slot=head>title</i> more</x-a>",
            "[title|body and more]",
        ),
        (
            "<x-a><template shadowrootmode=open><slot>shown when empty</slot></template>\n </x-a>",
            "shown when empty",
        ),
        (
            "<x-a><template shadowrootmode=open><x-b><template shadowrootmode=open>(<slot></slot>)"
            "</template><slot></slot></x-b></template>deep</x-a>",
            "(deep)",
        ),
        (
            "<x-a><template shadowrootmode=open>1<slot></slot>3</template>"
            "<x-b><template shadowrootmode=open>2</template>no</x-b></x-a>",
            "123",
        ),
        (
            "<x-a><template shadowrootmode=open>first</template>"
            "<template shadowrootmode=open>second</template></x-a>",
            "first",
        ),
    ],
)
def test_a_page_is_composed_as_a_browser_does(page: str, text: str) -> None:
    assert shown(page) == text


def test_very_many_roots_are_composed() -> None:
    one = "<x-a><template shadowrootmode=open>(<slot></slot>)</template>word</x-a>"
    assert shown(one * 10_000) == "(word)" * 10_000


def test_roots_nested_deeper_than_any_page_are_read_to_an_end() -> None:
    nested = "<x-a><template shadowrootmode=open><slot></slot>" * 20_000
    assert "the end" in shown(f"<p>before</p>{nested}the end")
