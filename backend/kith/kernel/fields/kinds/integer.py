"""Whole numbers."""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.errors import NotNumber
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json


class Integer(Scalar):
    """A whole number that JSON carries exactly."""

    kind = "integer"
    sql_type = "bigint"
    input = "number"
    align = "end"
    measures = ("sum", "avg", "min", "max", "count", "count_distinct")
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("bigint"),
        **operators.ordering("bigint"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        number = values.number(value, example="12")
        if number is None:
            return None
        whole = values.rounded(number, 0)
        if whole != number:
            raise NotNumber(example="12")
        return int(whole)


KIND = Integer()
