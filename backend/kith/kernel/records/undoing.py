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


async def run(job: JobRun, open: Open, *, batch: str) -> Mapping[str, Json]:
    """Take back the batch; a step that was committed before a crash is not repeated, its changes are marked."""
    wanted = uuid.UUID(batch)
    async with open() as ctx:
        try:
            await check_batch(ctx, wanted)
        except AlreadyUndone:
            return {"done": 0, "stays": 0, "conflicts": []}
        by = (await begin(ctx, wanted)).batch
        order = await _order(ctx, wanted)
    done, stays = 0, 0
    conflicts: list[Json] = []
    for start in range(0, len(order), AT_ONCE):
        async with open() as ctx:
            taking = ctx if by is None else ctx.in_batch(by, UNDO)
            changes = await _changes(taking, wanted, order[start : start + AT_ONCE])
            some, kept = await reverse(taking, changes, preview=False)
        done, stays = done + some, stays + len(kept)
        conflicts += kept[: SHOWN_CONFLICTS - len(conflicts)]
        await job.progress(min(start + AT_ONCE, len(order)), len(order))
    return {"batch": str(by), "done": done, "stays": stays, "conflicts": _shown(conflicts)}


async def _whole(ctx: Context, batch: uuid.UUID, *, preview: bool) -> Undone:
    taking = ctx if preview else await begin(ctx, batch)
    order = await _order(ctx, batch)
    done, conflicts = 0, list[Conflict]()
    for start in range(0, len(order), AT_ONCE):
        changes = await _changes(ctx, batch, order[start : start + AT_ONCE])
        some, kept = await reverse(taking, changes, preview=preview)
        done += some
        conflicts += kept
    return Undone(done, tuple(conflicts), taking.batch)


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


async def _order(ctx: Context, batch: uuid.UUID) -> list[uuid.UUID]:
    """Return the records of the batch, the one that it touched last first."""
    rows = await ctx.unit.fetch(
        f'select record from "{ctx.workspace.schema}"._change where batch = $1 and undone_by is null'
        " and action = any($2::text[]) and object = any($3::text[]) group by record order by max(id) desc",
        batch,
        [*ACTIONS],
        [*ctx.catalog.objects],
    )
    return [row["record"] for row in rows]


async def _changes(
    ctx: Context, batch: uuid.UUID, records: Sequence[uuid.UUID]
) -> Sequence[Change]:
    # "is not distinct" keeps PostgreSQL from going through the whole batch for every few of its records.
    rows = await ctx.unit.fetch(
        f'select {COLUMNS} from "{ctx.workspace.schema}"._change where record = any($2::uuid[])'
        " and batch is not distinct from $1 and undone_by is null and action = any($3::text[])",
        batch,
        records,
        [*ACTIONS],
    )
    return [Change.of(row) for row in rows]


def _check_age(ctx: Context, at: dt.datetime) -> None:
    if at < ctx.now - dt.timedelta(days=DAYS):
        raise TooLateToUndo(days=DAYS)


def _shown(conflicts: list[Json]) -> Json:
    return loads(dumps(conflicts))
