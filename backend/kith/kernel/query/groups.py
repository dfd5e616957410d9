"""What figures can be grouped by: values, records behind links, days and longer spans, each item of a list."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.dialects.postgresql import array

from kith.kernel.expr import Group
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query import present
from kith.kernel.query.errors import NotGroupable, WrongBucket
from kith.kernel.query.filters import guard
from kith.kernel.query.pages import title_order
from kith.kernel.query.params import literal, number
from kith.kernel.query.source import Build, Source
from kith.kernel.schema import FieldDef

Expression = ColumnElement[Any]
_LISTS = frozenset({"tags", "multi_choice"})
_FISCAL = {"fiscal_year": "year", "fiscal_quarter": "quarter"}


@dataclass(frozen=True, slots=True)
class Key:
    """A grouping key; `unfolds` holds the rows that a list is unfolded into."""

    field: FieldDef
    expression: Expression
    bucket: str | None = None
    unfolds: sa.FromClause | None = None

    def present(self, build: Build, grouped: sa.CTE, row: sa.FromClause, index: int) -> "Presented":
        """Return how the groups in `row` show this key, and what they are ordered by."""
        column = row.c[f"k{index}"]
        if self.field.kind in LINK_KINDS:
            return self._record(build, grouped.alias(build.alias()).c[f"k{index}"], column)
        if self.bucket is not None:
            day = sa.cast(sa.cast(column, sa.Date), sa.Text)
            quoted = present.joined(literal('"'), day, literal('"'))
            return Presented(sa.func.coalesce(quoted, literal("null")), (column,))
        text = present.json_text(column)
        if not self.field.options:
            return Presented(text, (column,))
        keys = array([literal(option.key) for option in self.field.options])
        return Presented(text, (sa.func.array_position(keys, column), column))

    def _record(self, build: Build, every: Expression, column: Expression) -> "Presented":
        """Label and rank each record once, however many groups it is in."""
        ids = sa.select(every.label("id")).distinct().subquery(build.alias())
        target = build.source(str(self.field.to))
        allowed = guard(target, "read")
        on = target.id == ids.c.id if allowed is None else sa.and_(target.id == ids.c.id, allowed)
        value = present.reference(ids.c.id, target, guarded=allowed is not None)
        order = [*(e.asc() for e in title_order(target)), ids.c.id]
        columns = (
            ids.c.id,
            sa.cast(value, sa.Text).label("text"),
            sa.func.row_number().over(order_by=order).label("rank"),
        )
        clause = sa.outerjoin(ids, target.from_clause(), on)
        records = sa.select(*columns).select_from(clause).subquery(build.alias())
        text = sa.func.coalesce(records.c["text"], literal("null"))
        return Presented(text, (records.c["rank"],), (records, records.c.id == column))


@dataclass(frozen=True, slots=True)
class Presented:
    """A key as JSON text, what to order groups by it, and what must be joined for that."""

    text: Expression
    order: tuple[Expression, ...]
    join: tuple[sa.FromClause, Expression] | None = None


def key(source: Source, group: Group) -> Key:
    """Return the key; raise NotGroupable or WrongBucket."""
    owner, found = source.resolve(group.path, f"{group.place}.by")
    hints = FIELD_TYPES[found.kind].hints(found)
    if group.bucket is not None:
        if group.bucket not in _listed(hints.get("buckets")):
            raise WrongBucket(
                place=f"{group.place}.bucket",
                field=found.name,
                kind=found.kind,
                bucket=group.bucket,
            )
        return Key(found, _bucket(owner, found, group.bucket), group.bucket)
    if found.kind in _LISTS:
        column = owner.of(found).c[found.name]
        items = sa.func.unnest(column).table_valued("item").render_derived(source.build.alias())
        return Key(found, items.c["item"], unfolds=items)
    if not hints.get("groupable"):
        raise NotGroupable(place=f"{group.place}.by", field=found.name, kind=found.kind)
    return Key(found, owner.of(found).c[found.name])


def unfolded(source: Source, keys: list[Key]) -> sa.FromClause:
    """Return the FROM clause with a row for each item of the lists among the keys."""
    clause = source.from_clause()
    for one in keys:
        if one.unfolds is not None:
            clause = clause.outerjoin(one.unfolds, sa.true())
    return clause


def _bucket(source: Source, found: FieldDef, bucket: str) -> Expression:
    """Return the first day of the span, in the reader's time zone."""
    kind, params = FIELD_TYPES[found.kind], source.build.params
    value = kind.sort(found, source.of(found))[0]
    if kind.operators(found)["within"].sql_type == "timestamptz":
        zone = params.add("zone", "text", lambda inputs: inputs.ctx.actor.timezone)
        value = sa.func.timezone(zone, value)
    else:
        value = sa.cast(value, sa.DateTime)
    if bucket not in _FISCAL:
        return sa.func.date_trunc(literal(bucket), value)
    months = params.add("fiscal", "int", lambda inputs: inputs.ctx.workspace.fiscal_start - 1)
    shift = sa.func.make_interval(number(0), months)
    moved = sa.func.date_trunc(literal("month"), value) - shift
    return sa.func.date_trunc(literal(_FISCAL[bucket]), moved) + shift


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
