"""Fills fields that nobody writes, when they are new: running numbers and roll-ups."""

import uuid
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from kith.kernel.context import Context
from kith.kernel.fields.kinds.auto_number import number_sql
from kith.kernel.fields.names import quoted, sequence
from kith.kernel.fields.rollup import Rollup, read
from kith.kernel.records import rollups
from kith.kernel.schema import FieldDef

Open = Callable[[], AbstractAsyncContextManager[Context]]
BATCH = 2_000


async def number_rows(open_one: Open, object_name: str) -> None:
    """Number the records that have none yet, the oldest first, a batch in each transaction."""
    async with open_one() as ctx:
        fields = [f for f in ctx.catalog.object(object_name).fields if f.kind == "auto_number"]
    for field in fields:
        is_more = True
        while is_more:
            async with open_one() as ctx:
                is_more = await _number_some(ctx, object_name, field) == BATCH


async def recompute(open_one: Open, object_name: str) -> None:
    """Compute every roll-up of an object from scratch, a batch of records in each transaction."""
    last: uuid.UUID | None = None
    is_more = True
    while is_more:
        async with open_one() as ctx:
            owners = await _owners(ctx, object_name, last)
            for rollup in _rollups(ctx, object_name):
                await rollups.recompute(ctx, rollup, owners, is_first=True)
        last, is_more = owners[-1] if owners else last, len(owners) == BATCH


def _rollups(ctx: Context, object_name: str) -> list[Rollup]:
    fields = ctx.catalog.object(object_name).fields
    return [
        read(ctx.catalog, object_name, f)
        for f in fields
        if f.kind == "rollup" and "broken" not in f.config
    ]


async def _owners(ctx: Context, object_name: str, after: uuid.UUID | None) -> list[uuid.UUID]:
    rows = await ctx.unit.fetch(
        f"select id from {ctx.workspace.schema}.{quoted(object_name)}"
        f" where ($1::uuid is null or id > $1) order by id limit {BATCH}",
        after,
    )
    return [row["id"] for row in rows]


async def _number_some(ctx: Context, object_name: str, field: FieldDef) -> int:
    schema, column = ctx.workspace.schema, quoted(field.name)
    table = f"{schema}.{quoted(object_name)}"
    counted = f"nextval('{schema}.{quoted(sequence(object_name, field.name))}')"
    rows = await ctx.unit.fetch(
        f"with chosen as (select id from {table} where {column} is null order by id limit {BATCH}"
        f" for update), numbered as (select id, {number_sql(field, counted)} as number from"
        " (select id from chosen order by id) as ordered)"
        f" update {table} r set {column} = numbered.number from numbered where r.id = numbered.id"
        " returning r.id"
    )
    return len(rows)
