"""Many-to-many fields: pairs of (source, target) in a table of their own."""

import uuid
from collections.abc import Mapping, Sequence

import asyncpg

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields.names import quoted
from kith.kernel.records.errors import FieldProblems, TargetNotFound
from kith.kernel.records.reach import reached
from kith.kernel.records.shapes import Shape
from kith.lib.json import Json


async def put(ctx: Context, shape: Shape, rows: Mapping[uuid.UUID, Mapping[str, Json]]) -> None:
    """Make the link tables say what the values of these records say."""
    for name in shape.links:
        named = {record: ids(plain[name]) for record, plain in rows.items() if name in plain}
        if named:
            await _put(ctx, shape, name, named)


async def check_targets(
    ctx: Context, shape: Shape, plain: Mapping[str, Json], before: Mapping[str, Json]
) -> None:
    """Refuse new links to records that are not there for the actor; existing ones are left in peace."""
    for name, field in shape.links.items():
        added = sorted(set(ids(plain.get(name))) - set(ids(before.get(name))))
        if added and not (await readable(ctx, str(field.to), added)).issuperset(added):
            raise FieldProblems({name: TargetNotFound()})


def ids(value: Json) -> list[uuid.UUID]:
    """Return the ids in the plain form of a many-to-many field."""
    return [uuid.UUID(str(item)) for item in value] if isinstance(value, list | tuple) else []


async def readable(ctx: Context, target: str, wanted: Sequence[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Return those of the records that are there for the actor."""
    rows = access.reader(ctx).rows(target, "know")
    where = reached(ctx, target, rows, start=2)
    table = f"{quoted(ctx.workspace.schema)}.{quoted(target)}"
    found = await ctx.unit.fetch(
        f"select t.id from {table} t where t.id = any($1::uuid[]) and t.deleted_at is null and ({where.sql})",
        wanted,
        *where.args,
    )
    return frozenset(row["id"] for row in found)


async def _put(
    ctx: Context, shape: Shape, name: str, rows: Mapping[uuid.UUID, list[uuid.UUID]]
) -> None:
    table = shape.link_table(name)
    pairs = [(source, target) for source, targets in rows.items() for target in targets]
    try:
        await ctx.unit.execute(
            "with wanted as (select * from unnest($2::uuid[], $3::uuid[]) p (source, target)),"
            f" gone as (delete from {table} l where l.source = any($1::uuid[])"
            " and not exists (select from wanted p where p.source = l.source and p.target = l.target))"
            f" insert into {table} (source, target) select source, target from wanted on conflict do nothing",
            list(rows),
            [source for source, _ in pairs],
            [target for _, target in pairs],
        )
    except asyncpg.ForeignKeyViolationError as error:
        raise FieldProblems({name: TargetNotFound()}) from error
