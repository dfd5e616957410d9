"""What was removed and can still be brought back; and what becomes of it after 30 days."""

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.storage.aside import DAYS
from kith.lib.json import Json


async def removed(ctx: Context) -> list[dict[str, Json]]:
    """Return the removed objects and fields, the latest first."""
    access.check_admin(ctx)
    schema = ctx.workspace.schema
    rows = await ctx.unit.fetch(
        "select * from ("
        "select name as object, null as field, data->>'label' as label, 'object' as kind, removed_at,"
        f" removed_by from {schema}._object where removed_at is not null"
        " union all"
        " select f.object, f.name, f.data->>'label', f.kind, f.removed_at, f.removed_by"
        f" from {schema}._field f left join {schema}._object o on o.name = f.object"
        " where f.removed_at is not null and o.removed_at is null"
        ") as gone order by removed_at desc"
    )
    return [
        {
            "object": row["object"],
            "field": row["field"],
            "label": row["label"],
            "kind": row["kind"],
            "removed_at": row["removed_at"].isoformat(),
            "removed_by": str(row["removed_by"]) if row["removed_by"] else None,
            "days_left": max(0, DAYS - (ctx.now - row["removed_at"]).days),
        }
        for row in rows
    ]
