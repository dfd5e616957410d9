"""From one kind to another: how each value changes, or why it cannot."""

import datetime as dt
import html
import re
from collections.abc import Callable, Mapping
from typing import ClassVar
from zoneinfo import ZoneInfo

import msgspec

from kith.kernel.fields.errors import NotJson, NotMoney, TooMany
from kith.kernel.fields.kinds import address
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.fields.registry import field_type
from kith.kernel.schema import FieldDef
from kith.lib.errors import ErrorKind, KithError
from kith.lib.json import Json, dumps, loads

Step = Callable[[FieldDef, Json, ParseEnv], Json]
Conversion = Callable[[Json, ParseEnv], Json]


class CannotConvert(KithError):
    """A field of kind {old} cannot become {new}. It can become: {possible}."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "field.cannot_convert"


def conversion(old: FieldDef, new: FieldDef) -> Conversion:
    """Return the function from plain values of `old` to plain values of `new`; it raises ValueProblem."""
    step = STEPS.get(old.kind, {}).get(new.kind)
    if step is None or (old.to != new.to and old.to is not None):
        possible = ", ".join(STEPS.get(old.kind, {})) or "-"
        raise CannotConvert(old=old.kind, new=new.kind, possible=possible)
    kind = field_type(new)

    def convert(value: Json, env: ParseEnv) -> Json:
        return kind.parse(new, step(old, value, env), env)

    return convert


def written(field: FieldDef, value: Json, _: ParseEnv) -> Json:
    """Return a plain value as people read it."""
    match value:
        case {"amount": amount, "currency": currency}:
            return f"{amount} {currency}"
        case dict() if field.kind == "address":
            return ", ".join(str(value[part]) for part in address.WORDS if part in value)
        case list():
            return ", ".join(str(_label(field, item)) for item in value)
        case str():
            return _without_tags(value) if field.kind == "rich_text" else _label(field, value)
        case bool():
            return "yes" if value else "no"
    return dumps(value).decode()


def _same(_: FieldDef, value: Json, __: ParseEnv) -> Json:
    return value


def _label(field: FieldDef, value: Json) -> Json:
    option = field.option(value) if isinstance(value, str) else None
    return option.label if option else value


def _without_tags(value: str) -> str:
    lines = re.sub(r"(?i)<br\s*/?>|</(p|div|li|h[1-6]|tr)>", "\n", value)
    return html.unescape(re.sub(r"<[^>]*>", "", lines)).strip()


def _paragraphs(field: FieldDef, value: Json, env: ParseEnv) -> Json:
    lines = str(written(field, value, env)).split("\n")
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def _items(field: FieldDef, value: Json, env: ParseEnv) -> Json:
    return [part.strip() for part in str(written(field, value, env)).split(",") if part.strip()]


def _one(_: FieldDef, value: Json, __: ParseEnv) -> Json:
    if isinstance(value, list) and len(value) > 1:
        raise TooMany(max=1)
    return value[0] if isinstance(value, list) and value else None


def _listed(field: FieldDef, value: Json, _: ParseEnv) -> Json:
    return (
        [_label(field, item) for item in value]
        if isinstance(value, list)
        else [_label(field, value)]
    )


def _amount(_: FieldDef, value: Json, env: ParseEnv) -> Json:
    if isinstance(value, dict) and value.get("currency") == env.base_currency:
        return value.get("amount")
    raise NotMoney


def _money(field: FieldDef, value: Json, env: ParseEnv) -> Json:
    match = re.fullmatch(r"(.*?)\s*([A-Za-z]{3})", str(written(field, value, env)).strip())
    if match is None:
        return written(field, value, env)
    return {"amount": match.group(1), "currency": match.group(2)}


def _midnight(_: FieldDef, value: Json, env: ParseEnv) -> Json:
    day = dt.datetime.fromisoformat(str(value))
    return day.replace(tzinfo=ZoneInfo(env.timezone)).isoformat()


def _day(_: FieldDef, value: Json, env: ParseEnv) -> Json:
    return (
        dt.datetime.fromisoformat(str(value)).astimezone(ZoneInfo(env.timezone)).date().isoformat()
    )


def _data(_: FieldDef, value: Json, __: ParseEnv) -> Json:
    try:
        return loads(str(value))
    except msgspec.DecodeError:
        raise NotJson from None


_TO_TEXT: Mapping[str, Step] = {"text": written, "long_text": written, "rich_text": _paragraphs}
_FROM_TEXT: Mapping[str, Step] = {
    **_TO_TEXT,
    **dict.fromkeys(
        [
            "email",
            "phone",
            "url",
            "integer",
            "number",
            "percent",
            "date",
            "datetime",
            "checkbox",
            "choice",
            "address",
        ],
        written,
    ),
    "money": _money,
    "tags": _items,
    "multi_choice": _items,
    "json": _data,
}
_NUMBERS = dict.fromkeys(("integer", "number", "percent", "money"), _same)
_AMOUNTS = dict.fromkeys(("integer", "number", "percent"), _amount)

STEPS: Mapping[str, Mapping[str, Step]] = {
    "text": _FROM_TEXT,
    "long_text": _FROM_TEXT,
    "rich_text": _FROM_TEXT,
    "email": _FROM_TEXT,
    "phone": _FROM_TEXT,
    "url": _FROM_TEXT,
    "auto_number": _FROM_TEXT,
    "integer": {**_NUMBERS, **_TO_TEXT, "choice": written},
    "number": {**_NUMBERS, **_TO_TEXT},
    "percent": {**_NUMBERS, **_TO_TEXT},
    "money": {**_AMOUNTS, **_TO_TEXT, "money": _same},
    "date": {"date": _same, "datetime": _midnight, **_TO_TEXT},
    "datetime": {"datetime": _same, "date": _day, **_TO_TEXT},
    "checkbox": {**_TO_TEXT, "choice": written},
    "choice": {**_FROM_TEXT, "choice": _same, "multi_choice": _listed, "tags": _listed},
    "multi_choice": {**_TO_TEXT, "multi_choice": _same, "choice": _one, "tags": _listed},
    "tags": {**_TO_TEXT, "tags": _same, "multi_choice": _same, "choice": _one},
    "link": {"link": _same, "parent": _same, "user": _same},
    "parent": {"link": _same, "parent": _same},
    "user": {"user": _same, "link": _same},
    "address": _TO_TEXT,
    "json": _TO_TEXT,
    "file": {"file": _same, "image": _same},
    "image": {"file": _same, "image": _same},
}
"""From each kind to each kind that it can become, and the step on the way to the new kind's own `parse`."""
