"""Persons of wire copy: results, market reports and headlines; these bounds may only rise."""

from __future__ import annotations

from tests.benchmarks.wire_people import MENTIONS, NAMES, wire_scores


def test_persons_of_wire_copy() -> None:
    mentions, names = wire_scores()

    assert mentions >= MENTIONS
    assert names >= NAMES
