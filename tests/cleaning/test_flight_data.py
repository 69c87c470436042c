"""Rows that React streams into a page, read as data and as the HTML they would build."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.flight_data import TextRow, flight_data, flight_html, pushed_rows
from tests.cleaning.pages import SENTENCES, clean

PARAGRAPHS = [["$", "p", None, {"children": sentence}] for sentence in SENTENCES]


def script(*pieces: str) -> str:
    return "\n".join(f"self.__next_f.push([1,{json.dumps(piece)}])" for piece in pieces)


def page(rows: str, shown: str = "<div id='root'></div>", pieces: int = 3) -> str:
    size = len(rows) // pieces + 1
    parts = [rows[at : at + size] for at in range(0, len(rows), size)]
    scripts = "".join(f"<script>{script(part)}</script>" for part in parts).replace("</p", "<\\/p")
    return f"<html><head><title>A title</title></head><body>{shown}{scripts}</body></html>"


def html_of(rows: str) -> str:
    return flight_html(pushed_rows(script(rows)))


def test_rows_are_put_together_from_what_is_pushed() -> None:
    told = script(
        '1:"a', 'b"\n2:T3,é', 'x3:{"a":[1]}\n', ':HL["x"]\n4:I[1]\n5:{"broken\n6:nul\n7:B'
    )
    assert pushed_rows(told) == {"1": "ab", "2": "éx", "3": {"a": [1]}, "5": None, "6": None}


def test_the_length_of_a_text_counts_bytes_and_its_line_breaks_are_its_own() -> None:
    text = "1:zwölf\n2:übrig"
    rows = pushed_rows(script(f"a:T{len(text.encode()):x},{text}b:1\n"))
    assert rows == {"a": text, "b": 1}
    assert isinstance(rows["a"], TextRow)


def test_references_are_followed_once_and_codes_are_no_text() -> None:
    rows = pushed_rows(script('0:["$1","$@2","$L2","$$3","$undefined","$Sx"]\n1:"$2"\n2:{"a":1}\n'))
    assert flight_data(rows) == [[{"a": 1}, None, None, "$3", None, None]]


def test_elements_are_written_with_the_attributes_that_matter() -> None:
    element = [
        "$",
        "a",
        None,
        {"href": 'x"y', "onClick": "z()", "className": "c", "children": "<&"},
    ]
    assert html_of(f"0:{json.dumps(element)}\n") == '<a href="x&quot;y" class="c">&lt;&amp;</a>'


def test_keys_and_properties_of_components_are_not_shown() -> None:
    rows = '0:{"b":"build","f":[["",{"children":["page",{}]},["$","$L1",null,{"a":"b","children":'
    assert html_of(rows + '["$","p",null,{"children":["One",2,true,null]}]}]]]}\n') == "<p>One2</p>"


def test_text_that_only_streams_is_found() -> None:
    whole = json.dumps(["$", "article", None, {"children": "$1"}])
    article = clean(page(f"0:{whole}\n1:{json.dumps(PARAGRAPHS)}\n"))
    assert article.text == "\n\n".join(SENTENCES)
    assert article.warnings == ()


def test_text_in_what_a_component_is_given_is_found() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    row = ["$", "$L1", None, {"post": {"title": "A title", "content": "$2"}}]
    rows = f"0:{json.dumps(row)}\n1:I[1]\n2:T{len(body.encode()):x},{body}"
    assert clean(page(rows)).text == "\n\n".join(SENTENCES)


def test_what_the_page_shows_is_preferred() -> None:
    shown = "".join(f"<p>{sentence} It was shown.</p>" for sentence in SENTENCES)
    source = page(f"0:{json.dumps(PARAGRAPHS)}\n", f"<article>{shown}</article>")
    assert clean(source).text.count("It was shown.") == len(SENTENCES)


def test_what_a_script_would_put_in_its_place_stands_there() -> None:
    first, *rest = (f"<p>{sentence}</p>" for sentence in SENTENCES)
    waiting = '<template id="B:0"></template><span class="skeleton"></span>'
    shown = f"<main>{first}<!--$?-->{waiting}<!--/$--></main>"
    later = f'<div hidden id="S:0">{"".join(rest)}</div><div hidden id="x">Never shown.</div>'
    assert clean(f"<html><body>{shown}{later}</body></html>").text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("inside", [True, False])
def test_places_that_hold_themselves_do_no_harm(inside: bool) -> None:
    place = '<template id="B:0"></template>' if inside else ""
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    source = f'<div hidden id="S:0">{text}{place}</div>' * 2
    assert SENTENCES[0] in clean(f"<html><body>{source}</body></html>").text


@pytest.mark.parametrize(
    "rows",
    [
        "0:" + "[" * 100_000,
        "0:" + '["$","p",null,{"children":' * 20_000,
        "0:Tffffffff,x",
        "0:T",
        ":" * 100_000,
        "\n" * 100_000,
        "0:[" + ",".join(['"$1"'] * 9) + "]\n1:[" + ",".join(['"$0"'] * 9) + "]\n",
        "".join(f"{n:x}:{json.dumps([f'${n + 1:x}'] * 50)}\n" for n in range(2_000)),
        "".join(f'{n:x}:["$","p",null,{{"children":"${n + 1:x}"}}]\n' for n in range(2_000)),
        "0:[" + '["$","b",null,{"children":"x"}],' * 100_000 + "1]\n",
        '0:["$","p",null,"$0"]\n',
        '0:["$","p",null,{"dangerouslySetInnerHTML":{"__html":"$0"}}]\n',
        '0:["$",["$"],null,{}]\n',
    ],
)
def test_hostile_rows_end(rows: str) -> None:
    begin = time.process_time()
    told = pushed_rows(script(rows))
    flight_data(told)
    assert len(flight_html(told)) < 5 * 2**20
    clean(page(rows))
    assert time.process_time() - begin < 30


def test_scripts_without_end_are_bounded() -> None:
    source = "<script>self.__next_f.push([1," * 50_000
    assert clean(f"<html><body>{source}").text == ""
    assert pushed_rows("self.__next_f.push([1," * 50_000) == {}
    assert pushed_rows('self.__next_f.push([1,"' * 50_000) == {}


VALUES = st.recursive(
    st.none()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["$0", "$1", "$L2", "$@0", "$", "$$", "p", "script", "$undefined"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["children", "href", "0"]), inner, max_size=3)
        | st.tuples(st.just("$"), st.sampled_from(["p", "a", "$L1"]), st.none(), inner)
    ),
    max_leaves=20,
)


@settings(max_examples=120, deadline=None)
@given(st.lists(VALUES, max_size=4), st.text(max_size=30))
def test_whatever_streams_nothing_breaks(values: list[object], tail: str) -> None:
    rows = "".join(f"{at}:{json.dumps(value)}\n" for at, value in enumerate(values)) + tail
    told = pushed_rows(script(rows))
    assert set(map(str, range(len(values)))) <= set(told)
    flight_data(told)
    assert "<script" not in flight_html(told)
