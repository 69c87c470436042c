"""What a user may choose of a format, described once for the window and the terminal.

The options of a format are a frozen dataclass. Each field is made by ``choice``, ``flag``, ``text``
or ``file``, which keep beside the default how it is called, so that the dialog's form and the
terminal's flags are both made from it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar, cast

from desktop_app.core.errors import InputError

Kind: TypeAlias = Literal["choice", "flag", "text", "file"]
OptionValue: TypeAlias = str | bool
#: The longest text that an option takes, in characters.
LONGEST_TEXT = 2_000
_DESCRIPTION = "option"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its name in code and on the command line, and its words.

    ``choices`` are values with their words; ``hint`` is a sentence, for a tool tip and the
    terminal's help; ``files`` the kind of file that is asked for, as “CSL style (*.csl)”.
    """

    name: str
    kind: Kind
    words: str
    hint: str
    default: OptionValue
    choices: tuple[tuple[str, str], ...] = ()
    files: str = ""


def choice(default: T, words: str, choices: Sequence[tuple[str, str]], hint: str = "") -> T:
    """A field with one of several values."""
    if default not in dict(choices):
        raise ValueError(f"{default!r} is none of the choices of {words!r}")
    return _field("choice", default, words, hint, choices=tuple(choices))


def flag(default: bool, words: str, hint: str = "") -> bool:
    """A field that is on or off."""
    return _field("flag", default, words, hint)


def text(words: str, hint: str = "", default: str = "") -> str:
    """A field of free words."""
    return _field("text", default, words, hint)


def file(words: str, files: str, hint: str = "") -> str:
    """A field with the path of a file that the user has; empty means none."""
    return _field("file", "", words, hint, files=files)


@dataclass(frozen=True, slots=True)
class NoOptions:
    """Of a format that leaves nothing to choose."""


def described(options: type) -> tuple[Option, ...]:
    """The options of a class of options, in their order."""
    return tuple(
        Option(name=each.name, **each.metadata[_DESCRIPTION])
        for each in dataclasses.fields(options)
    )


def read_options(options: type[T], values: Mapping[str, OptionValue], format_name: str) -> T:
    """An instance of the class with these values; raises InputError for what it doesn't take."""
    known = {option.name: option for option in described(options)}
    for name, value in values.items():
        option = known.get(name)
        if option is None:
            takes = ", ".join(known) or "none"
            raise InputError(
                f"The format “{format_name}” has no option “{name}”.", f"Its options: {takes}."
            )
        _check(option, value)
    return cast(Callable[..., T], options)(**values)


def _check(option: Option, value: OptionValue) -> None:
    if isinstance(value, bool) != (option.kind == "flag"):
        raise InputError(f"“{value}” isn't a value of “{option.words}”.", option.hint)
    if option.kind == "choice" and value not in dict(option.choices):
        allowed = ", ".join(each for each, _ in option.choices)
        raise InputError(f"“{value}” isn't a choice of “{option.words}”.", f"There are: {allowed}.")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise InputError(
            f"“{option.words}” has more than {LONGEST_TEXT:,} characters.", "Shorten it."
        )


def merged(classes: Iterable[type]) -> tuple[Option, ...]:
    """All options of several classes, those of one name as one with the choices of all."""
    found: dict[str, Option] = {}
    for option in (each for options in classes for each in described(options)):
        before = found.setdefault(option.name, option)
        if before.kind != option.kind:
            raise ValueError(f"the option {option.name!r} is of two kinds")
        choices = dict((*before.choices, *option.choices))
        found[option.name] = dataclasses.replace(before, choices=tuple(choices.items()))
    return tuple(found.values())


def _field(kind: Kind, default: T, words: str, hint: str, **more: object) -> T:
    """A dataclass field, with the type of its default as ``dataclasses.field`` has it too."""
    described_as = {"kind": kind, "words": words, "hint": hint, "default": default, **more}
    return field(default=default, metadata={_DESCRIPTION: described_as})
