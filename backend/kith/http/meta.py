"""What exists, as one reader may know it: objects, fields, rights, buttons, in the reader's language."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from babel.core import Locale
from babel.numbers import get_territory_currencies

from kith.http.site import Verb
from kith.kernel import access
from kith.kernel.access.decisions import Doing
from kith.kernel.catalog import Catalog
from kith.kernel.catalog.messages import message
from kith.kernel.catalog.phrases import names_in
from kith.kernel.context import Context
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.schema import FieldDef, ObjectDef, Option
from kith.lib.json import Json
from kith.lib.text import has_han, initials, pinyin

Verbs = Mapping[tuple[str, str], Verb]

_ACTIONS: tuple[Doing, ...] = ("create", "read", "update", "delete", "export", "bulk")
_MEMO = "http.meta"
_OURS = frozenset({"sql"})
"""Settings of fields that are for the database only."""


def objects(ctx: Context, verbs: Verbs) -> list[Json]:
    """Return every object that the reader may read or make; worked out once per profile and language."""
    key = (_MEMO, ctx.actor.locale, access.reader(ctx).key, ctx.actor.scopes)
    if key not in ctx.catalog.memo:
        ctx.catalog.memo[key] = [object_json(ctx, d, verbs) for d in _visible(ctx)]
    return cast("list[Json]", ctx.catalog.memo[key])


@cache
def kinds() -> list[Json]:
    """Return the kinds of fields, each with what can be compared in it."""
    return [_kind(kind, _blank(kind)) for kind in FIELD_TYPES]


@cache
def currencies() -> list[Json]:
    """Return the codes of the currencies that are in use somewhere today."""
    territories = [str(t) for t in Locale("en").territories]
    return [*sorted({code for t in territories for code in get_territory_currencies(t)})]


def object_json(ctx: Context, definition: ObjectDef, verbs: Verbs) -> Json:
    """Return one object as the reader may know it."""
    name, catalog, locale = definition.name, ctx.catalog, ctx.actor.locale
    readable = access.readable(ctx, name)
    return {
        "name": name,
        "label": catalog.label(f"object.{name}", locale),
        "plural": catalog.label(f"object.{name}.plural", locale),
        "icon": definition.icon,
        "sound": sound(catalog.label(f"object.{name}.plural", locale)),
        "module": definition.module,
        "title_field": definition.title,
        "owned": definition.owned,
        "custom": definition.custom,
        "system": definition.system,
        "board_field": definition.board,
        "calendar_field": definition.calendar,
        "default_view": definition.view,
        "rights": {action: access.can(ctx, name, action) for action in _ACTIONS},
        "fields": [field_json(ctx, name, f) for f in definition.all_fields() if f.name in readable],
        "layout": _layout(catalog, definition, readable, locale),
        "children": _children(ctx, name),
        "verbs": [
            _verb(catalog, key, verb, locale) for key, verb in verbs.items() if verb.object == name
        ],
        "rules": [
            {"name": r.name, "message": r.message, "field": r.field} for r in definition.rules
        ],
        "config": dict(definition.config),
    }


@cache
def sound(label: str) -> str:
    """Return how a Chinese label is typed with letters, in full and by initials; empty for others."""
    return f"{''.join(pinyin(label))} {initials(label)}" if has_han(label) else ""


def field_json(ctx: Context, object_name: str, field: FieldDef) -> Json:
    """Return one field as the reader may know it."""
    key, locale = f"field.{object_name}.{field.name}", ctx.actor.locale
    type_ = FIELD_TYPES[field.kind]
    hints = type_.hints(field)
    may_write = field.name in access.writable(ctx, object_name) and not field.readonly
    return {
        "name": field.name,
        "kind": field.kind,
        "label": ctx.catalog.label(key, locale),
        "help": ctx.catalog.label(f"{key}.help", locale) if field.help else "",
        "required": field.required,
        "unique": field.unique,
        "searchable": field.searchable,
        "indexed": field.indexed,
        "readonly": field.readonly or not type_.stored,
        "default": field.default,
        "to": field.to,
        "options": [_option(ctx, object_name, field, option) for option in field.options],
        "config": _config(ctx, object_name, field),
        "custom": field.custom,
        "rights": "write" if may_write else "read",
        "operators": list(type_.operators(field)),
        **hints,
    }


def _kind(kind: str, blank: FieldDef) -> Json:
    type_ = FIELD_TYPES[kind]
    return {
        "kind": kind,
        "operators": {op: known.arity for op, known in type_.operators(blank).items()},
        "stored": type_.stored,
        **type_.hints(blank),
    }


def _visible(ctx: Context) -> Iterator[ObjectDef]:
    for definition in ctx.catalog.objects.values():
        if access.can(ctx, definition.name, "read") or access.can(ctx, definition.name, "create"):
            yield definition


def _config(ctx: Context, object_name: str, field: FieldDef) -> dict[str, Json]:
    """Return the settings that clients need; why a computed field is broken is told in the reader's language."""
    found = {name: value for name, value in field.config.items() if name not in _OURS}
    if "broken" in found:
        place, locale = f"{object_name}.{field.name}", ctx.actor.locale
        names = names_in(ctx.catalog, object_name, locale)
        for problem in ctx.catalog.problems:
            if problem.place == place:
                found["broken"] = message(problem.why, locale, names)
    return found


def _option(ctx: Context, object_name: str, field: FieldDef, option: Option) -> Json:
    key = f"option.{object_name}.{field.name}.{option.key}"
    return {
        "key": option.key,
        "label": ctx.catalog.label(key, ctx.actor.locale),
        "color": option.color,
        "retired": option.retired,
        "config": dict(option.config),
    }


def _layout(catalog: Catalog, definition: ObjectDef, readable: frozenset[str], locale: str) -> Json:
    sections: list[Json] = [
        {
            "name": section.name,
            "label": catalog.label(f"group.{definition.name}.{section.name}", locale),
            "fields": [name for name in section.fields if name in readable],
            "tab": section.tab,
        }
        for section in definition.sections
    ]
    return {
        "highlights": [name for name in definition.highlights if name in readable],
        "sections": sections,
    }


def _children(ctx: Context, name: str) -> list[Json]:
    return [
        {
            "object": child,
            "field": field.name,
            "label": ctx.catalog.label(f"object.{child}.plural", ctx.actor.locale),
        }
        for child, field in ctx.catalog.reverse(name)
        if access.can(ctx, child, "read")
        and field.name in access.readable(ctx, child)
        and not ctx.catalog.object(child).system
    ]


def _verb(catalog: Catalog, key: tuple[str, str], verb: Verb, locale: str) -> Json:
    module, name = key
    label = catalog.label(f"verb.{module}.{name}", locale)
    return {
        "module": module,
        "name": name,
        "label": verb.label if label == f"verb.{module}.{name}" else label,
        "icon": verb.icon,
        "primary": verb.primary,
        "params": dict(verb.params),
    }


def _blank(kind: str) -> FieldDef:
    """Return a field with which a kind can be asked what holds for all of its fields."""
    config: dict[str, Json] = (
        {"result": "number", "expr": "1"} if kind in ("formula", "rollup") else {}
    )
    return FieldDef("x", kind=kind, label="x", config=config, to="user")
