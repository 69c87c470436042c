"""Pasted transcripts and interviews: every turn is kept, with the name of who speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.paste_lines import paste_lines
from desktop_app.cleaning.paste_transcript import spoken_lines, turn_lines

RADIO = (Path(__file__).parent / "pastes" / "transcript.txt").read_text(encoding="utf-8")
INTERVIEW = """The dredger's last winter: an interview with Peg Tully
By Imogen Hale
11 February 2022

Peg Tully has run the dredger on the Fosse canal for nineteen winters.

Q: What will you miss?

A: The quiet. Nobody rings you up on a dredger, and nobody expects you to hurry.

Q: And the mud?

A: No.

Q: Thank you.
"""
PRESS = """Transcript of the press conference at Fosse Lock
February 11, 2022

MINISTER CRANE

Good afternoon. I want to begin by thanking the lock keepers, who have not slept since Friday.

QUESTION

Minister, how long will the canal stay closed?

MINISTER CRANE

As long as it takes. I will not open a gate on a promise.

When the engineers tell me that the wall will hold, boats will move again.

QUESTION

And the cat?

MINISTER CRANE

(Laughter) No comment.
"""
FRENCH = """JEANNE MOREL : Monsieur le maire, pourquoi avoir attendu si longtemps pour le pont ?

PAUL ARNAUD : Parce qu'il fallait trouver l'argent, et qu'il ne pousse pas sous les pierres.

JEANNE MOREL : Et maintenant ?

PAUL ARNAUD : Maintenant, on a trouvé.
"""


def paragraphs(text: str) -> list[str]:
    return clean_paste(text).text.split("\n\n")


def test_a_radio_interview_keeps_its_turns_apart() -> None:
    article = clean_paste(RADIO)
    said = [line for line in RADIO.splitlines() if ": " in line]
    assert article.text == "\n\n".join(said)
    assert article.title == "Interview with the harbour's chairman"


def test_questions_and_answers_of_a_word_are_kept() -> None:
    article = clean_paste(INTERVIEW)
    assert article.text.endswith("Q: And the mud?\n\nA: No.\n\nQ: Thank you.")
    assert article.title == "The dredger's last winter: an interview with Peg Tully"
    assert article.authors == ("Imogen Hale",)


def test_names_above_what_is_said_are_kept() -> None:
    article = clean_paste(PRESS)
    assert article.title == "Transcript of the press conference at Fosse Lock"
    assert article.text == PRESS.split("2022\n\n")[1].strip()


def test_a_turn_is_no_headline() -> None:
    assert clean_paste(FRENCH).title is None
    assert paragraphs(FRENCH) == FRENCH.strip().split("\n\n")


def test_lines_broken_at_a_width_are_joined_within_a_turn_only() -> None:
    wrapped = (
        "MS. HALE: The council has said that it would look at the figures again in\n"
        "March, but so far nobody has seen them. Why is that, and what will you do\n"
        "about it?\n\n"
        "MR. CRANE: We have looked at them every week. What we have not done is to\n"
        "publish them, because they change with every inspection of the wall.\n\n"
        "MS. HALE: So when?\n\nMR. CRANE: In March.\n"
    )
    assert [turn.split(":")[0] for turn in paragraphs(wrapped)] == ["MS. HALE", "MR. CRANE"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [
            "LOCAL NEWS",
            "Rovers win",
            "ALL SPORT",
            "A vote",
            "LOCAL NEWS",
            "A cup",
            "ALL SPORT",
            "Fog",
        ],
        ["WALMART", "A kettle.", "AMAZON", "A pan. $8.", "WALMART", "A jug.", "AMAZON", "A cup."],
        ["Price: 9.", "Height: 4 cm.", "Price: 8.", "Height: 5 cm.", "Price: 7.", "Height: 6 cm."],
        [
            "ADVERTISEMENT",
            "One sentence.",
            "READ MORE",
            "Another.",
            "ADVERTISEMENT",
            "A third one.",
        ],
        ["A: one.", "A: two.", "A: three.", "A: four.", "A: five."],
    ],
)
def test_other_lists_are_no_transcript(rows: list[str]) -> None:
    assert turn_lines(paste_lines("\n\n".join(rows))) == frozenset()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text() | st.sampled_from(PRESS.splitlines() + INTERVIEW.splitlines())))
def test_whatever_is_pasted_the_lines_are_lines_of_it(rows: list[str]) -> None:
    lines = paste_lines("\n".join(rows))
    turns = turn_lines(lines)
    spoken = list(spoken_lines(lines, turns))
    assert turns <= set(spoken) <= set(range(len(lines)))
