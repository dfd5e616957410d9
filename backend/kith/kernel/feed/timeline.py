"""What happened to a record: its own changes, and the tasks, calls and meetings about it, the latest first."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import asyncpg

from kith.kernel import access
from kith.kernel.context import Actor, Context
from kith.kernel.feed.lines import MOVES, SILENT, Line, name_all, news_of, present, shown
from kith.kernel.fields.names import quoted
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Trusted
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.read import name_of
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import shape
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json, dumps, loads

MOST_ACTIVITIES = 300
"""Of the activities about a record, so many of the latest are looked at."""
_KEPT = 5_000
_SINGLE = frozenset({"link", "parent"})


async def timeline_json(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    *,
    after: str | None = None,
    limit: int = 20,
) -> bytes:
    """Return a page of the timeline as JSON: items and next; raise RecordNotFound."""
    name = name_of(object)
    access.check(ctx, name, "read")
    last = int(after) if after and after.isdigit() else None
    asked = _prepared(ctx, name)
    rows = await ctx.unit.fetch(asked.sql, record, last, limit + 1, *asked.args)
    if not rows or not rows[0]["allowed"]:
        raise RecordNotFound(label=ctx.catalog.label(f"object.{name}", ctx.actor.locale))
    lines = [_line(row, record) for row in rows if row["id"] is not None]
    more = str(lines[limit - 1].change.id) if len(lines) > limit else None
    return dumps({"items": await present(ctx, lines[:limit]), "next": more})


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The statement for one reader and object; the actor is kept so that nobody else can get its id."""

    actor: Actor
    sql: str
    args: tuple[object, ...]


def _prepared(ctx: Context, name: str) -> _Prepared:
    kept = cast("dict[object, _Prepared]", ctx.catalog.memo.setdefault("feed.timelines", {}))
    key = (id(ctx.actor), ctx.today, ctx.workspace.schema, name)
    found = kept.get(key)
    if found is None:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        found = kept[key] = _prepare(ctx, name)
    return found


def _prepare(ctx: Context, name: str) -> _Prepared:
    """Compile for $1 record, $2 where the last page ended, $3 how many."""
    target = shape(ctx, name)
    args: list[Any] = [None, None, None, list(SILENT), list(MOVES), news_of(ctx, name)]
    seen = _condition(ctx, name, "t", args)
    log = f"{quoted(target.schema)}._change"
    own = (
        f"(select c.*, null::text as label, null::jsonb as more from {log} c where c.record = $1"
        " and ($2::bigint is null or c.id < $2) and c.action <> all($4::text[])"
        " and (c.action = any($5::text[]) or c.after ?| $6::text[]) order by c.id desc limit $3)"
    )
    parts = [own, *_activities(ctx, name, log, args)]
    # One row says whether the reader may see the record at all, even when nothing happened to it.
    sql = (
        f"with allowed as (select from {target.table} t where t.id = $1 and ({seen}))"
        f" select (select count(*) from allowed) as allowed, x.label, x.more::text, u.name as who, {_prefixed()}"
        f" from (select) one left join (select * from ({' union all '.join(parts)}) p"
        " order by p.id desc limit $3) x on true"
        f' left join {quoted(target.schema)}."user" u on u.id = x.actor order by x.id desc'
    )
    return _Prepared(ctx.actor, sys.intern(sql), tuple(args[3:]))


async def history_json(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    field: str,
    *,
    after: str | None = None,
    limit: int = 50,
) -> bytes:
    """Return the values that a field has had as JSON, the latest first; raise RecordNotFound."""
    name = name_of(object)
    access.check(ctx, name, "read")
    member = ctx.catalog.field(name, field) if field in access.readable(ctx, name) else None
    args: list[Any] = [
        record,
        field,
        int(after) if after and after.isdigit() else None,
        limit + 1,
    ]
    target = shape(ctx, name)
    seen = _condition(ctx, name, "t", args)
    rows = await ctx.unit.fetch(
        f"select {_prefixed()}, (select count(*) from {target.table} t where t.id = $1 and ({seen})) as allowed"
        f" from (select) one left join (select * from {quoted(target.schema)}._change where record = $1"
        " and after ? $2 and ($3::bigint is null or id < $3) order by id desc limit $4) x on true",
        *args,
    )
    if member is None or not rows[0]["allowed"]:
        raise RecordNotFound(label=ctx.catalog.label(f"object.{name}", ctx.actor.locale))
    changes = [Change.of(row) for row in rows if row["id"] is not None]
    more = str(changes[limit - 1].id) if len(changes) > limit else None
    return dumps({"items": await _values(ctx, member, changes[:limit]), "next": more})


async def _values(ctx: Context, member: FieldDef, changes: Sequence[Change]) -> list[Json]:
    wanted: dict[str, list[str]] = {"user": [str(c.actor) for c in changes if c.actor]}
    for change in changes:
        for value in (change.before.get(member.name), change.after.get(member.name)):
            items = value if isinstance(value, list) else [value]
            if member.to:
                wanted.setdefault(member.to, []).extend(i for i in items if isinstance(i, str))
    names = await name_all(ctx, wanted)
    return [
        {
            "id": change.id,
            "at": change.at,
            "actor": None
            if change.actor is None
            else {"id": change.actor, "label": names.get("user", {}).get(str(change.actor))},
            "action": change.action,
            "before": shown(member, change.before.get(member.name), names),
            "after": shown(member, change.after.get(member.name), names),
        }
        for change in changes
    ]


def _line(row: asyncpg.Record, record: RecordId) -> Line:
    change = Change.of(row)
    if change.record == record:
        return Line(change, who=row["who"], told=False)
    more = cast("dict[str, Json]", loads(row["more"]))
    return Line(change, who=row["who"], activity=True, label=row["label"], more=more)


def _activities(ctx: Context, name: str, log: str, args: list[object]) -> list[str]:
    """SQL for the news of each kind of activity that links here, inside the reader's rights."""
    parts = []
    for child, field in ctx.catalog.reverse(name):
        definition = ctx.catalog.object(child)
        if not definition.config.get("timeline") or field.kind not in _SINGLE or child == name:
            continue
        if access.can(ctx, child, "read") and field.name in access.readable(ctx, child):
            parts.append(_activity(ctx, definition, field, log, args))
    return parts


def _activity(
    ctx: Context, definition: ObjectDef, field: FieldDef, log: str, args: list[object]
) -> str:
    target = shape(ctx, definition.name)
    seen = _condition(ctx, definition.name, "t", args)
    visible = access.readable(ctx, definition.name)
    title = definition.title if definition.title in visible & target.stored.keys() else None
    label = f"t.{quoted(title)}::text" if title else "null::text"
    args.append([f for f in news_of(ctx, definition.name) if f in definition.feed])
    news = f"(c.action = 'create' or c.after ?| ${len(args)}::text[])"
    moment = definition.config.get("at")
    at = f"t.{quoted(str(moment))}" if moment in visible else "null::timestamptz"
    return (
        f"(select c.*, a.label, jsonb_build_object('at', a.moment) as more from"
        f" (select t.id, {label} as label, {at} as moment from {target.table} t where t.{quoted(field.name)} = $1"
        f" and t.deleted_at is null and ({seen}) order by t.id desc limit {MOST_ACTIVITIES}) a"
        f" cross join lateral (select c.* from {log} c where c.record = a.id and {news}"
        " and ($2::bigint is null or c.id < $2) order by c.id desc limit $3) c order by c.id desc limit $3)"
    )


def _condition(ctx: Context, name: str, row: str, args: list[object]) -> str:
    rows = access.reader(ctx).rows(name, "read")
    found = query.condition(ctx, Trusted(ctx.catalog), name, rows, row=row, start=len(args) + 1)
    args.extend(found.args)
    return found.sql


def _prefixed() -> str:
    return ", ".join(f"x.{column.strip()}" for column in COLUMNS.split(","))
