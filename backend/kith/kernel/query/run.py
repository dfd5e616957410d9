"""Runs the statements; records is the only caller that may."""

import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import cast

from kith.kernel.context import Context
from kith.kernel.expr import Aggregate, Path, Query
from kith.kernel.fields.errors import NoRate
from kith.kernel.query import compile as queries
from kith.kernel.query.errors import WrongValue
from kith.kernel.query.params import Statement
from kith.kernel.query.rights import Rights
from kith.kernel.storage import rates


async def list_json(ctx: Context, rights: Rights, object_name: str, query: Query) -> bytes:
    """Return a page as JSON: items, total, capped, next."""
    statement = await _made(ctx, lambda c: queries.list_query(c, rights, object_name, query))
    return cast("bytes", await ctx.unit.fetchval(statement.sql, *statement.args))


async def get_json(
    ctx: Context,
    rights: Rights,
    object_name: str,
    record: uuid.UUID,
    fields: tuple[Path, ...] | None = None,
    *,
    bin: bool | None = False,  # noqa: A002 - the word of the query language
) -> bytes | None:
    """Return a record as JSON; None if it is not there for this reader."""
    statement = queries.get_query(ctx, rights, object_name, record, fields, bin=bin)
    return cast("bytes | None", await ctx.unit.fetchval(statement.sql, *statement.args))


async def aggregate_json(ctx: Context, rights: Rights, object_name: str, query: Aggregate) -> bytes:
    """Return figures by group as JSON: groups, total."""
    statement = await _made(ctx, lambda c: queries.aggregate_query(c, rights, object_name, query))
    return cast("bytes", await ctx.unit.fetchval(statement.sql, *statement.args))


async def stream_json(
    ctx: Context, rights: Rights, object_name: str, query: Query
) -> AsyncIterator[bytes]:
    """Yield every record that the query finds as JSON; needs a transaction."""
    statement = await _made(ctx, lambda c: queries.stream_query(c, rights, object_name, query))
    async for row in ctx.unit.stream(statement.sql, *statement.args):
        yield row[0]


async def _made(ctx: Context, make: Callable[[Context], Statement]) -> Statement:
    """Make the statement; look the exchange rates up only when an amount in a foreign currency needs them."""
    try:
        return make(ctx)
    except WrongValue as problem:
        if not isinstance(problem.params.get("reason"), NoRate):
            raise
    found = await rates.current(ctx.unit, ctx.workspace, ctx.today)
    return make(replace(ctx, rates=found))
