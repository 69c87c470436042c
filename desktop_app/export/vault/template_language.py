"""The language of the users' templates: Jinja2 with nothing in it but words, choices and loops.

A template sees the data that it is given, and no attribute of any object: no method of a text, no
other file. All that one filling builds is counted and stopped at MOST_BUILT. How long it may take
is for ``template_process`` to bound.
"""

from __future__ import annotations

import functools
import json
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import nodes
from jinja2.environment import Template
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context, LoopContext, Macro, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace

from desktop_app.core.errors import InputError
from desktop_app.export.vault.logseq_blocks import as_blocks
from desktop_app.export.vault.words import as_words

#: So many characters and items of lists may be built while a template is filled.
MOST_BUILT = 64 * 2**20
#: The longest template, in characters.
LONGEST_TEMPLATE = 200_000
_MOST = 10**18
_MOST_INDENTED = 40
_FILE = "<template>"
_FILTERS = (
    "upper lower title capitalize trim default d first last length count sort reverse unique map"
    " select reject selectattr rejectattr groupby dictsort items list int float truncate wordcount"
    " sum min max abs"
)
_TESTS = (
    "defined undefined none string number boolean true false sequence mapping iterable in eq ne lt"
    " le gt ge equalto odd even"
)
_OF_LOOPS = "index index0 revindex revindex0 first last length depth depth0 previtem nextitem"
#: What a filter raises that is given what it can't take.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
)
_ELSEWHERE = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class _Language(ImmutableSandboxedEnvironment):
    """Jinja2 cut down; every way to a text or number goes through a bound."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self) -> None:
        super().__init__(
            autoescape=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            finalize=_text,
            cache_size=0,
        )
        own: dict[str, Callable[..., object]] = {
            "join": self._joined,
            "replace": self._replaced,
            "indent": self._indented,
            "sliced": _sliced,
            "string": _text,
            "words": lambda value: as_words(_text(value)),
            "blocks": lambda value, depth=0: as_blocks(_text(value), min(depth, _MOST_INDENTED)),
            "yaml": self._yaml,
        }
        given = {name: self.filters[name] for name in _FILTERS.split()}
        self.filters = {name: self._counted(each) for name, each in (given | own).items()}
        self.tests = {name: self.tests[name] for name in _TESTS.split()}
        self.globals = {"range": safe_range, "namespace": Namespace}
        self.built = 0

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - what the data holds
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._none(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in _OF_LOOPS.split():
            return getattr(obj, attribute)
        if isinstance(obj, Namespace) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        return self._none(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - what the data holds
        if isinstance(obj, Mapping | list | tuple | str):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        return self._none(obj, argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if isinstance(obj, Macro | LoopContext) or obj in (safe_range, Namespace):
            return context.call(obj, *args, **kwargs)
        raise SecurityError("only a macro, a loop, range and namespace can be called")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "**" or max(abs(left), abs(right)) > _MOST:
                raise SecurityError("that number is too large")
            return super().call_binop(context, operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.concat((left, right))
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            self._build(len(left) + len(right))
            return left + right
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"“{operator}” is for numbers; texts are put together by “~”")

    def _none(self, obj: object, name: object) -> Undefined:
        return self.undefined(obj=obj, name=str(name)[:100])

    def _build(self, size: int) -> None:
        self.built += size
        if self.built > MOST_BUILT:
            raise SecurityError("it builds more text than the memory should hold")

    def _counted(self, given: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(given)
        def counted(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the filter gives
            made = given(*args, **named)
            if isinstance(made, str | list | tuple):
                self._build(len(made))
            return made

        return counted

    def concat(self, pieces: Iterable[str]) -> str:
        kept = []
        for piece in pieces:
            self._build(len(piece))
            kept.append(piece)
        return "".join(kept)

    def _joined(self, values: Iterable[object], between: str = "") -> str:
        def pieces() -> Iterator[str]:
            for at, value in enumerate(values):
                if at and between:
                    yield _text(between)
                yield _text(value)

        return self.concat(pieces())

    def _replaced(self, value: object, old: str, new: str) -> str:
        text = _text(value)
        self._build(text.count(_text(old)) * len(_text(new)))
        return text.replace(old, new)

    def _indented(self, value: object, width: int = 2, first: bool = False) -> str:
        margin = " " * max(0, min(int(width), _MOST_INDENTED))
        lines = _text(value).split("\n")
        self._build(len(lines) * len(margin))
        begun = margin + lines[0] if first else lines[0]
        return "\n".join([begun, *(margin + line if line else line for line in lines[1:])])

    def _yaml(self, value: object) -> str:
        """A value as YAML understands it on one line."""
        if isinstance(value, list | tuple):
            return f"[{self._joined(map(_yaml_scalar, value), ', ')}]"
        return _yaml_scalar(value)


class NoteTemplate:
    """A template that was read: ``write`` fills it. Raises InputError for one that can't be used.

    ``name`` is how sentences call it.
    """

    def __init__(self, source: str, name: str) -> None:
        if len(source) > LONGEST_TEMPLATE:
            raise InputError(f"“{name}” is too long for a template.", "Shorten it.")
        self._name = name
        self._language = _Language()
        try:
            tree = self._language.parse(source, filename=_FILE)
            code = self._language.compile(_bounded(tree), filename=_FILE)
            self._template = Template.from_code(self._language, code, self._language.globals)
        except TemplateSyntaxError as failure:
            self._refuse(failure.lineno, failure.message or "it can't be read", failure)
        except (SyntaxError, RecursionError, MemoryError, ValueError) as failure:
            self._refuse(1, "it is nested too deeply", failure)

    def write(self, values: Mapping[str, object]) -> str:
        """The template with these values; raises InputError with the line where it fails."""
        try:
            return self._filled(values)
        except RecursionError as failure:
            self._refuse(self._line(failure), "it calls itself without end", failure)
        except _FAULTS as failure:
            self._refuse(self._line(failure), str(failure) or "it fails", failure)
        except TemplateError as failure:
            self._refuse(self._line(failure), failure.message or "it fails", failure)

    def _filled(self, values: Mapping[str, object]) -> str:
        self._language.built = 0
        context = self._template.new_context(dict(values))
        return self._language.concat(self._template.root_render_func(context))

    def _line(self, failure: BaseException) -> int:
        lines = [
            self._template.get_corresponding_lineno(line or 1)
            for frame, line in traceback.walk_tb(failure.__traceback__)
            if frame.f_code.co_filename == _FILE
        ]
        return lines[-1] if lines else 1

    def _refuse(self, line: int, reason: str, failure: BaseException) -> NoReturn:
        said = " ".join(reason.split()).rstrip(".")[:300]
        raise InputError(
            f"The template “{self._name}” can't be used: line {line}: {said}.",
            "Mend that line; README, “Templates for Markdown”, tells what there is.",
        ) from failure


def _bounded(tree: nodes.Template) -> nodes.Template:
    """The template with “~” and slices as filters, which are counted; no other file is taken in."""
    for each in tree.find_all(_ELSEWHERE):
        raise TemplateSyntaxError("a template can't take another file in", each.lineno)
    _bound(tree)
    return tree


def _bound(node: nodes.Node) -> None:
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(node, name, _bounded_node(value))
        elif isinstance(value, list):
            setattr(node, name, [_bounded_node(each) for each in value])


def _bounded_node(node: Any) -> Any:  # noqa: ANN401 - fields of nodes are of any kind
    if not isinstance(node, nodes.Node):
        return node
    _bound(node)
    line = node.lineno
    if isinstance(node, nodes.Concat):
        parts = nodes.List(node.nodes, lineno=line)
        return _filter(parts, "join", [], node)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
        ends = [node.arg.start, node.arg.stop, node.arg.step]
        given = [nodes.Const(None, lineno=line) if each is None else each for each in ends]
        return _filter(node.node, "sliced", given, node)
    return node


def _filter(of: nodes.Expr, name: str, args: list[nodes.Expr], instead: nodes.Node) -> nodes.Node:
    made = nodes.Filter(of, name, args, [], None, None, lineno=instead.lineno)
    return made if instead.environment is None else made.set_environment(instead.environment)


def _text(value: object) -> str:
    """A single value as text; nothing for None. Lists are refused, as they may nest."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, Undefined):
        return str(value)  # raises, with its name
    raise SecurityError("a list can't be written as it is; use “| join” or a loop")


def _sliced(value: object, *ends: int | None) -> object:
    if isinstance(value, str | list | tuple):
        return value[slice(*ends)]
    raise SecurityError("only a text or a list has parts")


def _yaml_scalar(value: object) -> str:
    if isinstance(value, bool | int | float) or value is None:
        return json.dumps(value)
    text = json.dumps(_text(value), ensure_ascii=False)
    return text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")
