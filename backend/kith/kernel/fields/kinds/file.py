"""An uploaded file."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import names, operators, values
from kith.kernel.fields.errors import NotFile
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

_SHOWN = ("id", "name", "size", "type")


class File(Scalar):
    """The id of a row in `_file`; `config` may say which types are accepted and how large."""

    kind = "file"
    sql_type = "uuid"
    input = "file"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = operators.emptiness()

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        found = values.identifier(value)
        if found is None:
            raise NotFile
        return str(found)

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (values.identifier(plain),)

    @override
    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        schema, _ = names.origin(row)
        file = sa.table("_file", *(sa.column(name) for name in _SHOWN), schema=schema).alias()
        pairs = [piece for key in _SHOWN for piece in (sa.literal_column(f"'{key}'"), file.c[key])]
        return (
            sa.select(sa.func.jsonb_build_object(*pairs))
            .where(file.c.id == row.c[field.name])
            .scalar_subquery()
        )

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return ()


KIND = File()
