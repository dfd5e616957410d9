"""What stands on a field: before it goes, its options go, or its values must be unique."""

from kith.kernel.catalog import Catalog
from kith.kernel.design.draft import Draft
from kith.kernel.design.errors import Duplicates, InUse, OptionInUse, Standard, WrongSetting
from kith.kernel.fields.names import quoted
from kith.kernel.fields.rollup import Rollup, RollupProblem, read
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage.wanted import unique_key
from kith.lib.json import Json

CONDITIONS = ("visible_when", "required_when")
"""Settings of a field that are filters on its record."""
_NAMED = 5


def check_unused(catalog: Catalog, object_name: str, field: FieldDef) -> None:
    """Raise InUse if something would not work without the field."""
    owner = catalog.object(object_name)
    users = [what for what in ("title", "board", "calendar") if getattr(owner, what) == field.name]
    users += [rule.name for rule in owner.rules if field.name in _fields_of(rule.when)]
    users += [
        other.name
        for other in owner.fields
        if other.name != field.name
        and any(field.name in _fields_of(other.config.get(key)) for key in CONDITIONS)
    ]
    users += [
        f"{name}.{rolled}" for name, rolled in _rollups_over(catalog, object_name, field.name)
    ]
    if users:
        raise InUse(name=field.label, users=", ".join(users))


def check_conditions(owner: ObjectDef, field: FieldDef) -> None:
    """Raise WrongSetting if a condition of a field compares something that is not there."""
    for key in CONDITIONS:
        for name in _fields_of(field.config.get(key)):
            if owner.find(name) is None:
                raise WrongSetting(
                    place=f"config.{key}", expected=f"fields of this object, not “{name[:60]}”"
                )


async def check_options(draft: Draft, object_name: str, before: FieldDef, after: FieldDef) -> None:
    """Raise OptionInUse if an option goes that records hold; standard options stay in any case."""
    kept = {option.key for option in after.options}
    gone = [option for option in before.options if option.key not in kept]
    if not gone or after.kind != before.kind:
        return
    if not before.custom:
        raise Standard(name=gone[0].label, place="options")
    table, column = f"{draft.schema}.{quoted(object_name)}", quoted(before.name)
    holds = f"$1 = any({column})" if before.kind == "multi_choice" else f"{column} = $1"
    for option in gone:
        count = await draft.ctx.unit.fetchval(
            f"select count(*) from {table} where {holds}",
            option.key,
        )
        if count:
            raise OptionInUse(place="options", option=option.label, count=count)


async def check_unique(draft: Draft, object_name: str, field: FieldDef) -> None:
    """Raise Duplicates if records share a value."""
    table = f"{draft.schema}.{quoted(object_name)}"
    rows = await draft.ctx.unit.fetch(
        f"select {quoted(field.name)}::text as value, count(*) over () as total from ("
        f" select min({quoted(field.name)}) as {quoted(field.name)} from {table}"
        f" where deleted_at is null and {quoted(field.name)} is not null"
        f" group by {unique_key(field)} having count(*) > 1) as shared limit {_NAMED}"
    )
    if rows:
        examples = ", ".join(row["value"] for row in rows)
        raise Duplicates(place="unique", count=rows[0]["total"], examples=examples)


def _rollups_over(catalog: Catalog, object_name: str, field: str) -> list[tuple[str, str]]:
    found = []
    for owner in catalog.objects.values():
        for rollup in _rollups(catalog, owner):
            used = {
                rollup.link.name,
                rollup.value.name if rollup.value else "",
                *_fields_of(rollup.where),
            }
            if rollup.child == object_name and field in used:
                found.append((owner.name, rollup.field.name))
    return found


def _rollups(catalog: Catalog, owner: ObjectDef) -> list[Rollup]:
    found = []
    for field in owner.fields:
        if field.kind == "rollup":
            try:
                found.append(read(catalog, owner.name, field))
            except RollupProblem:
                continue
    return found


def _fields_of(condition: Json) -> set[str]:
    """Return the names that a filter compares."""
    if isinstance(condition, list | tuple):
        return {name for item in condition for name in _fields_of(item)}
    if not isinstance(condition, dict):
        return set()
    own = condition.get("field")
    found = {own.partition(".")[0]} if isinstance(own, str) else set()
    return found | {name for value in condition.values() for name in _fields_of(value)}
