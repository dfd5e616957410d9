"""Keeps roll-ups in step with the records that they count; a consumer of the change log.

A figure that moved is itself an entry in the log (action "rollup"): roll-ups of roll-ups and open screens follow it.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import cast

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause

from kith.kernel.context import Context
from kith.kernel.expr import parse_filter
from kith.kernel.fields.names import literal, quoted
from kith.kernel.fields.rollup import Rollup, recompute_sql, watching
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Trusted
from kith.kernel.records.change import Change
from kith.kernel.records.shapes import shape
from kith.kernel.storage.tables import table

ACTION = "rollup"
CHUNK = 500


async def follow(ctx: Context, changes: Sequence[Change]) -> None:
    """Recompute what these changes may have moved."""
    rollups = _watched(ctx)
    for name in dict.fromkeys(change.object for change in changes):
        for rollup in rollups.get(name, ()):
            await recompute(
                ctx, rollup, await _owners(ctx, rollup, [c for c in changes if c.object == name])
            )


def watched(ctx: Context) -> tuple[str, ...]:
    """Return the objects that some roll-up counts."""
    return tuple(_watched(ctx))


async def recompute(
    ctx: Context, rollup: Rollup, owners: Iterable[uuid.UUID], *, is_first: bool = False
) -> None:
    """Set the figure of these records right, and log those that moved; their first figure is no news."""
    wanted = sorted(set(owners))
    where = query.condition(
        ctx,
        Trusted(ctx.catalog),
        rollup.child,
        None if rollup.where is None else parse_filter(rollup.where),
        row="child",
        start=2,
    )
    sql = recompute_sql(
        rollup,
        table(ctx.catalog, ctx.workspace, rollup.owner),
        table(ctx.catalog, ctx.workspace, rollup.child),
        _as_given(where.sql),
    )
    for start in range(0, len(wanted), CHUNK):
        rows = await ctx.unit.fetch(sql, wanted[start : start + CHUNK], *where.args)
        if not is_first:
            await _log(ctx, rollup, [row["id"] for row in rows])


def _watched(ctx: Context) -> dict[str, list[Rollup]]:
    known = ctx.catalog.memo
    if "rollups" not in known:
        known["rollups"] = watching(ctx.catalog.objects, ctx.catalog)
    return cast("dict[str, list[Rollup]]", known["rollups"])


async def _owners(ctx: Context, rollup: Rollup, changes: Sequence[Change]) -> set[uuid.UUID]:
    """Return the records that the changed ones point at now, and those that they pointed at before."""
    child, link = shape(ctx, rollup.child), rollup.link.name
    rows = await ctx.unit.fetch(
        f"select {quoted(link)} as owner from {child.table} where id = any($1::uuid[])",
        [change.record for change in changes],
    )
    owners = {row["owner"] for row in rows if row["owner"] is not None}
    for change in changes:
        owners |= {
            uuid.UUID(v)
            for v in (change.before.get(link), change.after.get(link))
            if isinstance(v, str)
        }
    return owners


def _as_given(sql: str) -> Callable[[FromClause], ColumnElement[bool]] | None:
    return None if sql == "true" else lambda _row: sa.literal_column(f"({sql})", sa.Boolean())


async def _log(ctx: Context, rollup: Rollup, owners: Sequence[uuid.UUID]) -> None:
    if not owners:
        return
    owner = shape(ctx, rollup.owner)
    name = rollup.field.name
    await ctx.unit.execute(
        f"with c as (insert into {quoted(owner.schema)}._change"
        " (at, actor, object, record, action, version, after, origin)"
        f" select $2, null, {literal(owner.name)}, t.id, '{ACTION}', t.version,"
        f" {owner.plain([name], 't')}, $3 from {owner.table} t where t.id = any($1::uuid[])"
        " returning id, record, version)"
        " select pg_notify('kith', json_build_object('ws', $4::text, 'change', c.id, 'object',"
        f" {literal(owner.name)}, 'id', c.record, 'action', '{ACTION}', 'version', c.version)::text) from c",
        list(owners),
        ctx.now,
        ctx.origin,
        ctx.workspace.slug,
    )
