"""Finds out who somebody is: profile, habits, and the people who report to them, in one statement."""

import uuid
from typing import cast
from zoneinfo import ZoneInfo

from kith.infra.db import Unit
from kith.kernel.access.errors import UnknownActor
from kith.kernel.access.profiles import stored
from kith.kernel.catalog import Catalog
from kith.kernel.context import Actor
from kith.kernel.schema import Workspace

SCOPES = frozenset({"read", "write", "admin"})
_KEPT = 10_000

_FIND = """
with recursive team as (
    select id from {schema}."user" where id = $1
    union
    select u.id from {schema}."user" u join team on u.manager = team.id
)
select u.name, u.profile, u.locale, u.timezone, array(select id from team) as team, p.data::text as data
from {schema}."user" u left join {schema}._profile p on p.name = u.profile
where u.id = $1 and u.active and u.deleted_at is null
"""


async def load_actor(
    unit: Unit,
    workspace: Workspace,
    user_id: uuid.UUID,
    catalog: Catalog,
    scopes: frozenset[str] = SCOPES,
) -> Actor:
    """Return the person as an actor; raise UnknownActor for one who left."""
    row = await unit.fetchrow(_FIND.format(schema=workspace.schema), user_id)
    if row is None:
        raise UnknownActor
    found = Actor(
        user=user_id,
        name=row["name"] or "",
        profile=stored(catalog, row["profile"] or "", row["data"]),
        team=tuple(row["team"]),
        locale=row["locale"] or workspace.locale,
        timezone=_known_zone(row["timezone"]) or workspace.timezone,
        scopes=scopes,
    )
    return _same(found, workspace, catalog)


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
