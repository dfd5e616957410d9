"""Fills fields that nobody writes, when they are new: running numbers and roll-ups."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from kith.kernel.context import Context
from kith.kernel.fields.kinds.auto_number import number_sql
from kith.kernel.fields.names import quoted, sequence
from kith.kernel.records.rollups import recompute_all
from kith.kernel.schema import FieldDef

Open = Callable[[], AbstractAsyncContextManager[Context]]
BATCH = 5_000


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
    """Compute every roll-up of an object from scratch."""
    async with open_one() as ctx:
        for field in ctx.catalog.object(object_name).fields:
            if field.kind == "rollup":
                await recompute_all(ctx, object_name, field.name)


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
