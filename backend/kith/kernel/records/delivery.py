"""Hands the change log to consumers: in order, at least once, each at its own pace.

A consumer's cursor moves in the transaction of its work, so work done through `ctx` happens exactly once. Only changes
below the horizon (no older transaction is still open) are handed out, so that none can slip in behind the cursor.
"""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from kith.kernel.context import Context
from kith.kernel.records.change import COLUMNS, Change
from kith.lib.clock import now

log = logging.getLogger(__name__)
AT_ONCE = 200
PAUSES = (1, 5, 30, 120)
"""Seconds to wait after each failure with the same change; after the last one it is put aside."""
_LONGEST_ERROR = 2000


@dataclass(frozen=True, slots=True)
class Consumer:
    """Somebody who follows the log. `objects` None means all; `whole` takes many changes in one call."""

    name: str
    run: Callable[[Context, Sequence[Change]], Awaitable[None]]
    objects: tuple[str, ...] | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Cursor:
    tx: str
    id: int
    attempts: int = 0
    retry_at: dt.datetime | None = None


async def consume(ctx: Context, consumer: Consumer, everyone: Sequence[str]) -> bool:
    """Hand the next changes to a consumer; return whether there may be more at once.

    Does nothing while another process is at it. `everyone` names all consumers: in a new workspace they all start at
    the beginning of the log, one that is added later starts where the log ends.
    """
    key = f"{ctx.workspace.schema}.{consumer.name}"
    if not await ctx.unit.fetchval(
        "select pg_try_advisory_xact_lock(hashtextextended($1, 11))", key
    ):
        return False
    cursor = await _cursor(ctx, consumer, everyone)
    end = await _horizon(ctx)
    waits = cursor.retry_at is not None and cursor.retry_at > now()
    if waits or (cursor.tx, cursor.id) == (end.tx, end.id):
        return False
    changes = await _next(ctx, consumer, cursor, end)
    failed = await _hand_out(ctx, consumer, changes, cursor.attempts)
    if failed is not None:
        return False
    reached = end if len(changes) < AT_ONCE else _Cursor(changes[-1][0], changes[-1][1].id)
    await _move(ctx, consumer, reached)
    return len(changes) == AT_ONCE


async def parked(ctx: Context) -> tuple[dict[str, object], ...]:
    """Return the changes that consumers could not digest, the latest first."""
    rows = await ctx.unit.fetch(
        f'select consumer, change, at, error from "{ctx.workspace.schema}"._parked order by at desc limit 200'
    )
    return tuple(dict(row) for row in rows)


async def _hand_out(
    ctx: Context, consumer: Consumer, changes: Sequence[tuple[str, Change]], attempts: int
) -> Change | None:
    """Hand the changes over; on a failure keep what went well and return the change that did not."""
    if consumer.whole and changes and attempts == 0:
        try:
            async with ctx.unit.savepoint():
                await consumer.run(ctx, [change for _, change in changes])
        except Exception:
            log.exception(
                "%s failed with %s changes; trying them one by one", consumer.name, len(changes)
            )
        else:
            return None
    for i, (_, change) in enumerate(changes):
        try:
            async with ctx.unit.savepoint():
                await consumer.run(ctx, [change])
        except Exception as error:
            log.exception("%s failed with change %s", consumer.name, change.id)
            if i:
                tx, last = changes[i - 1]
                await _move(ctx, consumer, _Cursor(tx, last.id))
            await _fail(ctx, consumer, changes[i], 0 if i else attempts, error)
            return change
    return None


async def _fail(
    ctx: Context, consumer: Consumer, failed: tuple[str, Change], attempts: int, error: Exception
) -> None:
    """Wait a little longer each time, then put the change aside and go on."""
    schema = ctx.workspace.schema
    tx, change = failed
    text = f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]
    if attempts < len(PAUSES):
        await ctx.unit.execute(
            f'update "{schema}"._consumer set attempts = $2, retry_at = $3, error = $4 where name = $1',
            consumer.name,
            attempts + 1,
            now() + dt.timedelta(seconds=PAUSES[attempts]),
            text,
        )
        return
    log.error("%s gives up on change %s of %s: %s", consumer.name, change.id, schema, text)
    await ctx.unit.execute(
        f'insert into "{schema}"._parked (consumer, change, error) values ($1, $2, $3)'
        " on conflict (consumer, change) do update set error = excluded.error, at = now()",
        consumer.name,
        change.id,
        text,
    )
    await _move(ctx, consumer, _Cursor(tx, change.id))


async def _cursor(ctx: Context, consumer: Consumer, everyone: Sequence[str]) -> _Cursor:
    table = f'"{ctx.workspace.schema}"._consumer'
    sql = f"select tx::text, id, attempts, retry_at from {table} where name = $1"
    row = await ctx.unit.fetchrow(sql, consumer.name)
    if row is None:
        if await ctx.unit.fetchval(f"select not exists (select from {table})"):
            names, start = everyone, _Cursor("0", 0)
        else:
            names, start = [consumer.name], await _horizon(ctx)
        await ctx.unit.execute(
            f"insert into {table} (name, tx, id) select n, $2::text::xid8, $3 from unnest($1::text[]) n"
            " on conflict do nothing",
            list(names),
            start.tx,
            start.id,
        )
        row = await ctx.unit.fetchrow(sql, consumer.name)
    if row is None:
        raise RuntimeError(f"no cursor for {consumer.name}")
    return _Cursor(row["tx"], row["id"], row["attempts"], row["retry_at"])


async def _horizon(ctx: Context) -> _Cursor:
    """Return the last change that may be handed out."""
    row = await ctx.unit.fetchrow(
        # `c.tx`, not `tx`: the output column of that name is text, and "999" sorts after "1000".
        f'select c.tx::text, c.id from "{ctx.workspace.schema}"._change c'
        " where c.tx < pg_snapshot_xmin(pg_current_snapshot()) order by c.tx desc, c.id desc limit 1"
    )
    return _Cursor("0", 0) if row is None else _Cursor(row["tx"], row["id"])


async def _next(
    ctx: Context, consumer: Consumer, cursor: _Cursor, end: _Cursor
) -> list[tuple[str, Change]]:
    rows = await ctx.unit.fetch(
        f'select tx::text as tx, {COLUMNS} from "{ctx.workspace.schema}"._change'
        " where (tx, id) > ($1::text::xid8, $2) and (tx, id) <= ($3::text::xid8, $4)"
        f" and ($5::text[] is null or object = any($5)) order by _change.tx, id limit {AT_ONCE}",
        cursor.tx,
        cursor.id,
        end.tx,
        end.id,
        None if consumer.objects is None else list(consumer.objects),
    )
    return [(row["tx"], Change.of(row)) for row in rows]


async def _move(ctx: Context, consumer: Consumer, to: _Cursor) -> None:
    await ctx.unit.execute(
        f'update "{ctx.workspace.schema}"._consumer set tx = $2::text::xid8, id = $3, attempts = 0,'
        " retry_at = null, error = null where name = $1",
        consumer.name,
        to.tx,
        to.id,
    )
