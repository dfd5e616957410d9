"""Fields that admins add, change, remove and bring back."""

import uuid
from dataclasses import dataclass

from kith.kernel.catalog import Catalog
from kith.kernel.catalog.rows import field_data, to_json
from kith.kernel.context import Context
from kith.kernel.design import store, usage
from kith.kernel.design.draft import Draft, begin, differences, finish, log
from kith.kernel.design.errors import (
    NameTaken,
    NotForKind,
    NothingRemoved,
    Standard,
    TooManyFields,
)
from kith.kernel.design.kinds import convert_now_or_later
from kith.kernel.design.specs import CHANGEABLE, Spec, changed_field, new_field
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage import aside
from kith.kernel.storage.aside import DAYS
from kith.lib.json import Json

MAX_FIELDS = 500
FILLED_LATER = frozenset({"rollup", "auto_number"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A field after a change. With a `job`, the change goes on there, and the field is still as it was."""

    field: FieldDef
    job: uuid.UUID | None = None


async def add_field(ctx: Context, object_name: str, spec: Spec) -> FieldDef:
    """Add a field to a standard or admin-made object."""
    draft = await begin(ctx)
    field = await add(draft, draft.before.object(object_name), spec)
    catalog = await finish(
        draft, object_name, also=object_name if field.kind in FILLED_LATER else None
    )
    await log(
        draft,
        "_field",
        (object_name, field.name),
        "create",
        differences({}, _data(field), _keys(field)),
    )
    return catalog.field(object_name, field.name)


async def add(draft: Draft, owner: ObjectDef, spec: Spec, place: str = "") -> FieldDef:
    """Write down a new field; the caller finishes the draft."""
    if len(owner.fields) >= MAX_FIELDS:
        raise TooManyFields(object=owner.label, max=MAX_FIELDS)
    taken = {f.name for f in owner.all_fields()} | await store.names_in_use(draft, owner.name)
    field = new_field(await draft.now(), spec, taken, place)
    usage.check_conditions(owner, field)
    await store.save_field(
        draft, owner.name, field.name, field.kind, field_data(field), custom=True
    )
    return field


async def change_field(ctx: Context, object_name: str, name: str, spec: Spec) -> Changed:
    """Change what a spec names; a new kind converts the values or is refused with the rows that block."""
    draft = await begin(ctx)
    before = draft.before.field(object_name, name)
    _check_changeable(draft.before, object_name, before, spec)
    after = changed_field(draft.before, before, _without_echo(ctx, object_name, before, spec))
    usage.check_conditions(draft.before.object(object_name), after)
    await usage.check_options(draft, object_name, before, after)
    if after.unique and not before.unique and after.kind == before.kind:
        await usage.check_unique(draft, object_name, after)
    job = None
    if after.kind != before.kind:
        job = await convert_now_or_later(draft, object_name, after, spec)
        if job:
            return Changed(before, job)
        if after.unique:
            await usage.check_unique(draft, object_name, after)
    await save(draft, object_name, after, spec)
    catalog = await finish(
        draft, object_name, also=object_name if after.kind in FILLED_LATER else None
    )
    changes = differences(_data(before), _data(after), _keys(before) | _keys(after))
    await log(draft, "_field", (object_name, name), "update", changes)
    return Changed(catalog.field(object_name, name))


async def save(draft: Draft, object_name: str, field: FieldDef, spec: Spec) -> None:
    """Write down what an admin said about a field, beside what was said before; a new kind starts afresh."""
    if field.kind != draft.before.field(object_name, field.name).kind:
        data = field_data(field)
    else:
        said = {key: to_json(getattr(field, key)) for key in spec if key in CHANGEABLE}
        data = {**await store.field_data(draft, object_name, field.name), **said}
    kind = field.kind if field.custom else ""
    await store.save_field(draft, object_name, field.name, kind, data, custom=field.custom)


async def remove_field(ctx: Context, object_name: str, name: str) -> None:
    """Hide an admin-made field; its values wait for 30 days."""
    draft = await begin(ctx)
    field = draft.before.field(object_name, name)
    if not field.custom:
        raise Standard(name=field.label)
    usage.check_unused(draft.before, object_name, field)
    await store.hide(draft, object_name, name)
    await aside.put_aside(ctx.unit, draft.workspace, object_name, field, "removed")
    await finish(draft, object_name)
    await log(
        draft, "_field", (object_name, name), "delete", differences(_data(field), {}, _keys(field))
    )


async def restore_field(ctx: Context, object_name: str, name: str) -> FieldDef:
    """Bring a removed field back, with its values."""
    draft = await begin(ctx)
    found = await aside.find(ctx.unit, draft.workspace, object_name, name)
    if draft.before.find_field(object_name, name) is not None:
        raise NameTaken(name=name, days=DAYS)
    if not await store.unhide(draft, object_name, name):
        raise NothingRemoved(name=name)
    field = (await draft.now()).field(object_name, name)
    if found is not None:
        await aside.bring_back(ctx.unit, draft.workspace, object_name, field, found)
    catalog = await finish(
        draft, object_name, also=object_name if field.kind in FILLED_LATER else None
    )
    await log(
        draft, "_field", (object_name, name), "restore", differences({}, _data(field), _keys(field))
    )
    return catalog.field(object_name, name)


def _check_changeable(catalog: Catalog, object_name: str, field: FieldDef, spec: Spec) -> None:
    """Refuse what would break the code that stands on a standard field."""
    owner = catalog.object(object_name)
    if field not in owner.fields:
        raise Standard(name=field.label)
    if field.to is not None and spec.get("to", field.to) != field.to:
        raise NotForKind(place="to", kind=field.kind, property="pointed at another object")
    if field.custom:
        return
    if spec.get("kind", field.kind) != field.kind:
        raise Standard(name=field.label, place="kind")
    for flag in ("required", "unique"):
        if getattr(field, flag) and spec.get(flag) is False:
            raise Standard(name=field.label, place=flag)


def _without_echo(ctx: Context, object_name: str, field: FieldDef, spec: Spec) -> Spec:
    """Leave out a label that only repeats the translation which the admin was shown."""
    if field.custom:
        return spec
    key, label = f"field.{object_name}.{field.name}", ctx.catalog.label
    shown = {
        "label": label(key, ctx.actor.locale),
        "help": label(f"{key}.help", ctx.actor.locale) if field.help else "",
    }
    said = {name: value for name, value in spec.items() if shown.get(name, ...) != value}
    options = said.get("options")
    if isinstance(options, list):
        said["options"] = _own_options(ctx, object_name, field, options)
    return said


def _own_options(ctx: Context, object_name: str, field: FieldDef, options: list[Json]) -> Json:
    """Give options the labels that they were declared with where only the translation is repeated."""
    declared = {option.key: option.label for option in field.options}
    stem = f"option.{object_name}.{field.name}"

    def own(item: Json) -> Json:
        key = item.get("key") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(key, str) or key not in declared:
            return item
        shown = ctx.catalog.label(f"{stem}.{key}", ctx.actor.locale)
        return {**item, "label": declared[key]} if item.get("label") == shown else item

    return [own(item) for item in options]


def _data(field: FieldDef) -> dict[str, object]:
    return {"kind": field.kind, **field_data(field)}


def _keys(field: FieldDef) -> frozenset[str]:
    return frozenset(_data(field))
