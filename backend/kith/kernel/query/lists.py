"""Statements that read records: a page with its count, one record, ids, a stream."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.dialects.postgresql import aggregate_order_by

from kith.kernel.expr import Filter, Path, Query
from kith.kernel.query import pages, present
from kith.kernel.query.filters import alive, guard
from kith.kernel.query.params import literal, number
from kith.kernel.query.rights import Action
from kith.kernel.query.rows import DEFAULT_SORT, limits, page_rows
from kith.kernel.query.source import Build

CAPPED = 1000
"""Lists count up to here and then say "more than"."""
Statement = sa.Select[Any]


def page(build: Build, object_name: str, query: Query, empties: tuple[bool, ...]) -> Statement:
    """Return the statement of a list: items, total, capped, next, as one JSON document.

    `empties` says which values of the cursor are empty; there are none on the first page.
    """
    rows, keys = page_rows(build, object_name, query, empties)
    members = [
        ("items", _items(build, object_name, query, rows)),
        ("total", sa.null()),
        ("capped", sa.false()),
        ("next", _next(build, object_name, query, rows, keys)),
    ]
    if query.count == "none":
        return sa.select(document(members))
    counted = _counted(build, object_name, query)
    if query.count == "exact":
        members[1] = ("total", counted.c.n)
    else:
        members[1] = ("total", sa.func.least(counted.c.n, number(CAPPED)))
        members[2] = ("capped", counted.c.n > number(CAPPED))
    return sa.select(document(members)).select_from(counted)


def one(
    build: Build,
    object_name: str,
    fields: tuple[Path, ...] | None,
    *,
    bin: bool | None,  # noqa: A002 - the word of the query language
) -> Statement:
    """Return the statement of one record by id; no row if there is none that the reader may read."""
    source = build.source(object_name)
    key = build.params.add("id", "uuid", lambda inputs: inputs.ids[0])
    item = present.record(source, selected(build, object_name, fields))
    wanted = [source.id == key, *limits(source, None, "read")]
    wanted += [] if bin is None else [alive(source, bin=bin)]
    text = as_bytes(sa.cast(item, sa.Text))
    return sa.select(text).select_from(source.from_clause()).where(*wanted)


def ids(build: Build, object_name: str, query: Query, action: Action, *, given: bool) -> Statement:
    """Return the statement of the ids that the filter finds and the action reaches, in order of id.

    `given`: only among the ids of the request.
    """
    source = build.source(object_name)
    wanted = [alive(source, bin=query.bin), *limits(source, query.where, action)]
    seen = None if given or action == "read" else guard(source, "read")
    wanted += [] if seen is None else [seen]  # all that a query finds is what its list shows
    if given:
        among = build.params.add("ids", "uuid[]", lambda inputs: list(inputs.ids))
        wanted.append(source.id == sa.any_(among))
    found = sa.select(source.id).select_from(source.from_clause()).where(*wanted)
    return found.order_by(source.id)


def some(
    build: Build, object_name: str, fields: tuple[Path, ...], where: Filter | None
) -> Statement:
    """Return the statement of given records: id, label and JSON of each that the reader may read, in no order."""
    source = build.source(object_name)
    item = present.record(source, fields)
    among = build.params.add("ids", "uuid[]", lambda inputs: list(inputs.ids))
    wanted = [source.id == sa.any_(among), alive(source), *limits(source, where, "read")]
    columns = (source.id.label("id"), present.label(source).label("label"), item.label("item"))
    return sa.select(*columns).select_from(source.from_clause()).where(*wanted)


def stream(build: Build, object_name: str, query: Query) -> Statement:
    """Return the statement of all records in the order of the list, one JSON document a row."""
    source = build.source(object_name)
    item = present.record(source, selected(build, object_name, query.fields))
    keys = pages.keys(source, query.sort or DEFAULT_SORT)
    wanted = [alive(source, bin=query.bin), *limits(source, query.where, "read")]
    text = as_bytes(sa.cast(item, sa.Text))
    found = sa.select(text).select_from(source.from_clause()).where(*wanted)
    return found.order_by(*(key.order for key in keys))


def selected(build: Build, object_name: str, fields: tuple[Path, ...] | None) -> tuple[Path, ...]:
    """Return the paths to show: those asked for, or every field that the reader may see."""
    if fields is not None:
        return fields
    visible = build.rights.fields(object_name)
    return tuple(
        (f.name,) for f in build.catalog.object(object_name).all_fields() if f.name in visible
    )


def document(members: list[tuple[str, ColumnElement[Any]]]) -> ColumnElement[Any]:
    """Return a JSON object as bytes."""
    return as_bytes(sa.cast(present.json_object(members), sa.Text))


def as_bytes(text: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a text as bytes, which the server passes on without looking at them."""
    return sa.func.convert_to(text, literal("UTF8"))


def _items(build: Build, object_name: str, query: Query, rows: sa.CTE) -> ColumnElement[Any]:
    """Return the JSON list of the page's records; each row is read again by id, labels joined to it."""
    source = build.source(object_name)
    item = present.record(source, selected(build, object_name, query.fields))
    place = rows.alias(build.alias())
    clause = sa.join(place, source.from_clause(), source.id == place.c.id)
    within = place.c.n <= number(query.limit)
    listed = sa.func.json_agg(aggregate_order_by(item, place.c.n))
    found = sa.select(listed).select_from(clause).where(within).scalar_subquery()
    return sa.func.coalesce(found, sa.cast(literal("[]"), sa.JSON))


def _next(
    build: Build, object_name: str, query: Query, rows: sa.CTE, keys: tuple[pages.Key, ...]
) -> ColumnElement[Any]:
    """Return the cursor of the last row shown, if there are more."""
    mark = pages.mark(object_name, query.sort or DEFAULT_SORT)
    last, more = rows.alias(build.alias()), rows.alias(build.alias())
    text = pages.cursor([last.c[f"k{i}"] for i in range(len(keys))], mark)
    goes_on = sa.exists(sa.select(number(1)).where(more.c.n > number(query.limit)))
    found = sa.select(text).where(last.c.n == number(query.limit), goes_on)
    return found.scalar_subquery()


def _counted(build: Build, object_name: str, query: Query) -> sa.FromClause:
    source = build.source(object_name)
    wanted = [alive(source, bin=query.bin), *limits(source, query.where, "read")]
    if query.count == "capped":
        rows = sa.select(number(1)).select_from(source.from_clause()).where(*wanted)
        capped = rows.limit(number(CAPPED + 1)).subquery(build.alias())
        counting = sa.select(sa.func.count().label("n")).select_from(capped)
    else:
        counting = sa.select(sa.func.count().label("n")).select_from(source.from_clause())
        counting = counting.where(*wanted)
    return counting.subquery(build.alias())
