"""Who may come in: from a cookie or a token to a seat, then what this seat may do with this route.

The common road is one look into a dictionary; the database is asked again when a signal says that something about the
person changed, and every few seconds in case a signal was lost.
"""

import hmac

from kith.http.call import Call
from kith.http.errors import AdminOnly, CsrfMissing, NotSignedIn, ScopeMissing, TooManyRequests
from kith.http.memory import Memory
from kith.http.route import Route
from kith.http.seat import Seat
from kith.http.site import Opened
from kith.infra.db import Database
from kith.infra.identity import sessions, tokens
from kith.infra.identity.secrets import TOKEN_PREFIX, csrf_for, digest
from kith.kernel import access
from kith.kernel.access.errors import UnknownActor

COOKIE = "kith_session"
REMEMBERED = 5.0
_SHORTEST_SECRET = 40


async def seat_of(call: Call) -> Seat:
    """Return who asks, or refuse."""
    secret = secret_of(call.header("authorization"), call.cookies)
    if secret is None:
        raise NotSignedIn
    seats = call.site.seats
    return seats.find(secret) or await seats.get(secret)


def secret_of(authorization: str | None, cookies: str | None) -> str | None:
    """Return the token or the session cookie that came with a request; a token goes first."""
    if authorization is not None:
        kind, _, token = authorization.partition(" ")
        is_ours = kind.lower() == "bearer" and token.startswith(TOKEN_PREFIX)
        return token.strip() if is_ours else None
    for part in (cookies or "").split(";"):
        name, _, value = part.strip().partition("=")
        if name == COOKIE and len(value) >= _SHORTEST_SECRET and not value.startswith(TOKEN_PREFIX):
            return value
    return None


def admit(route: Route, call: Call) -> None:
    """Let the seat use the route, or say why not."""
    seat = call.seat
    if route.scope not in seat.actor.scopes:
        raise ScopeMissing(scope=route.scope)
    if route.who == "admin" and not seat.actor.profile.admin:
        raise AdminOnly
    if route.method != "GET" and route.scope != "read" and seat.csrf is not None:
        sent = call.header("x-csrf-token") or ""
        if not hmac.compare_digest(sent.encode(), seat.csrf.encode()):
            raise CsrfMissing
    wait = call.site.limits.requests.take(seat.token or seat.actor.user)
    if wait:
        raise TooManyRequests(seconds=max(1, round(wait)))


def new_memory(database: Database, workspaces: Memory[str, Opened]) -> Memory[str, Seat]:
    """Return the memory of who is signed in."""

    async def load(secret: str) -> Seat:
        # One connection at a time: whoever holds one while waiting for another can block everybody.
        find = tokens.find if secret.startswith(TOKEN_PREFIX) else sessions.find
        async with database.unit(readonly=True) as unit:
            found = await find(unit, secret)
        if found is None:
            raise NotSignedIn
        opened = await workspaces.get(found.workspace)
        scopes = found.scopes if isinstance(found, tokens.TokenRow) else access.SCOPES
        async with database.unit(readonly=True) as unit:
            try:
                actor = await access.load_actor(
                    unit, opened.workspace, found.user, opened.catalog, scopes
                )
            except UnknownActor:
                raise NotSignedIn from None
        if isinstance(found, tokens.TokenRow):
            return Seat(digest(secret), found.workspace, actor, token=found.id)
        return Seat(found.id, found.workspace, actor, csrf=csrf_for(secret))

    return Memory(load, seconds=REMEMBERED)
