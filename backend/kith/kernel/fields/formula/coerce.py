"""Makes a value the type that a function wants, where that cannot surprise anybody."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from kith.kernel.fields.formula.errors import BadDate, WrongType
from kith.kernel.fields.formula.types import (
    SPOKEN,
    Sql,
    Type,
    Value,
    infix,
    text_literal,
    written_text,
)

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WORDS: frozenset[Type] = frozenset({"text", "number", "date", "datetime", "checkbox"})
_SQL_TYPES: dict[Type, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "number": sa.Numeric(),
    "date": sa.Date(),
    "datetime": sa.DateTime(timezone=True),
    "checkbox": sa.Boolean(),
    "record": sa.Uuid(),
}


def fits(value: Value, wanted: str) -> bool:
    """Say whether a value can be given where `wanted` is asked for."""
    if value.type == "empty" or wanted in ("any", value.type):
        return True
    if wanted == "word":
        return value.type in _WORDS
    return wanted == "date" and (value.type == "datetime" or _iso(value) is not None)


def coerced(value: Value, wanted: Type, timezone: str) -> Sql:
    """Return the SQL of a value as the wanted type; raise WrongType."""
    if value.type == "empty":
        return sa.cast(sa.null(), _SQL_TYPES.get(wanted, sa.Text()))
    if value.type == wanted:
        return value.sql
    if wanted == "date" and value.type == "datetime":
        return sa.cast(sa.func.timezone(text_literal(timezone), value.sql), sa.Date())
    if wanted == "date" and value.type == "text":
        return _date(value)
    raise WrongType(position=value.position, expected=SPOKEN[wanted], found=SPOKEN[value.type])


def common(values: Sequence[Value]) -> Type:
    """Return the one type that all these values can have; raise WrongType at the first that cannot."""
    types: list[Type] = [v.type for v in values if v.type != "empty"]
    if not types:
        return "text"
    wanted: Type = types[0]
    if {"date", "datetime"} & set(types) and set(types) != {"datetime"}:
        wanted = "date"
    for value in values:
        if not fits(value, wanted):
            raise WrongType(
                position=value.position, expected=SPOKEN[wanted], found=SPOKEN[value.type]
            )
    return wanted


def as_text(value: Value, timezone: str) -> Sql:
    """Return how people read the value."""
    match value.type:
        case "number":
            return sa.cast(sa.func.trim_scale(value.sql), sa.Text())
        case "date":
            return _date_text(value.sql)
        case "datetime":
            local = sa.func.timezone(text_literal(timezone), value.sql)
            hour, minute = _padded("hour", local, 2), _padded("minute", local, 2)
            day = _date_text(sa.cast(local, sa.Date()))
            return _chain(day, text_literal(" "), hour, text_literal(":"), minute)
        case "checkbox":
            yes, no = text_literal("true"), text_literal("false")
            return sa.case((value.sql, yes), (sa.not_(value.sql), no), else_=sa.null())
        case "empty":
            return sa.cast(sa.null(), sa.Text())
    return value.sql


def _date_text(sql: Sql) -> Sql:
    """Return year-month-day, whatever the server's settings say."""
    dash = text_literal("-")
    return _chain(
        _padded("year", sql, 4), dash, _padded("month", sql, 2), dash, _padded("day", sql, 2)
    )


def _padded(part: str, sql: Sql, width: int) -> Sql:
    digits = sa.cast(sa.cast(sa.extract(part, sql), sa.Integer()), sa.Text())
    return sa.func.lpad(digits, sa.literal_column(str(width)), text_literal("0"))


def _chain(*parts: Sql) -> Sql:
    found = parts[0]
    for part in parts[1:]:
        found = infix(found, "||", part)
    return found


def _iso(value: Value) -> str | None:
    text = written_text(value.sql) if value.type == "text" else None
    return text if text and _ISO.fullmatch(text) else None


def _date(value: Value) -> Sql:
    text = _iso(value)
    if text is None:
        raise WrongType(position=value.position, expected=SPOKEN["date"], found=SPOKEN["text"])
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        raise BadDate(position=value.position, text=text) from None
    return sa.literal_column(f"date '{text}'", sa.Date())
