"""Reads: the one place where a query and the reader's rights meet."""

import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.expr import (
    Aggregate,
    Filter,
    Path,
    Query,
    parse_aggregate,
    parse_filter,
    parse_query,
)
from kith.kernel.query import run
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.record import Page, Record, RecordId
from kith.kernel.schema import ObjectDef
from kith.lib.ids import parse_id
from kith.lib.json import Json, loads

MAX_LIMIT = 200


async def get(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    fields: Sequence[str] | None = None,
) -> Record:
    """Return a record with its readable fields, or with these paths; raise RecordNotFound."""
    return Record.parse(name_of(object), await get_json(ctx, object, record, fields))


async def get_json(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    fields: Sequence[str] | None = None,
) -> bytes:
    """Return a record as JSON text; raise RecordNotFound."""
    name = name_of(object)
    access.check(ctx, name, "read")
    paths = None if fields is None else tuple(path(field) for field in fields)
    found = await run.get_json(ctx, access.reader(ctx), name, record, paths)
    if found is None:
        raise RecordNotFound(label=ctx.catalog.label(f"object.{name}", ctx.actor.locale))
    return found


async def find(
    ctx: Context,
    object: str | ObjectDef,
    what: RecordId | Filter | Mapping[str, Json],
) -> Record | None:
    """Return the record with this id, or the first one that this filter holds for, or None."""
    if isinstance(what, uuid.UUID):
        return await look(ctx, object, what)
    where = parse_filter(what) if isinstance(what, Mapping) else what
    page = await list(ctx, object, Query(where=where, limit=1, count="none"))
    return page.items[0] if page.items else None


async def look(
    ctx: Context,
    object: str | ObjectDef,
    record: RecordId,
    fields: Sequence[str] | None = None,
) -> Record | None:
    """Return a record with its readable fields, or with these paths; None if it is not there (for the actor)."""
    try:
        return await get(ctx, object, record, fields)
    except RecordNotFound:
        return None


async def is_visible(ctx: Context, object: str | ObjectDef, record: RecordId) -> bool:
    """Say whether the actor may see this record now."""
    name = name_of(object)
    if not access.can(ctx, name, "read"):
        return False
    return await run.get_json(ctx, access.reader(ctx), name, record, (("id",),)) is not None


async def list(ctx: Context, object: str | ObjectDef, query: Query | Mapping[str, Json]) -> Page:
    """Return a page of records; the query may be JSON data."""
    return Page.parse(name_of(object), await list_json(ctx, object, query))


async def list_json(
    ctx: Context,
    object: str | ObjectDef,
    query: Query | Mapping[str, Json],
) -> bytes:
    """Return a page of records as JSON text; raise QueryProblem."""
    name = name_of(object)
    access.check(ctx, name, "read")
    parsed = query if isinstance(query, Query) else parse_query(query)
    return await run.list_json(ctx, access.reader(ctx), name, parsed)


async def iter(
    ctx: Context,
    object: str | ObjectDef,
    query: Query | Mapping[str, Json],
) -> AsyncIterator[Record]:
    """Yield every record that the query finds, page after page."""
    parsed = query if isinstance(query, Query) else parse_query(query)
    parsed = replace(parsed, limit=MAX_LIMIT, count="none")
    while True:
        page = await list(ctx, object, parsed)
        for record in page.items:
            yield record
        if page.next is None:
            return
        parsed = replace(parsed, after=page.next)


async def aggregate(
    ctx: Context,
    object: str | ObjectDef,
    query: Aggregate | Mapping[str, Json],
) -> Mapping[str, Json]:
    """Return figures by group: {"groups": [{"keys", "values"}], "total"}."""
    return cast("Mapping[str, Json]", loads(await aggregate_json(ctx, object, query)))


async def aggregate_json(
    ctx: Context,
    object: str | ObjectDef,
    query: Aggregate | Mapping[str, Json],
) -> bytes:
    """Return figures by group as JSON text; raise QueryProblem."""
    name = name_of(object)
    access.check(ctx, name, "read")
    parsed = query if isinstance(query, Aggregate) else parse_aggregate(query)
    return await run.aggregate_json(ctx, access.reader(ctx), name, parsed)


def name_of(object: str | ObjectDef) -> str:
    """Return the object's name."""
    return object if isinstance(object, str) else object.name


def path(text: str) -> Path:
    """Return "account.city" as a path."""
    return tuple(text.split("."))


def id(text: str) -> RecordId:
    """Return the id that the text holds; raise RecordNotFound for any other text."""
    found = parse_id(text)
    if found is None:
        raise RecordNotFound(label=text[:40])
    return found
