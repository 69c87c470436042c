"""What a user's template can do, and what it can't."""

from __future__ import annotations

import pytest
import yaml

from desktop_app.core.errors import InputError
from desktop_app.export.vault.template_language import NoteTemplate
from desktop_app.export.vault.template_process import TemplateProcess
from tests.export.examples import never

VALUES = {"title": "A “b”: c", "tags": ["x", "y"], "people": [{"name": "Li"}], "none": None}


def filled(source: str) -> str:
    return NoteTemplate(source, "mine.md").write(VALUES)


def test_a_template_has_choices_loops_and_filters() -> None:
    source = (
        "{% for each in people %}\n- {{ each.name | upper }}{{ loop.index }}\n{% endfor %}\n"
        "{{ tags[:1] | join(', ') }}{{ title[0] ~ '!' }}{% if none %}x{% endif %}{{ none }}"
        "{{ missing | default('-') }}{{ people | map(attribute='name') | join }}"
    )
    assert filled(source) == "- LI1\nxA!-Li"


def test_values_become_yaml_that_is_read_back() -> None:
    found = yaml.safe_load(filled("title: {{ title | yaml }}\ntags: {{ tags | yaml }}"))
    assert found == {"title": VALUES["title"], "tags": VALUES["tags"]}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a\n\n{{ titel }}", "line 3: 'titel' is undefined"),
        ("a\n{% for %}", "line 2: Expected an expression"),
        ("{{ title.upper() }}", "line 1: 'str object' has no attribute 'upper'"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "has no attribute"),
        ("{{ range.__globals__ }}", "has no attribute"),
        ("{{ title | attr('__class__') }}", "No filter named 'attr'"),
        ("{{ '{0.__class__}'.format(1) }}", "has no attribute 'format'"),
        ("{{ cycler }}", "'cycler' is undefined"),
        ("{{ self }}", "can't be written"),
        ("{% include '/etc/passwd' %}", "can't take another file in"),
        ("{% extends title %}", "can't take another file in"),
        ("{% import 'os' as os %}", "can't take another file in"),
        ("{{ 'a' * 10000000000 }}", "is for numbers"),
        ("{{ 9 ** 99999999 }}", "too large"),
        ("{{ range(100001) | length }}", "too big"),
        ("{{ '%1000000000d' % 1 }}", "is for numbers"),
        ("{{ tags }}", "a list can't be written"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "calls itself without end"),
        ("{{ " + "(" * 5_000 + "}}", "nested too deeply"),
        ("{{ title | truncate(1) }}", "line 1: "),
    ],
)
def test_what_a_template_can_not_do_is_told_with_its_line(source: str, reason: str) -> None:
    with pytest.raises(InputError) as told:
        filled(source)
    assert reason in told.value.message
    assert told.value.message.startswith("The template “mine.md” can't be used: line ")


@pytest.mark.parametrize(
    "step",
    [
        "{% set ns.x = ns.x ~ ns.x %}",
        "{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}",
        "{% set ns.x = ns.x + ns.x %}",
        "{% set ns.x = ns.x | replace('a', 'aa') %}",
        "{% set ns.x = [ns.x, ns.x] | join %}",
        "{{ ns.x }}{{ ns.x }}{{ ns.x }}",
        "{% set ns.y = ns.y + [ns.x[1:]] %}",
        "{% set ns.y = ns.y + ns.y + [1] %}",
    ],
)
def test_no_template_fills_the_memory(step: str) -> None:
    start = "{% set ns = namespace(x='a', y=[]) %}{% for i in range(20) %}"
    start += "{% set ns.x = ns.x ~ ns.x %}{% endfor %}{% for i in range(100000) %}"
    with pytest.raises(InputError, match="more text than the memory should hold"):
        filled(f"{start}{step}{{% endfor %}}")


def test_a_template_that_never_ends_is_ended() -> None:
    source = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with (
        TemplateProcess(source, "mine.md", never, longest=0.2) as process,
        pytest.raises(InputError, match=r"“mine.md” takes more than 0.2 seconds"),
    ):
        process.fill([VALUES])


def test_a_template_is_filled_in_its_process_again_and_again() -> None:
    with TemplateProcess("{{ title }}{{ tags[9] }}", "mine.md", never) as process:
        with pytest.raises(InputError, match="line 1"):
            process.fill([VALUES])
        assert process.fill([{"title": "a", "tags": "0123456789"}]) == ["a9"]
    with TemplateProcess("{{ title }}", "mine.md", lambda: True) as process:
        assert process.fill([VALUES]) is None
