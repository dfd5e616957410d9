"""The public face: a query and the reader's rights become a statement; its text is kept by shape.

The key of a text is everything that the SQL depends on: the workspace's schema, the catalog (the cache lives in it),
the shape of the query without its values, the shape of the rights.
"""

import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import sqlalchemy as sa

from kith.kernel.context import Context
from kith.kernel.expr import Aggregate, Filter, Group, Path, Query, Text, both
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.query import aggregates, filters, fragments, groups, lists, pages
from kith.kernel.query.filters import guard
from kith.kernel.query.params import Compiled, Inputs, Statement
from kith.kernel.query.rights import Action, Rights, Trusted
from kith.kernel.query.rows import DEFAULT_SORT
from kith.kernel.query.shape import Values
from kith.kernel.query.source import Build

_KEPT = 2_000
_MEMO = "query.texts"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a statement is asked for: by whom, of which shape, with which values."""

    ctx: Context
    rights: Rights
    shape: Hashable
    values: Values
    after: tuple[str | None, ...] = ()
    ids: tuple[uuid.UUID, ...] = ()
    start: int = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    compiled: Compiled
    constants: tuple[object, ...]


def list_query(ctx: Context, rights: Rights, object_name: str, query: Query) -> Statement:
    """Return the statement of a page; raise QueryProblem."""
    values, shape = _shape(query)
    after: tuple[str | None, ...] = ()
    if query.after is not None:
        after = pages.open_cursor(query.after, pages.mark(object_name, query.sort or DEFAULT_SORT))
    empties = tuple(value is None for value in after)
    return _statement(
        _Asked(ctx, rights, ("list", object_name, shape, empties), values, after=after),
        lambda build: lists.page(build, object_name, shape, empties),
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
    return _statement(
        _Asked(ctx, rights, ("get", object_name, fields, bin), Values(), ids=(record,)),
        lambda build: lists.one(build, object_name, fields, bin=bin),
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
    values, shape = _shape(query)
    given = among is not None
    return _statement(
        _Asked(
            ctx, rights, ("ids", object_name, shape, action, given), values, ids=tuple(among or ())
        ),
        lambda build: lists.ids(build, object_name, shape, action, given=given),
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
    shape = values.take(where)
    return _statement(
        _Asked(ctx, rights, ("some", object_name, fields, shape), values, ids=tuple(among)),
        lambda build: lists.some(build, object_name, fields, shape),
    )


def stream_query(ctx: Context, rights: Rights, object_name: str, query: Query) -> Statement:
    """Return the statement of everything that the query finds, one JSON document a row, without pages."""
    values, shape = _shape(query)
    return _statement(
        _Asked(ctx, rights, ("stream", object_name, shape), values),
        lambda build: lists.stream(build, object_name, shape),
    )


def aggregate_query(ctx: Context, rights: Rights, object_name: str, query: Aggregate) -> Statement:
    """Return the statement of figures by group; raise QueryProblem."""
    values = Values()
    shape = replace(query, where=_filter(query, values), search=None)
    return _statement(
        _Asked(ctx, rights, ("aggregate", object_name, shape), values),
        lambda build: aggregates.aggregate(build, object_name, shape),
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
    shape = cast("Filter", values.take(where))
    found = _statement(
        _Asked(ctx, rights, ("condition", object_name, shape, row, start), values, start=start),
        lambda build: fragments.condition_select(build, object_name, shape, row),
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
        _Asked(ctx, rights, ("record", object_name, fields, row, start), Values(), start=start),
        lambda build: fragments.record_select(build, object_name, fields, row),
    )
    return fragments.cut_record(found.sql, found.args, row)


def check_query(
    ctx: Context, rights: Rights, object_name: str, query: Query, by: Sequence[Group] = ()
) -> None:
    """Raise QueryProblem if the query, or grouping by these, does not work; makes no text."""
    values = Values()
    where = _filter(query, values)
    build = Build(ctx.workspace, ctx.catalog, rights, guard, values)
    source = build.source(object_name)
    for i, path in enumerate(query.fields or ()):
        source.resolve(path, f"fields[{i}]")
    if where is not None:
        filters.condition(source, where)
    pages.keys(source, query.sort)
    for group in by:
        groups.key(source, group)
    build.params.check(Inputs(ctx, environment(ctx), values.items))


def own_query(
    ctx: Context,
    key: Hashable,
    make: "Callable[[Build], sa.Select[Any]]",
    ids: tuple[uuid.UUID, ...] = (),
) -> Statement:
    """Return a statement that Kith makes for itself, inside nobody's rights; kept by its key."""
    return _statement(_Asked(ctx, Trusted(ctx.catalog), key, Values(), ids=ids), make)


def _shape(query: Query) -> tuple[Values, Query]:
    """Take the values out of a query."""
    values = Values()
    where = _filter(query, values)
    return values, replace(query, where=where, search=None, after=None)


def _filter(query: Query | Aggregate, values: Values) -> Filter | None:
    """Return the filter without its values; the search becomes part of it."""
    where = query.where
    if query.search is not None:
        where = both(where, Text(query.search, "search"))
    return values.take(where)


def _statement(asked: _Asked, make: Callable[[Build], "sa.Select[Any]"]) -> Statement:
    ctx, values = asked.ctx, asked.values
    kept = _kept(ctx)
    key = (ctx.workspace.schema, asked.rights.key, asked.shape, asked.start)
    entry = kept.get(key)
    if entry is None:
        own = len(values.items)
        build = Build(ctx.workspace, ctx.catalog, asked.rights, guard, values)
        compiled = build.params.compile(make(build), asked.start)
        entry = _Entry(compiled, tuple(values.items[own:]))
        _keep(kept, key, entry)
    else:
        values.items.extend(entry.constants)
    inputs = Inputs(ctx, environment(ctx), values.items, asked.after, asked.ids)
    return entry.compiled.bind(inputs)


def environment(ctx: Context) -> ParseEnv:
    """Return what reading a filter's values depends on."""
    return ParseEnv(
        locale=ctx.actor.locale,
        timezone=ctx.actor.timezone,
        base_currency=ctx.workspace.base_currency,
        rates=ctx.rates,
    )


def _kept(ctx: Context) -> dict[Hashable, _Entry]:
    return cast("dict[Hashable, _Entry]", ctx.catalog.memo.setdefault(_MEMO, {}))


def _keep(kept: dict[Hashable, _Entry], key: Hashable, entry: _Entry) -> None:
    while len(kept) >= _KEPT:
        del kept[next(iter(kept))]
    kept[key] = entry
