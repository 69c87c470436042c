"""Where the persons of a network stand in its picture: a force-directed layout. No Qt here.

Fruchterman and Reingold's method (1991) with gravity, from a spiral, so that the same network
always looks the same; done for all pairs at once, which for 2,000 persons takes seconds: off the
window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.network import PersonNetwork

_GOLDEN_ANGLE = 2.399963
_GRAVITY = 0.03
_WIDER = 1.4
#: So many persons get room for their names: boxes in pixels, in a picture of that size.
_MOST_WITH_ROOM, _PUSHES = 40, 60
_NAME_BOX, _USUAL_SIZE = (120.0, 40.0), (700.0, 400.0)
#: Pairs pushed apart at a time: bounds the memory.
_BLOCK = 256
_Places = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Picture:
    """A network with the place of each person, in units of the usual distance of two."""

    network: PersonNetwork
    places: _Places
    ties: NDArray[np.int32]
    weights: NDArray[np.float32]


def picture_of(network: PersonNetwork, cancelled: Callable[[], bool] = lambda: False) -> Picture:
    """Lay a network out; stops early, as good as it is then, when cancelled."""
    rows = {person.id: row for row, person in enumerate(network.persons)}
    known = [tie for tie in network.ties if tie.one in rows and tie.other in rows]
    ends = [(rows[tie.one], rows[tie.other]) for tie in known]
    ties = np.array(ends, dtype=np.int32).reshape(-1, 2)
    weights = np.array([tie.articles for tie in known], dtype=np.float32)
    places = _spiral(len(rows))
    steps = 160 if len(rows) <= 300 else 60
    for step in range(steps):
        if cancelled():
            break
        _move(places, ties, weights, most=1.5 * (1 - step / steps) + 0.02)
    return Picture(network, _with_room_for_names(_spread(places)), ties, weights)


def _spread(places: _Places) -> _Places:
    """The places with the crowd in the middle opened, and whoever is far out brought nearer.

    Directions and the order from the middle outwards stay; the picture becomes wider than high.
    """
    if len(places) < 3:
        return places
    middle = places - places.mean(axis=0)
    far = np.maximum(np.linalg.norm(middle, axis=1), 1e-6)
    usual = float(np.quantile(far, 0.9)) or 1.0
    by_order = np.sqrt((far.argsort().argsort() + 1) / len(far))
    share = 0.3 if len(far) < 100 else 0.6
    wanted = share * by_order + (1 - share) * np.minimum(far / usual, 1.15)
    spread = middle * (wanted / far * np.sqrt(len(far)))[:, None]
    result: _Places = (spread * np.array((_WIDER, 1.0))).astype(np.float32)
    return result


def _with_room_for_names(places: _Places) -> _Places:
    """The places of a few persons, pushed apart until the names beside them have room.

    The force-transfer of Huang and Lai (2003): boxes that overlap push each other along the axis
    that takes less. For a picture of the usual size; in a crowd nobody moves.
    """
    if not 1 < len(places) <= _MOST_WITH_ROOM:
        return places
    low, high = places.min(axis=0), places.max(axis=0)
    pixels = float((np.array(_USUAL_SIZE) / np.maximum(high - low, 1e-6)).min())
    apart = places * pixels
    # Who stands at the very same place goes to the side of their number.
    order = np.sign(np.subtract.outer(np.arange(len(places)), np.arange(len(places))))
    for _ in range(_PUSHES):
        between = apart[:, None, :] - apart[None, :, :]
        overlap = np.array(_NAME_BOX) - np.abs(between)
        np.einsum("iij->ij", overlap)[:] = 0
        meets = (overlap > 0).all(axis=2)
        if not meets.any():
            break
        across = overlap[..., 0] / _NAME_BOX[0] < overlap[..., 1] / _NAME_BOX[1]
        for axis, moves in ((0, meets & across), (1, meets & ~across)):
            way = np.where(between[..., axis] == 0, order, np.sign(between[..., axis]))
            apart[:, axis] += np.where(moves, way * overlap[..., axis] / 3, 0).sum(axis=1)
    return (apart / pixels).astype(np.float32)


def _spiral(count: int) -> _Places:
    number = np.arange(count, dtype=np.float32)
    distance, angle = np.sqrt(number + 0.5), number * _GOLDEN_ANGLE
    return np.stack((distance * np.cos(angle), distance * np.sin(angle)), axis=1).astype(np.float32)


def _move(
    places: _Places, ties: NDArray[np.int32], weights: NDArray[np.float32], most: float
) -> None:
    """One step: all push each other away, ties pull, everything falls towards the middle."""
    force = _pushes(places) - _GRAVITY * places * np.sqrt(len(places), dtype=np.float32)
    if len(ties):
        apart = places[ties[:, 0]] - places[ties[:, 1]]
        length = np.linalg.norm(apart, axis=1, keepdims=True)
        # Many shared articles pull harder, though not as many times harder; those who are tied to
        # all the world are pulled less by each.
        degrees = np.bincount(ties.ravel(), minlength=len(places)).astype(np.float32)
        busy = np.sqrt(np.minimum(degrees[ties[:, 0]], degrees[ties[:, 1]]))
        pull = apart * length * ((1 + np.log(weights)) / np.maximum(busy, 1))[:, None]
        np.add.at(force, ties[:, 0], -pull)
        np.add.at(force, ties[:, 1], pull)
    length = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), 1e-6)
    places += (force / length * np.minimum(length, most)).astype(np.float32)


def _pushes(places: _Places) -> _Places:
    """Everybody away from everybody, by one over the distance, as products of matrices."""
    squares = (places * places).sum(axis=1)
    force = np.empty_like(places)
    for start in range(0, len(places), _BLOCK):
        rows = slice(start, start + _BLOCK)
        near = squares[rows, None] + squares[None, :] - 2 * (places[rows] @ places.T)
        np.maximum(near, 0.01, out=near)
        np.reciprocal(near, out=near)
        force[rows] = places[rows] * near.sum(axis=1)[:, None] - near @ places
    return force
