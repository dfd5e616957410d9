"""What is shared with one person: read once for a session, so that a list compares rows with a few small values."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, cast

import msgspec

from kith.infra.db import Unit
from kith.kernel.access.reach import APART, PRINCIPALS
from kith.kernel.fields.names import link_table, quoted
from kith.kernel.schema import Baseline, Lens, Level, Opening, ProfileDef, Sharing, Workspace
from kith.lib.json import loads

People = dict[str, tuple[uuid.UUID, ...]]

_BASELINES = "select object, opens, hierarchy from {schema}._baseline"
_NAMED = (
    "select object, bool_or(level = 'edit') as edits from {schema}._share"
    " where holder = any($1::uuid[]) and (until is null or until >= $2) group by object"
)
# The people whose records a rule opens, when it names any: users, units with all below them, groups, profiles.
_OWNERS = """
    with recursive below as (
        select unnest(r.owner_units) as id
        union select o.id from {schema}.org_unit o join below b on o.parent = b.id where o.deleted_at is null
    )
    select u.id from {schema}."user" u where u.deleted_at is null and (
        u.id = any(r.owner_users) or u.profile = any(r.owner_profiles) or u.unit in (select id from below)
        or u.id in (select p.person from {schema}.position p join below b on b.id = p.unit where p.deleted_at is null
            and coalesce(p.starts <= $3, true) and coalesce(p.ends >= $3, true))
        or u.id in (select g.target from {schema}.{members} g where g.source = any(r.owner_groups)))
"""
_RULES = (
    "select r.id, r.object, r.level, r.filter::text as filter,"
    " coalesce(r.owner_users, r.owner_units, r.owner_groups) is not null or r.owner_profiles is not null as narrowed,"
    f" array({_OWNERS}) as owners from {{schema}}._sharing_rule r where r.active"
    " and (r.to_keys && $1::uuid[] or r.to_profiles && $2::text[])"
    " and coalesce(r.starts <= $3, true) and coalesce(r.ends >= $3, true) order by r.id"
)
_LENSES = (
    "select l.filters::text as filters, x.fixed from {schema}._lens l join"
    " (select lens, false as fixed from {schema}._lens_worn where person = $1"
    " union all select lens, true from {schema}._lens_fixed where profile = $2) x on x.lens = l.id order by fixed"
)
# Each unit below one that is set apart, with the nearest such unit; and the people in them.
_ZONES = """
with recursive zone as (
    select id, id as root from {schema}.org_unit where apart and deleted_at is null
    union select o.id, case when o.apart then o.id else z.root end
    from {schema}.org_unit o join zone z on o.parent = z.id where o.deleted_at is null
)
select z.id, z.root, array(select u.id from {schema}."user" u where u.unit = z.id) as people from zone z
"""


@dataclass(frozen=True, slots=True)
class Seeker:
    """Whom something may be shared with; `principals` are the person first, then those it stands in for."""

    profile: ProfileDef
    principals: tuple[uuid.UUID, ...]
    keys: tuple[uuid.UUID, ...]
    places: tuple[uuid.UUID, ...]
    today: dt.date


async def load_sharing(
    unit: Unit, workspace: Workspace, seeker: Seeker, *, merged: bool = True
) -> tuple[Sharing, People]:
    """Return what is shared with the person, and the people of whom its filters speak.

    Rules that only name owners are `merged` into one opening for each object and level, unless somebody wants to know
    which one it was.
    """
    people: People = {PRINCIPALS: seeker.principals} if seeker.principals[1:] else {}
    sharing = Sharing(
        openings=tuple(await _openings(unit, workspace, seeker, people, merged=merged)),
        baselines=await _baselines(unit, workspace),
        named=await _named(unit, workspace, seeker),
        deputy=PRINCIPALS in people,
        apart=await _apart(unit, workspace, seeker, people),
        lenses=await _lenses(unit, workspace, seeker),
    )
    return replace(sharing, key=_key(sharing)), people


async def _baselines(unit: Unit, workspace: Workspace) -> Mapping[str, Baseline]:
    rows = await unit.fetch(_BASELINES.format(schema=workspace.schema))
    return {row["object"]: Baseline(row["opens"], row["hierarchy"]) for row in rows}


async def _named(unit: Unit, workspace: Workspace, seeker: Seeker) -> Mapping[str, Level]:
    sql = _NAMED.format(schema=workspace.schema)
    rows = await unit.fetch(sql, seeker.keys, seeker.today)
    return {row["object"]: "edit" if row["edits"] else "read" for row in rows}


async def _openings(
    unit: Unit, workspace: Workspace, seeker: Seeker, people: People, *, merged: bool
) -> Iterable[Opening]:
    sql = _RULES.format(schema=workspace.schema, members=_members())
    rows = await unit.fetch(sql, seeker.keys, [seeker.profile.name], seeker.today)
    found = []
    owners: dict[tuple[str, Level], set[uuid.UUID]] = {}
    for row in rows:
        if merged and row["narrowed"] and row["filter"] is None:
            owners.setdefault((row["object"], row["level"]), set()).update(row["owners"])
            continue
        name = str(row["id"])
        where = None if row["filter"] is None else cast("Mapping[str, Any]", loads(row["filter"]))
        if row["narrowed"]:
            people[name] = tuple(row["owners"])
        found.append(
            Opening(name, row["object"], row["level"], where, name if row["narrowed"] else None)
        )
    for (object_name, level), some in sorted(owners.items()):
        name = f"{object_name}.{level}"
        people[name] = tuple(some)
        found.append(Opening(name, object_name, level, people=name))
    return found


async def _apart(
    unit: Unit, workspace: Workspace, seeker: Seeker, people: People
) -> Literal["", "within", "without"]:
    """An administrator sees everybody; others see the people of their own zone, or those outside all zones."""
    rows = await unit.fetch(_ZONES.format(schema=workspace.schema))
    if not rows or seeker.profile.admin:
        return ""
    root = {row["id"]: row["root"] for row in rows}
    mine = {root.get(place) for place in seeker.places} or {None}
    inside = None not in mine
    people[APART] = tuple(
        person for row in rows if (row["root"] in mine) is inside for person in row["people"]
    )
    return "within" if inside else "without"


async def _lenses(unit: Unit, workspace: Workspace, seeker: Seeker) -> tuple[Lens, ...]:
    sql = _LENSES.format(schema=workspace.schema)
    rows = await unit.fetch(sql, seeker.principals[0], seeker.profile.name)
    return tuple(
        Lens(cast("Mapping[str, Any]", loads(row["filters"])), row["fixed"]) for row in rows
    )


def _members() -> str:
    return quoted(link_table("people_group", "members"))


def _key(sharing: Sharing) -> str:
    """Return a short name for what the SQL of these filters depends on."""
    if sharing == Sharing():
        return ""
    return hashlib.sha256(msgspec.json.encode(asdict(sharing), order="sorted")).hexdigest()[:16]
