"""Ties from both ends, and who of us knows somebody there, in one request each."""

from kith.http import Answer, Call, Route
from kith.http.errors import NothingHere
from kith.infra.jobs import enqueue
from kith.modules.people import api, service


async def ties(call: Call) -> Answer:
    """Return the relations of a contact or an account as it sees them."""
    found = await api.ties(call.ctx, _one_of(call, "contact", "account"), call.id())
    return Answer.json({"items": [tie.as_json() for tie in found]})


async def who_knows(call: Call) -> Answer:
    """Return who of us knows a contact or anybody at an account, or whom a colleague knows."""
    found = await api.who_knows(call.ctx, _one_of(call, "contact", "account", "user"), call.id())
    return Answer.json({"items": [item.shown for item in found]})


async def examples(call: Call) -> Answer:
    """Return how many records of this workspace are examples."""
    return Answer.json({"count": await service.count_examples(call.ctx)})


async def remove_examples(call: Call) -> Answer:
    """Begin to take them out; the answer names the job to watch."""
    ctx = call.ctx
    service.examples(ctx)
    job = await enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, "people.remove_examples", {})
    return Answer.json({"job": str(job)}, status=202)


def _one_of(call: Call, *ends: str) -> str:
    end = call.path["object"]
    if end not in ends:
        raise NothingHere
    return end


ROUTES = (
    Route("GET", "/api/people/ties/{object}/{id}", ties, "Relations of a contact or an account"),
    Route("GET", "/api/people/who-knows/{object}/{id}", who_knows, "Who of us knows whom"),
    Route("GET", "/api/examples", examples, "How much example data there is", who="admin"),
    Route("DELETE", "/api/examples", remove_examples, "Take the example data out", who="admin"),
)
