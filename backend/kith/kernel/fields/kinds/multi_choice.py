"""Several of a list of options."""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.kinds.choice import known, pick
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 100


class MultiChoice(Scalar):
    """Keys of options, in the order of the options; an empty list is empty."""

    kind = "multi_choice"
    sql_type = "text[]"
    input = "multi_choice"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.sets("text"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        picked = {pick(field, item, env) for item in values.listed(value, MAX)}
        return [option.key for option in field.options if option.key in picked] or None

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        return known(field, op, value)


KIND = MultiChoice()
