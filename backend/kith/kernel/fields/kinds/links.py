"""Links to any number of records of another object, kept in a table of their own."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.dialects.postgresql import ARRAY
from typing_extensions import override

from kith.kernel.fields import names, values
from kith.kernel.fields.errors import NotRecord, WrongOperand
from kith.kernel.fields.operators import Values
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 1_000


def link_rows(field: FieldDef, row: FromClause) -> sa.TableClause:
    """Return the table that holds the field's links."""
    schema, table = names.origin(row)
    columns = (sa.column("source", sa.Uuid), sa.column("target", sa.Uuid))
    return sa.table(names.link_table(table, field.name), *columns, schema=schema)


def _some(field: FieldDef, row: FromClause) -> ColumnElement[bool]:
    pairs = link_rows(field, row)
    return sa.exists(sa.select(sa.text("1")).select_from(pairs).where(pairs.c.source == row.c.id))


def _any_of(field: FieldDef, row: FromClause, given: Values) -> ColumnElement[bool]:
    pairs = link_rows(field, row)
    matching = sa.select(sa.text("1")).select_from(pairs)
    return sa.exists(
        matching.where(pairs.c.source == row.c.id, pairs.c.target == sa.any_(given[0]))
    )


def _all_of(field: FieldDef, row: FromClause, given: Values) -> ColumnElement[bool]:
    pairs = link_rows(field, row)
    mine = sa.select(pairs.c.target).where(pairs.c.source == row.c.id).scalar_subquery()
    held = sa.func.array(mine, type_=ARRAY(sa.Uuid))
    return held.op("@>", is_comparison=True)(given[0])


class Links(Scalar):
    """Any number of ids; no column in the object's own table."""

    kind = "links"
    sql_type = "uuid[]"
    stored = False
    input = "links"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        "any_of": Operator("many", _any_of, "uuid[]"),
        "all_of": Operator("many", _all_of, "uuid[]"),
        "none_of": Operator("many", lambda f, row, v: sa.not_(_any_of(f, row, v)), "uuid[]"),
        "empty": Operator("none", lambda f, row, _: sa.not_(_some(f, row))),
        "not_empty": Operator("none", lambda f, row, _: _some(f, row)),
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return ()

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        found = [values.identifier(item) for item in values.listed(value, MAX)]
        if None in found:
            raise NotRecord
        return list(dict.fromkeys(str(item) for item in found)) or None

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return ()

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        pairs = link_rows(field, row)
        mine = sa.select(sa.func.jsonb_agg(pairs.c.target)).select_from(pairs)
        return mine.where(pairs.c.source == row.c.id).scalar_subquery()

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        found = values.identifier(value)
        if found is None:
            raise WrongOperand(op=op, expected="records")
        return found

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return ()


KIND = Links()
