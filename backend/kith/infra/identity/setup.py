"""The way into an installation in which nobody can sign in yet: a token, told to whoever reads its terminal."""

import datetime as dt

from kith.infra.db import Unit
from kith.infra.identity.secrets import digest, new_secret

TOKEN_LIFE = dt.timedelta(days=7)
_LOCK = "kith.setup"


async def is_wanted(unit: Unit) -> bool:
    """Say whether nobody can sign in: then, and only then, Kith may be set up by token."""
    return bool(
        await unit.fetchval(
            "select not exists (select from kith.credential where password is not null)"
        )
    )


async def offer(unit: Unit) -> str | None:
    """Return a new token, or None when setting up is over."""
    if not await is_wanted(unit):
        return None
    await unit.execute("delete from kith.setup where offered_at < now() - $1::interval", TOKEN_LIFE)
    token = new_secret()
    await unit.execute("insert into kith.setup (token) values ($1)", digest(token))
    return token


async def opens(unit: Unit, token: str) -> bool:
    """Say whether this token may set Kith up now."""
    known = await unit.fetchval(
        "select exists (select from kith.setup where token = $1"
        " and offered_at > now() - $2::interval)",
        digest(token),
        TOKEN_LIFE,
    )
    return bool(known) and await is_wanted(unit)


async def hold(unit: Unit) -> None:
    """Let nobody else set up at the same time; ends with the transaction."""
    await unit.execute("select pg_advisory_xact_lock(hashtext($1))", _LOCK)


async def close(unit: Unit) -> None:
    """Setting up is over: no token opens anything any more."""
    await unit.execute("delete from kith.setup")
