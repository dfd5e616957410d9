"""Numbers with or without digits after the point."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX_DECIMALS = 8


class Number(Scalar):
    """An exact decimal number; `config.decimals` says how many digits are kept after the point."""

    kind = "number"
    sql_type = "numeric"
    input = "number"
    align = "end"
    groupable = False
    measures = ("sum", "avg", "min", "max", "count", "count_distinct")
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("numeric"),
        **operators.ordering("numeric"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        number = values.number(value)
        if number is None:
            return None
        decimals = field.config.get("decimals")
        if isinstance(decimals, int):
            return values.as_json(values.rounded(number, min(decimals, MAX_DECIMALS)))
        return values.as_json(_unrounded(number))

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (None if plain is None else values.exact(plain),)

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        number = values.number(value)
        return super().compared(field, op, value, env) if number is None else number


def _unrounded(value: Decimal) -> Decimal:
    values.rounded(value, 0)
    kept = max(0, min(MAX_DECIMALS, values.DIGITS - max(value.adjusted() + 1, 1)))
    return values.rounded(value, kept)


KIND = Number()
