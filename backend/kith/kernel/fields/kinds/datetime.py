"""Moments in time: kept in UTC, read in the writer's time zone when none is named."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import ClassVar
from zoneinfo import ZoneInfo

from typing_extensions import override

from kith.kernel.fields import operators
from kith.kernel.fields.errors import NotDatetime
from kith.kernel.fields.kinds.date import BUCKETS
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

_SHAPE = re.compile(
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?)? ?(Z|[+-]\d\d(:?\d\d)?)?", re.ASCII
)
_DAY_LENGTH = 10
_INSTANT = dt.timedelta(microseconds=1)
_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)
"""asyncpg takes these two for infinity."""


class Datetime(Scalar):
    """A moment; a date alone means the start of that day, or its end where a span must include it."""

    kind = "datetime"
    sql_type = "timestamptz"
    input = "datetime"
    measures = ("min", "max", "count", "count_distinct")
    buckets = BUCKETS
    compare: ClassVar[Mapping[str, Operator]] = {
        **operators.equality("timestamptz"),
        **operators.ordering("timestamptz"),
        **operators.within("timestamptz"),
        **operators.emptiness(),
    }

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        return _written(_moment(value, env.timezone))

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (dt.datetime.fromisoformat(plain) if isinstance(plain, str) else None,)

    @override
    def operand(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        found = super().operand(field, op, value, env)
        if op in ("le", "gt") and _is_day(value):
            return _day_end(found, env)
        if op == "between" and isinstance(value, list | tuple) and isinstance(found, tuple):
            return (found[0], _day_end(found[1], env) if _is_day(value[1]) else found[1])
        return found


def _written(moment: dt.datetime) -> str:
    """Write a moment as PostgreSQL writes it: no zeros at the end of a fraction."""
    if not moment.microsecond:
        return moment.isoformat()
    fraction = f"{moment.microsecond:06d}".rstrip("0")
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}.{fraction}+00:00"


def _moment(value: Json, timezone: str) -> dt.datetime:
    if isinstance(value, str):
        written = value.strip()
        if not _SHAPE.fullmatch(written):
            raise NotDatetime
        try:
            value = dt.datetime.fromisoformat(written.replace(" ", "T", 1).replace(" ", ""))
        except ValueError:
            raise NotDatetime from None
    if not isinstance(value, dt.datetime):
        raise NotDatetime
    try:
        zoned = value if value.tzinfo else value.replace(tzinfo=ZoneInfo(timezone))
        moment = zoned.astimezone(dt.UTC)
    except OverflowError:
        raise NotDatetime from None
    if not _FIRST < moment < _LAST:
        raise NotDatetime
    return moment


def _is_day(value: Json) -> bool:
    return isinstance(value, str) and len(value.strip()) == _DAY_LENGTH


def _day_end(start: object, env: ParseEnv) -> object:
    """Return the last instant of a day, which may have 23 or 25 hours."""
    if not isinstance(start, dt.datetime):
        return start
    zone = ZoneInfo(env.timezone)
    tomorrow = start.astimezone(zone).date() + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, dt.time(), zone).astimezone(dt.UTC) - _INSTANT


KIND = Datetime()
