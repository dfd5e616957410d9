"""Yes or no; never empty."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators
from kith.kernel.fields.errors import NotBoolean
from kith.kernel.fields.protocol import Column, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

_WORDS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


class Checkbox(Scalar):
    """True or false; an empty value is false."""

    kind = "checkbox"
    sql_type = "boolean"
    input = "checkbox"
    align = "center"
    compare: ClassVar[Mapping[str, Operator]] = {
        op: operator for op, operator in operators.equality("boolean").items() if op in ("eq", "ne")
    }

    @override
    def columns(self, field: FieldDef) -> tuple[Column, ...]:
        return (
            Column(field.name, "boolean", default="true" if field.default is True else "false"),
        )

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or isinstance(value, bool):
            return bool(value)
        word = str(value).strip().lower() if isinstance(value, str | int) else "?"
        if word and word not in _WORDS:
            raise NotBoolean
        return _WORDS.get(word, False)

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (bool(plain),)

    @override
    def plain(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        return sa.func.coalesce(row.c[field.name], sa.false())


KIND = Checkbox()
