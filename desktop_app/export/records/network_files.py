"""A network of persons as GEXF 1.3 (Gephi) and as GraphML (yEd, Cytoscape, NetworkX)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from desktop_app.core.errors import InputError
from desktop_app.core.network import PersonNetwork
from desktop_app.export.base.write_file import write_file

_GEXF = "http://gexf.net/1.3"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
#: What no XML 1.0 file can hold, however it is escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def gexf(network: PersonNetwork) -> bytes:
    """The network as GEXF: counts of articles are the nodes' attribute and the edges' weight."""
    root = Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    graph = SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    kinds = SubElement(graph, "attributes", {"class": "node"})
    SubElement(kinds, "attribute", {"id": "articles", "title": "articles", "type": "integer"})
    nodes = SubElement(graph, "nodes")
    for person in network.persons:
        node = SubElement(nodes, "node", {"id": str(person.id), "label": _clean(person.name)})
        values = SubElement(node, "attvalues")
        SubElement(values, "attvalue", {"for": "articles", "value": str(person.articles)})
    edges = SubElement(graph, "edges")
    for number, tie in enumerate(network.ties):
        ends = {"source": str(tie.one), "target": str(tie.other)}
        SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(tie.articles)})
    return _file(root)


def graphml(network: PersonNetwork) -> bytes:
    """The network as GraphML, with ``label`` and ``articles`` of nodes and ``weight`` of edges."""
    root = Element("graphml", {"xmlns": _GRAPHML})
    for name, target, kind in (
        ("label", "node", "string"),
        ("articles", "node", "int"),
        ("weight", "edge", "int"),
    ):
        known = {"id": name, "for": target, "attr.name": name, "attr.type": kind}
        SubElement(root, "key", known)
    graph = SubElement(root, "graph", {"id": "people", "edgedefault": "undirected"})
    for person in network.persons:
        node = SubElement(graph, "node", {"id": f"p{person.id}"})
        SubElement(node, "data", {"key": "label"}).text = _clean(person.name)
        SubElement(node, "data", {"key": "articles"}).text = str(person.articles)
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


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _file(root: Element) -> bytes:
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
