"""Runs the one statement behind a write, for one record or for many."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import asyncpg
import msgspec

from kith.kernel.context import Context
from kith.kernel.expr import Filter
from kith.kernel.fields import Column
from kith.kernel.fields.names import literal, quoted
from kith.kernel.query import compile as query
from kith.kernel.query.rights import Rights, Trusted
from kith.kernel.records.guards import Guards, guards
from kith.kernel.records.refusals import DATABASE_REFUSALS, refusal
from kith.kernel.records.shapes import Shape
from kith.kernel.records.templates import Form, Template, template
from kith.lib.json import Json, dumps

NOBODY = uuid.UUID(int=0)


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be written to one record: its columns, and the plain form for the change log."""

    id: uuid.UUID
    cells: Mapping[str, object]
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
    made = _template(write)
    after = None if row.after is None else dumps(row.after).decode()
    cells = [row.cells[c.name] for c in made.columns]
    args = [row.id, row.version, after, *cells, *_environment(write)]
    head = f"{made.write}{_condition(write, args)}{made.log}"
    results = _one_result(write, made, args, show)
    if key is not None:
        results = _remembered(write, made, args, key, results)
    found = await _run(write, head + results, args)
    if not found:
        return None
    answer = found[0]
    rec = answer["rec"]
    return Done(
        answer["change"], answer["id"], answer["version"], None if rec is None else rec.encode()
    )


async def write_many(write: Write, rows: Sequence[Row]) -> tuple[Done, ...]:
    """Write many records with the same columns; return those that were written, with what is wrong with each."""
    if not rows:
        return ()
    made = _template(write)
    args: list[object] = [_json_rows(made.columns, rows), *_environment(write)]
    head = f"{made.write}{_condition(write, args)}{made.log}"
    found = await _run(write, head + _many_results(write, made, args), args)
    return tuple(Done(r["change"], r["id"], r["version"], None, tuple(r["broken"])) for r in found)


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
    everything = Trusted(write.ctx.catalog)
    found = query.condition(
        write.ctx, everything, write.shape.name, write.rows, row="t", start=len(args) + 1
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


def _remembered(write: Write, made: Template, args: list[object], key: Key, results: str) -> str:
    """Keep the answer under the key in the same statement: a second request with the key fails as a whole."""
    args += [write.ctx.actor.user or NOBODY, key.key, key.digest]
    n = len(args)
    return (
        f", r as ({results}), k as (insert into {quoted(write.shape.schema)}._idempotency"
        f" (actor, key, request, response, at)"
        f" select ${n - 2}::uuid, ${n - 1}::text, ${n}::bytea, r.rec, {made.environment['now']} from r)"
        " select * from r"
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
    raw = frozenset(c.name for c in columns if c.sql_type == "jsonb")
    return dumps([_json_row(columns, raw, row) for row in rows]).decode()


def _json_row(columns: tuple[Column, ...], raw: frozenset[str], row: Row) -> dict[str, object]:
    cells: dict[str, object] = {
        "id": row.id,
        "version": row.version,
        "_after": row.after,
        "_at": row.at,
    }
    for column in columns:
        value = row.cells.get(column.name)
        if isinstance(value, str) and column.name in raw:
            value = msgspec.Raw(value.encode())
        cells[column.name] = value
    return cells
