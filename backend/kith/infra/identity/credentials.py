"""Passwords and invitations, one row per person who may sign in."""

import datetime as dt
import uuid

from kith.infra.db import Unit
from kith.infra.identity import passwords, sessions
from kith.infra.identity.secrets import digest, new_secret

INVITATION_LIFE = dt.timedelta(days=7)


async def set_password(
    unit: Unit,
    workspace: uuid.UUID,
    user: uuid.UUID,
    password: str,
    *,
    keep: bytes | None = None,
) -> None:
    """Store a new password; every session of the user but `keep` ends, and an open invitation is used up."""
    await unit.execute(
        "insert into kith.credential (workspace, user_id, password) values ($1, $2, $3)"
        " on conflict (workspace, user_id) do update set password = excluded.password,"
        " changed_at = now(), invitation = null, invited_until = null",
        workspace,
        user,
        await passwords.hashed(password),
    )
    await sessions.end_all(unit, workspace, user, keep=keep)


async def stored(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> str | None:
    """Return the hash of the user's password, or None; compare it with `passwords.matches` outside the transaction."""
    found = await unit.fetchval(
        "select password from kith.credential where workspace = $1 and user_id = $2",
        workspace,
        user,
    )
    return None if found is None else str(found)


async def check(unit: Unit, workspace: uuid.UUID, user: uuid.UUID, password: str) -> bool:
    """Say whether `password` is the user's; an unknown user takes as long to refuse as a known one."""
    return await passwords.matches(await stored(unit, workspace, user), password)


async def renew(
    unit: Unit, workspace: uuid.UUID, user: uuid.UUID, known: str, password: str
) -> None:
    """Hash a password again if that was done with weaker settings than today's."""
    if passwords.is_outdated(known):
        await unit.execute(
            "update kith.credential set password = $3 where workspace = $1 and user_id = $2",
            workspace,
            user,
            await passwords.hashed(password),
        )


async def invite(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> str:
    """Return a secret with which the user may choose a password once, within a week; older ones stop working."""
    secret = new_secret()
    await unit.execute(
        "insert into kith.credential (workspace, user_id, invitation, invited_until)"
        " values ($1, $2, $3, now() + $4::interval)"
        " on conflict (workspace, user_id) do update set invitation = excluded.invitation,"
        " invited_until = excluded.invited_until",
        workspace,
        user,
        digest(secret),
        INVITATION_LIFE,
    )
    return secret


async def find_invited(unit: Unit, secret: str) -> tuple[str, uuid.UUID] | None:
    """Return the workspace's slug and the user whom an open invitation names."""
    row = await unit.fetchrow(
        "select w.slug, c.user_id from kith.credential c join kith.workspace w on w.id = c.workspace"
        " where c.invitation = $1 and c.invited_until > now()",
        digest(secret),
    )
    return None if row is None else (row["slug"], row["user_id"])


async def revoke(unit: Unit, workspace: uuid.UUID, user: uuid.UUID) -> None:
    """Take back every way in: password, invitation, sessions, tokens."""
    await unit.execute(
        "delete from kith.credential where workspace = $1 and user_id = $2", workspace, user
    )
    await unit.execute(
        "delete from kith.token where workspace = $1 and user_id = $2", workspace, user
    )
    await sessions.end_all(unit, workspace, user)
