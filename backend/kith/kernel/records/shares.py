"""Shares by name: one record opened to a person, unit or group, perhaps until a day, by whoever may change it."""

import datetime as dt
import uuid
from dataclasses import dataclass

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records.errors import ShareNobody, TooManyShares
from kith.kernel.records.load import absence
from kith.kernel.records.reach import reached
from kith.kernel.records.shapes import shape
from kith.kernel.schema import Level
from kith.lib.json import Json, dumps

MAX_SHARES = 2_000
_HOLDERS = """
    select id, name, 'user' as kind from {schema}."user" where deleted_at is null
    union all select id, name, 'org_unit' from {schema}.org_unit where deleted_at is null
    union all select id, name, 'people_group' from {schema}.people_group where deleted_at is null
"""


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody is given; `until` is the last day, `role` what they are on the record (a word for people)."""

    holder: uuid.UUID
    level: Level = "read"
    role: str | None = None
    until: dt.date | None = None


async def list_shares(ctx: Context, object_name: str, record: uuid.UUID) -> list[dict[str, Json]]:
    """Return with whom the record is shared by name; raise RecordNotFound."""
    access.check(ctx, object_name, "read")
    await _check(ctx, object_name, record, "read")
    rows = await ctx.unit.fetch(
        f"select s.holder, h.name, h.kind, s.level, s.role, s.until, s.made_at, u.name as made_by"
        f" from {ctx.workspace.schema}._share s join ({_holders(ctx)}) h on h.id = s.holder"
        f' left join {ctx.workspace.schema}."user" u on u.id = s.made_by'
        " where s.object = $1 and s.record = $2 order by s.made_at, s.holder",
        object_name,
        record,
    )
    return [
        {
            "holder": {"id": str(row["holder"]), "kind": row["kind"], "label": row["name"]},
            "level": row["level"],
            "role": row["role"],
            "until": None if row["until"] is None else row["until"].isoformat(),
            "over": row["until"] is not None and row["until"] < ctx.today,
            "made_at": row["made_at"].isoformat(),
            "made_by": row["made_by"],
        }
        for row in rows
    ]


async def share(ctx: Context, object_name: str, record: uuid.UUID, wanted: Share) -> None:
    """Open the record to somebody, or change what was opened; raise RecordNotFound, NotYours, ShareNobody."""
    access.check(ctx, object_name, "update")
    await _check(ctx, object_name, record, "update")
    schema = ctx.workspace.schema
    known = await ctx.unit.fetchval(
        f"select true from ({_holders(ctx)}) h where h.id = $1", wanted.holder
    )
    if not known:
        raise ShareNobody
    held = await ctx.unit.fetchval(
        f"select count(*) from {schema}._share where object = $1 and record = $2 and holder <> $3",
        object_name,
        record,
        wanted.holder,
    )
    if held >= MAX_SHARES:
        raise TooManyShares(limit=MAX_SHARES)
    await ctx.unit.execute(
        f"insert into {schema}._share (object, record, holder, level, role, until, made_at, made_by)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (object, record, holder) do update set"
        " level = excluded.level, role = excluded.role, until = excluded.until,"
        " made_at = excluded.made_at, made_by = excluded.made_by",
        object_name,
        record,
        wanted.holder,
        wanted.level,
        wanted.role,
        wanted.until,
        ctx.now,
        ctx.actor.user,
    )
    until = None if wanted.until is None else wanted.until.isoformat()
    said: dict[str, Json] = {"holder": str(wanted.holder), "level": wanted.level, "until": until}
    await _log(ctx, object_name, record, "share", None, said)


async def unshare(ctx: Context, object_name: str, record: uuid.UUID, holder: uuid.UUID) -> None:
    """Close the record again; nothing happens if it was not open to them."""
    access.check(ctx, object_name, "update")
    await _check(ctx, object_name, record, "update")
    level = await ctx.unit.fetchval(
        f"delete from {ctx.workspace.schema}._share"
        " where object = $1 and record = $2 and holder = $3 returning level",
        object_name,
        record,
        holder,
    )
    if level is not None:
        said: dict[str, Json] = {"holder": str(holder), "level": level}
        await _log(ctx, object_name, record, "unshare", said, None)


async def _check(ctx: Context, name: str, record: uuid.UUID, action: access.Action) -> None:
    """Raise RecordNotFound or NotYours unless the action reaches the record."""
    target = shape(ctx, name)
    where = reached(ctx, name, access.reader(ctx).rows(name, action), start=2)
    found = await ctx.unit.fetchval(
        f"select true from {target.table} t where t.id = $1 and t.deleted_at is null and ({where.sql})",
        record,
        *where.args,
    )
    if not found:
        raise await absence(ctx, target, record)


def _holders(ctx: Context) -> str:
    return _HOLDERS.format(schema=ctx.workspace.schema)


async def _log(
    ctx: Context,
    object_name: str,
    record: uuid.UUID,
    action: str,
    before: dict[str, Json] | None,
    after: dict[str, Json] | None,
) -> None:
    """Write down who opened what to whom; the record itself stays as it is."""
    target = shape(ctx, object_name)
    await ctx.unit.execute(
        f"insert into {ctx.workspace.schema}._change"
        " (at, actor, object, record, action, version, before, after, batch, origin)"
        " select $1, $2, $3, id, $4, version, $5::text::jsonb, $6::text::jsonb, $7, $8"
        f" from {target.table} where id = $9",
        ctx.now,
        ctx.actor.user,
        object_name,
        action,
        None if before is None else dumps({"_share": before}).decode(),
        None if after is None else dumps({"_share": after}).decode(),
        ctx.batch,
        ctx.origin,
        record,
    )
