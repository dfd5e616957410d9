"""The example company: told by the modules, put into a workspace as one batch, and taken out of it again."""

import datetime as dt
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from decimal import Decimal
from typing import cast

from kith.http.routes import samples as routes
from kith.infra.db import Unit
from kith.infra.jobs import JobRun
from kith.kernel.api import Context
from kith.kernel.catalog.load import bump
from kith.kernel.context import Workspace
from kith.kernel.records import batches
from kith.kernel.records.bin import delete_parts, move_many
from kith.kernel.records.shapes import shape
from kith.lib.json import Json, dumps
from kith.module import Module

Open = Callable[[], AbstractAsyncContextManager[Context]]
Report = Callable[[int, int, str], Awaitable[None]]

ORIGIN = "demo"
SETTING = "demo"
LABEL = "Example data"
AT_ONCE = 500
USER = "user"
# What one unit of a currency is about worth in dollars, from long before the first deal.
DOLLARS = {
    "USD": "1",
    "CNY": "0.1408",
    "EUR": "1.11",
    "GBP": "1.28",
    "JPY": "0.0067",
    "HKD": "0.128",
    "TWD": "0.031",
    "SGD": "0.77",
    "KRW": "0.00073",
    "INR": "0.0119",
    "AUD": "0.66",
    "NZD": "0.6",
    "CAD": "0.73",
    "CHF": "1.17",
    "SEK": "0.097",
    "NOK": "0.094",
    "DKK": "0.149",
    "PLN": "0.26",
    "BRL": "0.18",
    "MXN": "0.054",
}
USED = ("USD", "CNY", "EUR", "GBP")
FIRST_DAY = dt.date(2020, 1, 1)


async def tell_story(ctx: Context, modules: Sequence[Module], report: Report) -> Context:
    """Let every module tell its part, in one batch and in the order of time; return the context of that batch."""
    ctx = await batches.begin(ctx, ORIGIN, label=LABEL)
    tellers = [module for module in modules if module.demo is not None]
    for told, module in enumerate(tellers):
        await report(told, len(tellers) + 1, module.label)
        if module.demo is not None:
            await module.demo(ctx)
    await _in_order(ctx)
    await remember(ctx, {"batch": str(ctx.batch), "until": ctx.now.isoformat()})
    return ctx


async def add_rates(unit: Unit, workspace: Workspace) -> list[str]:
    """Let every currency of the story be worth something; return those that were worth nothing before."""
    base = Decimal(DOLLARS.get(workspace.base_currency, "1"))
    known = await unit.fetch(f"select distinct currency from {workspace.schema}._rate")  # noqa: S608 - our name
    has = {row["currency"] for row in known} | {workspace.base_currency}
    added = [currency for currency in USED if currency not in has]
    await unit.executemany(
        f"insert into {workspace.schema}._rate (currency, day, rate) values ($1, $2, $3)",  # noqa: S608 - our name
        [(c, FIRST_DAY, round(Decimal(DOLLARS[c]) / base, 6)) for c in added],
    )
    return added


async def remember(ctx: Context, facts: Mapping[str, Json]) -> None:
    """Keep what must be known to take the story out again."""
    await ctx.unit.execute(
        "update kith.workspace set settings = settings || jsonb_build_object($3::text,"
        " coalesce(settings -> $3, '{}') || $2::text::jsonb) where id = $1",
        ctx.workspace.id,
        dumps(facts).decode(),
        SETTING,
    )


async def fill(job: JobRun, open: Open) -> Mapping[str, Json]:  # noqa: A002 - as every long job calls it
    """Put the story into a workspace that has its own people (a long job)."""

    async def report(done: int, total: int, _label: str) -> None:
        await job.progress(done, total)

    async with open() as asked:
        ctx = asked.as_system()
        if asked.workspace.settings.get(SETTING):
            return {}
        added = await add_rates(ctx.unit, ctx.workspace)
        told = await tell_story(
            Context(ctx.actor, ctx.workspace, ctx.unit, ctx.catalog, origin=ORIGIN),
            cast("Sequence[Module]", ctx.catalog.modules),
            report,
        )
        await remember(told, {"rates": list(added)})
        await bump(ctx.unit, ctx.workspace.id)
    return {"batch": str(told.batch)}


async def remove(job: JobRun, open: Open) -> Mapping[str, Json]:  # noqa: A002 - see above
    """Put everything that the story made into the bin, and nothing else (a long job); a repeated step finds less."""
    async with open() as asked:
        facts = asked.workspace.settings.get(SETTING)
        if not isinstance(facts, Mapping):
            return {}
        batch = uuid.UUID(str(facts["batch"]))
        taking = await batches.begin(asked, "samples", label=LABEL)
        order = await _made(taking, batch)
    if taking.batch is None:
        raise RuntimeError("no batch was begun")
    total, done = sum(len(ids) for _, ids in order), 0
    for name, ids in order:
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            async with open() as asked:
                await _put_away(asked.as_system().in_batch(taking.batch, ORIGIN), name, some)
            done += len(some)
            await job.progress(done, total)
    async with open() as asked:
        await _forget(asked, facts)
    return {"batch": str(taking.batch), "removed": total}


async def _made(ctx: Context, batch: uuid.UUID) -> list[tuple[str, list[uuid.UUID]]]:
    """Return what the story made by object, people last: what others own of them is found when theirs is gone."""
    rows = await ctx.unit.fetch(
        f'select object, array_agg(distinct record) as ids from "{ctx.workspace.schema}"._change'  # noqa: S608 - our name
        " where batch = $1 and action = 'create' group by object order by object = 'user', object",
        batch,
    )
    return [(row["object"], row["ids"]) for row in rows if row["object"] in ctx.catalog.objects]


async def _put_away(ctx: Context, name: str, ids: Sequence[uuid.UUID]) -> None:
    target = shape(ctx, name)
    needed = await _still_needed(ctx, ids) if name == USER else set[uuid.UUID]()
    gone = await move_many(ctx, target, "delete", sorted(set(ids) - needed))
    await delete_parts(ctx, target, [row.id for row in gone])


async def _still_needed(ctx: Context, people: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Return who owns something that the workspace made itself, or can sign in by now."""
    rows = await ctx.unit.fetch(
        "select user_id as owner from kith.credential where workspace = $1 and user_id = any($2)",
        ctx.workspace.id,
        list(people),
    )
    found = {row["owner"] for row in rows}
    for name, known in ctx.catalog.objects.items():
        if known.owned:
            rows = await ctx.unit.fetch(
                f"select distinct owner from {shape(ctx, name).table}"  # noqa: S608 - our name
                " where owner = any($1::uuid[]) and deleted_at is null",
                list(people),
            )
            found |= {row["owner"] for row in rows}
    return found


async def _forget(ctx: Context, facts: Mapping[str, Json]) -> None:
    rates = facts.get("rates")
    await ctx.unit.execute(
        f"delete from {ctx.workspace.schema}._rate where day = $1 and currency = any($2::text[])",  # noqa: S608 - our name
        FIRST_DAY,
        rates if isinstance(rates, list) else [],
    )
    await ctx.unit.execute(
        "update kith.workspace set settings = settings - $2::text where id = $1",
        ctx.workspace.id,
        SETTING,
    )
    await bump(ctx.unit, ctx.workspace.id)


async def _in_order(ctx: Context) -> None:
    """Tell the made-up past in the order in which it happened: the log was written object by object."""
    columns = "at, actor, object, record, action, version, batch, origin, before, after"
    log = f"{ctx.workspace.schema}._change"
    await ctx.unit.execute(
        f"with told as (delete from {log} where batch = $1 returning *)"  # noqa: S608 - names of ours
        f" insert into {log} ({columns}) select {columns} from told order by at, id",
        ctx.batch,
    )


JOBS = {routes.FILL: fill, routes.REMOVE: remove}
"""The long jobs of this file, by the names that the web asks for."""
