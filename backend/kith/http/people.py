"""The users of a workspace as the edge needs them; they are records like all others."""

import uuid
from dataclasses import dataclass, replace
from typing import Self, cast

from kith.http.errors import NothingHere
from kith.http.site import Opened
from kith.infra.db import Unit
from kith.kernel import records
from kith.kernel.context import SYSTEM, SYSTEM_PROFILE, Context
from kith.lib.json import Json

USER = "user"
PEOPLE = frozenset({USER, "org_unit", "position", "stand_in", "people_group"})
"""A change to any of these may change who somebody is and what they may see."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in, if `active`."""

    id: uuid.UUID
    name: str
    email: str
    profile: str
    active: bool
    locale: str | None
    timezone: str | None
    photo: Json

    @classmethod
    def of(cls, record: records.Record) -> Self:
        """Return the person whom a user record describes."""
        return cls(
            id=record.id,
            name=str(record["name"]),
            email=str(record["email"]),
            profile=str(record["profile"]),
            active=bool(record["active"]),
            locale=cast("str | None", record.get("locale")),
            timezone=cast("str | None", record.get("timezone")),
            photo=record.get("photo"),
        )


def system_context(opened: Opened, unit: Unit) -> Context:
    """Return a context in which Kith itself looks up who somebody is, before anybody has signed in."""
    return Context(SYSTEM, opened.workspace, unit, opened.catalog)


def in_own_name(ctx: Context) -> Context:
    """Return a context for what everybody may do to their own user record, whatever their profile says."""
    return replace(ctx, actor=replace(ctx.actor, profile=SYSTEM_PROFILE))


async def get_person(ctx: Context, user: uuid.UUID | None) -> Person:
    """Return a user of the workspace."""
    if user is None:
        raise NothingHere
    return Person.of(await records.get(in_own_name(ctx), USER, user))


async def find_by_email(ctx: Context, email: str) -> Person | None:
    """Return the active user with this address, or None."""
    has_address: Json = {"field": "email", "op": "eq", "value": email}
    is_active: Json = {"field": "active", "op": "eq", "value": True}
    found = await records.find(ctx, USER, {"and": [has_address, is_active]})
    return None if found is None else Person.of(found)
