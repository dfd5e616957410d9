"""What a person keeps on the server for every device: how Kith looks, where it opens, drafts. For nobody else."""

import datetime as dt
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kith.infra.db import Unit
from kith.lib.errors import ErrorKind, KithError
from kith.lib.json import Json, dumps, loads

KEY = re.compile(r"[a-z][a-z0-9_.:-]{0,119}")
LARGEST = 64_000
"""Bytes of one value."""
MOST = 300
DRAFT = "draft."
DRAFT_LIFE = dt.timedelta(days=60)
LOOK = ("theme", "density", "motion", "start_page")
"""Keys that are told at sign-in, so that the first screen is as the person likes it."""


class KeyInvalid(KithError):
    """A preference is kept under 1 to 120 small letters, digits, dots, colons, "-" and "_", a letter first."""

    code: ClassVar[str] = "preferences.key_invalid"


class ValueTooLarge(KithError):
    """One preference or draft holds at most {kilobytes} KB."""

    kind: ClassVar[ErrorKind] = ErrorKind.TOO_LARGE
    code: ClassVar[str] = "preferences.value_too_large"


class TooManyKept(KithError):
    """You keep {most} preferences and drafts already; remove some first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "preferences.too_many"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose preferences these are."""

    workspace: uuid.UUID
    user: uuid.UUID


@dataclass(frozen=True, slots=True)
class Kept:
    """A value, and when it was kept."""

    key: str
    value: Json
    changed_at: dt.datetime

    def as_json(self) -> dict[str, Json]:
        """Return the JSON form."""
        return {"key": self.key, "value": self.value, "changed_at": self.changed_at.isoformat()}


async def look(unit: Unit, owner: Owner) -> dict[str, Json]:
    """Return what the person chose about how Kith looks and where it opens; what they never chose is missing."""
    rows = await unit.fetch(
        "select key, value::text as value from kith.personal"
        " where workspace = $1 and user_id = $2 and key = any($3::text[])",
        owner.workspace,
        owner.user,
        list(LOOK),
    )
    return {row["key"]: loads(row["value"]) for row in rows}


async def all_of(unit: Unit, owner: Owner, prefix: str = "") -> list[Kept]:
    """Return everything whose key begins so, by key."""
    rows = await unit.fetch(
        "select key, value::text as value, changed_at from kith.personal"
        " where workspace = $1 and user_id = $2 and starts_with(key, $3) order by key",
        owner.workspace,
        owner.user,
        prefix,
    )
    return [Kept(row["key"], loads(row["value"]), row["changed_at"]) for row in rows]


async def find(unit: Unit, owner: Owner, key: str) -> Kept | None:
    """Return what is kept under a key, or None."""
    row = await unit.fetchrow(
        "select key, value::text as value, changed_at from kith.personal"
        " where workspace = $1 and user_id = $2 and key = $3",
        owner.workspace,
        owner.user,
        key,
    )
    return None if row is None else Kept(row["key"], loads(row["value"]), row["changed_at"])


async def of_people(
    unit: Unit, workspace: uuid.UUID, people: Sequence[uuid.UUID], key: str
) -> dict[uuid.UUID, Json]:
    """Return what each of these people keeps under a key; those who keep nothing are missing."""
    rows = await unit.fetch(
        "select user_id, value::text as value from kith.personal"
        " where workspace = $1 and user_id = any($2::uuid[]) and key = $3",
        workspace,
        list(people),
        key,
    )
    return {row["user_id"]: loads(row["value"]) for row in rows}


async def keep(unit: Unit, owner: Owner, values: Mapping[str, Json]) -> None:
    """Keep values under their keys, in place of what was there; drafts that nobody touched for long go."""
    texts = {key: dumps(value).decode() for key, value in values.items()}
    for key, text in texts.items():
        if not KEY.fullmatch(key):
            raise KeyInvalid
        if len(text.encode()) > LARGEST:
            raise ValueTooLarge(kilobytes=LARGEST // 1000)
    await unit.execute(
        "delete from kith.personal where workspace = $1 and user_id = $2"
        " and starts_with(key, $3) and changed_at < now() - $4::interval",
        owner.workspace,
        owner.user,
        DRAFT,
        DRAFT_LIFE,
    )
    await unit.execute(
        "insert into kith.personal as p (workspace, user_id, key, value)"
        " select $1, $2, k, v::jsonb from unnest($3::text[], $4::text[]) as given (k, v)"
        " on conflict (workspace, user_id, key) do update"
        " set value = excluded.value, changed_at = now()",
        owner.workspace,
        owner.user,
        list(texts),
        list(texts.values()),
    )
    count = await unit.fetchval(
        "select count(*) from kith.personal where workspace = $1 and user_id = $2",
        owner.workspace,
        owner.user,
    )
    if int(count) > MOST:
        raise TooManyKept(most=MOST)


async def forget(unit: Unit, owner: Owner, key: str) -> None:
    """Keep nothing under this key any more."""
    await unit.execute(
        "delete from kith.personal where workspace = $1 and user_id = $2 and key = $3",
        owner.workspace,
        owner.user,
        key,
    )
