"""Finds out who somebody is: profile, habits, the people they lead, the units and groups around them."""

import uuid
from typing import cast
from zoneinfo import ZoneInfo

from kith.infra.db import Unit
from kith.kernel.access.errors import UnknownActor
from kith.kernel.access.profiles import stored
from kith.kernel.access.shared import Seeker, load_sharing
from kith.kernel.catalog import Catalog
from kith.kernel.context import Actor
from kith.kernel.fields.names import link_table, quoted
from kith.kernel.schema import Workspace
from kith.lib.clock import now

SCOPES = frozenset({"read", "write", "admin"})
_KEPT = 10_000

# Whoever stands in for somebody sees what that person sees; whoever heads a unit sees what its people own.
_FIND = """
with recursive
principals as (
    select $1::uuid as id
    union select person from {schema}.stand_in
    where deputy = $1 and deleted_at is null and starts <= $2 and ends >= $2
),
current as (
    select person, unit, role from {schema}.position
    where deleted_at is null and coalesce(starts <= $2, true) and coalesce(ends >= $2, true)
),
places as (
    select u.unit as id, false as heads from {schema}."user" u join principals p on p.id = u.id where u.unit is not null
    union select c.unit, c.role = 'head' from current c join principals p on p.id = c.person
    union select o.id, true from {schema}.org_unit o join principals p on o.head = p.id where o.deleted_at is null
),
above as (
    select id from places
    union select o.parent from {schema}.org_unit o join above a on o.id = a.id where o.parent is not null
),
below as (
    select id from places where heads
    union select o.id from {schema}.org_unit o join below b on o.parent = b.id where o.deleted_at is null
),
team as (
    select id from principals
    union select u.id from {schema}."user" u join below b on u.unit = b.id
    union select c.person from current c join below b on c.unit = b.id
    union select u.id from {schema}."user" u join team t on u.manager = t.id
)
select u.name, u.profile, u.locale, u.timezone, array(select id from team) as team, p.data::text as data,
    array(select id from principals union select id from above
        union select g.source from {schema}.{members} g join {schema}.people_group n on n.id = g.source
            and n.deleted_at is null join principals p on p.id = g.target) as keys,
    array(select id from places) as places, array(select id from principals order by id <> $1, id) as principals
from {schema}."user" u left join {schema}._profile p on p.name = u.profile
where u.id = $1 and u.active and u.deleted_at is null
"""


async def load_actor(
    unit: Unit,
    workspace: Workspace,
    user_id: uuid.UUID,
    catalog: Catalog,
    scopes: frozenset[str] = SCOPES,
    *,
    merged: bool = True,
) -> Actor:
    """Return the person as an actor; raise UnknownActor for one who left. For `merged` see load_sharing."""
    today = now().astimezone(ZoneInfo(workspace.timezone)).date()
    members = quoted(link_table("people_group", "members"))
    sql = _FIND.format(schema=workspace.schema, members=members)
    row = await unit.fetchrow(sql, user_id, today)
    if row is None:
        raise UnknownActor
    profile = stored(catalog, row["profile"] or "", row["data"])
    seeker = Seeker(
        profile, tuple(row["principals"]), tuple(sorted(row["keys"])), tuple(row["places"]), today
    )
    sharing, people = await load_sharing(unit, workspace, seeker, merged=merged)
    found = Actor(
        user=user_id,
        name=row["name"] or "",
        profile=profile,
        team=tuple(sorted(row["team"])),
        keys=seeker.keys,
        people=people,
        sharing=sharing,
        locale=row["locale"] or workspace.locale,
        timezone=_known_zone(row["timezone"]) or workspace.timezone,
        scopes=scopes,
    )
    return _same(found, workspace, catalog) if merged else found


def _same(actor: Actor, workspace: Workspace, catalog: Catalog) -> Actor:
    """Return the object that stood for this person before, if nothing changed: statements are kept by it."""
    kept = cast("dict[object, Actor]", catalog.memo.setdefault("access.actors", {}))
    key = (workspace.schema, actor.user, actor.scopes)
    known = kept.get(key)
    if known == actor:
        return known
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = actor
    return actor


def _known_zone(name: str | None) -> str | None:
    """Return the time zone if this machine knows it; a mistyped one must not lock its owner out."""
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        return None
