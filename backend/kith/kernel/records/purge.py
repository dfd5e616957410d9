"""Empties the bin of what has lain there for 30 days, and forgets what old requests and bulk changes left."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager

from kith.infra.jobs import JobRun
from kith.kernel.access import NotAllowed
from kith.kernel.context import Context
from kith.kernel.fields.names import literal
from kith.kernel.records.shapes import Shape, shape
from kith.lib.json import Json

Open = Callable[[], AbstractAsyncContextManager[Context]]

JOB = "kernel.purge"
DAYS = 30
KEY_DAYS = 2
NOTIFICATION_DAYS = 90
CHUNK = 500


async def run(job: JobRun, open: Open) -> Mapping[str, Json]:
    """Purge every object of the workspace, a step per transaction."""
    gone = 0
    async with open() as ctx:
        names = list(ctx.catalog.objects)
        await _forget(ctx)
    for name in names:
        while True:
            async with open() as ctx:
                some = await purge(ctx, shape(ctx, name))
            gone += some
            await job.progress(gone)
            if some < CHUNK:
                break
    return {"purged": gone}


async def purge(ctx: Context, target: Shape) -> int:
    """Remove the next records for good; what has them as parent goes too, links to them become empty."""
    before = ctx.now - dt.timedelta(days=DAYS)
    return await _remove(ctx, target, f"deleted_at < $1 order by deleted_at limit {CHUNK}", before)


async def erase(ctx: Context, object: str, ids: Sequence[uuid.UUID]) -> int:
    """Remove records of the bin for good before their time; an administrator decides that. Return how many went."""
    if not ctx.actor.profile.admin:
        raise NotAllowed(label=ctx.catalog.label(f"object.{object}", ctx.actor.locale))
    target = shape(ctx, object)
    return await _remove(ctx, target, "deleted_at is not null and id = any($1::uuid[])", list(ids))


async def _remove(ctx: Context, target: Shape, which: str, arg: object) -> int:
    rows = await ctx.unit.fetch(
        f"with gone as (delete from {target.table} where id in (select id from {target.table}"
        f" where {which}) returning id, version)"
        f' insert into "{target.schema}"._change (at, actor, object, record, action, version, origin)'
        f" select $2, $3, {literal(target.name)}, id, 'purge', version, $4 from gone returning record",
        arg,
        ctx.now,
        ctx.actor.user,
        ctx.origin,
    )
    return len(rows)


async def _forget(ctx: Context) -> None:
    schema = ctx.workspace.schema
    await ctx.unit.execute(
        f'delete from "{schema}"._idempotency where at < $1', ctx.now - dt.timedelta(days=KEY_DAYS)
    )
    await ctx.unit.execute(
        f'delete from "{schema}"._notification where at < $1',
        ctx.now - dt.timedelta(days=NOTIFICATION_DAYS),
    )
    await ctx.unit.execute(
        f'update "{schema}"._batch set items = null where items is not null and at < $1',
        ctx.now - dt.timedelta(days=DAYS),
    )
