"""Each kind of field as JSON Schema: how it is shown, and how it is written."""

from collections.abc import Callable, Mapping

from kith.http.openapi.shapes import (
    ANYTHING,
    FLAG,
    ID,
    MOMENT,
    NUMBER,
    TEXT,
    WHOLE,
    Schema,
    closed,
    either,
    many,
    maybe,
    opened,
    ref,
)
from kith.kernel.schema import FieldDef

DATE: Schema = {"type": "string", "format": "date"}
_EMAIL: Schema = {"type": "string", "format": "email"}
_URL: Schema = {"type": "string"}
_LINK = either(ID, opened("id", id=ID))

_PLAIN: Mapping[str, Schema] = {
    "text": TEXT,
    "long_text": TEXT,
    "rich_text": {"type": "string", "contentMediaType": "text/html"},
    "integer": WHOLE,
    "number": NUMBER,
    "percent": NUMBER,
    "date": DATE,
    "datetime": MOMENT,
    "checkbox": FLAG,
    "email": _EMAIL,
    "phone": TEXT,
    "url": _URL,
    "address": ref("Address"),
    "place": ref("Place"),
    "auto_number": TEXT,
    "tags": many(TEXT),
    "json": ANYTHING,
}
_SHOWN: Mapping[str, Schema] = {
    "money": ref("Money"),
    "link": ref("Link"),
    "parent": ref("Link"),
    "user": ref("Link"),
    "links": many(ref("Link")),
    "file": ref("FileValue"),
    "image": ref("FileValue"),
}
_WRITTEN: Mapping[str, Schema] = {
    "money": either(NUMBER, closed("amount", amount=NUMBER, currency=TEXT, base=maybe(NUMBER))),
    "link": _LINK,
    "parent": _LINK,
    "user": _LINK,
    "links": many(_LINK),
    "file": ID,
    "image": ID,
}


def shown(field: FieldDef) -> Schema:
    """Return how reads show the field."""
    if field.kind in ("formula", "rollup"):
        result = str(field.config.get("result") or "json")
        return maybe({**_SHOWN, **_PLAIN}.get(result, ANYTHING))
    return maybe(_chosen(field) or {**_SHOWN, **_PLAIN}.get(field.kind, ANYTHING))


def written(field: FieldDef) -> Schema:
    """Return what writes accept for the field."""
    return maybe(_chosen(field) or {**_PLAIN, **_WRITTEN}.get(field.kind, ANYTHING))


def _chosen(field: FieldDef) -> Schema | None:
    by_kind: Mapping[str, Callable[[Schema], Schema]] = {
        "choice": lambda option: option,
        "multi_choice": many,
    }
    wrap = by_kind.get(field.kind)
    if wrap is None:
        return None
    return wrap(
        {"type": "string", "enum": [o.key for o in field.options]} if field.options else TEXT
    )
