"""What Cuttings and the process of its browser window say to each other.

They go over the process's standard input and output, where nobody else can listen or speak. What
comes from the process is checked as what the endpoint takes is, since web pages have a hand in it.
"""

from __future__ import annotations

import msgspec

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.endpoint.messages import Address, Clip
from desktop_app.capture.files import capture_from_bytes
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never
from desktop_app.services.receiving.received_clips import capture_of

#: A page or a file of more bytes isn't taken; a file grows by a third on its way.
MAX_PAGE_BYTES = 25 * 2**20
MAX_FILE_BYTES = 50 * 2**20


class Open(msgspec.Struct, tag="open"):
    """To the process: show this address, or nothing yet where it is empty."""

    address: str = ""


class Shown(msgspec.Struct, tag="shown"):
    """From the process: its window stands and pages can be shown in it."""


class Clipped(msgspec.Struct, tag="clipped"):
    """From the process: the user wants this page, or a part of it."""

    clip: Clip


class ClippedFile(msgspec.Struct, tag="file"):
    """From the process: the user wants the file (a PDF) that an address gave."""

    url: Address
    name: str
    content: bytes


Message = Open | Shown | Clipped | ClippedFile


def written(message: Message) -> bytes:
    """A message as ``read_message`` reads it."""
    return msgspec.json.encode(message)


def read_message(content: bytes) -> Message:
    """A message from what a frame held. Raises AppError where it is none."""
    try:
        message: Message = msgspec.json.decode(content, type=Message)
    except msgspec.MsgspecError as fault:
        raise AppError(
            "What the browser window gave isn't a page that can be clipped.",
            "Copy the article there and paste it here.",
        ) from fault
    return message


def captured_from(message: Clipped | ClippedFile) -> RawCapture:
    """What was clipped as a raw capture. Raises AppError where it can't be one."""
    if isinstance(message, Clipped):
        return capture_of(message.clip, never)
    return capture_from_bytes(
        message.content, name=message.name, captured=now_utc(), url=checked_address(message.url)
    )
