"""Free words that people put on a record."""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.errors import WrongOperand
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX_TAGS = 50
MAX_LENGTH = 60


class Tags(Scalar):
    """Words in small letters, each once, without a leading #."""

    kind = "tags"
    sql_type = "text[]"
    input = "tags"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.sets("text"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        items = value.split(",") if isinstance(value, str) else values.listed(value, MAX_TAGS)
        found = dict.fromkeys(tag for item in items if (tag := _tag(item)))
        return values.listed(list(found), MAX_TAGS) or None

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        tag = _tag(value)
        if tag is None:
            raise WrongOperand(op=op, expected="a word")
        return tag


def _tag(value: Json) -> str | None:
    word = values.one_line(value, MAX_LENGTH)
    return word.lstrip("#").strip().lower() or None if word else None


KIND = Tags()
