"""A network of persons as GEXF 1.3 (Gephi) and as GraphML (yEd, Cytoscape, NetworkX)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from desktop_app.core.errors import InputError
from desktop_app.core.network import NetworkPerson, PersonNetwork
from desktop_app.export.base.write_file import write_file

#: What is told of a person beside the name: the attribute, and its type in GEXF and in GraphML.
_TOLD = (
    ("articles", "integer", "int"),
    ("first", "string", "string"),
    ("last", "string", "string"),
    ("aliases", "string", "string"),
)
_GEXF = "http://gexf.net/1.3"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
#: What no XML 1.0 file can hold, however it is escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def gexf(network: PersonNetwork) -> bytes:
    """The network as GEXF: in how many articles two are named together is their edge's weight."""
    root = Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    graph = SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    kinds = SubElement(graph, "attributes", {"class": "node"})
    for name, kind, _ in _TOLD:
        SubElement(kinds, "attribute", {"id": name, "title": name, "type": kind})
    nodes = SubElement(graph, "nodes")
    for person in network.persons:
        node = SubElement(nodes, "node", {"id": str(person.id), "label": _clean(person.name)})
        values = SubElement(node, "attvalues")
        for name, value in _told(person).items():
            SubElement(values, "attvalue", {"for": name, "value": value})
    edges = SubElement(graph, "edges")
    for number, tie in enumerate(network.ties):
        ends = {"source": str(tie.one), "target": str(tie.other)}
        SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(tie.articles)})
    return _file(root)


def graphml(network: PersonNetwork) -> bytes:
    """The network as GraphML, with ``label`` and more of nodes and ``weight`` of edges."""
    root = Element("graphml", {"xmlns": _GRAPHML})
    for name, target, kind in (
        ("label", "node", "string"),
        *((told, "node", kind) for told, _, kind in _TOLD),
        ("weight", "edge", "int"),
    ):
        known = {"id": name, "for": target, "attr.name": name, "attr.type": kind}
        SubElement(root, "key", known)
    graph = SubElement(root, "graph", {"id": "people", "edgedefault": "undirected"})
    for person in network.persons:
        node = SubElement(graph, "node", {"id": f"p{person.id}"})
        SubElement(node, "data", {"key": "label"}).text = _clean(person.name)
        for name, value in _told(person).items():
            SubElement(node, "data", {"key": name}).text = value
    for tie in network.ties:
        edge = SubElement(graph, "edge", {"source": f"p{tie.one}", "target": f"p{tie.other}"})
        SubElement(edge, "data", {"key": "weight"}).text = str(tie.articles)
    return _file(root)


#: The formats by the ends of their files' names.
NETWORK_FORMATS: MappingProxyType[str, Callable[[PersonNetwork], bytes]] = MappingProxyType(
    {".gexf": gexf, ".graphml": graphml}
)


def write_network(network: PersonNetwork, path: Path) -> None:
    """Write the network in the format that the file's name tells.

    Raises InputError for another name and ExportError where it can't be written.
    """
    written = NETWORK_FORMATS.get(path.suffix.lower())
    if written is None:
        raise InputError(
            f"“{path.name}” tells no format of networks.", "End the name in .gexf or .graphml."
        )
    write_file(path, written(network))


def _told(person: NetworkPerson) -> dict[str, str]:
    values = {
        "articles": str(person.articles),
        "first": person.first,
        "last": person.last,
        "aliases": "; ".join(person.aliases),
    }
    return {name: _clean(value) for name, value in values.items() if value}


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _file(root: Element) -> bytes:
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
