"""To the bin and back: a deleted record keeps everything for 30 days, and its parts go and come with it."""

import uuid
from collections.abc import Sequence

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import Filter
from kith.kernel.records.errors import Conflict
from kith.kernel.records.load import absence, atomic, load, show
from kith.kernel.records.record import Record, RecordId
from kith.kernel.records.shapes import PARENT, Shape, shape
from kith.kernel.records.statements import Done, Row, Write, write_many, write_one
from kith.kernel.records.templates import Form
from kith.kernel.schema import ObjectDef
from kith.lib.ids import new_id
from kith.lib.json import loads


async def delete(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    version: int | None = None,
) -> None:
    """Put a record into the bin, and what has it as its parent; raise RecordNotFound or NotYours."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "delete")
    rows = access.reader(ctx).rows(target.name, "delete")
    if not has_parts(target):
        done = await _one(ctx, target, "delete", record, rows, version)
        if done is None:
            raise await _refusal(ctx, target, record, version)
        return
    async with atomic(ctx):
        batch = ctx if ctx.batch else ctx.in_batch(new_id(), ctx.origin)
        done = await _one(batch, target, "delete", record, rows, version)
        if done is None:
            raise await _refusal(ctx, target, record, version)
        await delete_parts(batch, target, [record])


async def restore(ctx: Context, object: str | ObjectDef, record: RecordId) -> Record:
    """Take a record out of the bin, and what went there with it."""
    target = shape(ctx, object)
    return Record.parse(target.name, await restore_json(ctx, target.object, record))


async def restore_json(ctx: Context, object: str | ObjectDef, record: RecordId) -> bytes:
    """Take a record out of the bin; return it as JSON text."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "delete")
    reader = access.reader(ctx)
    async with atomic(ctx):
        gone = await deletions(ctx, target, [record])
        done = await _one(ctx, target, "restore", record, reader.rows(target.name, "delete"), None)
        if done is None:
            raise await absence(ctx, target, record, bin=True)
        await restore_parts(ctx, target, gone)
        return await show(ctx, target, record, reader)


def has_parts(target: Shape) -> bool:
    """Say whether other records have records of this object as their parent."""
    return any(field.kind == PARENT for _, field in target.children)


async def delete_parts(ctx: Context, target: Shape, records: Sequence[uuid.UUID]) -> None:
    """Put everything below these records into the bin, in the same batch."""
    for name, field in target.children:
        if field.kind == PARENT and records:
            part = shape(ctx, name)
            found = await ctx.unit.fetch(
                f'select id from {part.table} where "{field.name}" = any($1::uuid[])'
                " and deleted_at is null order by id",
                list(records),
            )
            ids = [row["id"] for row in found]
            await move_many(ctx, part, "delete", ids)
            await delete_parts(ctx, part, ids)


async def restore_parts(
    ctx: Context, target: Shape, gone: dict[uuid.UUID, uuid.UUID | None]
) -> None:
    """Take out of the bin what lies below these records and went there in the same batch."""
    for name, field in target.children:
        if field.kind == PARENT and gone:
            part = shape(ctx, name)
            found = await ctx.unit.fetch(
                f'select id, "{field.name}" as parent from {part.table}'
                f' where "{field.name}" = any($1::uuid[]) and deleted_at is not null order by id',
                list(gone),
            )
            batches = await deletions(ctx, part, [row["id"] for row in found])
            back = {
                row["id"]: batches.get(row["id"])
                for row in found
                if batches.get(row["id"]) is not None and batches[row["id"]] == gone[row["parent"]]
            }
            await move_many(ctx, part, "restore", list(back))
            await restore_parts(ctx, part, back)


async def deletions(
    ctx: Context, target: Shape, records: Sequence[uuid.UUID]
) -> dict[uuid.UUID, uuid.UUID | None]:
    """Return, for each record, the batch in which it last went into the bin."""
    rows = await ctx.unit.fetch(
        f'select distinct on (record) record, batch from "{target.schema}"._change'
        " where record = any($1::uuid[]) and action in ('delete', 'merge') order by record, id desc",
        list(records),
    )
    return {row["record"]: row["batch"] for row in rows}


async def move_many(
    ctx: Context,
    target: Shape,
    verb: str,
    records: Sequence[uuid.UUID],
    rows: Filter | None = None,
) -> tuple[Done, ...]:
    """Delete or restore many records by one statement; those outside `rows` stay."""
    form = Form("restore" if verb == "restore" else "delete", (), many=True)
    write = Write(ctx, target, form, verb, rows)
    return await write_many(write, [Row(record, {}) for record in records])


async def _one(
    ctx: Context,
    target: Shape,
    verb: str,
    record: uuid.UUID,
    rows: Filter | None,
    version: int | None,
) -> Done | None:
    form = Form("restore" if verb == "restore" else "delete", (), versioned=version is not None)
    return await write_one(
        Write(ctx, target, form, verb, rows), Row(record, {}, version=version), None
    )


async def _refusal(
    ctx: Context, target: Shape, record: uuid.UUID, version: int | None
) -> Exception:
    """Return why the record could not be deleted: out of reach, or changed since it was seen."""
    if version is None:
        return await absence(ctx, target, record)
    async with atomic(ctx):
        present = await load(ctx, target, record, "delete")
        current = loads(await show(ctx, target, present.id, access.reader(ctx)))
        return Conflict(current, {})
