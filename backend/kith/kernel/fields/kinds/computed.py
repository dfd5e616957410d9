"""What formulas and roll-ups share: a value of another kind that nobody writes by hand."""

from collections.abc import Mapping
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields.errors import ReadOnly
from kith.kernel.fields.kinds.results import RESULTS
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json


class Computed(Scalar):
    """Behaves as the kind of its result, read only."""

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        raise ReadOnly

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return tuple(None for _ in self.columns(field))

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        kind, inner = result(field)
        value = kind.plain(inner, row)
        if field.config.get("result") != "money":
            return value
        currency: ColumnElement[str] = sa.literal_column(f"'{field.config.get('currency', 'USD')}'")
        built = sa.func.jsonb_build_object(
            sa.literal_column("'amount'"), value, sa.literal_column("'currency'"), currency
        )
        return sa.case((value.is_not(None), built), else_=sa.null())

    @override
    def operators(self, field: FieldDef) -> Mapping[str, Operator]:
        kind, inner = result(field)
        return kind.operators(inner)

    @override
    def operand(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        kind, inner = result(field)
        if field.config.get("result") == "money":
            value = (
                [_amount(v) for v in value] if isinstance(value, list | tuple) else _amount(value)
            )
        return kind.operand(inner, op, value, env)

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        kind, inner = result(field)
        return kind.sort(inner, row)

    @override
    def hints(self, field: FieldDef) -> Mapping[str, Json]:
        kind, inner = result(field)
        return {**kind.hints(inner), "result": field.config.get("result", "number")}


def result(field: FieldDef) -> tuple[Scalar, FieldDef]:
    """Return the kind of the result, and the field as if it were of that kind."""
    name = str(field.config.get("result", "number"))
    return RESULTS.get(name, RESULTS["number"]), replace(
        field, kind=name, config={"unkeyed": True}, default=None
    )


def _amount(value: Json) -> Json:
    return value.get("amount") if isinstance(value, dict) else value
