"""Definitions as rows: what an admin adds or overrides, to and from JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, RuleDef, Section
from kith.lib.json import Json

Data = Mapping[str, Any]

FIELD_KEYS = [
    "label",
    "help",
    "required",
    "unique",
    "searchable",
    "indexed",
    "readonly",
    "default",
    "to",
    "options",
    "config",
]
DERIVED = frozenset({"sql", "currency", "broken"})
"""Settings that are worked out when a catalog is put together."""
OBJECT_KEYS = [
    "label",
    "plural",
    "icon",
    "title",
    "owned",
    "highlights",
    "sections",
    "board",
    "calendar",
    "view",
    "feed",
    "rules",
    "indexes",
    "config",
]


@dataclass(frozen=True, slots=True)
class ObjectRow:
    """A row of `_object`: a whole admin-made object, or what an admin changed about a standard one."""

    name: str
    custom: bool
    data: Data
    removed: bool = False


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A row of `_field`: a whole admin-made field, or what an admin changed about a standard one."""

    object: str
    name: str
    kind: str
    custom: bool
    data: Data
    removed: bool = False


def object_from(row: ObjectRow) -> ObjectDef:
    """Return the object that a row defines, without its fields."""
    blank = ObjectDef(name=row.name, label=row.name, fields=(), custom=True, module="")
    return overridden_object(blank, row.data)


def field_from(row: FieldRow) -> FieldDef:
    """Return the field that a row defines."""
    blank = FieldDef(name=row.name, kind=row.kind, label=row.name, custom=True)
    return overridden_field(blank, row.data)


def overridden_object(definition: ObjectDef, data: Data) -> ObjectDef:
    """Return the object with an admin's changes."""
    changes: dict[str, Any] = {k: _read(k, v) for k, v in data.items() if k in OBJECT_KEYS}
    return replace(definition, **changes)


def overridden_field(definition: FieldDef, data: Data) -> FieldDef:
    """Return the field with an admin's changes."""
    changes: dict[str, Any] = {k: _read(k, v) for k, v in data.items() if k in FIELD_KEYS}
    return replace(definition, **changes)


def field_data(definition: FieldDef) -> dict[str, Json]:
    """Return the JSON of a field definition, without defaults and without what the catalog found out."""
    said = {key: value for key, value in definition.config.items() if key not in DERIVED}
    return _without_defaults(replace(definition, config=said), FIELD_KEYS)


def object_data(definition: ObjectDef) -> dict[str, Json]:
    """Return the JSON of an object definition, without its fields and what is as by default."""
    return _without_defaults(definition, OBJECT_KEYS)


def _without_defaults(definition: FieldDef | ObjectDef, keys: list[str]) -> dict[str, Json]:
    members = {f.name: f for f in fields(definition)}
    found = {key: getattr(definition, key) for key in keys}
    return {
        k: to_json(v) for k, v in found.items() if v != members[k].default and v not in ((), {})
    }


def to_json(value: object) -> Json:
    """Return a declaration as JSON."""
    if isinstance(value, Option | Section | IndexDef | RuleDef):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    return value


def _section(item: Data) -> Section:
    return Section(item["name"], item["label"], tuple(item["fields"]), item.get("tab", ""))


def _index(item: Data) -> IndexDef:
    return IndexDef(tuple(item["fields"]), tuple(item.get("include", ())))


_ITEMS: Mapping[str, Callable[[Any], object]] = {
    "options": lambda item: Option(**item),
    "sections": _section,
    "rules": lambda item: RuleDef(**item),
    "indexes": _index,
    "highlights": str,
    "feed": str,
}


def _read(key: str, value: Any) -> object:  # noqa: ANN401 - JSON that this module wrote
    item = _ITEMS.get(key)
    return value if item is None or value is None else tuple(item(each) for each in value)
