"""Why somebody sees a record, or does not: each thing that would open it, and whether it does."""

import uuid
from dataclasses import replace
from typing import cast

from kith.kernel import access
from kith.kernel.access.reach import Grant, grants
from kith.kernel.context import Context
from kith.kernel.records.load import absence
from kith.kernel.records.reach import reached
from kith.kernel.records.shapes import shape
from kith.lib.json import Json

_CHAIN = """
with recursive up as (
    select id, name, manager, 0 as step from {schema}."user" where id = $1
    union all select u.id, u.name, u.manager, up.step + 1 from {schema}."user" u join up on u.id = up.manager
    where up.step < 30 and up.id <> $2
)
select name from up order by step
"""


async def why(
    ctx: Context, object_name: str, record: uuid.UUID, person: uuid.UUID | None = None
) -> dict[str, Json]:
    """Return what opens the record to a person: {"sees", "edits", "grants", "hidden"}; raise RecordNotFound.

    Everybody may ask about what they see themselves, administrators about everybody.
    """
    wanted = person or ctx.actor.user
    if wanted is None or (wanted != ctx.actor.user and not access.is_admin(ctx)):
        access.check_admin(ctx)
    actor = await access.load_actor(
        ctx.unit, ctx.workspace, cast("uuid.UUID", wanted), ctx.catalog, merged=False
    )
    asked = replace(ctx, actor=actor)
    target = shape(ctx, object_name)
    label = ctx.catalog.object(object_name)
    reach = access.reader(asked).on(object_name)
    found = list(grants(ctx.catalog, asked.actor.sharing, object_name, "read", reach.read))
    row = await _judge(asked, target.table, object_name, record, found)
    if row is None or not (row[-2] or access.is_admin(ctx)):
        raise await absence(ctx, target, record)
    labels = await _labels(ctx, found)
    told = [
        {**_told(grant, labels), "holds": bool(holds)}
        for grant, holds in zip(found, row[1:], strict=False)
    ]
    hidden = sorted(
        f.name for f in label.all_fields() if f.name not in access.readable(asked, object_name)
    )
    owner = cast("uuid.UUID | None", row[0])
    return {
        "sees": bool(row[-2]),
        "edits": bool(row[-1]),
        "profile": {"name": asked.actor.profile.name, "label": asked.actor.profile.label},
        "grants": cast("list[Json]", [t for t in told if t["holds"]]),
        "refused": cast("list[Json]", [t for t in told if not t["holds"]]),
        "chain": cast("list[Json]", await _chain(asked, owner)),
        "hidden": cast("list[Json]", hidden),
    }


async def _judge(
    ctx: Context, table: str, name: str, record: uuid.UUID, found: list[Grant]
) -> tuple[object, ...] | None:
    """Ask for each grant whether it holds, and whether the record is seen and edited in the end."""
    args = [record]
    rights = access.reader(ctx)
    parts = []
    for where in (*(g.rows for g in found), rights.rows(name), rights.rows(name, "update")):
        made = reached(ctx, name, where, start=len(args) + 1)
        parts.append(made.sql)
        args.extend(cast("tuple[uuid.UUID, ...]", made.args))
    definition = ctx.catalog.object(name)
    owner = "t.owner" if definition.owned else "t.created_by"
    row = await ctx.unit.fetchrow(
        f"select {owner} as owner, {', '.join(f'({part}) as p{i}' for i, part in enumerate(parts))}"
        f" from {table} t where t.id = $1",
        *args,
    )
    return None if row is None else tuple(row.values())


async def _labels(ctx: Context, found: list[Grant]) -> dict[str, str]:
    """Return what the rules among the grants are called."""
    rules = [uuid.UUID(grant.rule) for grant in found if grant.rule is not None]
    if not rules:
        return {}
    rows = await ctx.unit.fetch(
        f"select id, label from {ctx.workspace.schema}._sharing_rule where id = any($1::uuid[])",
        rules,
    )
    return {str(row["id"]): row["label"] for row in rows}


def _told(grant: Grant, labels: dict[str, str]) -> dict[str, Json]:
    rule = None if grant.rule is None else {"id": grant.rule, "label": labels.get(grant.rule, "")}
    return {"kind": grant.kind, "reach": grant.reach, "rule": rule, "level": grant.level}


async def _chain(ctx: Context, owner: uuid.UUID | None) -> list[str]:
    """Return the names from the owner up to the reader, where the reader leads the owner."""
    if owner is None or owner == ctx.actor.user or owner not in ctx.actor.team:
        return []
    rows = await ctx.unit.fetch(_CHAIN.format(schema=ctx.workspace.schema), owner, ctx.actor.user)
    return [row["name"] for row in rows]
