"""Hands the change log to consumers: in order, at least once, each at its own pace.

A consumer's cursor moves in the transaction of its work, so work done through `ctx` happens exactly once. Only changes
below the horizon (no older transaction of this database is still open) are handed out, so that none can slip in behind
the cursor.
"""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from kith.kernel.context import Context
from kith.kernel.fields.names import literal, quoted
from kith.kernel.records.change import COLUMNS, Change
from kith.lib.clock import now
from kith.lib.json import dumps

log = logging.getLogger(__name__)
AT_ONCE = 200
WHOLE = 1_000
"""Changes in one transaction, and for those who take many in one call."""
_IDLE = 500
"""The cursor of somebody whom nothing concerns is moved when it is so far behind."""
PAUSES = (1, 5, 30, 120)
"""Seconds to wait after each failure with the same change; after the last one it is put aside."""
_LONGEST_ERROR = 2000
# The snapshot names every open transaction of the cluster. Left out are those that, by the lock that each has on its
# own number, surely belong to a session in another database; one without a lock counts as ours.
_OLDEST_OPEN = (
    "select coalesce((select min(x) from pg_snapshot_xip(s) x where x::text::numeric % 4294967296 not in"
    " (select l.transactionid::text::numeric from pg_locks l join pg_stat_activity a on a.pid = l.pid"
    " where l.locktype = 'transactionid' and l.granted and l.mode = 'ExclusiveLock'"
    " and a.datid <> (select oid from pg_database where datname = current_database()))),"
    " pg_snapshot_xmax(s)) from (select pg_current_snapshot() as s) as now"
)
_HORIZON = (
    f"select c.tx, c.id from {{schema}}._change c where c.tx < ({_OLDEST_OPEN})"
    " order by c.tx desc, c.id desc limit 1"
)
"""The last change that may be handed out."""


@dataclass(frozen=True, slots=True)
class Consumer:
    """Somebody who follows the log. `whole` takes many changes in one call.

    `objects` None means all; a function says it by what the workspace knows. `values` None brings the values before
    and after of every change, else only those of changes to these objects.
    """

    name: str
    run: Callable[[Context, Sequence[Change]], Awaitable[None]]
    objects: tuple[str, ...] | Callable[[Context], Sequence[str]] | None = None
    whole: bool = False
    values: tuple[str, ...] | None = None

    def concerning(self, ctx: Context) -> list[str] | None:
        """Return the objects whose changes it wants to hear of, None for all."""
        if self.objects is None:
            return None
        return list(self.objects(ctx) if callable(self.objects) else self.objects)

    @property
    def at_once(self) -> int:
        """How many changes it takes in one transaction."""
        return WHOLE if self.whole else AT_ONCE


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
    reached = end if len(changes) < consumer.at_once else _Cursor(changes[-1][0], changes[-1][1].id)
    await _move(ctx, consumer, reached)
    return len(changes) == consumer.at_once


async def due(ctx: Context, consumers: Sequence[Consumer]) -> tuple[str, ...]:
    """Return those for whom something lies ready; one look for all, as most changes concern few.

    A cursor that has fallen behind over changes that do not concern its consumer is moved to where the log ends.
    """
    schema = quoted(ctx.workspace.schema)
    asked = [{"name": c.name, "objects": c.concerning(ctx)} for c in consumers]
    rows = await ctx.unit.fetch(
        f"with h as ({_HORIZON.format(schema=schema)}),"
        " s as (select r.name, k.name is null as is_new, exists (select from h join"
        f" {schema}._change c on (c.tx, c.id) > (k.tx, k.id) and (c.tx, c.id) <= (h.tx, h.id)"
        " and (r.objects is null or c.object = any(r.objects))) as is_due"
        " from json_to_recordset($1::json) as r(name text, objects text[])"
        f" left join {schema}._consumer k on k.name = r.name),"
        f" m as (update {schema}._consumer k set tx = h.tx, id = h.id from s, h where k.name = s.name"
        f" and not s.is_due and (k.tx, k.id) < (h.tx, h.id) and h.id - k.id > {_IDLE})"
        " select name from s where is_due or is_new",
        dumps(asked).decode(),
    )
    return tuple(row["name"] for row in rows)


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
        f"select h.tx::text, h.id from ({_HORIZON.format(schema=quoted(ctx.workspace.schema))}) h"
    )
    return _Cursor("0", 0) if row is None else _Cursor(row["tx"], row["id"])


async def _next(
    ctx: Context, consumer: Consumer, cursor: _Cursor, end: _Cursor
) -> list[tuple[str, Change]]:
    columns = COLUMNS
    if consumer.values is not None:
        some = ", ".join(literal(name) for name in consumer.values)
        for name in ("before", "after"):
            wanted = (
                f"case when object = any(array[{some}]::text[]) then {name}::text end as {name}"
            )
            columns = columns.replace(f"{name}::text", wanted)
    rows = await ctx.unit.fetch(
        f'select tx::text as tx, {columns} from "{ctx.workspace.schema}"._change'
        " where (tx, id) > ($1::text::xid8, $2) and (tx, id) <= ($3::text::xid8, $4)"
        f" and ($5::text[] is null or object = any($5)) order by _change.tx, id limit {consumer.at_once}",
        cursor.tx,
        cursor.id,
        end.tx,
        end.id,
        consumer.concerning(ctx),
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
