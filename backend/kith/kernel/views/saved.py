"""Views of an object for one reader: standard and saved ones together; made, changed and deleted with rights."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, cast

from kith.kernel.context import Context
from kith.kernel.expr import QueryProblem
from kith.kernel.query.rights import Rights
from kith.kernel.schema.views import ViewKind
from kith.kernel.views import standard
from kith.kernel.views.errors import (
    NotYourView,
    StandardView,
    TooManyViews,
    ViewNotFound,
    WrongView,
)
from kith.kernel.views.view import View, check, parse_view
from kith.lib.ids import parse_id
from kith.lib.json import Json, dumps, loads

MAX_VIEWS = 200
_MEMO = "views.usable"
_COLUMNS = (
    "v.id, v.object, v.name, v.kind, v.query::text as query, v.columns::text as columns,"
    " v.group_by, v.settings::text as settings, v.sharing, v.pinned, v.owner, u.name as owner_name"
)

ViewJson = dict[str, Json]


async def list_views(ctx: Context, rights: Rights, object_name: str) -> list[ViewJson]:
    """Return the views that the reader can use: standard ones, then saved ones by name."""
    ctx.catalog.object(object_name)
    return _usable(ctx, rights, object_name) + await _saved(ctx, rights, [object_name])


async def list_pinned(ctx: Context, rights: Rights, objects: Sequence[str]) -> list[ViewJson]:
    """Return the pinned views of these objects that the reader can use."""
    declared = [view for name in objects for view in _usable(ctx, rights, name) if view["pinned"]]
    return declared + await _saved(ctx, rights, objects, " and v.pinned")


async def _saved(
    ctx: Context, rights: Rights, objects: Sequence[str], more: str = ""
) -> list[ViewJson]:
    rows = await ctx.unit.fetch(
        f"select {_COLUMNS} from {_tables(ctx)} where v.object = any($1::text[])"
        f" and (v.sharing = 'shared' or v.owner = $2){more} order by lower(v.name), v.id",
        list(objects),
        ctx.actor.user,
    )
    return [_checked(ctx, rights, row) for row in rows]


async def create(
    ctx: Context, rights: Rights, object_name: str, data: Mapping[str, Json]
) -> ViewJson:
    """Save a view of the actor's own."""
    view = parse_view(data)
    check(ctx, rights, object_name, view)
    schema = ctx.workspace.schema
    mine = await ctx.unit.fetchval(
        f"select count(*) from {schema}._view where object = $1 and owner = $2",
        object_name,
        ctx.actor.user,
    )
    if mine >= MAX_VIEWS:
        raise TooManyViews(limit=MAX_VIEWS)
    view_id = await ctx.unit.fetchval(
        f"insert into {schema}._view (object, owner, name, kind, query, columns, group_by, settings, sharing,"
        " pinned) values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7, $8::text::jsonb, $9, $10)"
        " returning id",
        object_name,
        ctx.actor.user,
        *_cells(view),
    )
    return _as_json(await _row(ctx, object_name, view_id))


async def change(
    ctx: Context, rights: Rights, object_name: str, view_id: str, data: Mapping[str, Json]
) -> ViewJson:
    """Change a view of the actor's own; an admin may change shared ones too."""
    row = await _mine(ctx, object_name, view_id)
    view = parse_view(data, _view(row))
    check(ctx, rights, object_name, view)
    await ctx.unit.execute(
        f"update {ctx.workspace.schema}._view set (name, kind, query, columns, group_by, settings, sharing,"
        " pinned) = ($2, $3, $4::text::jsonb, $5::text::jsonb, $6, $7::text::jsonb, $8, $9),"
        " updated_at = $10 where id = $1",
        row["id"],
        *_cells(view),
        ctx.now,
    )
    return _as_json(await _row(ctx, object_name, row["id"]))


async def remove(ctx: Context, object_name: str, view_id: str) -> None:
    """Delete a view of the actor's own; an admin may delete shared ones too."""
    row = await _mine(ctx, object_name, view_id)
    await ctx.unit.execute(f"delete from {ctx.workspace.schema}._view where id = $1", row["id"])


async def _mine(ctx: Context, object_name: str, view_id: str) -> Any:  # noqa: ANN401 - asyncpg.Record
    """Return the view's row if the actor may change it."""
    found = parse_id(view_id)
    if found is None:
        names = {view.name for view in standard.standard(ctx.catalog, object_name)}
        raise StandardView if view_id in names else ViewNotFound
    row = await _row(ctx, object_name, found)
    if row["owner"] == ctx.actor.user:
        return row
    if row["sharing"] != "shared":
        raise ViewNotFound
    if not ctx.actor.profile.admin:
        raise NotYourView(owner=row["owner_name"] or "?")
    return row


async def _row(ctx: Context, object_name: str, view_id: uuid.UUID) -> Any:  # noqa: ANN401
    row = await ctx.unit.fetchrow(
        f"select {_COLUMNS} from {_tables(ctx)} where v.id = $1 and v.object = $2",
        view_id,
        object_name,
    )
    if row is None:
        raise ViewNotFound
    return row


def _tables(ctx: Context) -> str:
    schema = ctx.workspace.schema
    return f'{schema}._view v left join {schema}."user" u on u.id = v.owner'


def _cells(view: View) -> tuple[object, ...]:
    return (
        view.name,
        view.kind,
        dumps(view.query or {}).decode(),
        dumps(list(view.columns)).decode(),
        view.group,
        dumps(view.settings).decode(),
        view.sharing,
        view.pinned,
    )


def _view(row: Any) -> View:  # noqa: ANN401
    return View(
        name=row["name"],
        kind=row["kind"],
        query=cast("Mapping[str, Json]", loads(row["query"])),
        columns=tuple(cast("list[Mapping[str, Json]]", loads(row["columns"]))),
        group=row["group_by"],
        settings=cast("Mapping[str, Json]", loads(row["settings"])),
        sharing=row["sharing"],
        pinned=row["pinned"],
    )


def _as_json(row: Any) -> ViewJson:  # noqa: ANN401
    view = _view(row)
    return {
        "id": str(row["id"]),
        "name": view.name,
        "kind": view.kind,
        "object": row["object"],
        "query": view.query or {},
        "columns": list(view.columns),
        "group": view.group,
        "settings": view.settings,
        "sharing": view.sharing,
        "pinned": view.pinned,
        "standard": False,
        "owner": {"id": str(row["owner"]), "label": row["owner_name"]} if row["owner"] else None,
    }


def _usable(ctx: Context, rights: Rights, object_name: str) -> list[ViewJson]:
    """Return the standard views that work for readers with these rights; worked out once."""
    key = (_MEMO, object_name, rights.key, ctx.actor.locale)
    kept = ctx.catalog.memo.get(key)
    if kept is None:
        declared = standard.standard(ctx.catalog, object_name)
        found = [_fitted(ctx, rights, object_name, standard.as_json(ctx, v)) for v in declared]
        kept = ctx.catalog.memo[key] = [view for view in found if "broken" not in view]
    return list(cast("list[ViewJson]", kept))


def _checked(ctx: Context, rights: Rights, row: Any) -> ViewJson:  # noqa: ANN401
    return _fitted(ctx, rights, row["object"], _as_json(row))


def _fitted(ctx: Context, rights: Rights, object_name: str, found: ViewJson) -> ViewJson:
    """Leave out the columns that the reader may not see; say what else is wrong, so that the owner can mend it."""
    columns = cast("list[Mapping[str, Json]]", found["columns"])
    shown = [c for c in columns if _works(ctx, rights, object_name, View("", columns=(c,)))]
    view = View(
        name="",
        kind=cast("ViewKind", found["kind"]),
        query=cast("Mapping[str, Json]", found["query"]),
        group=cast("str | None", found["group"]),
        settings=cast("Mapping[str, Json]", found["settings"]),
    )
    problem = _problem(ctx, rights, object_name, view)
    broken = {} if problem is None else {"broken": problem}
    return {**found, "columns": shown, **broken}


def _works(ctx: Context, rights: Rights, object_name: str, view: View) -> bool:
    return _problem(ctx, rights, object_name, view) is None


def _problem(ctx: Context, rights: Rights, object_name: str, view: View) -> str | None:
    try:
        check(ctx, rights, object_name, view)
    except (QueryProblem, WrongView) as error:
        return error.message
    return None
