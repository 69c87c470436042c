"""Networks as files, read back by a parser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ExportError, InputError
from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie
from desktop_app.export.records.network_files import gexf, graphml, write_network

NETWORK = PersonNetwork(
    (
        NetworkPerson(3, 'Jean "J&J" <Doe>', 5, ("J. Doe", "Doe"), "1951", "1952-07-01"),
        NetworkPerson(9, "李小龍", 2),
    ),
    (Tie(3, 9, 2),),
)
TOLD = {
    "label": 'Jean "J&J" <Doe>',
    "articles": 5,
    "first": "1951",
    "last": "1952-07-01",
    "aliases": "J. Doe; Doe",
}


def test_gexf_has_every_person_and_tie() -> None:
    graph = networkx.read_gexf(BytesIO(gexf(NETWORK)), version="1.3")

    assert graph.nodes["3"] == TOLD
    assert graph.nodes["9"] == {"label": "李小龍", "articles": 2}
    assert [(*ends, told["weight"]) for *ends, told in graph.edges(data=True)] == [("3", "9", 2)]
    assert not graph.is_directed()


def test_graphml_has_every_person_and_tie() -> None:
    graph = networkx.read_graphml(BytesIO(graphml(NETWORK)))

    assert graph.nodes["p3"] == TOLD
    assert graph.nodes["p9"] == {"label": "李小龍", "articles": 2}
    assert list(graph.edges(data="weight")) == [("p3", "p9", 2)]
    assert not graph.is_directed()


@given(st.text())
def test_any_name_can_be_read_back(name: str) -> None:
    network = PersonNetwork((NetworkPerson(1, name, 1, (name,), name, name),))

    for write in (gexf, graphml):
        fromstring(write(network))


def test_the_name_of_the_file_tells_the_format(tmp_path: Path) -> None:
    write_network(NETWORK, tmp_path / "people.GraphML")
    write_network(NETWORK, tmp_path / "people.gexf")

    assert b"<graphml" in (tmp_path / "people.GraphML").read_bytes()
    assert b"<gexf" in (tmp_path / "people.gexf").read_bytes()
    with pytest.raises(InputError, match="no format"):
        write_network(NETWORK, tmp_path / "people.txt")


def test_the_folder_is_made_unless_a_file_is_in_its_way(tmp_path: Path) -> None:
    write_network(NETWORK, tmp_path / "new" / "people.gexf")
    assert (tmp_path / "new" / "people.gexf").is_file()
    (tmp_path / "file").touch()
    with pytest.raises(ExportError):
        write_network(NETWORK, tmp_path / "file" / "people.gexf")
