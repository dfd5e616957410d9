"""Days of the calendar, without a time or a time zone."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from kith.kernel.fields import operators
from kith.kernel.fields.errors import NotDate
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

BUCKETS = ("day", "week", "month", "quarter", "year", "fiscal_quarter", "fiscal_year")
_SHAPE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Date(Scalar):
    """A day, as year-month-day."""

    kind = "date"
    sql_type = "date"
    input = "date"
    measures = ("min", "max", "count", "count_distinct")
    buckets = BUCKETS
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("date"),
        **operators.ordering("date"),
        **operators.within("date"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        if not isinstance(value, str) or not _SHAPE.fullmatch(value.strip()):
            raise NotDate
        try:
            return dt.date.fromisoformat(value.strip()).isoformat()
        except ValueError:
            raise NotDate from None

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (dt.date.fromisoformat(plain) if isinstance(plain, str) else None,)


KIND = Date()
