"""Objects that admins add, change, remove and bring back; the layout of every object."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kith.kernel.catalog.rows import object_data, to_json
from kith.kernel.context import Context
from kith.kernel.design import naming, store
from kith.kernel.design.draft import Draft, begin, differences, finish, log
from kith.kernel.design.errors import (
    InUse,
    NothingRemoved,
    Standard,
    TooManyObjects,
    UnknownSetting,
    WrongSetting,
)
from kith.kernel.design.fields import add
from kith.kernel.design.layout import LAYOUT_KEYS, layout
from kith.kernel.fields.names import link_table
from kith.kernel.schema import FieldDef, ObjectDef, Section
from kith.lib.json import Json

Spec = Mapping[str, Json]
MAX_OBJECTS = 300
MAX_ICON = 60
NEW_KEYS = ("name", "label", "plural", "icon", "owned", "fields", "labels")
CHANGE_KEYS = ("label", "plural", "icon", *LAYOUT_KEYS)
TITLE = FieldDef("name", kind="text", label="Name", required=True, searchable=True, custom=True)


async def add_object(ctx: Context, spec: Spec) -> ObjectDef:
    """Add an object with its fields; its title is a field called `name`."""
    draft = await begin(ctx)
    _only(spec, NEW_KEYS)
    definition = await _new_object(draft, spec)
    await store.save_object(draft, definition.name, object_data(definition), custom=True)
    await store.save_field(
        draft, definition.name, TITLE.name, TITLE.kind, _title_data(), custom=True
    )
    fields = spec.get("fields") or []
    if not isinstance(fields, list):
        raise WrongSetting(place="fields", expected="a list of fields")
    for index, field in enumerate(fields):
        await add(draft, (await draft.now()).object(definition.name), field, f"fields[{index}].")
    catalog = await finish(draft)
    await log(draft, "_object", (definition.name,), "create", _news({}, definition))
    return catalog.object(definition.name)


async def change_object(ctx: Context, name: str, spec: Spec) -> ObjectDef:
    """Change how an object is called, looks, and what it checks."""
    draft = await begin(ctx)
    _only(spec, CHANGE_KEYS)
    before = draft.before.object(name)
    after = _in_own_words(ctx, before, replace(before, **_changes(before, spec)))
    data = object_data(after)
    if not before.custom:
        said = {key: to_json(getattr(after, key)) for key in spec if key in CHANGE_KEYS}
        data = {**await store.object_data(draft, name), **_kept(ctx, before, said)}
    await store.save_object(draft, name, data, custom=before.custom)
    catalog = await finish(draft, name)
    await log(draft, "_object", (name,), "update", _news(object_data(before), after))
    return catalog.object(name)


async def set_layout(ctx: Context, name: str, spec: Spec) -> ObjectDef:
    """Arrange the fields of an object on its pages."""
    return await change_object(ctx, name, spec)


async def remove_object(ctx: Context, name: str) -> None:
    """Hide an admin-made object; its records wait for 30 days."""
    draft = await begin(ctx)
    before = draft.before.object(name)
    if not before.custom:
        raise Standard(name=before.label)
    users = [f"{o}.{f.name}" for o, f in draft.before.reverse(name) if o != name]
    if users:
        raise InUse(name=before.label, users=", ".join(users))
    await store.hide(draft, name)
    await finish(draft)
    await log(draft, "_object", (name,), "delete", _news(object_data(before), None))


async def restore_object(ctx: Context, name: str) -> ObjectDef:
    """Bring a removed object back, with its records."""
    draft = await begin(ctx)
    if not await store.unhide(draft, name):
        raise NothingRemoved(name=name)
    catalog = await finish(draft, name)
    definition = catalog.object(name)
    await log(draft, "_object", (name,), "restore", _news({}, definition))
    return definition


async def _new_object(draft: Draft, spec: Spec) -> ObjectDef:
    if sum(o.custom for o in draft.before.objects.values()) >= MAX_OBJECTS:
        raise TooManyObjects(max=MAX_OBJECTS)
    spoken = naming.label(spec.get("label"))
    taken = {*draft.before.objects, *await store.names_in_use(draft)}
    taken |= {
        link_table(o.name, f.name)
        for o in draft.before.objects.values()
        for f in o.fields
        if f.kind == "links"
    }
    blank = ObjectDef(naming.name(spec.get("name"), spoken, taken), spoken, (TITLE,), custom=True)
    owned = spec.get("owned", True)
    if not isinstance(owned, bool):
        raise WrongSetting(place="owned", expected="true or false")
    changes = _changes(blank, {k: v for k, v in spec.items() if k in ("plural", "icon")})
    return replace(blank, owned=owned, **changes)


def _changes(before: ObjectDef, spec: Spec) -> dict[str, Any]:
    changes: dict[str, Any] = layout(before, {k: v for k, v in spec.items() if k in LAYOUT_KEYS})
    for key in ("label", "plural"):
        if key in spec:
            changes[key] = naming.label(spec[key], key)
    if "icon" in spec:
        icon = spec["icon"]
        if not isinstance(icon, str) or not 0 < len(icon) <= MAX_ICON or not icon.isprintable():
            raise WrongSetting(place="icon", expected="the name of an icon")
        changes["icon"] = icon
    return changes


def _kept(ctx: Context, before: ObjectDef, said: dict[str, Json]) -> dict[str, Json]:
    """Leave out labels that only repeat the translation which the admin was shown."""
    keys = {"label": f"object.{before.name}", "plural": f"object.{before.name}.plural"}
    return {
        name: value
        for name, value in said.items()
        if name not in keys or value != ctx.catalog.label(keys[name], ctx.actor.locale)
    }


def _in_own_words(ctx: Context, before: ObjectDef, after: ObjectDef) -> ObjectDef:
    """Keep the declared label of a section where the admin only repeats its translation."""
    declared = {section.name: section.label for section in before.sections}

    def own(section: Section) -> Section:
        key = f"group.{before.name}.{section.name}"
        shown = ctx.catalog.label(key, ctx.actor.locale)
        same = section.name in declared and section.label == shown
        return replace(section, label=declared[section.name]) if same else section

    return replace(after, sections=tuple(own(section) for section in after.sections))


def _title_data() -> dict[str, Json]:
    labels = {"config": {"labels": {"zh-CN": "名称"}}}
    return {"label": TITLE.label, "required": True, "searchable": True, **labels}


def _news(before: Mapping[str, Json], after: ObjectDef | None) -> dict[str, tuple[Json, Json]]:
    data = {} if after is None else object_data(after)
    return differences(before, data, {*before, *data})


def _only(spec: Spec, known: Sequence[str]) -> None:
    if not isinstance(spec, Mapping):
        raise WrongSetting(place="object", expected="an object")
    for name in spec:
        if name not in known:
            raise UnknownSetting(
                place=str(name)[:80], name=str(name)[:80], choices=", ".join(known)
            )
