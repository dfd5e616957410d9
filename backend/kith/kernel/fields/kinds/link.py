"""A link to one record of another object."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.errors import NotRecord
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json


class Link(Scalar):
    """The id of the record pointed at; whether it exists and may be read is for records to check."""

    kind = "link"
    sql_type = "uuid"
    input = "link"
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("uuid"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        found = values.identifier(value)
        if found is None:
            raise NotRecord
        return str(found)

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (values.identifier(plain),)

    @override
    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        """Return the id alone; the query, which knows the reader, puts the label beside it."""
        column = row.c[field.name]
        return sa.case(
            (
                column.is_not(None),
                sa.func.jsonb_build_object(sa.literal_column("'id'"), column),
            ),
            else_=sa.null(),
        )


KIND = Link()
