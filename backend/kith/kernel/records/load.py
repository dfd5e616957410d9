"""Reads a stored record in plain form, locked, as writes need it."""

import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast

import asyncpg

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import Filter
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Action, Rights
from kith.kernel.records.errors import NotYours, RecordNotFound
from kith.kernel.records.reach import reached
from kith.kernel.records.shapes import Shape
from kith.lib.json import Json, loads


@dataclass(frozen=True, slots=True)
class Present:
    """A record as it is stored now, in plain form."""

    id: uuid.UUID
    version: int
    plain: Mapping[str, Json]
    binned: bool = False


@asynccontextmanager
async def atomic(ctx: Context) -> AsyncIterator[None]:
    """Run several statements as one: in the transaction of the unit, or in one of their own."""
    if ctx.unit.connection.is_in_transaction():
        yield
    else:
        async with ctx.unit.savepoint():
            yield


async def load(
    ctx: Context,
    shape: Shape,
    record: uuid.UUID,
    action: Action,
    *,
    bin: bool = False,
    lock: bool = True,
) -> Present:
    """Return the record, `lock`ed against other writers or not; raise RecordNotFound or NotYours."""
    reach = access.reader(ctx).rows(shape.name, action)
    found = await load_many(ctx, shape, [record], reach, bin=bin, lock=lock)
    if found:
        return found[record]
    raise await absence(ctx, shape, record, bin=bin)


async def load_many(
    ctx: Context,
    shape: Shape,
    records: Sequence[uuid.UUID],
    rows: Filter | None = None,
    *,
    bin: bool | None = False,
    lock: bool = True,
) -> dict[uuid.UUID, Present]:
    """Return those of the records that are there and inside `rows`, locked in a steady order."""
    where = reached(ctx, shape.name, rows, start=2)
    held = " order by t.id for update of t" if lock else ""
    found = await ctx.unit.fetch(
        f"select t.id, t.version, t.deleted_at, ({shape.whole})::text as plain from {shape.table} t"
        f" where t.id = any($1::uuid[]){_bin(bin)} and ({where.sql}){held}",
        list(records),
        *where.args,
    )
    return {row["id"]: _present(row) for row in found}


async def absence(
    ctx: Context,
    shape: Shape,
    record: uuid.UUID,
    *,
    bin: bool = False,
) -> Exception:
    """Return why a write found no row: it is not there (for the actor), or it may only be read."""
    label = ctx.catalog.label(f"object.{shape.name}", ctx.actor.locale)
    rows = access.reader(ctx).rows(shape.name, "know")
    where = reached(ctx, shape.name, rows, start=2)
    readable = await ctx.unit.fetchval(
        f"select true from {shape.table} t where t.id = $1{_bin(bin)} and ({where.sql})",
        record,
        *where.args,
    )
    return NotYours(label=label) if readable else RecordNotFound(label=label)


async def show(ctx: Context, shape: Shape, record: uuid.UUID, rights: Rights) -> bytes:
    """Return the record as these rights show it, wherever it is; whose it is was checked by the write before."""
    made = query.record(ctx, rights, shape.name, None, row="w", start=2)
    text = await ctx.unit.fetchval(
        f"select ({made.expression})::text from {shape.table} w {made.joins} where w.id = $1",
        record,
        *made.args,
    )
    return cast("str", text).encode()


def _present(row: asyncpg.Record) -> Present:
    plain = cast("dict[str, Json]", loads(row["plain"]))
    return Present(row["id"], row["version"], plain, row["deleted_at"] is not None)


def _bin(bin: bool | None) -> str:  # noqa: FBT001
    if bin is None:
        return ""
    return " and t.deleted_at is not null" if bin else " and t.deleted_at is null"
