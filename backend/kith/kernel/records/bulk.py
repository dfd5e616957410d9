"""Changes, deletes or restores up to 50,000 records as a job: in steps, with progress, to be stopped and resumed."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Literal

from kith.infra.jobs import JobRun, enqueue, find
from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import Filter, Query
from kith.kernel.query import compile as query
from kith.kernel.records import batches, values
from kith.kernel.records.bin import delete_parts, deletions, move_many, restore_parts
from kith.kernel.records.env import environment
from kith.kernel.records.errors import TooManyRecords
from kith.kernel.records.many import update_many
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import shape
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json

Action = Literal["update", "delete", "restore"]
Open = Callable[[], AbstractAsyncContextManager[Context]]

JOB = "kernel.bulk"
LIMIT = 50_000
CHUNK = 1000
SHOWN_PROBLEMS = 20


async def start(
    ctx: Context,
    object: str | ObjectDef,
    action: Action,
    *,
    ids: Sequence[RecordId] | None = None,
    where: Filter | None = None,
    values: Mapping[str, Json] | None = None,
) -> Mapping[str, Json]:
    """Queue a bulk change in this transaction; return the job. What is reached is fixed now, not when it runs."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "bulk")
    access.check(ctx, target.name, "update" if action == "update" else "delete")
    given = dict(values or {})
    await _check(ctx, target.name, action, given)
    found = await _reached(ctx, target.name, action, ids, where)
    if len(found) > LIMIT:
        raise TooManyRecords(limit=LIMIT, count=len(found))
    batch = await batches.begin(ctx, "bulk", target.name, action)
    await ctx.unit.execute(
        f'update "{target.schema}"._batch set items = $2 where id = $1', batch.batch, found
    )
    args = {"object": target.name, "action": action, "values": given, "batch": str(batch.batch)}
    job = await enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, JOB, args)
    row = await find(ctx.unit, ctx.workspace.slug, job)
    return {} if row is None else row.as_json()


async def run(
    job: JobRun,
    open: Open,
    *,
    object: str,
    action: Action,
    values: Mapping[str, Json],
    batch: str,
) -> Mapping[str, Json]:
    """Work through the records of the batch, a step per transaction; after a crash go on where the last one ended."""
    steps = _Steps(uuid.UUID(batch), object, action, values)
    while True:
        async with open() as ctx:
            done, total = await steps.take(ctx)
        await job.progress(done, total)
        if done >= total:
            break
    async with open() as ctx:
        written = await ctx.unit.fetchval(
            f'select written from "{ctx.workspace.schema}"._batch where id = $1', steps.batch
        )
    return {"batch": batch, "written": written, "left": total - written, "problems": steps.problems}


@dataclass(slots=True)
class _Steps:
    """The steps of one bulk change."""

    batch: uuid.UUID
    object: str
    action: Action
    values: Mapping[str, Json]
    problems: list[Json]

    def __init__(
        self, batch: uuid.UUID, object_name: str, action: Action, given: Mapping[str, Json]
    ) -> None:
        self.batch, self.object, self.action, self.values = batch, object_name, action, given
        self.problems = []

    async def take(self, ctx: Context) -> tuple[int, int]:
        """Do the next step; return how far it is. Its place moves with the work."""
        table = f'"{ctx.workspace.schema}"._batch'
        row = await ctx.unit.fetchrow(
            f"select done, cardinality(items) as total, items[done + 1 : done + {CHUNK}] as next"
            f" from {table} where id = $1 for update",
            self.batch,
        )
        if row is None or not row["next"]:
            total = 0 if row is None else row["total"]
            return total, total
        written = await self._apply(ctx.in_batch(self.batch, "bulk"), row["next"])
        done = row["done"] + len(row["next"])
        await ctx.unit.execute(
            f"update {table} set done = $2, written = written + $3 where id = $1",
            self.batch,
            done,
            written,
        )
        return done, row["total"]

    async def _apply(self, ctx: Context, records: Sequence[RecordId]) -> int:
        if self.action == "update":
            return await self._update(ctx, records)
        target = shape(ctx, self.object)
        access.check(ctx, target.name, "delete")
        reach = access.reader(ctx).rows(target.name, "delete")
        if self.action == "delete":
            done = await move_many(ctx, target, "delete", sorted(records), reach)
            await delete_parts(ctx, target, [row.id for row in done])
            return len(done)
        gone = await deletions(ctx, target, records)
        done = await move_many(ctx, target, "restore", sorted(records), reach)
        back = {row.id: gone[row.id] for row in done if row.id in gone}
        await restore_parts(ctx, target, back)
        return len(done)

    async def _update(self, ctx: Context, records: Sequence[RecordId]) -> int:
        outcomes = await update_many(ctx, self.object, [(r, self.values) for r in sorted(records)])
        for outcome, record in zip(outcomes, sorted(records), strict=True):
            for field, problem in outcome.problems.items():
                if len(self.problems) < SHOWN_PROBLEMS:
                    told: dict[str, Any] = {"code": problem.code, "message": problem.message}
                    self.problems.append({"id": str(record), "field": field, **told})
        return sum(1 for outcome in outcomes if not outcome.problems)


async def _check(ctx: Context, name: str, action: Action, given: Mapping[str, Json]) -> None:
    """Refuse at once what would be refused for every record."""
    if action == "update":
        target = shape(ctx, name)
        plain = values.parse(ctx, target, given, await environment(ctx, target, given))
        values.check_required(ctx, target, plain, creating=False)


async def _reached(
    ctx: Context,
    name: str,
    action: Action,
    ids: Sequence[RecordId] | None,
    where: Filter | None,
) -> list[RecordId]:
    if ids is not None:
        return list(dict.fromkeys(ids))
    wanted = Query(where=where, bin=action == "restore", count="none")
    right: Literal["update", "delete"] = "update" if action == "update" else "delete"
    statement = query.ids_query(ctx, access.reader(ctx), name, wanted, action=right)
    rows = await ctx.unit.fetch(
        f"select * from ({statement.sql}) i limit {LIMIT + 1}", *statement.args
    )
    return [row[0] for row in rows]
