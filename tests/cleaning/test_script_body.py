from __future__ import annotations

import json

import pytest

from desktop_app.cleaning.script_body import script_body
from tests.cleaning.pages import SENTENCES, clean

TITLE = "Customs house vote put off"
NEXT = '<script id="__NEXT_DATA__" type="application/json">'


def page(script: str) -> str:
    head = f"<head><title>{TITLE}</title></head>"
    return f'<html>{head}<body><div id="app"></div>{script}</body></html>'


def data(body: object) -> dict[str, object]:
    others = [{"title": "Ferry", "summary": "The ferry runs again. " * 9} for _ in range(3)]
    return {"props": {"article": {"headline": TITLE, "content": body}, "related": others}}


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(SENTENCES),
        "".join(f"<p>{sentence}</p>" for sentence in SENTENCES),
        [{"type": "paragraph", "text": sentence} for sentence in SENTENCES],
        [{"children": [{"value": sentence}]} for sentence in SENTENCES],
    ],
)
@pytest.mark.parametrize(
    "script",
    [
        f"{NEXT}%s</script>",
        "<script>window.__INITIAL_STATE__ = %s;</script>",
        "<script>var pageData=%s;\nrun(pageData)</script>",
    ],
)
def test_text_that_only_a_script_holds_is_found(script: str, body: object) -> None:
    article = clean(page(script % json.dumps(data(body))))

    assert article.text == "\n\n".join(SENTENCES)
    assert article.warnings == ()


def test_data_written_as_a_string_is_read() -> None:
    literal = json.dumps(json.dumps(data("\n".join(SENTENCES))))
    article = clean(page(f"<script>window.__DATA__=JSON.parse({literal})</script>"))

    assert article.text == "\n\n".join(SENTENCES)


def test_what_the_page_shows_is_preferred() -> None:
    shown = "".join(f"<p>{sentence} It was shown.</p>" for sentence in SENTENCES)
    source = f"<body><article>{shown}</article>{NEXT}{json.dumps(data(list(SENTENCES)))}</script>"

    assert clean(source).text.count("It was shown.") == len(SENTENCES)


@pytest.mark.parametrize(
    "text",
    ["", "null", "{", '{"a": 1}', "[" * 100_000, '{"a":' * 50_000, '"' + "x" * 100_000],
)
def test_scripts_without_an_article_give_nothing(text: str) -> None:
    assert script_body([("<script type='application/json'>", text)], (TITLE,)) == ""
