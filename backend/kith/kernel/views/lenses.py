"""Lenses: named filters that people make, share and wear. What is worn narrows everything that its wearer sees."""

import uuid
from collections.abc import Mapping
from typing import Any, cast

from kith.kernel.context import Context
from kith.kernel.expr import Query, parse_filter
from kith.kernel.query import compile as queries
from kith.kernel.query.rights import Rights
from kith.kernel.views.errors import LensNotFound, NotYourLens, TooManyLenses, WrongLens
from kith.lib.ids import new_id
from kith.lib.json import Json, dumps, loads
from kith.lib.text import clean

MAX_LENSES = 100
MAX_NAME = 80
_MEMBERS = frozenset({"name", "filters", "sharing"})
_COLUMNS = (
    "l.id, l.name, l.filters::text as filters, l.sharing, l.owner, u.name as owner_name,"
    " exists(select from {schema}._lens_worn w where w.lens = l.id and w.person = $1) as worn,"
    " array(select profile from {schema}._lens_fixed f where f.lens = l.id order by profile) as fixed"
)

LensJson = dict[str, Json]


async def list_lenses(ctx: Context) -> list[LensJson]:
    """Return the lenses that the reader may wear, or wears without a choice, by name."""
    rows = await ctx.unit.fetch(
        f"select {_columns(ctx)} from {_tables(ctx)} where l.owner = $1 or l.sharing = 'shared'"
        f" or l.id in (select lens from {ctx.workspace.schema}._lens_fixed where profile = $2)"
        " order by lower(l.name), l.id",
        ctx.actor.user,
        ctx.actor.profile.name,
    )
    return [_as_json(ctx, row) for row in rows]


async def save_lens(
    ctx: Context, rights: Rights, lens: uuid.UUID | None, data: Mapping[str, Json]
) -> LensJson:
    """Make a lens, or change one of the reader's own; raise WrongLens or QueryProblem with the place."""
    name, filters, sharing = _read(ctx, rights, data)
    schema = ctx.workspace.schema
    if lens is None:
        lens = new_id()
        mine = await ctx.unit.fetchval(
            f"select count(*) from {schema}._lens where owner = $1", ctx.actor.user
        )
        if mine >= MAX_LENSES:
            raise TooManyLenses(limit=MAX_LENSES)
    else:
        await _mine(ctx, lens)
    await ctx.unit.execute(
        f"insert into {schema}._lens (id, owner, name, filters, sharing, updated_at)"
        " values ($1, $2, $3, $4::text::jsonb, $5, $6) on conflict (id) do update"
        " set name = excluded.name, filters = excluded.filters, sharing = excluded.sharing,"
        " updated_at = excluded.updated_at",
        lens,
        ctx.actor.user,
        name,
        dumps(filters).decode(),
        sharing,
        ctx.now,
    )
    return _as_json(ctx, await _row(ctx, lens))


async def remove_lens(ctx: Context, lens: uuid.UUID) -> None:
    """Forget a lens of the reader's own; whoever wears it sees everything again."""
    row = await _mine(ctx, lens)
    if row["fixed"]:
        raise WrongLens(place="lens", expected="a lens that no profile always wears")
    await ctx.unit.execute(f"delete from {ctx.workspace.schema}._lens where id = $1", lens)


async def wear(ctx: Context, lens: uuid.UUID | None) -> None:
    """Put a lens on, or lift it."""
    worn = f"{ctx.workspace.schema}._lens_worn"
    if lens is None:
        await ctx.unit.execute(f"delete from {worn} where person = $1", ctx.actor.user)
        return
    await _row(ctx, lens)
    await ctx.unit.execute(
        f"insert into {worn} (person, lens) values ($1, $2)"
        " on conflict (person) do update set lens = excluded.lens",
        ctx.actor.user,
        lens,
    )


async def fix_lens(ctx: Context, profile: str, lens: uuid.UUID | None) -> None:
    """Let everybody with this profile always wear a lens, or no longer; only administrators call this."""
    fixed = f"{ctx.workspace.schema}._lens_fixed"
    if lens is None:
        await ctx.unit.execute(f"delete from {fixed} where profile = $1", profile)
        return
    await _row(ctx, lens)
    await ctx.unit.execute(
        f"insert into {fixed} (profile, lens) values ($1, $2)"
        " on conflict (profile) do update set lens = excluded.lens",
        profile,
        lens,
    )


def _read(
    ctx: Context, rights: Rights, data: Mapping[str, Json]
) -> tuple[str, Mapping[str, Json], str]:
    for member in data:
        if member not in _MEMBERS:
            raise WrongLens(place=member[:60], expected=f"one of {', '.join(sorted(_MEMBERS))}")
    name = data.get("name")
    label = clean(name).strip() if isinstance(name, str) else ""
    if not label or len(label) > MAX_NAME:
        raise WrongLens(place="name", expected=f"a text of 1 to {MAX_NAME} characters")
    sharing = data.get("sharing", "private")
    if sharing not in ("private", "shared"):
        raise WrongLens(place="sharing", expected="private or shared")
    filters = data.get("filters")
    if not isinstance(filters, Mapping) or not filters:
        raise WrongLens(place="filters", expected="a filter for at least one object")
    for object_name, where in filters.items():
        _check(ctx, rights, object_name, where)
    return label, cast("Mapping[str, Json]", filters), str(sharing)


def _check(ctx: Context, rights: Rights, object_name: str, where: Json) -> None:
    """A lens speaks only of what its maker may see, and must be possible to ask."""
    if object_name not in ctx.catalog.objects:
        raise WrongLens(place=f"filters.{object_name[:60]}", expected="an object")
    parsed = parse_filter(where, f"filters.{object_name}")
    queries.check_query(ctx, rights, object_name, Query(where=parsed))


async def _mine(ctx: Context, lens: uuid.UUID) -> Any:  # noqa: ANN401 - asyncpg.Record
    row = await _row(ctx, lens)
    if row["owner"] != ctx.actor.user and not ctx.actor.profile.admin:
        raise NotYourLens(owner=row["owner_name"] or "?")
    return row


async def _row(ctx: Context, lens: uuid.UUID) -> Any:  # noqa: ANN401
    row = await ctx.unit.fetchrow(
        f"select {_columns(ctx)} from {_tables(ctx)} where l.id = $2"
        " and (l.owner = $1 or l.sharing = 'shared')",
        ctx.actor.user,
        lens,
    )
    if row is None:
        raise LensNotFound
    return row


def _columns(ctx: Context) -> str:
    return _COLUMNS.format(schema=ctx.workspace.schema)


def _tables(ctx: Context) -> str:
    schema = ctx.workspace.schema
    return f'{schema}._lens l left join {schema}."user" u on u.id = l.owner'


def _as_json(ctx: Context, row: Any) -> LensJson:  # noqa: ANN401
    return {
        "id": str(row["id"]),
        "name": row["name"],
        "filters": loads(row["filters"]),
        "sharing": row["sharing"],
        "mine": row["owner"] == ctx.actor.user,
        "owner": row["owner_name"],
        "worn": row["worn"],
        "fixed": ctx.actor.profile.name in row["fixed"],
    }
