"""What a person finds behind the bell: only records that they may see at the moment of reading."""

import datetime as dt
import uuid
from collections.abc import Sequence

import asyncpg

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.feed.lines import Line, Names, name_all, present
from kith.kernel.records.change import COLUMNS, Change
from kith.lib.json import Json, dumps

COUNTED = 100
"""Nobody counts further: "99+" says enough."""
WINDOWS = 5


async def inbox_json(
    ctx: Context, *, after: str | None = None, limit: int = 30, only_unread: bool = False
) -> bytes:
    """Return a page of my notifications as JSON, the latest first: items, next and how many are unread."""
    cursor = _cursor(after)
    found: list[tuple[asyncpg.Record, str | None]] = []
    for _ in range(WINDOWS):
        rows = await _rows(ctx, cursor, limit + 1, only_unread=only_unread)
        found += await _visible(ctx, rows)
        cursor = (rows[-1]["at"], rows[-1]["id"]) if len(rows) > limit else None
        if cursor is None or len(found) > limit:
            break
    if len(found) > limit:
        last = found[limit - 1][0]
        cursor = (last["at"], last["id"])
    items = await _present(ctx, found[:limit])
    following = None if cursor is None else f"{cursor[0].isoformat()},{cursor[1]}"
    return dumps({"items": items, "next": following, "unread": await unread(ctx)})


async def unread(ctx: Context) -> int:
    """Return how many unread notifications I may see, at most 100."""
    rows = await _rows(ctx, None, COUNTED, only_unread=True)
    return len(await _visible(ctx, rows))


async def mark(ctx: Context, ids: Sequence[int] | None, *, read: bool) -> int:
    """Mark some or (None) all of my notifications; return how many are unread now."""
    table = f'"{ctx.workspace.schema}"._notification'
    if read:
        await ctx.unit.execute(
            f"update {table} set read_at = $2 where person = $1 and read_at is null"
            " and ($3::bigint[] is null or id = any($3))",
            ctx.actor.user,
            ctx.now,
            None if ids is None else list(ids),
        )
    else:
        # Where the same is unread again already, that line is enough.
        await ctx.unit.execute(
            f"update {table} n set read_at = null where person = $1 and id = any($2::bigint[])"
            f" and not exists (select from {table} o where o.person = n.person and o.read_at is null"
            " and (o.reason, o.object, o.topic) = (n.reason, n.object, n.topic))",
            ctx.actor.user,
            list(ids or ()),
        )
    return await unread(ctx)


async def _rows(
    ctx: Context, cursor: tuple[dt.datetime, int] | None, limit: int, *, only_unread: bool
) -> list[asyncpg.Record]:
    moment, last = cursor or (None, None)
    rows = await ctx.unit.fetch(
        "select id, reason, object, record, actor, change, count, at, read_at, topic"
        f' from "{ctx.workspace.schema}"._notification where person = $1'
        " and ($2::timestamptz is null or (at, id) < ($2, $3)) and (not $4 or read_at is null)"
        " order by at desc, id desc limit $5",
        ctx.actor.user,
        moment,
        last,
        only_unread,
        limit,
    )
    return list(rows)


async def _visible(
    ctx: Context, rows: Sequence[asyncpg.Record]
) -> list[tuple[asyncpg.Record, str | None]]:
    wanted: dict[str, list[str]] = {}
    for row in rows:
        if row["object"] in ctx.catalog.objects and access.can(ctx, row["object"], "read"):
            wanted.setdefault(row["object"], []).append(str(row["record"]))
    names = await name_all(ctx, wanted)
    return [
        (row, names[row["object"]][str(row["record"])])
        for row in rows
        if str(row["record"]) in names.get(row["object"], {})
    ]


async def _present(
    ctx: Context, found: Sequence[tuple[asyncpg.Record, str | None]]
) -> list[dict[str, Json]]:
    people: Names = await name_all(ctx, {"user": {str(r["actor"]) for r, _ in found if r["actor"]}})
    moved = await _moved(ctx, [row["change"] for row, _ in found if row["change"]])
    known = people.get("user", {})
    return [
        {
            "id": row["id"],
            "reason": row["reason"],
            "at": row["at"].isoformat(),
            "read": row["read_at"] is not None,
            "count": row["count"],
            "many": row["topic"].startswith("batch:") and row["count"] > 1,
            "actor": _actor(row["actor"], known.get(str(row["actor"]))),
            "record": {"object": row["object"], "id": str(row["record"]), "label": label},
            "changes": moved.get(row["change"], []),
        }
        for row, label in found
    ]


def _actor(person: uuid.UUID | None, label: str | None) -> Json:
    return None if person is None else {"id": str(person), "label": label}


async def _moved(ctx: Context, changes: Sequence[int]) -> dict[int, Json]:
    rows = await ctx.unit.fetch(
        f'select {COLUMNS} from "{ctx.workspace.schema}"._change where id = any($1::bigint[])',
        list(changes),
    )
    lines = [Line(Change.of(row), who=None, label=None) for row in rows]
    told = await present(ctx, lines)
    return {line.change.id: item["changes"] for line, item in zip(lines, told, strict=True)}


def _cursor(after: str | None) -> tuple[dt.datetime, int] | None:
    moment, _, last = (after or "").partition(",")
    try:
        return dt.datetime.fromisoformat(moment), int(last)
    except ValueError:
        return None
