"""Runs the one statement behind a write, for one record or for many."""

import datetime as dt
import sys
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import asyncpg
import msgspec

from kith.kernel.context import Actor, Context
from kith.kernel.expr import Filter
from kith.kernel.fields import Column
from kith.kernel.fields.names import literal, quoted
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Rights, Trusted
from kith.kernel.records.guards import Guards, guards
from kith.kernel.records.refusals import DATABASE_REFUSALS, refusal
from kith.kernel.records.shapes import Cells, Shape
from kith.kernel.records.templates import Form, Template, template
from kith.lib.json import Json, dumps

NOBODY = uuid.UUID(int=0)
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be written to one record: its columns, and the plain form for the change log."""

    id: uuid.UUID
    cells: Cells
    after: Mapping[str, Json] | None = None
    version: int | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """An idempotency key with a digest of the request that carries it."""

    key: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """One record as it was written; `broken` names what is wrong with it (only when many are written)."""

    change: int
    id: uuid.UUID
    version: int
    json: bytes | None = None
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Write:
    """A write in the making. `rows` are those that the actor may touch; `rights` None trusts the targets of links."""

    ctx: Context
    shape: Shape
    form: Form
    action: str
    rows: Filter | None = None
    rights: Rights | None = None


async def write_one(
    write: Write, row: Row, show: Rights | None, key: Key | None = None
) -> Done | None:
    """Write one record and return it as `show` sees it; None when no such row is there, allowed and different."""
    ready = _prepared(write, show, keyed=key is not None)
    after = None if row.after is None else dumps(row.after).decode()
    cells = [row.cells[c.name] for c in ready.template.columns]
    args = [row.id, row.version, after, *cells, *_environment(write), *ready.args]
    if key is not None:
        args += [write.ctx.actor.user or NOBODY, key.key, key.digest]
    found = await _run(write, ready.sql, args)
    if not found:
        return None
    answer = found[0]
    rec = answer["rec"]
    json = None if rec is None else rec.encode()
    return Done(answer["change"], answer["id"], answer["version"], json)


async def write_many(write: Write, rows: Sequence[Row]) -> tuple[Done, ...]:
    """Write many records with the same columns; return those that were written, with what is wrong with each."""
    if not rows:
        return ()
    ready = _prepared(write, None)
    args = [_json_rows(ready.template.columns, rows), *_environment(write), *ready.args]
    found = await _run(write, ready.sql, args)
    return tuple(Done(r["change"], r["id"], r["version"], None, tuple(r["broken"])) for r in found)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A statement for one actor and day: text that many share, and the arguments that no row changes."""

    actor: Actor
    template: Template
    sql: str
    args: tuple[object, ...]


def _prepared(write: Write, show: Rights | None, *, keyed: bool = False) -> _Prepared:
    kept = cast("dict[object, _Prepared]", write.ctx.catalog.memo.setdefault("records.writes", {}))
    trusted = (write.rows is None, write.rights is None, show is None, keyed)
    actor, shape = write.ctx.actor, write.shape
    # The actor stays in the entry, so that nobody else can get its id.
    key = (id(actor), write.ctx.today, shape.schema, shape.name, write.form, trusted)
    found = kept.get(key)
    if found is None:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        found = kept[key] = _prepare(write, show, keyed=keyed)
    return found


def _prepare(write: Write, show: Rights | None, *, keyed: bool) -> _Prepared:
    made = _template(write)
    args: list[object] = [None] * (made.free - 1)
    where = _condition(write, args)
    many = write.form.many
    results = _many_results(write, made, args) if many else _one_result(write, made, args, show)
    if keyed:
        results = _remembered(write, made, len(args), results)
    sql = sys.intern(f"{made.write}{where}{made.log}{results}")
    return _Prepared(write.ctx.actor, made, sql, tuple(args[made.free - 1 :]))


def _template(write: Write) -> Template:
    known = write.ctx.catalog.memo
    key = ("template", write.shape.schema, write.shape.name, write.form)
    if key not in known:
        known[key] = template(write.shape, write.form)
    return cast("Template", known[key])


def _environment(write: Write) -> tuple[object, ...]:
    ctx = write.ctx
    return (ctx.now, ctx.actor.user, ctx.batch, ctx.origin, write.action, ctx.workspace.slug)


def _condition(write: Write, args: list[object]) -> str:
    if write.rows is None:
        return "true"
    trusted = Trusted(write.ctx.catalog)
    found = query.condition(
        write.ctx, trusted, write.shape.name, write.rows, row="t", start=len(args) + 1
    )
    args.extend(found.args)
    return found.sql


def _one_result(write: Write, made: Template, args: list[object], show: Rights | None) -> str:
    rec, joins = "null::text", ""
    if show is not None:
        record = query.record(write.ctx, show, write.shape.name, None, row="w", start=len(args) + 1)
        rec, joins = f"({record.expression})::text", record.joins
        args.extend(record.args)
    env = made.environment
    notice = (
        f"json_build_object('ws', {env['ws']}, 'change', c.id, 'object', {literal(write.shape.name)},"
        f" 'id', w.id, 'action', {env['action']}, 'version', w.version, 'actor', {env['actor']},"
        f" 'origin', {env['origin']})"
    )
    refusing = _guards(write, args).refusing(write.shape.schema)
    return (
        f" select c.id as change, w.id, w.version, {rec} as rec, pg_notify('kith', {notice}::text){refusing}"
        f" from w join c on c.record = w.id {joins}"
    )


def _remembered(write: Write, made: Template, taken: int, results: str) -> str:
    """Keep the answer under the key in the same statement: a second request with the key fails as a whole."""
    return (
        f", r as ({results}), k as (insert into {quoted(write.shape.schema)}._idempotency"
        f" (actor, key, request, response, at) select ${taken + 1}::uuid, ${taken + 2}::text,"
        f" ${taken + 3}::bytea, r.rec, {made.environment['now']} from r) select * from r"
    )


def _many_results(write: Write, made: Template, args: list[object]) -> str:
    env = made.environment
    notice = (
        f"json_build_object('ws', {env['ws']}, 'from', min(id), 'to', max(id), 'action', {env['action']},"
        f" 'object', {literal(write.shape.name)}, 'batch', {env['batch']}, 'origin', {env['origin']})"
    )
    return (
        f" select c.id as change, w.id, w.version, (select pg_notify('kith', {notice}::text) from c)"
        f"{_guards(write, args).listing()} from w join c on c.record = w.id"
    )


def _guards(write: Write, args: list[object]) -> Guards:
    if write.form.verb not in ("create", "update"):
        return Guards((), ())
    form = write.form
    found = guards(
        write.ctx, write.shape, form.fields, write.rights, verb=form.verb, start=len(args) + 1
    )
    args.extend(found.args)
    return found


async def _run(write: Write, sql: str, args: list[object]) -> list[asyncpg.Record]:
    try:
        return await write.ctx.unit.fetch(sql, *args)
    except DATABASE_REFUSALS as error:
        raise refusal(write.ctx, write.shape, error) from error


def _json_rows(columns: tuple[Column, ...], rows: Sequence[Row]) -> str:
    """Rows as one JSON parameter; PostgreSQL reads each cell by its column's type."""
    names = frozenset(c.name for c in columns)
    raw = [c.name for c in columns if c.sql_type == "jsonb"]
    return dumps([_json_row(names, raw, row) for row in rows]).decode()


def _json_row(names: frozenset[str], raw: Sequence[str], row: Row) -> dict[str, object]:
    """A cell that is empty need not be named."""
    cells: dict[str, object] = {
        name: value
        for name, value in row.cells.items()
        if name is not None and value is not None and name in names
    }
    for name in raw:
        value = cells.get(name)
        if isinstance(value, str):
            cells[name] = msgspec.Raw(value.encode())
    cells.update(id=row.id, version=row.version, _after=row.after, _at=row.at)
    return cells
