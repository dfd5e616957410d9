"""From an admin's JSON to a field definition, checked on every count."""

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from kith.kernel.catalog import Catalog
from kith.kernel.catalog.check import RULES
from kith.kernel.design import naming
from kith.kernel.design.errors import (
    BadDefault,
    NotForKind,
    TargetMissing,
    UnknownSetting,
    WrongSetting,
)
from kith.kernel.design.options import options
from kith.kernel.design.settings import config, known
from kith.kernel.fields import FIELD_TYPES, ParseEnv, ValueProblem, field_type
from kith.kernel.schema import FieldDef
from kith.lib.json import Json
from kith.lib.text import clean

Spec = Mapping[str, Json]
MAX_HELP = 1_000
_FLAGS = ("required", "unique", "searchable", "indexed", "readonly")
CHANGEABLE = ("label", "help", *_FLAGS, "default", "options", "config", "kind", "to")
KEYS = ("name", *CHANGEABLE)
_CHOICES = frozenset({"choice", "multi_choice"})
_LINKS = frozenset({"link", "links", "parent"})
_COMPUTED = frozenset({"formula", "rollup", "auto_number"})
_UNIQUE = frozenset(
    [
        "text",
        "email",
        "phone",
        "url",
        "integer",
        "number",
        "date",
        "datetime",
        "auto_number",
        "money",
    ]
)
_SEARCHED = frozenset(
    ["text", "long_text", "rich_text", "email", "phone", "url", "auto_number", "tags"]
)
_NOT_INDEXED = frozenset(
    ["long_text", "rich_text", "json", "file", "image", "place", "address", "formula", "links"]
)
_ALLOWED: Mapping[str, Any] = {
    "unique": lambda kind: kind in _UNIQUE,
    "searchable": lambda kind: kind in _SEARCHED,
    "indexed": lambda kind: kind not in _NOT_INDEXED,
    "required": lambda kind: kind not in _COMPUTED,
    "readonly": lambda kind: kind not in _COMPUTED,
}


def new_field(catalog: Catalog, spec: Spec, taken: Container[str], place: str = "") -> FieldDef:
    """Return the field that a spec describes."""
    _only(spec, KEYS, place)
    kind = spec.get("kind", "text")
    label = naming.label(spec.get("label"), f"{place}label")
    blank = FieldDef(naming.name(spec.get("name"), label, taken), str(kind), label, custom=True)
    field_type(blank)
    return changed_field(catalog, blank, {k: v for k, v in spec.items() if k != "name"}, place)


def changed_field(catalog: Catalog, field: FieldDef, spec: Spec, place: str = "") -> FieldDef:
    """Return the field with what a spec changes."""
    _only(spec, CHANGEABLE, place)
    kind = str(spec.get("kind", field.kind))
    if kind != field.kind:
        field = _of_kind(field, kind)
    changes: dict[str, Any] = {}
    if "label" in spec:
        changes["label"] = naming.label(spec["label"], f"{place}label")
    if "help" in spec:
        changes["help"] = _help(spec["help"], f"{place}help")
    for flag in _FLAGS:
        if flag in spec:
            changes[flag] = _flag(kind, flag, spec[flag], place)
    if "options" in spec and (kind in _CHOICES or spec["options"]):
        changes["options"] = _options(kind, spec["options"], f"{place}options")
    if "config" in spec:
        changes["config"] = config(kind, spec["config"], f"{place}config")
    if "to" in spec or kind in _LINKS or kind == "user":
        changes["to"] = _target(catalog, kind, spec.get("to", field.to), f"{place}to")
    changed = _with_default(replace(field, kind=kind, **changes), spec, catalog, place)
    if changed.unique and changed.default is not None:
        raise NotForKind(place=f"{place}default", kind=kind, property="unique and have a default")
    return changed


def _of_kind(field: FieldDef, kind: str) -> FieldDef:
    """Return the field as another kind, with what makes sense for it."""
    flags: dict[str, Any] = {
        flag: bool(getattr(field, flag) and _ALLOWED[flag](kind)) for flag in _FLAGS
    }
    return replace(
        field,
        kind=kind,
        default=None,
        options=field.options if kind in _CHOICES else (),
        config={name: value for name, value in field.config.items() if name in known(kind)},
        **flags,
    )


def _only(spec: Spec, known: tuple[str, ...], place: str) -> None:
    if not isinstance(spec, Mapping):
        raise WrongSetting(place=place.rstrip(".") or "field", expected="an object")
    for name in spec:
        if name not in known:
            raise UnknownSetting(
                place=f"{place}{name}"[:120], name=str(name)[:80], choices=", ".join(known)
            )


def _help(value: Json, place: str) -> str:
    text = clean(value).strip() if isinstance(value, str) else ""
    if len(text) > MAX_HELP:
        raise WrongSetting(place=place, expected=f"at most {MAX_HELP} characters")
    return text


def _flag(kind: str, flag: str, value: Json, place: str) -> bool:
    if value is not None and not isinstance(value, bool):
        raise WrongSetting(place=f"{place}{flag}", expected="true or false")
    if value and not _ALLOWED[flag](kind):
        raise NotForKind(place=f"{place}{flag}", kind=kind, property=flag)
    return bool(value)


def _options(kind: str, value: Json, place: str) -> tuple[Any, ...]:
    if kind not in _CHOICES:
        raise NotForKind(place=place, kind=kind, property="given options")
    return options(value, place)


def _target(catalog: Catalog, kind: str, value: Json, place: str) -> str | None:
    if kind == "user":
        return "user"
    if kind not in _LINKS:
        return None
    if not isinstance(value, str) or value not in catalog.objects:
        raise TargetMissing(place=place, to=str(value or "")[:80])
    return value


def _with_default(field: FieldDef, spec: Spec, catalog: Catalog, place: str) -> FieldDef:
    value = spec.get("default", field.default)
    if value is None or value in RULES:
        return replace(field, default=value)
    if field.kind not in FIELD_TYPES or field.kind in _COMPUTED:
        raise NotForKind(place=f"{place}default", kind=field.kind, property="given a default")
    try:
        env = ParseEnv(base_currency=catalog.base_currency, timezone=catalog.timezone)
        return replace(field, default=field_type(field).parse(field, value, env))
    except ValueProblem as problem:
        raise BadDefault(place=f"{place}default", reason=problem) from problem
