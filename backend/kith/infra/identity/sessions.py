"""Server-side sessions: a random cookie, of which the database keeps the digest."""

import datetime as dt
import uuid
from dataclasses import dataclass

from kith.infra.db import Unit
from kith.infra.identity.secrets import digest, new_secret
from kith.infra.identity.signals import announce

IDLE_LIFE = dt.timedelta(days=30)
WHOLE_LIFE = dt.timedelta(days=180)
_SEEN_EVERY = dt.timedelta(minutes=10)
_AGENT_LENGTH = 300


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session that is open now."""

    id: bytes
    workspace: str
    user: uuid.UUID


async def begin(
    unit: Unit, workspace: uuid.UUID, user: uuid.UUID, *, agent: str = "", address: str = ""
) -> str:
    """Open a session and return the value of its cookie; sweep away what ran out."""
    cookie = new_secret()
    await unit.execute("delete from kith.session where seen_at < now() - $1::interval", IDLE_LIFE)
    await unit.execute(
        "insert into kith.session (id, workspace, user_id, agent, address)"
        " values ($1, $2, $3, $4, $5)",
        digest(cookie),
        workspace,
        user,
        agent[:_AGENT_LENGTH],
        address,
    )
    return cookie


async def find(unit: Unit, cookie: str) -> SessionRow | None:
    """Return the open session of a cookie, and note that it is in use (every ten minutes at most)."""
    row = await unit.fetchrow(
        "select s.id, w.slug, s.user_id, s.seen_at < now() - $4::interval as stale"
        " from kith.session s join kith.workspace w on w.id = s.workspace"
        " where s.id = $1 and s.seen_at > now() - $2::interval and s.created_at > now() - $3::interval",
        digest(cookie),
        IDLE_LIFE,
        WHOLE_LIFE,
        _SEEN_EVERY,
    )
    if row is None:
        return None
    if row["stale"]:
        await unit.execute("update kith.session set seen_at = now() where id = $1", row["id"])
    return SessionRow(row["id"], row["slug"], row["user_id"])


async def end(unit: Unit, cookie: str) -> None:
    """Close the session of a cookie."""
    row = await unit.fetchrow(
        "delete from kith.session where id = $1 returning workspace, user_id", digest(cookie)
    )
    if row is not None:
        await announce(unit, row["workspace"], row["user_id"])


async def end_all(
    unit: Unit, workspace: uuid.UUID, user: uuid.UUID, *, keep: bytes | None = None
) -> None:
    """Close every session of a user, but not the one with the id `keep`."""
    await unit.execute(
        "delete from kith.session where workspace = $1 and user_id = $2 and id is distinct from $3",
        workspace,
        user,
        keep,
    )
    await announce(unit, workspace, user)
