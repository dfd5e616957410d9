"""What happened to a record: its own changes, and the tasks, calls and meetings about it, the latest first."""

import datetime as dt
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import asyncpg

from kith.kernel import access
from kith.kernel.context import Actor, Context
from kith.kernel.feed.lines import (
    MOVES,
    SILENT,
    Diff,
    Fields,
    differences,
    name_all,
    news_of,
    shown,
)
from kith.kernel.fields.names import literal, quoted
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Trusted
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.merge import MERGED_INTO
from kith.kernel.records.read import name_of
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import shape
from kith.kernel.records.undoing import ACTIONS, DAYS
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json, dumps, loads

MOST_ACTIVITIES = 300
"""Of the activities about a record, so many of the latest are looked at."""
CHANGES = "changes"
"""What asks for the record's own changes, where objects ask for activities."""
_ASKED = ""
_ALL: frozenset[str] = frozenset()
_KEPT = 5_000
_SINGLE = frozenset({"link", "parent"})
_PARAMETER = re.compile(r"\$(\d+)")


async def timeline_json(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    *,
    after: str | None = None,
    limit: int = 20,
    only: Collection[str] = (),
) -> bytes:
    """Return a page of the timeline as JSON: items and next; raise RecordNotFound.

    `only` names what to tell: the objects of activities, and `changes` for the record's own changes; nothing for all.
    """
    last = int(after) if after and after.isdigit() else None
    name = name_of(object)
    wanted = _wanted(ctx, name, only)
    _, *lines = await _rows(ctx, name, record, last, limit, shown=False, only=wanted)
    return await _page(ctx, lines, limit)


async def record_json(
    ctx: Context, object: str | ObjectDef, record: RecordId, *, limit: int = 20
) -> bytes:
    """Return a record with the first page of its timeline in `_timeline`, by one statement; raise RecordNotFound."""
    first, *lines = await _rows(ctx, name_of(object), record, None, limit, shown=True)
    item: bytes = first["line"]
    return item[:-1] + b', "_timeline": ' + await _page(ctx, lines, limit) + b"}"


def _wanted(ctx: Context, name: str, only: Collection[str]) -> frozenset[str]:
    """Return what of it there is; names that nobody knows must not fill the memory. Empty means everything."""
    known = {CHANGES, *(child for child, _ in ctx.catalog.reverse(name))}
    return frozenset({_ASKED, *(known & set(only))}) if only else _ALL


async def _rows(
    ctx: Context,
    name: str,
    record: RecordId,
    last: int | None,
    limit: int,
    *,
    shown: bool,
    only: frozenset[str] = _ALL,
) -> list[asyncpg.Record]:
    """Return the record's own row, and one per line, the latest first and perhaps one more than asked for."""
    access.check(ctx, name, "read")
    asked = _prepared(ctx, name, only, shown=shown)
    since = ctx.now - dt.timedelta(days=DAYS)
    rows = await ctx.unit.fetch(asked.sql, record, last, limit + 1, since, *asked.args)
    if not rows:
        raise RecordNotFound(label=ctx.catalog.label(f"object.{name}", ctx.actor.locale))
    return rows


async def _page(ctx: Context, rows: Sequence[asyncpg.Record], limit: int) -> bytes:
    """Join the lines, which PostgreSQL wrote but for the fields that changed."""
    lines = rows[:limit]
    diffs = [_diff(row) for row in lines if row["after"] is not None]
    rests = iter(await differences(ctx, diffs) if diffs else ())
    items = [
        row["line"] if row["after"] is None else row["line"] + b"," + dumps(next(rests))[1:]
        for row in lines
    ]
    more = b'"%d"' % lines[-1]["id"] if len(rows) > limit else b"null"
    return b'{"items":[' + b",".join(items) + b'],"next":' + more + b"}"


def _diff(row: asyncpg.Record) -> Diff:
    before = {} if row["before"] is None else loads(row["before"])
    after = loads(row["after"])
    return Diff(row["object"], row["action"], cast("Fields", before), cast("Fields", after))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The statement for one reader and object; the actor is kept so that nobody else can get its id."""

    actor: Actor
    sql: str
    args: tuple[object, ...]


def _prepared(ctx: Context, name: str, only: frozenset[str], *, shown: bool) -> _Prepared:
    kept = cast("dict[object, _Prepared]", ctx.catalog.memo.setdefault("feed.timelines", {}))
    key = (id(ctx.actor), ctx.today, ctx.workspace.schema, name, only, shown)
    found = kept.get(key)
    if found is None:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        found = kept[key] = _prepare(ctx, name, only, shown=shown)
    return found


def _prepare(ctx: Context, name: str, only: frozenset[str], *, shown: bool) -> _Prepared:
    """Compile for $1 record, $2 where the last page ended, $3 how many, $4 since when a change can be undone.

    The first row holds the record, or nothing of it: there is none when the reader may not see it.
    """
    target = shape(ctx, name)
    args: list[Any] = [None, None, None, None]
    seen = _condition(ctx, name, args)
    item, joins = "null::bytea", ""
    if shown:
        rights = access.reader(ctx)
        part = query.record(ctx, rights, name, None, row="t", start=len(args) + 1)
        item, joins = f"convert_to(({part.expression})::text, 'UTF8')", part.joins
        seen += " and t.deleted_at is null"
        args.extend(part.args)
    log = f"{quoted(target.schema)}._change"
    own = (
        f"(select c.*, null::text as label, null::timestamptz as moment from {log} c where c.record = $1"
        f" and ($2::bigint is null or c.id < $2) and c.action <> all({_texts(SILENT)})"
        f" and (c.action = any({_texts(MOVES)}) or c.after ?| {_texts(news_of(ctx, name))})"
        f"{' and false' if only and CHANGES not in only else ''} order by c.id desc limit $3)"
    )
    children = [(o, f) for o, f in _children(ctx, name) if not only or o.name in only]
    told = [name, *(definition.name for definition, _ in children)]
    detailed = f"p.after is not null and (p.action <> all({_texts(MOVES)}) or p.after ? {literal(MERGED_INTO)})"
    parts = [own, *(_activity(ctx, child, field, log, args) for child, field in children)]
    sql = (
        f"with allowed as materialized (select {item} as item from {target.table} t {joins}"
        f" where t.id = $1 and ({seen})), p as materialized (select p.* from"
        f" ({' union all '.join(parts)}) p, allowed order by p.id desc limit $3)"
        " select null::bigint as id, item as line, null::text as object, null::text as action,"
        " null::text as before, null::text as after from allowed union all"
        f" select p.id, {_told(ctx, told, detailed)}, p.object, p.action,"
        f" case when {detailed} then p.before::text end, case when {detailed} then p.after::text end"
        f' from p left join {quoted(target.schema)}."user" u on u.id = p.actor'
        " order by id desc nulls first"
    )
    return _Prepared(ctx.actor, sys.intern(sql), tuple(args[4:]))


def _told(ctx: Context, objects: Sequence[str], detailed: str) -> str:
    """SQL for a line as JSON; a detailed one is left open at its end (see `lines.differences`)."""
    deletable = _texts([o for o in objects if access.can(ctx, o, "delete")])
    updatable = _texts([o for o in objects if access.can(ctx, o, "update")])
    undoable = (
        f"p.undone_by is null and p.at >= $4 and p.action = any({_texts(ACTIONS)}) and p.object ="
        f" any(case when p.action = any({_texts(MOVES)}) then {deletable} else {updatable} end)"
    )
    head = (
        "json_build_object('id', p.id, 'at', p.at, 'actor', case when p.actor is not null then"
        " json_build_object('id', p.actor, 'label', u.name) end,"
        " 'kind', case when p.record = $1 then 'change' else 'activity' end,"
        f" 'object', p.object, 'action', p.action, 'origin', p.origin, 'undoable', {undoable})::text"
    )
    about = (
        "json_build_object('object', p.object, 'id', p.record, 'label', p.label, 'at', p.moment)"
    )
    return (
        f"convert_to(left({head}, -1)"
        " || case when p.batch is not null and p.origin <> 'demo' then ',\"batch\":\"' || p.batch || '\"' else '' end"
        f" || case when p.record <> $1 then ',\"record\":' || {about}::text else '' end"
        f" || case when {detailed} then '' else ',\"changes\":[]}}' end, 'UTF8')"
    )


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
    seen = _condition(ctx, name, args)
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


def _children(ctx: Context, name: str) -> list[tuple[ObjectDef, FieldDef]]:
    """Return the kinds of activity that link here and that the reader may see, each with its link."""
    found = []
    for child, field in ctx.catalog.reverse(name):
        definition = ctx.catalog.object(child)
        if not definition.config.get("timeline") or field.kind not in _SINGLE or child == name:
            continue
        if access.can(ctx, child, "read") and field.name in access.readable(ctx, child):
            found.append((definition, field))
    return found


def _activity(
    ctx: Context, definition: ObjectDef, field: FieldDef, log: str, args: list[object]
) -> str:
    """SQL for the news of one kind of activity, inside the reader's rights."""
    target = shape(ctx, definition.name)
    seen = _condition(ctx, definition.name, args)
    visible = access.readable(ctx, definition.name)
    title = definition.title if definition.title in visible & target.stored.keys() else None
    label = f"t.{quoted(title)}::text" if title else "null::text"
    fields = _texts([f for f in news_of(ctx, definition.name) if f in definition.feed])
    moment = definition.config.get("at")
    at = f"t.{quoted(str(moment))}" if moment in visible else "null::timestamptz"
    return (
        "(select c.*, a.label, a.moment from"
        f" (select t.id, {label} as label, {at} as moment from {target.table} t where t.{quoted(field.name)} = $1"
        f" and t.deleted_at is null and ({seen}) order by t.id desc limit {MOST_ACTIVITIES}) a"
        f" cross join lateral (select c.* from {log} c where c.record = a.id"
        f" and (c.action = 'create' or c.after ?| {fields})"
        " and ($2::bigint is null or c.id < $2) order by c.id desc limit $3) c order by c.id desc limit $3)"
    )


def _condition(ctx: Context, name: str, args: list[object]) -> str:
    """SQL for what the reader may see of an object, of the row `t`; every object names the same team once."""
    rows = access.reader(ctx).rows(name, "read")
    found = query.condition(ctx, Trusted(ctx.catalog), name, rows, row="t")
    places = [_place(args, value) for value in found.args]
    return _PARAMETER.sub(lambda match: f"${places[int(match[1]) - 1]}", found.sql)


def _place(args: list[object], value: object) -> int:
    if not isinstance(value, list) or value not in args:
        args.append(value)
        return len(args)
    return args.index(value) + 1


def _texts(words: Iterable[str]) -> str:
    """SQL for a list of names; as text of the statement they cost nothing when it runs."""
    return f"array[{', '.join(literal(word) for word in sorted(words))}]::text[]"


def _prefixed() -> str:
    return ", ".join(f"x.{column.strip()}" for column in COLUMNS.split(","))
