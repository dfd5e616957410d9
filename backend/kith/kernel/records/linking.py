"""Adds one record to a many-to-many field, or takes one out, whatever else is in it."""

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records import values
from kith.kernel.records.env import environment
from kith.kernel.records.errors import FieldProblems, UnknownField
from kith.kernel.records.load import atomic, load
from kith.kernel.records.record import Record, RecordId
from kith.kernel.records.shapes import shape
from kith.kernel.records.update import hooked, write_changed
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json


async def link(
    ctx: Context, object: str | ObjectDef, record: RecordId, field: str, target: RecordId
) -> Record:
    """Add a record to a many-to-many field; nothing happens when it is there already."""
    return await _write(ctx, object, record, field, target, "link")


async def unlink(
    ctx: Context, object: str | ObjectDef, record: RecordId, field: str, target: RecordId
) -> Record:
    """Take a record out of a many-to-many field; nothing happens when it is not there."""
    return await _write(ctx, object, record, field, target, "unlink")


async def _write(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    field: str,
    target: RecordId,
    action: str,
) -> Record:
    own = shape(ctx, object)
    access.check(ctx, own.name, "update")
    if field not in own.links:
        raise FieldProblems({field: UnknownField()})
    async with atomic(ctx):
        present = await load(ctx, own, record, "update")
        env = await environment(ctx, own, present.plain)
        given = {field: _changed(present.plain.get(field), str(target), action)}
        plain = values.parse(ctx, own, given, env, present.plain)
        plain = await hooked(ctx, own, present, plain, env)
        changed = {n: v for n, v in plain.items() if v != present.plain.get(n)}
        written = await write_changed(ctx, own, present, changed, env, action=action)
        return Record.parse(own.name, written.json)


def _changed(value: Json, target: str, action: str) -> Json:
    items = value if isinstance(value, list) else []
    if action == "unlink":
        return [item for item in items if item != target] or None
    return items if target in items else [*items, target]
