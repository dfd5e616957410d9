"""What colleagues did lately, inside the reader's rights; and what lies in the bin."""

import datetime as dt
import re
import uuid
from collections.abc import Sequence

import asyncpg

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.feed.lines import MOVES, SILENT, Line, Names, name_all, news_of, present
from kith.kernel.fields.names import literal, quoted
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Trusted
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.shapes import PARENT, shape
from kith.lib.ids import parse_id
from kith.lib.json import Json, dumps

WINDOW = 200
"""Entries that are looked at together for what the reader may see."""
WINDOWS = 5
_ESCAPED = re.compile(r"([\\%_])")
_BACKSLASHED = r"\\\1"
REACH = 20_000
"""How far one page looks back over the entries of batches, which are told as one."""


async def changes_json(ctx: Context, *, after: str | None = None, limit: int = 30) -> bytes:
    """Return a page of recent changes as JSON: items and next."""
    last = int(after) if after and after.isdigit() else None
    found: list[Line] = []
    for _ in range(WINDOWS):
        window = await _window(ctx, last)
        found += await _visible(ctx, window)
        last = window[-1].id if window else None
        if last is None or len(found) > limit:
            break
    more = last if len(found) <= limit else found[limit - 1].change.id
    items = await present(ctx, found[:limit])
    return dumps({"items": items, "next": None if more is None else str(more)})


async def bin_json(
    ctx: Context,
    *,
    after: str | None = None,
    limit: int = 50,
    of: str | None = None,
    search: str | None = None,
) -> bytes:
    """Return a page of what the reader may take out of the bin as JSON: items and next, the latest first.

    `of` leaves out what is of another object, `search` what is not called so.
    """
    moment, last = _bin_cursor(after)
    wanted = f"%{_ESCAPED.sub(_BACKSLASHED, search)}%" if search else None
    args: list[object] = [moment, last, limit + 1, wanted]
    parts = [
        _binned(ctx, name, args)
        for name in ctx.catalog.objects
        if of in (None, name) and access.can(ctx, name, "delete")
    ]
    if not parts:
        return dumps({"items": [], "next": None})
    rows = await ctx.unit.fetch(
        f"select * from ({' union all '.join(parts)}) b order by deleted_at desc, id desc limit $3",
        *args,
    )
    names = await name_all(ctx, {"user": [str(r["deleted_by"]) for r in rows if r["deleted_by"]]})
    more = rows[limit - 1] if len(rows) > limit else None
    following = None if more is None else f"{more['deleted_at'].isoformat()},{more['id']}"
    return dumps({"items": [_bin_item(row, names) for row in rows[:limit]], "next": following})


async def _window(ctx: Context, last: int | None) -> list[Change]:
    # What is a part of something is told with that, not as news of its own.
    told = [
        n
        for n, o in ctx.catalog.objects.items()
        if not o.system
        and not any(field.kind == PARENT for field in o.fields)
        and access.can(ctx, n, "read")
    ]
    log = f"{quoted(ctx.workspace.schema)}._change"
    # Of a batch only its first entry is looked at: it stands for all of them. Example data is one batch so that it
    # goes with one click, but tells a story of many days.
    rows = await ctx.unit.fetch(
        f"select {COLUMNS} from (select * from {log} where $1::bigint is null or id < $1"
        f" order by id desc limit {REACH}) c where action <> all($2::text[]) and object = any($3::text[])"
        f" and actor is not null and (batch is null or origin = 'demo' or not exists (select from {log} e"
        f" where e.batch = c.batch and e.id < c.id)) order by id desc limit {WINDOW}",
        last,
        list(SILENT),
        told,
    )
    return [Change.of(row) for row in rows]


async def _visible(ctx: Context, changes: Sequence[Change]) -> list[Line]:
    told = [
        c
        for c in changes
        if c.action in MOVES or not c.after.keys().isdisjoint(news_of(ctx, c.object))
    ]
    wanted: dict[str, list[str]] = {"user": [str(change.actor) for change in told]}
    for change in told:
        wanted.setdefault(change.object, []).append(str(change.record))
    names = await name_all(ctx, wanted)
    people = names.get("user", {})
    return [
        Line(
            change,
            who=people.get(str(change.actor)),
            label=names[change.object][str(change.record)],
        )
        for change in told
        if str(change.record) in names.get(change.object, {})
    ]


def _bin_cursor(after: str | None) -> tuple[dt.datetime | None, uuid.UUID | None]:
    moment, _, last = (after or "").partition(",")
    try:
        return dt.datetime.fromisoformat(moment), parse_id(last)
    except ValueError:
        return None, None


def _binned(ctx: Context, name: str, args: list[object]) -> str:
    target = shape(ctx, name)
    rows = access.reader(ctx).rows(name, "delete")
    where = query.condition(ctx, Trusted(ctx.catalog), name, rows, row="t", start=len(args) + 1)
    args.extend(where.args)
    title = target.object.title
    known = title in target.stored and title in access.readable(ctx, name)
    label = f"t.{quoted(title)}::text" if known else "null::text"
    return (
        f"(select {literal(name)} as object, t.id, {label} as label, t.deleted_at, t.updated_by as deleted_by"
        f" from {target.table} t where t.deleted_at is not null and ({where.sql})"
        " and ($1::timestamptz is null or (t.deleted_at, t.id) < ($1, $2))"
        f" and ($4::text is null or {label} ilike $4){_not_with_parent(ctx, name)}"
        " order by t.deleted_at desc, t.id desc limit $3)"
    )


def _not_with_parent(ctx: Context, name: str) -> str:
    """What went into the bin with its parent comes back with it, and is no line of its own."""
    return "".join(
        f" and not exists (select from {shape(ctx, field.to).table} p"
        f" where p.id = t.{quoted(field.name)} and p.deleted_at is not null)"
        for field in ctx.catalog.object(name).fields
        if field.kind == PARENT and field.to
    )


def _bin_item(row: asyncpg.Record, names: Names) -> Json:
    found = dict(row.items())
    by = found.pop("deleted_by")
    known = names.get("user", {})
    return {**found, "deleted_by": None if by is None else {"id": by, "label": known.get(str(by))}}
