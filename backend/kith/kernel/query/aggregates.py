"""Figures by group: one pass over the rows, labels and order afterwards on the few groups, and a total."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from kith.kernel.expr import Aggregate, Measure
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query import groups
from kith.kernel.query.errors import UnknownSort, WrongMeasure
from kith.kernel.query.filters import alive
from kith.kernel.query.lists import as_bytes
from kith.kernel.query.params import literal, number
from kith.kernel.query.present import joined, json_text
from kith.kernel.query.rows import limits
from kith.kernel.query.source import Build, Source
from kith.lib.json import dumps

Expression = ColumnElement[Any]
_DECIMALS = 6
_FUNCTIONS: Mapping[str, Callable[[Expression], Expression]] = {
    "sum": sa.func.sum,
    "min": sa.func.min,
    "max": sa.func.max,
}
_NEVER_JOINED = "count_distinct"
"""The figure whose total does not follow from the groups."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure: its parts per group, how parts of groups join to a total, and how they become the figure."""

    name: str
    op: str
    parts: tuple[Expression, ...]

    def columns(self, index: int) -> list[Expression]:
        """Return the parts as labelled columns."""
        return [part.label(f"m{index}_{i}") for i, part in enumerate(self.parts)]

    def value(self, row: sa.FromClause, index: int) -> Expression:
        """Return the figure of one group."""
        parts = [row.c[f"m{index}_{i}"] for i in range(len(self.parts))]
        return _average(parts[0], parts[1]) if self.op == "avg" else parts[0]

    def whole(self, row: sa.FromClause, index: int) -> Expression:
        """Return the figure over all groups, from the groups."""
        parts = [row.c[f"m{index}_{i}"] for i in range(len(self.parts))]
        if self.op == "avg":
            return _average(sa.func.sum(parts[0]), sa.func.sum(parts[1]))
        if self.op == "count":
            return sa.func.coalesce(sa.func.sum(parts[0]), number(0))
        return _FUNCTIONS[self.op](parts[0])

    def text(self, value: Expression) -> Expression:
        """Return the figure as JSON text."""
        if self.op in ("min", "max"):
            return json_text(value)
        return sa.func.coalesce(sa.cast(value, sa.Text), literal("null"))

    def direct(self) -> Expression:
        """Return the figure over rows."""
        return _average(*self.parts) if self.op == "avg" else self.parts[0]


def aggregate(build: Build, object_name: str, query: Aggregate) -> sa.Select[Any]:
    """Return the statement: {"groups": [{"keys", "values"}], "total"} as one JSON document.

    The JSON is put together as text: PostgreSQL's JSON functions take twice as long, and groups can be many.
    """
    source = build.source(object_name)
    keys = [groups.key(source, group) for group in query.group]
    figures = [_figure(source, measure) for measure in query.measures]
    columns: list[Expression] = [key.expression.label(f"k{i}") for i, key in enumerate(keys)]
    columns += [column for i, figure in enumerate(figures) for column in figure.columns(i)]
    wanted = (alive(source), *limits(source, query.where, "read"))
    rows = sa.select(*columns).select_from(groups.unfolded(source, keys)).where(*wanted)
    numbers = [number(i + 1) for i in range(len(keys))]
    grouped = rows.group_by(*numbers).cte("grouped")
    simple = not any(key.unfolds is not None for key in keys)
    if simple and all(figure.op != _NEVER_JOINED for figure in figures):
        total = _from_groups(build, grouped, figures)
    else:
        total = _from_rows(build, object_name, query)
    listed = _listed(build, query, grouped, keys, figures) if keys else literal("")
    head, middle = literal('{"groups":['), literal('],"total":')
    return sa.select(as_bytes(joined(head, listed, middle, total, literal("}"))))


def _figure(source: Source, measure: Measure) -> Figure:
    if measure.path is None:
        return Figure(measure.name, "count", (sa.func.count(),))
    owner, field = source.resolve(measure.path, f"{measure.place}.field")
    kind = FIELD_TYPES[field.kind]
    allowed = kind.hints(field).get("measures")
    if not isinstance(allowed, list) or measure.op not in allowed:
        raise WrongMeasure(place=measure.place, op=measure.op, field=field.name, kind=field.kind)
    if measure.op in ("count", "count_distinct"):
        plain = kind.plain(field, owner.of(field))
        counted = sa.distinct(plain) if measure.op == "count_distinct" else plain
        return Figure(measure.name, measure.op, (sa.func.count(counted),))
    value = kind.sort(field, owner.of(field))[0]
    if measure.op == "avg":
        return Figure(measure.name, "avg", (sa.func.sum(value), sa.func.count(value)))
    return Figure(measure.name, measure.op, (_FUNCTIONS[measure.op](value),))


def _average(total: Expression, count: Expression) -> Expression:
    mean = sa.cast(total, sa.Numeric) / sa.func.nullif(count, number(0))
    return sa.func.trim_scale(sa.func.round(mean, number(_DECIMALS)))


def _listed(
    build: Build,
    query: Aggregate,
    grouped: sa.CTE,
    keys: Sequence[groups.Key],
    figures: Sequence[Figure],
) -> Expression:
    """Return the groups in order, at most `limit`, with commas between them."""
    row = grouped.alias(build.alias())
    shown = [key.present(build, grouped, row, i) for i, key in enumerate(keys)]
    clause: sa.FromClause = row
    for one in shown:
        if one.join is not None:
            clause = clause.outerjoin(*one.join)
    values = [figure.value(row, i) for i, figure in enumerate(figures)]
    texts = [piece for one in shown for piece in (literal(","), one.text)][1:]
    head, middle = literal('{"keys":['), literal('],"values":')
    item = joined(head, *texts, middle, _values(figures, values), literal("}"))
    order = _order(query, figures, values, [one.order for one in shown])
    lines = sa.select(item.label("item")).select_from(clause).order_by(*order)
    limited = lines.limit(number(query.limit)).subquery(build.alias())
    found = sa.select(sa.func.string_agg(limited.c["item"], literal(",")))
    return sa.func.coalesce(found.scalar_subquery(), literal(""))


def _order(
    query: Aggregate,
    figures: Sequence[Figure],
    values: Sequence[Expression],
    orders: Sequence[Sequence[Expression]],
) -> list[Expression]:
    """Return the order asked for, then that of the keys, empty ones last."""
    by_name: dict[str, Sequence[Expression]] = {
        f.name: [v] for f, v in zip(figures, values, strict=True)
    }
    by_name |= {f"#{i}": order for i, order in enumerate(orders)}
    found: list[Expression] = []
    for i, (name, descending) in enumerate(query.sort):
        if name not in by_name:
            raise UnknownSort(place=f"sort[{i}].by", name=name[:80], choices=", ".join(by_name))
        found += [e.desc().nulls_last() if descending else e.asc() for e in by_name[name]]
    return found + [e.asc() for order in orders for e in order]


def _from_groups(build: Build, grouped: sa.CTE, figures: Sequence[Figure]) -> Expression:
    row = grouped.alias(build.alias())
    values = [f.whole(row, i) for i, f in enumerate(figures)]
    return sa.select(_values(figures, values)).select_from(row).scalar_subquery()


def _from_rows(build: Build, object_name: str, query: Aggregate) -> Expression:
    """Return the total from the rows again, where it does not follow from the groups."""
    source = build.source(object_name)
    figures = [_figure(source, measure) for measure in query.measures]
    wanted = (alive(source), *limits(source, query.where, "read"))
    found = sa.select(_values(figures, [figure.direct() for figure in figures]))
    return found.select_from(source.from_clause()).where(*wanted).scalar_subquery()


def _values(figures: Sequence[Figure], values: Sequence[Expression]) -> Expression:
    """Return the figures as the text of a JSON object."""
    texts = [
        piece
        for figure, value in zip(figures, values, strict=True)
        for piece in (literal(f",{dumps(figure.name).decode()}:"), figure.text(value))
    ]
    first = literal("{" + f"{dumps(figures[0].name).decode()}:")
    return joined(first, *texts[1:], literal("}"))
