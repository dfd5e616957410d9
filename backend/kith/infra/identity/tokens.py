"""API tokens: shown once, kept as a digest, limited to scopes."""

import datetime as dt
import uuid
from dataclasses import dataclass

import asyncpg

from kith.infra.db import Unit
from kith.infra.identity.secrets import TOKEN_PREFIX, digest, new_secret
from kith.infra.identity.signals import announce
from kith.lib.json import Json

SCOPES = ("read", "write", "admin")
_HINT = 4


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token that is valid now."""

    id: uuid.UUID
    workspace: str
    user: uuid.UUID
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What its owner may see of a token later: everything but the secret."""

    id: uuid.UUID
    name: str
    scopes: tuple[str, ...]
    hint: str
    created_at: dt.datetime
    used_at: dt.datetime | None
    expires_at: dt.datetime | None

    def as_json(self) -> dict[str, Json]:
        """Return the JSON form."""
        return {
            "id": str(self.id),
            "name": self.name,
            "scopes": list(self.scopes),
            "hint": self.hint,
            "created_at": self.created_at.isoformat(),
            "used_at": self.used_at and self.used_at.isoformat(),
            "expires_at": self.expires_at and self.expires_at.isoformat(),
        }


async def create(
    unit: Unit,
    workspace: uuid.UUID,
    user: uuid.UUID,
    *,
    name: str,
    scopes: tuple[str, ...],
    expires_at: dt.datetime | None = None,
) -> tuple[str, TokenFacts]:
    """Make a token; its secret is known only here and now."""
    secret = TOKEN_PREFIX + new_secret()
    [row] = await unit.fetch(
        "insert into kith.token (hash, workspace, user_id, name, scopes, hint, expires_at)"
        " values ($1, $2, $3, $4, $5, $6, $7)"
        " returning id, name, scopes, hint, created_at, used_at, expires_at",
        digest(secret),
        workspace,
        user,
        name,
        list(scopes),
        secret[-_HINT:],
        expires_at,
    )
    return secret, _facts(row)


async def find(unit: Unit, secret: str) -> TokenRow | None:
    """Return the valid token with this secret, and note the use (once an hour at most)."""
    row = await unit.fetchrow(
        "select t.id, w.slug, t.user_id, t.scopes,"
        " t.used_at is null or t.used_at < now() - interval '1 hour' as stale"
        " from kith.token t join kith.workspace w on w.id = t.workspace"
        " where t.hash = $1 and (t.expires_at is null or t.expires_at > now())",
        digest(secret),
    )
    if row is None:
        return None
    if row["stale"]:
        await unit.execute("update kith.token set used_at = now() where id = $1", row["id"])
    return TokenRow(row["id"], row["slug"], row["user_id"], frozenset(row["scopes"]))


async def list_for(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> tuple[TokenFacts, ...]:
    """Return the user's tokens, newest first."""
    rows = await unit.fetch(
        "select id, name, scopes, hint, created_at, used_at, expires_at from kith.token"
        " where workspace = $1 and user_id = $2 order by id desc",
        workspace,
        user,
    )
    return tuple(_facts(row) for row in rows)


async def delete(unit: Unit, workspace: uuid.UUID, user: uuid.UUID, token: uuid.UUID) -> bool:
    """Take a token back; say whether there was one."""
    gone = await unit.fetchval(
        "delete from kith.token where workspace = $1 and user_id = $2 and id = $3 returning id",
        workspace,
        user,
        token,
    )
    if gone is not None:
        await announce(unit, workspace, user)
    return gone is not None


def _facts(row: asyncpg.Record) -> TokenFacts:
    return TokenFacts(
        id=row["id"],
        name=row["name"],
        scopes=tuple(row["scopes"]),
        hint=row["hint"],
        created_at=row["created_at"],
        used_at=row["used_at"],
        expires_at=row["expires_at"],
    )
