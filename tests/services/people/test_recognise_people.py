"""A text file's persons are found as a clip's are: in the language that it is in."""

from __future__ import annotations

from pathlib import Path

from desktop_app.services.people.recognise_people import recognise_in_file

FRENCH = (
    "Le président Emmanuel Macron a rencontré lundi Mme Angela Merkel à Paris."
    " Selon M. Dupont de Nemours, la réunion s'est bien passée."
)


def test_the_language_of_the_text_is_told_first(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(FRENCH, encoding="utf-8")

    names = [person.name for person in recognise_in_file(path)]

    # Read as English, “M.” would be the initial of a first name.
    assert names == ["Emmanuel Macron", "Angela Merkel", "Dupont de Nemours"]
