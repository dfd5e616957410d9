"""API tokens: made by the person whom they act for, shown once, taken back at any time."""

import uuid

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape, NothingHere, SessionOnly
from kith.http.route import Docs, Route
from kith.http.values import moment, only, text
from kith.infra.identity import tokens
from kith.lib.json import Json

_LONGEST_NAME = 80


async def list_tokens(call: Call) -> Answer:
    """Return my tokens, without their secrets."""
    ctx = call.ctx
    user = _person(call)
    found = await tokens.list_for(ctx.unit, ctx.workspace.id, user)
    return Answer.json({"items": [token.as_json() for token in found]})


async def create_token(call: Call) -> Answer:
    """Make a token; its secret is in this answer and nowhere else."""
    body = call.mapping()
    only(body, ("name", "scopes", "expires_at"))
    user, ctx = _person(call), call.ctx
    secret, facts = await tokens.create(
        ctx.unit,
        ctx.workspace.id,
        user,
        name=text(body, "name", longest=_LONGEST_NAME),
        scopes=_scopes(body.get("scopes")),
        expires_at=moment(body, "expires_at"),
    )
    return Answer.json({**facts.as_json(), "token": secret}, status=201)


async def delete_token(call: Call) -> Answer:
    """Take a token back; it stops working at once."""
    ctx = call.ctx
    if not await tokens.delete(ctx.unit, ctx.workspace.id, _person(call), call.id()):
        raise NothingHere
    call.forget_seats_after_commit()
    return Answer.empty()


def _person(call: Call) -> uuid.UUID:
    """A token cannot make another one: who finds it must not be able to outlive its deletion."""
    user = call.seat.actor.user
    if call.seat.csrf is None or user is None:
        raise SessionOnly
    return user


def _scopes(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or any(s not in tokens.SCOPES for s in value):
        raise BodyShape(place="scopes", expected="a list of " + ", ".join(tokens.SCOPES))
    return tuple(scope for scope in tokens.SCOPES if scope in value)


ROUTES = (
    Route("GET", "/api/tokens", list_tokens, "My tokens", docs=Docs("Session", gives="Tokens")),
    Route(
        "POST",
        "/api/tokens",
        create_token,
        "Make a token",
        docs=Docs("Session", takes="NewToken", gives="TokenFacts", status=201),
    ),
    Route(
        "DELETE",
        "/api/tokens/{id}",
        delete_token,
        "Take a token back",
        docs=Docs("Session", status=204),
    ),
)
