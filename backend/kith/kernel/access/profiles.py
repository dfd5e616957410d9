"""Profiles: those that modules declare, merged by name, and what admins changed about them or added."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from kith.kernel.access.decisions import check_admin
from kith.kernel.access.errors import LastAdmin, ProfileInUse, StandardProfile, UnknownProfile
from kith.kernel.access.profile_json import as_json, parse_profile
from kith.kernel.access.rights import EVERYTHING
from kith.kernel.catalog import Catalog
from kith.kernel.context import Context
from kith.kernel.schema import ObjectRights, ProfileDef
from kith.lib.json import Json, dumps, loads

MEMBER = ProfileDef(
    "member", "Member", others=ObjectRights("team", create=True, update="team", delete="mine")
)
ADMIN = ProfileDef("admin", "Administrator", others=EVERYTHING, admin=True)
_MEMO = "access.profiles"
_KEPT = 200


def standard(catalog: Catalog) -> Mapping[str, ProfileDef]:
    """Return the profiles that code declares, by name."""
    found = catalog.memo.get(_MEMO)
    if found is None:
        declared = (p for module in catalog.modules for p in getattr(module, "profiles", ()))
        found = catalog.memo[_MEMO] = _merged((ADMIN, MEMBER, *declared))
    return cast("Mapping[str, ProfileDef]", found)


def stored(catalog: Catalog, name: str, data: str | None) -> ProfileDef:
    """Return the profile that a user has: as stored if an admin changed it, else as declared; at worst an empty one."""
    if data is None:
        return standard(catalog).get(name) or ProfileDef(name, name)
    kept = cast("dict[str, ProfileDef]", catalog.memo.setdefault(f"{_MEMO}.stored", {}))
    if data not in kept:
        if len(kept) >= _KEPT:
            kept.clear()
        kept[data] = parse_profile({**cast("dict[str, Json]", loads(data)), "name": name})
    return kept[data]


async def all_profiles(ctx: Context) -> list[dict[str, Json]]:
    """Return every profile of the workspace as JSON, the declared ones first."""
    rows = await ctx.unit.fetch(
        f"select name, data::text as data from {ctx.workspace.schema}._profile order by name"
    )
    changed = {row["name"]: stored(ctx.catalog, row["name"], row["data"]) for row in rows}
    declared = standard(ctx.catalog)
    found = {name: changed.get(name, profile) for name, profile in declared.items()} | changed
    return [
        as_json(profile)
        | {
            "label": _label(ctx, profile),
            "standard": name in declared,
            "changed": name in changed,
        }
        for name, profile in found.items()
    ]


async def save(ctx: Context, data: Mapping[str, Json]) -> ProfileDef:
    """Keep a profile as an admin wants it; it replaces the declared one of its name."""
    check_admin(ctx)
    profile = parse_profile(data, ctx.catalog)
    if profile.name == ADMIN.name:
        raise StandardProfile(name=ADMIN.label)
    await ctx.unit.execute(
        f"insert into {ctx.workspace.schema}._profile (name, data, updated_at, updated_by)"
        " values ($1, $2::text::jsonb, $3, $4) on conflict (name) do update"
        " set data = excluded.data, updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        profile.name,
        dumps(as_json(profile)).decode(),
        ctx.now,
        ctx.actor.user,
    )
    await _check_admin_left(ctx)
    return profile


async def remove(ctx: Context, name: str) -> None:
    """Forget what an admin changed or made; a declared profile is as declared again, others must be unused."""
    check_admin(ctx)
    schema = ctx.workspace.schema
    if name not in standard(ctx.catalog):
        users = await ctx.unit.fetchval(
            f'select count(*) from {schema}."user" where profile = $1 and deleted_at is null', name
        )
        if users:
            raise ProfileInUse(count=users, name=name)
    done = await ctx.unit.execute(f"delete from {schema}._profile where name = $1", name)
    if done.endswith(" 0"):
        raise UnknownProfile(name=name[:48])
    await _check_admin_left(ctx)


async def _check_admin_left(ctx: Context) -> None:
    """Refuse a profile that leaves nobody to administer; for changes of users the table itself sees to it."""
    admins = [str(p["name"]) for p in await all_profiles(ctx) if p["admin"]]
    if not await ctx.unit.fetchval(
        f'select exists (select from {ctx.workspace.schema}."user"'
        " where active and deleted_at is null and profile = any($1::text[]))",
        admins,
    ):
        raise LastAdmin


def _label(ctx: Context, profile: ProfileDef) -> str:
    key = f"profile.{profile.name}"
    found = ctx.catalog.label(key, ctx.actor.locale)
    return profile.label if found == key else found


def _merged(profiles: Iterable[ProfileDef]) -> Mapping[str, ProfileDef]:
    """Join the parts that several modules declare of one profile."""
    found: dict[str, ProfileDef] = {}
    for part in profiles:
        known = found.get(part.name)
        if known is None:
            found[part.name] = part
            continue
        given = part.others != ObjectRights()
        found[part.name] = replace(
            known,
            objects={**known.objects, **part.objects},
            others=part.others if given else known.others,
            admin=known.admin or part.admin,
        )
    return found


def rights_json(rights: ObjectRights) -> dict[str, Any]:
    """Return the rights on an object as the metadata shows them."""
    return as_json(ProfileDef("", "", others=rights))["others"]  # type: ignore[return-value]
