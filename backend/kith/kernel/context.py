"""Who asks, where, when, inside which transaction: the first argument of everything that touches data."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Self
from zoneinfo import ZoneInfo

from kith.infra.blobs import Blobs
from kith.infra.db import Unit
from kith.kernel.catalog import Catalog
from kith.kernel.schema import ProfileDef, Sharing, Workspace
from kith.lib.clock import now

__all__ = ["SYSTEM", "SYSTEM_PROFILE", "Actor", "Context", "Workspace"]

SYSTEM_PROFILE = ProfileDef("system", "System", admin=True)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person (or the system) on whose behalf something happens.

    `team` holds the user and everyone who reports to the user, at any depth; computed once for the session, so that
    access is a comparison with the row's own owner. `keys` are the names under which something may be shared with the
    user: the user, the units around the user, groups. `people` holds what the filters of `sharing` call by name.
    """

    user: uuid.UUID | None
    name: str
    profile: ProfileDef
    team: tuple[uuid.UUID, ...] = ()
    keys: tuple[uuid.UUID, ...] = ()
    people: Mapping[str, tuple[uuid.UUID, ...]] = field(default_factory=dict)
    sharing: Sharing = field(default_factory=Sharing)
    locale: str = "en"
    timezone: str = "UTC"
    scopes: frozenset[str] = frozenset({"read", "write", "admin"})

    @property
    def is_system(self) -> bool:
        """Say whether this is Kith itself at work; the change log names it."""
        return self.profile is SYSTEM_PROFILE


SYSTEM = Actor(user=None, name="Kith", profile=SYSTEM_PROFILE)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that a read or a write needs to know about its surroundings."""

    actor: Actor
    workspace: Workspace
    unit: Unit
    catalog: Catalog
    now: dt.datetime = field(default_factory=now)
    origin: str = "api"
    batch: uuid.UUID | None = None
    blobs: Blobs | None = None
    rates: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def today(self) -> dt.date:
        """The actor's date of today."""
        return self.now.astimezone(ZoneInfo(self.actor.timezone)).date()

    def within(self, unit: Unit) -> Self:
        """Return the same context in another transaction."""
        return replace(self, unit=unit)

    def as_system(self) -> Self:
        """Return a context in which Kith itself acts; use only for what no person asked for."""
        return replace(self, actor=SYSTEM)

    def in_batch(self, batch: uuid.UUID, origin: str) -> Self:
        """Return a context whose changes belong together and are undone together."""
        return replace(self, batch=batch, origin=origin)
