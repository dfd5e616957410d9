"""Looks records up by the values of a field, a thousand at a time, as imports need it: no page, no order, no labels."""

from collections.abc import Mapping, Sequence
from typing import cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import Compare, both
from kith.kernel.query import compile as query
from kith.kernel.records.errors import UnknownField
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import shape
from kith.kernel.schema import ObjectDef
from kith.lib.json import Json, loads


async def match(
    ctx: Context,
    object: str | ObjectDef,
    fields: Sequence[str],
    values: Sequence[Json],
) -> tuple[tuple[RecordId, Mapping[str, Json]], ...]:
    """Return id and plain values of the readable records whose first field has one of the values.

    Texts are compared without regard to case. Raise UnknownField for a field that the actor may not see.
    """
    target = shape(ctx, object)
    access.check(ctx, target.name, "read")
    if not set(fields) <= access.readable(ctx, target.name):
        raise UnknownField
    rights = access.reader(ctx)
    where = Compare((fields[0],), "in", tuple(values))
    found = query.condition(
        ctx, rights, target.name, both(where, rights.rows(target.name, "know")), row="t"
    )
    rows = await ctx.unit.fetch(
        f"select t.id, ({target.plain(fields, 't')})::text as plain from {target.table} t"
        f" where t.deleted_at is null and ({found.sql})",
        *found.args,
    )
    return tuple((row["id"], cast("dict[str, Json]", loads(row["plain"]))) for row in rows)
