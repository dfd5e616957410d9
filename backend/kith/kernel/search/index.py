"""Keeps the search documents in step with the records: a few at a time after changes, or a whole object anew."""

import asyncio
import uuid
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from kith.kernel.access.reach import owner_path
from kith.kernel.context import Context
from kith.kernel.fields.kinds.address import written
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query import present
from kith.kernel.query.compile import own_query
from kith.kernel.query.lists import Statement
from kith.kernel.query.params import number
from kith.kernel.query.source import Build, Source
from kith.kernel.query.words import searched_fields
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.search.documents import Document, Part, document
from kith.lib.json import dumps

BATCH = 2_000
_COLUMNS = ("record", "object", "owner", "title", "key", "spoken", "tokens", "body", "updated")
_LISTS = frozenset({"tags", "multi_choice"})


def is_indexed(definition: ObjectDef) -> bool:
    """Say whether records of this object can be found by words."""
    return bool(searched_fields(definition))


async def index(ctx: Context, object_name: str, records: Sequence[uuid.UUID]) -> None:
    """Bring the documents of these records up to date, and forget those of records that are gone."""
    definition = ctx.catalog.object(object_name)
    if is_indexed(definition):
        for start in range(0, len(records), BATCH):
            await _put(ctx, definition, records[start : start + BATCH])
    for child, field in _parts(ctx, object_name):
        await _follow_owner(ctx, child, field, records)


async def rebuild(ctx: Context, object_name: str) -> int:
    """Write all documents of an object anew; return how many."""
    schema, definition = ctx.workspace.schema, ctx.catalog.object(object_name)
    await ctx.unit.execute(f"delete from {schema}._search where object = $1", object_name)
    if not is_indexed(definition):
        return 0
    done, last = 0, uuid.UUID(int=0)
    while rows := await _read(ctx, definition, after=last):
        made = await asyncio.to_thread(_documents, definition, rows)
        await ctx.unit.copy(schema, "_search", _COLUMNS, made)
        done, last = done + len(rows), rows[-1]["id"]
    return done


async def rebuild_all(ctx: Context) -> int:
    """Write the documents of every object anew; return how many."""
    return sum([await rebuild(ctx, name) for name in ctx.catalog.objects])


async def _put(ctx: Context, definition: ObjectDef, records: Sequence[uuid.UUID]) -> None:
    schema = ctx.workspace.schema
    rows = await _read(ctx, definition, among=records)
    made = _documents(definition, rows)
    gone = set(records) - {row["id"] for row in rows}
    if gone:
        await ctx.unit.execute(
            f"delete from {schema}._search where record = any($1::uuid[])", list(gone)
        )
    if made:
        names = ", ".join(_COLUMNS)
        updates = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
        await ctx.unit.execute(
            f"insert into {schema}._search ({names}) select {names}"
            f" from json_populate_recordset(null::{schema}._search, $1::json)"
            f" on conflict (record) do update set {updates}",
            dumps([dict(zip(_COLUMNS, line, strict=True)) for line in made]).decode(),
        )


async def _read(
    ctx: Context,
    definition: ObjectDef,
    *,
    among: Sequence[uuid.UUID] | None = None,
    after: uuid.UUID | None = None,
) -> Sequence[Any]:
    """Return id, owner, title, texts of these records, or of the next ones in order of id."""
    ids = tuple(among) if among is not None else (after or uuid.UUID(int=0),)
    statement = own_query(
        ctx,
        ("search.texts", definition.name, among is None),
        lambda build: _texts(build, definition, onwards=among is None),
        ids,
    )
    return await ctx.unit.fetch(statement.sql, *statement.args)


def _texts(build: Build, definition: ObjectDef, *, onwards: bool) -> Statement:
    source = build.source(definition.name, trusted=True)
    owner, field = source.resolve(owner_path(build.catalog, definition), "owner")
    holder = owner.id if field.name == "id" else owner.row.c[field.name]
    texts = [_text(source, f).label(f"f{i}") for i, f in enumerate(searched_fields(definition))]
    columns = [
        source.id.label("id"),
        holder.label("owner"),
        sa.cast(present.label(source), sa.Text).label("title"),
        source.row.c.updated_at.label("updated"),
        *texts,
    ]
    found = sa.select(*columns).select_from(source.from_clause())
    found = found.where(source.row.c.deleted_at.is_(None)).order_by(source.id)
    if onwards:
        first = build.params.add("first", "uuid", lambda inputs: inputs.ids[0])
        return found.where(source.id > first).limit(number(BATCH))
    given = build.params.add("ids", "uuid[]", lambda inputs: list(inputs.ids))
    return found.where(source.id == sa.any_(given))


def _text(source: Source, field: FieldDef) -> ColumnElement[Any]:
    row = source.of(field)
    if field.kind == "address":
        return written(field, row)
    if field.kind in _LISTS:
        return sa.func.array_to_string(row.c[field.name], sa.literal_column("' '"))
    return sa.cast(FIELD_TYPES[field.kind].plain(field, row), sa.Text)


def _documents(definition: ObjectDef, rows: Sequence[Any]) -> list[tuple[object, ...]]:
    fields = searched_fields(definition)
    return [_line(definition, row, _document(fields, row)) for row in rows]


def _document(fields: Sequence[FieldDef], row: Any) -> Document:  # noqa: ANN401 - asyncpg.Record
    parts = [
        Part(field.name, field.kind, row[f"f{i}"]) for i, field in enumerate(fields) if row[f"f{i}"]
    ]
    return document(row["title"] or "", parts)


def _line(definition: ObjectDef, row: Any, made: Document) -> tuple[object, ...]:  # noqa: ANN401
    return (
        row["id"],
        definition.name,
        row["owner"],
        made.title,
        made.key,
        made.spoken,
        made.tokens,
        made.body,
        row["updated"],
    )


def _parts(ctx: Context, object_name: str) -> list[tuple[ObjectDef, FieldDef]]:
    """Return the objects whose records belong to whoever owns their parent, a record of this object."""
    return [
        (definition, field)
        for name, field in ctx.catalog.reverse(object_name)
        if field.kind == "parent"
        and is_indexed(definition := ctx.catalog.object(name))
        and owner_path(ctx.catalog, definition)[0] == field.name
    ]


async def _follow_owner(
    ctx: Context, child: ObjectDef, field: FieldDef, parents: Sequence[uuid.UUID]
) -> None:
    """Bring the owner in the documents of parts up to date."""
    schema = ctx.workspace.schema
    found = await ctx.unit.fetch(
        f'select id from {schema}."{child.name}" where "{field.name}" = any($1::uuid[])'
        " and deleted_at is null",
        list(parents),
    )
    if found:
        await index(ctx, child.name, [row["id"] for row in found])
