"""The public face: a query and the reader's rights become a statement; its text is kept by shape.

The key of a text is everything that the SQL depends on: the workspace's schema, the catalog (the cache lives in it), the
shape of the query without its values, the shape of the rights.
"""

import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from kith.kernel.context import Context
from kith.kernel.expr import Aggregate, Filter, Path, Query, Text, both
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.query import aggregates, fragments, lists, pages
from kith.kernel.query.filters import guard
from kith.kernel.query.params import Compiled, Inputs, Statement
from kith.kernel.query.rights import Action, Rights, Trusted
from kith.kernel.query.shape import Values
from kith.kernel.query.source import Build

_KEPT = 2_000
_MEMO = "query.texts"


@dataclass(frozen=True, slots=True)
class _Entry:
    compiled: Compiled
    constants: tuple[object, ...]


def list_query(ctx: Context, rights: Rights, object_name: str, query: Query) -> Statement:
    """Return the statement of a page; raise QueryProblem."""
    values, shape = _shape(ctx, object_name, query)
    after: tuple[str | None, ...] = ()
    if query.after is not None:
        after = pages.open_cursor(query.after, pages.mark(object_name, query.sort or lists.DEFAULT_SORT))
    empties = tuple(value is None for value in after)
    return _statement(
        ctx,
        rights,
        ("list", object_name, shape, empties),
        lambda build: lists.page(build, object_name, shape, empties),
        values,
        after=after,
    )


def get_query(
    ctx: Context,
    rights: Rights,
    object_name: str,
    record: uuid.UUID,
    fields: tuple[Path, ...] | None = None,
    *,
    bin: bool | None = False,  # noqa: A002 - the word of the query language
) -> Statement:
    """Return the statement of one record; `bin` None finds it in the bin or out of it."""
    values = Values()
    where = values.take(ctx.lens.get(object_name))
    return _statement(
        ctx,
        rights,
        ("get", object_name, fields, bin, where),
        lambda build: lists.one(build, object_name, fields, bin=bin, where=where),
        values,
        ids=(record,),
    )


def ids_query(
    ctx: Context,
    rights: Rights,
    object_name: str,
    query: Query,
    *,
    action: Action = "read",
    among: Sequence[uuid.UUID] | None = None,
) -> Statement:
    """Return the statement of the ids that the query finds and the action reaches, perhaps only among some."""
    values, shape = _shape(ctx, object_name, query)
    given = among is not None
    return _statement(
        ctx,
        rights,
        ("ids", object_name, shape, action, given),
        lambda build: lists.ids(build, object_name, shape, action, given=given),
        values,
        ids=tuple(among or ()),
    )


def some_query(
    ctx: Context,
    rights: Rights,
    object_name: str,
    among: Sequence[uuid.UUID],
    fields: tuple[Path, ...],
    where: Filter | None = None,
) -> Statement:
    """Return the statement of given records: id, label, JSON; those that the reader may not read are left out."""
    values = Values()
    shape = values.take(both(ctx.lens.get(object_name), where))
    return _statement(
        ctx,
        rights,
        ("some", object_name, fields, shape),
        lambda build: lists.some(build, object_name, fields, shape),
        values,
        ids=tuple(among),
    )


def stream_query(ctx: Context, rights: Rights, object_name: str, query: Query) -> Statement:
    """Return the statement of everything that the query finds, one JSON document a row, without pages."""
    values, shape = _shape(ctx, object_name, query)
    return _statement(
        ctx,
        rights,
        ("stream", object_name, shape),
        lambda build: lists.stream(build, object_name, shape),
        values,
    )


def aggregate_query(
    ctx: Context, rights: Rights, object_name: str, query: Aggregate
) -> Statement:
    """Return the statement of figures by group; raise QueryProblem."""
    values = Values()
    shape = replace(query, where=_filter(ctx, object_name, query, values), search=None)
    return _statement(
        ctx,
        rights,
        ("aggregate", object_name, shape),
        lambda build: aggregates.aggregate(build, object_name, shape),
        values,
    )


def condition(
    ctx: Context,
    rights: Rights,
    object_name: str,
    where: Filter | None,
    *,
    row: str,
    start: int = 1,
) -> fragments.Condition:
    """Return a filter as an SQL condition on a row of the caller's statement, parameters from `start`."""
    if where is None:
        return fragments.Condition("true", ())
    values = Values()
    shape = values.take(where)
    assert shape is not None
    found = _statement(
        ctx,
        rights,
        ("condition", object_name, shape, row, start),
        lambda build: fragments.condition_select(build, object_name, shape, row),
        values,
        start=start,
    )
    return fragments.cut_condition(found.sql, found.args, row)


def record(
    ctx: Context,
    rights: Rights,
    object_name: str,
    fields: tuple[Path, ...] | None = None,
    *,
    row: str,
    start: int = 1,
) -> fragments.RecordPart:
    """Return a row of the caller's statement as JSON in shown form, parameters from `start`."""
    found = _statement(
        ctx,
        rights,
        ("record", object_name, fields, row, start),
        lambda build: fragments.record_select(build, object_name, fields, row),
        Values(),
        start=start,
    )
    return fragments.cut_record(found.sql, found.args, row)


def own_query(
    ctx: Context,
    key: Hashable,
    make: "Callable[[Build], sa.Select[Any]]",
    ids: tuple[uuid.UUID, ...] = (),
) -> Statement:
    """Return a statement that Kith makes for itself, inside nobody's rights; kept by its key."""
    return _statement(ctx, Trusted(ctx.catalog), key, make, Values(), ids=ids)


def _shape(ctx: Context, object_name: str, query: Query) -> tuple[Values, Query]:
    """Take the values out of a query."""
    values = Values()
    where = _filter(ctx, object_name, query, values)
    return values, replace(query, where=where, search=None, after=None)


def _filter(
    ctx: Context, object_name: str, query: Query | Aggregate, values: Values
) -> Filter | None:
    """Return the filter without its values; the Lens and the search become part of it."""
    where = both(ctx.lens.get(object_name), query.where)
    if query.search is not None:
        where = both(where, Text(query.search, "search"))
    return values.take(where)


def _statement(
    ctx: Context,
    rights: Rights,
    key: Hashable,
    make: Callable[[Build], "sa.Select[Any]"],
    values: Values,
    after: tuple[str | None, ...] = (),
    ids: tuple[uuid.UUID, ...] = (),
    start: int = 1,
) -> Statement:
    kept = _kept(ctx)
    full_key = (ctx.workspace.schema, rights.key, key)
    entry = kept.get(full_key)
    if entry is None:
        own = len(values.items)
        build = Build(ctx.workspace, ctx.catalog, rights, guard, values)
        compiled = build.params.compile(make(build), start)
        entry = _Entry(compiled, tuple(values.items[own:]))
        _keep(kept, full_key, entry)
    else:
        values.items.extend(entry.constants)
    return entry.compiled.bind(Inputs(ctx, environment(ctx), values.items, after, ids))


def environment(ctx: Context) -> ParseEnv:
    """Return what reading a filter's values depends on."""
    return ParseEnv(
        locale=ctx.actor.locale,
        timezone=ctx.actor.timezone,
        base_currency=ctx.workspace.base_currency,
    )


def _kept(ctx: Context) -> dict[Hashable, _Entry]:
    found = ctx.catalog.memo.setdefault(_MEMO, {})
    assert isinstance(found, dict)
    return found


def _keep(kept: dict[Hashable, _Entry], key: Hashable, entry: _Entry) -> None:
    while len(kept) >= _KEPT:
        del kept[next(iter(kept))]
    kept[key] = entry
