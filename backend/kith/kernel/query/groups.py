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

    def present(
        self, build: Build, clause: sa.FromClause, column: Expression
    ) -> tuple[sa.FromClause, Expression, list[Expression]]:
        """Return the FROM clause with what a label needs, the key as shown, and what to order it by."""
        if self.field.kind in LINK_KINDS:
            return self._record(build, clause, column)
        if self.bucket is not None or not self.field.options:
            return clause, column, [column]
        keys = array([literal(option.key) for option in self.field.options])
        return clause, column, [sa.func.array_position(keys, column), column]

    def _record(
        self, build: Build, clause: sa.FromClause, column: Expression
    ) -> tuple[sa.FromClause, Expression, list[Expression]]:
        target = build.source(str(self.field.to))
        allowed = guard(target, "read")
        on = target.id == column if allowed is None else sa.and_(target.id == column, allowed)
        value = present.reference(column, target, guarded=allowed is not None)
        value = sa.case((column.is_not(None), value), else_=sa.null())
        order = [*title_order(target), column]
        return clause.outerjoin(target.from_clause(), on), value, order


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
        return sa.cast(sa.func.date_trunc(literal(bucket), value), sa.Date)
    months = params.add("fiscal", "int", lambda inputs: inputs.ctx.workspace.fiscal_start - 1)
    shift = sa.func.make_interval(number(0), months)
    moved = sa.func.date_trunc(literal("month"), value) - shift
    return sa.cast(sa.func.date_trunc(literal(_FISCAL[bucket]), moved) + shift, sa.Date)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
