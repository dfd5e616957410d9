"""The view that a list of an object opens with: a person's own choice, else the one that an administrator named."""

from typing import cast

from kith.kernel.context import Context
from kith.kernel.query.rights import Rights
from kith.kernel.views.errors import ViewNotFound
from kith.kernel.views.saved import ViewJson, list_views


async def list_with_start(ctx: Context, rights: Rights, object_name: str) -> list[ViewJson]:
    """Return the views that the reader can use; the one to start with says so."""
    found = await list_views(ctx, rights, object_name)
    chosen = await ctx.unit.fetchval(
        f"select view from {ctx.workspace.schema}._view_start where owner = $1 and object = $2",
        ctx.actor.user,
        object_name,
    )
    named = chosen or ctx.catalog.object(object_name).view
    return [{**view, "start": True} if view["id"] == named else view for view in found]


async def choose_start(
    ctx: Context, rights: Rights, object_name: str, view_id: str | None
) -> list[ViewJson]:
    """Make this view the one to start with, or none; return the views."""
    table = f"{ctx.workspace.schema}._view_start"
    if view_id is None:
        await ctx.unit.execute(
            f"delete from {table} where owner = $1 and object = $2", ctx.actor.user, object_name
        )
    else:
        usable = {cast("str", v["id"]) for v in await list_views(ctx, rights, object_name)}
        if view_id not in usable:
            raise ViewNotFound
        await ctx.unit.execute(
            f"insert into {table} (owner, object, view) values ($1, $2, $3)"
            " on conflict (owner, object) do update set view = excluded.view",
            ctx.actor.user,
            object_name,
            view_id,
        )
    return await list_with_start(ctx, rights, object_name)
