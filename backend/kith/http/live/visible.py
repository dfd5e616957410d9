"""What of a change a reader may see: the record as it is now in their rights, or that it is gone for them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from kith.http.live.ring import Heard
from kith.http.site import Site
from kith.kernel import records
from kith.kernel.access import NotAllowed
from kith.kernel.context import Actor, Context
from kith.kernel.records.errors import RecordNotFound
from kith.lib.json import dumps


@dataclass(frozen=True, slots=True)
class Event:
    """A change as one reader may know it, ready to send."""

    object: str
    id: str
    message: bytes


async def events(
    site: Site, workspace: str, changes: Sequence[Heard], readers: Sequence[Actor]
) -> list[list[Event]]:
    """Return, for each reader, what they may know of the changes."""
    opened = await site.workspaces.get(workspace)
    found = []
    async with site.database.unit(readonly=True) as unit:
        for reader in readers:
            ctx = Context(reader, opened.workspace, unit, opened.catalog)
            found.append([await _event(ctx, heard) for heard in changes])
    return found


async def is_visible(ctx: Context, object_name: str, record: uuid.UUID) -> bool:
    """Say whether the reader may read the record."""
    return await _record(ctx, object_name, record) is not None


async def _event(ctx: Context, heard: Heard) -> Event:
    record = await _record(ctx, heard.object, uuid.UUID(heard.record))
    return Event(heard.object, heard.record, _message(heard, record))


async def _record(ctx: Context, object_name: str, record: uuid.UUID) -> bytes | None:
    try:
        return await records.get_json(ctx, object_name, record)
    except (RecordNotFound, NotAllowed):
        return None


def _message(heard: Heard, record: bytes | None) -> bytes:
    head = dumps(
        {
            "type": "change",
            "object": heard.object,
            "id": heard.record,
            "action": heard.action,
            "version": heard.version,
            "actor": heard.actor,
            "origin": heard.origin,
            "cursor": heard.id,
        }
    )
    return head[:-1] + b',"record":' + (record or b"null") + b"}"
