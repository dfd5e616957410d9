"""Makes the database share what an oracle was told is shared."""

import uuid
from typing import Any

from kith.kernel.context import Context
from kith.kernel.design import sharing
from kith.kernel.fields.names import link_table
from kith.lib.ids import new_id
from kith.lib.json import dumps
from tests.support.oracle import Oracle
from tests.support.town import Town

TABLES = (
    "_lens",
    "_share",
    "_sharing_rule",
    "_baseline",
    "position",
    "stand_in",
    "people_group",
    "org_unit",
)


async def furnish_sharing(ctx: Context, town: Town, world: Oracle) -> None:
    """Store units, positions, deputies, groups, baselines, rules and shares by name."""
    schema = ctx.workspace.schema
    await ctx.unit.execute(f'update {schema}."user" set unit = null')  # noqa: S608
    for table in TABLES:
        await ctx.unit.execute(f"delete from {schema}.{table}")  # noqa: S608
    ids = {**town.people, **{name: new_id() for name in (*world.units, *world.groups)}}
    await _people(ctx, world, ids)
    for kind, base in world.baselines.items():
        await sharing.set_baseline(ctx, kind, base)
    for rule in world.rules:
        await sharing.save_rule(ctx, None, _rule(rule, world, ids))
    for who, lens in world.lenses.items():
        filters = {k: {"field": f, "op": "in", "value": values} for k, (f, values) in lens.items()}
        await _insert_plain(
            ctx, "_lens", id=ids[who], name=who, filters=dumps(filters).decode(), sharing="private"
        )
        await _insert_plain(ctx, "_lens_worn", person=ids[who], lens=ids[who])
    for kind, record, holder, level in world.shares:
        await ctx.unit.execute(
            f"insert into {schema}._share (object, record, holder, level) values ($1, $2, $3, $4)"  # noqa: S608
            " on conflict (object, record, holder) do update set level = excluded.level",
            kind,
            town.ids[record],
            ids[holder],
            level,
        )


async def _people(ctx: Context, world: Oracle, ids: dict[str, uuid.UUID]) -> None:
    for name, unit in world.units.items():
        head, parent = ids.get(unit["head"] or ""), ids.get(unit["parent"] or "")
        await _insert(
            ctx, "org_unit", id=ids[name], name=name, parent=parent, head=head, apart=unit["apart"]
        )
    for who, place in world.places.items():
        await ctx.unit.execute(
            f'update {ctx.workspace.schema}."user" set unit = $2 where id = $1',  # noqa: S608
            ids[who],
            ids.get(place or ""),
        )
    for person, unit_name, role in world.positions:
        await _insert(ctx, "position", name="x", person=ids[person], unit=ids[unit_name], role=role)
    for absent, deputy in world.deputies:
        await _insert(
            ctx,
            "stand_in",
            name="x",
            person=ids[absent],
            deputy=ids[deputy],
            starts=ctx.today,
            ends=ctx.today,
        )
    for name, members in world.groups.items():
        await _insert(ctx, "people_group", id=ids[name], name=name)
        table = link_table("people_group", "members")
        for member in members:
            await ctx.unit.execute(
                f'insert into {ctx.workspace.schema}."{table}" (source, target) values ($1, $2)',  # noqa: S608
                ids[name],
                ids[member],
            )


async def _insert(ctx: Context, table: str, **values: object) -> None:
    stamps = {"created_at": ctx.now, "updated_at": ctx.now}
    await _insert_plain(ctx, table, **{"id": new_id(), **stamps, **values})


async def _insert_plain(ctx: Context, table: str, **row: object) -> None:
    casts = {"filters": "::text::jsonb"}
    marks = ", ".join(f"${i}{casts.get(name, '')}" for i, name in enumerate(row, 1))
    await ctx.unit.execute(
        f"insert into {ctx.workspace.schema}.{table} ({', '.join(row)}) values ({marks})",  # noqa: S608
        *row.values(),
    )


def _rule(rule: Any, world: Oracle, ids: dict[str, uuid.UUID]) -> dict[str, Any]:
    owners = rule["owners"]
    named = {
        "users": [str(ids[n]) for n in owners or () if n in world.bosses],
        "units": [str(ids[n]) for n in owners or () if n in world.units],
        "groups": [str(ids[n]) for n in owners or () if n in world.groups],
    }
    where = {"field": "name", "op": "contains", "value": rule["word"]}
    return {
        "object": rule["object"],
        "label": dumps(rule["to"]).decode(),
        "level": rule["level"],
        "where": where if rule["word"] else None,
        "owners": None if owners is None else named,
        "to": {"keys": [str(ids[n]) for n in rule["to"]], "profiles": rule["profiles"]},
    }
