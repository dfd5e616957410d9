"""Ties from both ends, and who of us knows somebody there, in one request each."""

from kith.http import Answer, Call, Route
from kith.http.errors import NothingHere
from kith.modules.people import api


async def ties(call: Call) -> Answer:
    """Return the relations of a contact or an account as it sees them."""
    found = await api.ties(call.ctx, _one_of(call, "contact", "account"), call.id())
    return Answer.json({"items": [tie.as_json() for tie in found]})


async def who_knows(call: Call) -> Answer:
    """Return who of us knows a contact or anybody at an account, or whom a colleague knows."""
    found = await api.who_knows(call.ctx, _one_of(call, "contact", "account", "user"), call.id())
    return Answer.json({"items": [item.shown for item in found]})


def _one_of(call: Call, *ends: str) -> str:
    end = call.path["object"]
    if end not in ends:
        raise NothingHere
    return end


ROUTES = (
    Route("GET", "/api/people/ties/{object}/{id}", ties, "Relations of a contact or an account"),
    Route("GET", "/api/people/who-knows/{object}/{id}", who_knows, "Who of us knows whom"),
)
