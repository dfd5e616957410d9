"""Readings that several kinds share: text, numbers, identifiers, lists."""

import math
import re
import uuid
from decimal import ROUND_HALF_UP, Decimal

from kith.kernel.fields.errors import NotList, NotNumber, NotText, NumberTooLarge, TooLong, TooMany
from kith.kernel.schema import FieldDef
from kith.lib.ids import parse_id
from kith.lib.json import Json
from kith.lib.text import clean

DIGITS = 15
"""Decimal digits that survive JSON numbers in every language."""
_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_EXAMPLE = "12.5"


def text(value: Json, limit: int) -> str | None:
    """Return cleaned text, or None when it is empty."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise NotText
    result = clean(value).strip()
    if len(result) > limit:
        raise TooLong(max=limit)
    return result or None


def one_line(value: Json, limit: int) -> str | None:
    """Return cleaned text with every run of blanks as one space, or None when it is empty."""
    if not isinstance(value, str):
        return text(value, limit)
    line = " ".join(clean(value).split())
    if len(line) > limit:
        raise TooLong(max=limit)
    return line or None


def number(value: Json, example: str = _EXAMPLE) -> Decimal | None:
    """Return an exact number; a string must be in plain decimal notation."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise NotNumber(example=example)
    if isinstance(value, float) and not math.isfinite(value):
        raise NotNumber(example=example)
    return _decimal(value, example)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return the number with so many digits after the point; refuse what JSON could not carry exactly."""
    limit = Decimal(10) ** (DIGITS - max(decimals, 0))
    if abs(value) >= limit:
        raise NumberTooLarge(max=f"{limit - 1:f}")
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def as_json(value: Decimal) -> int | float:
    """Return the number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def exact(value: Json) -> Decimal:
    """Return the exact number behind a plain JSON number."""
    return Decimal(str(value))


def identifier(value: Json) -> uuid.UUID | None:
    """Return the id in "..." or {"id": "..."}; None if there is none."""
    if isinstance(value, dict):
        value = value.get("id")
    if isinstance(value, uuid.UUID):
        return value
    return parse_id(value) if isinstance(value, str) else None


def listed(value: Json, limit: int) -> list[Json]:
    """Return the items of a list; a single value counts as a list of one."""
    if value is None or value == "":
        return []
    if isinstance(value, str | dict):
        return [value]
    if not isinstance(value, list | tuple):
        raise NotList
    if len(value) > limit:
        raise TooMany(max=limit)
    return list(value)


def setting(field: FieldDef, name: str, default: int) -> int:
    """Return a whole number from the field's config."""
    value = field.config.get(name, default)
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def _decimal(value: float | str | Decimal, example: str) -> Decimal:
    written = str(value).strip()
    if len(written) > _LONGEST_NUMBER or not _NUMBER.fullmatch(written):
        raise NotNumber(example=example)
    return Decimal(written)
