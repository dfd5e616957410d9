"""What follows a change of definitions without holding anybody up: indexes, figures, numbers, large conversions."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from kith.infra.jobs import JobRun
from kith.kernel.catalog.load import read
from kith.kernel.context import Context
from kith.kernel.design import usage
from kith.kernel.design.draft import FINISH, begin, differences, finish, log
from kith.kernel.design.fields import save
from kith.kernel.design.fill import number_rows, recompute
from kith.kernel.design.kinds import CONVERT, environment, refuse_if_blocked
from kith.kernel.design.specs import changed_field
from kith.kernel.storage import apply as storage
from kith.kernel.storage import aside, conversion
from kith.kernel.storage.conversion import Change
from kith.kernel.storage.plan import plan

Open = Callable[[], AbstractAsyncContextManager[Context]]
PURGE = "design.purge"


async def build(run: JobRun, open_one: Open, *, fill: str | None = None) -> None:
    """Build the indexes that are missing, check references, fill computed fields; safe to repeat."""
    if fill is not None:
        await number_rows(open_one, fill)
        await recompute(open_one, fill)
    async with open_one() as ctx:
        catalog = await read(ctx.unit, ctx.workspace, ctx.catalog.modules)
        steps = await plan(ctx.unit, ctx.workspace, catalog)
    await storage.finish(run.database, steps)


async def convert(run: JobRun, open_one: Open, **args: Any) -> None:  # noqa: ANN401 - JSON
    """Change the kind of a field of a large table, a batch of rows at a time."""
    name, field, spec = str(args["object"]), str(args["field"]), args["spec"]
    async with open_one() as ctx:
        catalog = await read(ctx.unit, ctx.workspace, ctx.catalog.modules)
        before = catalog.field(name, field)
        if before.kind == spec.get("kind"):
            return  # an earlier run of this job did it, and was lost before it could say so
        after = changed_field(catalog, before, spec)
        change = conversion.change(catalog, ctx.workspace, name, after, await environment(ctx))
        total = await ctx.unit.fetchval(f"select count(*) from {change.table}")
        await conversion.begin(ctx.unit, change)
    try:
        await _fill(run, open_one, change, total)
        await conversion.note_stale(run.database, change)
        async with open_one() as ctx:
            await conversion.catch_up(ctx.unit, change)
        await _swap(open_one, change, spec)
    except BaseException:
        async with open_one() as ctx:
            await conversion.abandon(ctx.unit, change)
        raise


async def purge(run: JobRun, open_one: Open) -> None:
    """Drop for good what was removed more than 30 days ago."""
    del run
    async with open_one() as ctx:
        await aside.purge(ctx.unit, ctx.workspace)


async def _fill(run: JobRun, open_one: Open, change: Change, total: int) -> None:
    last, is_more = None, True
    while is_more:
        async with open_one() as ctx:
            last = await conversion.fill(ctx.unit, change, last)
        is_more = last is not None
        await run.progress(min(change.done, total), total)
    refuse_if_blocked(change)


async def _swap(open_one: Open, change: Change, spec: Mapping[str, Any]) -> None:
    async with open_one() as ctx:
        draft = await begin(ctx)
        await conversion.swap(ctx.unit, change)
        refuse_if_blocked(change)
        if change.new.unique:
            await usage.check_unique(draft, change.object, change.new)
        await save(draft, change.object, change.new, spec)
        await finish(draft)
        kinds = differences({"kind": change.old.kind}, {"kind": change.new.kind}, ("kind",))
        await log(draft, "_field", (change.object, change.new.name), "update", kinds)


JOBS: Mapping[str, Callable[..., Any]] = {FINISH: build, CONVERT: convert, PURGE: purge}
"""Long jobs by name: `async def (run, open_one, **args)`."""
