"""Data of any shape, for integrations; people see it as text."""

from collections.abc import Mapping
from typing import ClassVar

import msgspec
import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators
from kith.kernel.fields.errors import JsonTooLarge, NotJson
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib import json
from kith.lib.json import Json
from kith.lib.text import clean

MAX_KB = 64
_MAX_DEPTH = 30


class JsonData(Scalar):
    """A JSON value; `contains` finds records whose data includes the given part."""

    kind = "json"
    sql_type = "jsonb"
    input = "json"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        "contains": Operator(
            "one", lambda f, row, v: row.c[f.name].op("@>", is_comparison=True)(v[0]), "jsonb"
        ),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        tidy = _tidy(value, 0)
        try:
            size = len(json.dumps(tidy))
        except (TypeError, ValueError, msgspec.EncodeError):
            raise NotJson from None
        if size > MAX_KB * 1024:
            raise JsonTooLarge(max=MAX_KB)
        return tidy

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (None if plain is None else json.dumps(plain).decode(),)

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return (sa.cast(row.c[field.name], sa.Text),)


def _tidy(value: Json, depth: int) -> Json:
    if depth > _MAX_DEPTH:
        raise NotJson
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [_tidy(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {clean(str(key)): _tidy(item, depth + 1) for key, item in value.items()}
    return value


KIND = JsonData()
