"""Takes changes back: one, or everything of a batch. What was changed again since stays and is reported.

Taking back is a change like any other, so it can be taken back too.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

from kith.infra.jobs import JobRun, enqueue
from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records import batches
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.errors import AlreadyUndone, CannotUndo, ChangeNotFound, TooLateToUndo
from kith.kernel.records.load import atomic
from kith.kernel.records.reverse import Conflict, reverse
from kith.lib.json import Json, dumps, loads

Open = Callable[[], AbstractAsyncContextManager[Context]]

DAYS = 30
AT_ONCE = 500
"""Records of a batch that are taken back together."""
INLINE = 2_000
"""Batches with more records than this are taken back by a job."""
JOB = "kernel.undo"
SHOWN_CONFLICTS = 100
ACTIONS = frozenset({"create", "update", "delete", "restore", "merge", "link", "unlink"})
UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Undone:
    """How many records went back and which did not; `job` does it when there are too many to wait for."""

    done: int
    conflicts: tuple[Conflict, ...] = ()
    batch: uuid.UUID | None = None
    job: uuid.UUID | None = None


async def undo(
    ctx: Context,
    *,
    change: int | None = None,
    batch: uuid.UUID | None = None,
    preview: bool = False,
) -> Undone:
    """Take back one change or a whole batch; `preview` only says what would stand in the way."""
    async with atomic(ctx):
        if batch is None:
            found = await _change(ctx, change or 0)
            done, conflicts = await reverse(replace(ctx, origin=UNDO), [found], preview=preview)
            return Undone(done, conflicts)
        left = await check_batch(ctx, batch)
        if left > INLINE and not preview:
            args = {"batch": str(batch)}
            job = await enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, JOB, args)
            return Undone(0, job=job)
        return await _whole(ctx, batch, preview=preview)


async def check_batch(ctx: Context, batch: uuid.UUID) -> int:
    """Return how many records a batch still has to take back; raise if it cannot be taken back."""
    found = await ctx.unit.fetchrow(
        "select count(distinct record) filter (where undone_by is null) as remaining, max(at) as at"
        f' from "{ctx.workspace.schema}"._change where batch = $1',
        batch,
    )
    if found is None or found["at"] is None:
        raise ChangeNotFound
    _check_age(ctx, found["at"])
    if not found["remaining"]:
        raise AlreadyUndone
    return int(found["remaining"])


async def begin(ctx: Context, batch: uuid.UUID) -> Context:
    """Return a context in which a batch is taken back, itself a batch; the same one when it was begun before."""
    schema = ctx.workspace.schema
    await ctx.unit.execute(
        f'insert into "{schema}"._batch (id, kind, actor, at)'
        f' select batch, origin, actor, at from "{schema}"._change where batch = $1 limit 1'
        " on conflict do nothing",
        batch,
    )
    found = await ctx.unit.fetchrow(
        f'select object, label, undone_by from "{schema}"._batch where id = $1', batch
    )
    if found is not None and found["undone_by"] is not None:
        return ctx.in_batch(found["undone_by"], UNDO)
    if found is None:
        raise ChangeNotFound
    taking = await batches.begin(ctx, UNDO, found["object"], found["label"])
    await ctx.unit.execute(
        f'update "{schema}"._batch set undone_by = $2 where id = $1', batch, taking.batch
    )
    # What this batch had taken back holds again.
    await ctx.unit.execute(
        f'update "{schema}"._batch set undone_by = null where undone_by = $1', batch
    )
    return taking


async def part(
    ctx: Context, batch: uuid.UUID, below: int | None, *, preview: bool = False
) -> tuple[int, tuple[Conflict, ...], int | None]:
    """Take back the next records of a batch, the latest first; the last answer says where to go on, None at the end."""
    changes = await _some(ctx, batch, below)
    if not changes:
        return 0, (), None
    done, conflicts = await reverse(ctx, changes, preview=preview)
    latest = {change.record: change.id for change in sorted(changes, key=lambda c: c.id)}
    return done, conflicts, min(latest.values())


async def run(job: JobRun, open: Open, *, batch: str) -> Mapping[str, Json]:
    """Take back the batch; a step that was committed before a crash is not repeated, its changes are marked."""
    wanted = uuid.UUID(batch)
    async with open() as ctx:
        try:
            total = await check_batch(ctx, wanted)
        except AlreadyUndone:
            return {"done": 0, "stays": 0, "conflicts": []}
        by = (await begin(ctx, wanted)).batch
    done, seen, stays, below = 0, 0, 0, None
    conflicts: list[Json] = []
    while True:
        async with open() as ctx:
            taking = ctx if by is None else ctx.in_batch(by, UNDO)
            some, kept, below = await part(taking, wanted, below)
        done, stays, seen = done + some, stays + len(kept), seen + AT_ONCE
        conflicts += kept[: SHOWN_CONFLICTS - len(conflicts)]
        if below is None:
            break
        await job.progress(min(seen, total), total)
    await job.progress(total, total)
    return {"batch": str(by), "done": done, "stays": stays, "conflicts": _shown(conflicts)}


async def _whole(ctx: Context, batch: uuid.UUID, *, preview: bool) -> Undone:
    taking = ctx if preview else await begin(ctx, batch)
    done, conflicts, below = await part(taking, batch, None, preview=preview)
    while below is not None:
        some, more, below = await part(taking, batch, below, preview=preview)
        done, conflicts = done + some, (*conflicts, *more)
    return Undone(done, conflicts, taking.batch)


async def _change(ctx: Context, wanted: int) -> Change:
    row = await ctx.unit.fetchrow(
        f'select {COLUMNS} from "{ctx.workspace.schema}"._change where id = $1', wanted
    )
    if row is None:
        raise ChangeNotFound
    found = Change.of(row)
    if found.object not in ctx.catalog.objects or not access.can(ctx, found.object, "read"):
        raise ChangeNotFound
    if found.action not in ACTIONS:
        raise CannotUndo(action=found.action)
    if found.undone_by is not None:
        raise AlreadyUndone
    _check_age(ctx, found.at)
    return found


async def _some(ctx: Context, batch: uuid.UUID, below: int | None) -> Sequence[Change]:
    """Return all changes of the batch to those records of it that come next; a record stands where its last one is."""
    log = f'"{ctx.workspace.schema}"._change'
    rows = await ctx.unit.fetch(
        f"with next as (select c.record from {log} c where c.batch = $1 and c.undone_by is null"
        " and c.action = any($2::text[]) and c.object = any($3::text[]) and ($4::bigint is null or c.id < $4)"
        f" and not exists (select from {log} e where e.record = c.record and e.id > c.id"
        " and e.batch = c.batch and e.undone_by is null and e.action = any($2::text[]))"
        " order by c.id desc limit $5)"
        f" select {COLUMNS} from {log} where record in (select record from next) and batch = $1"
        " and undone_by is null and action = any($2::text[])",
        batch,
        [*ACTIONS],
        [*ctx.catalog.objects],
        below,
        AT_ONCE,
    )
    return [Change.of(row) for row in rows]


def _check_age(ctx: Context, at: dt.datetime) -> None:
    if at < ctx.now - dt.timedelta(days=DAYS):
        raise TooLateToUndo(days=DAYS)


def _shown(conflicts: list[Json]) -> Json:
    return loads(dumps(conflicts))
