"""Which files somebody may read, and so attach: their own, and those that a record holds which they may read."""

from collections.abc import Iterable, Mapping

from kith.kernel.access import NotAllowed
from kith.kernel.context import Context
from kith.kernel.fields import FileFacts
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.read import get
from kith.kernel.storage import files
from kith.kernel.storage.files import FileRow
from kith.lib.ids import parse_id


async def may_read(ctx: Context, row: FileRow) -> bool:
    """Say whether the actor uploaded the file, or may read a record with it."""
    if ctx.actor.is_system or (row.created_by is not None and row.created_by == ctx.actor.user):
        return True
    for name, field, record in await files.holders(ctx.unit, ctx.workspace, ctx.catalog, row.id):
        try:
            found = await get(ctx, name, record, [field])
        except (RecordNotFound, NotAllowed):
            continue
        if found.get(field) is not None:
            return True
    return False


async def attachable(ctx: Context, wanted: Iterable[str]) -> Mapping[str, FileFacts]:
    """Return what is known of those of these files that the actor may read."""
    ids = [found for text in wanted if (found := parse_id(text)) is not None]
    if not ids:
        return {}
    rows = await files.find_many(ctx.unit, ctx.workspace, ids)
    return {str(row.id): FileFacts(row.type, row.size) for row in rows if await may_read(ctx, row)}
