"""Networks as files, read back by a parser."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ExportError, InputError
from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie
from desktop_app.export.records.network_files import gexf, graphml, write_network

GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
NETWORK = PersonNetwork(
    (NetworkPerson(3, 'Jean "J&J" <Doe>', 5), NetworkPerson(9, "李小龍", 2)), (Tie(3, 9, 2),)
)


def test_gexf_has_every_person_and_tie() -> None:
    root = fromstring(gexf(NETWORK))

    nodes = {node.get("id"): node.get("label") for node in root.iter(f"{GEXF}node")}
    (edge,) = root.iter(f"{GEXF}edge")
    assert nodes == {"3": 'Jean "J&J" <Doe>', "9": "李小龍"}
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("3", "9", "2")
    assert [value.get("value") for value in root.iter(f"{GEXF}attvalue")] == ["5", "2"]


def test_graphml_has_every_person_and_tie() -> None:
    root = fromstring(graphml(NETWORK))

    keys = {key.get("id") for key in root.iter(f"{GRAPHML}key")}
    assert keys == {"label", "articles", "weight"}
    texts = [data.text for data in root.iter(f"{GRAPHML}data")]
    assert texts == ['Jean "J&J" <Doe>', "5", "李小龍", "2", "2"]
    (edge,) = root.iter(f"{GRAPHML}edge")
    ids = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
    assert {edge.get("source"), edge.get("target")} == ids


@given(st.text())
def test_any_name_can_be_read_back(name: str) -> None:
    network = PersonNetwork((NetworkPerson(1, name, 1),))

    for write in (gexf, graphml):
        fromstring(write(network))


def test_the_name_of_the_file_tells_the_format(tmp_path: Path) -> None:
    write_network(NETWORK, tmp_path / "people.GraphML")
    write_network(NETWORK, tmp_path / "people.gexf")

    assert b"<graphml" in (tmp_path / "people.GraphML").read_bytes()
    assert b"<gexf" in (tmp_path / "people.gexf").read_bytes()
    with pytest.raises(InputError, match="no format"):
        write_network(NETWORK, tmp_path / "people.txt")
    with pytest.raises(ExportError):
        write_network(NETWORK, tmp_path / "missing" / "people.gexf")
