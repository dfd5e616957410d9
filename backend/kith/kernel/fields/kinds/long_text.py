"""Text of several lines: descriptions and notes."""

from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 100_000


class LongText(Worded):
    """Several lines; nobody sorts or groups by them."""

    kind = "long_text"
    input = "textarea"
    sortable = False
    groupable = False
    measures = ("count",)

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return values.text(value, values.setting(field, "max", MAX))

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        if op in operators.PATTERNS:
            return super().compared(field, op, value, env)
        return self.parse(field, value, env) or ""


KIND = LongText()
