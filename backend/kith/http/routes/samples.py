"""Example data in a workspace of one's own: put in and taken out by jobs of `main`, which knows the modules."""

import uuid

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import SamplesAbsent, SamplesPresent
from kith.http.present import has_samples
from kith.http.route import Docs, Route
from kith.infra import jobs
from kith.lib.json import Json

FILL = "samples.fill"
REMOVE = "samples.remove"


async def fill(call: Call) -> Answer:
    """Put example data into the workspace, as a job."""
    if call.ctx.workspace.settings.get("demo"):
        raise SamplesPresent
    return await _start(call, FILL)


async def remove(call: Call) -> Answer:
    """Take the example data out again, as a job; it lies in the bin for 30 days."""
    if not has_samples(call.ctx.workspace):
        raise SamplesAbsent
    return await _start(call, REMOVE)


async def _start(call: Call, name: str) -> Answer:
    ctx = call.ctx
    slug, actor = ctx.workspace.slug, ctx.actor.user
    job: uuid.UUID = await jobs.enqueue(ctx.unit, slug, actor, name, {}, lock=f"samples:{slug}")
    found = await jobs.find(ctx.unit, slug, job)
    body: dict[str, Json] = {} if found is None else found.as_json()
    return Answer.json(body, status=202)


ROUTES = (
    Route(
        "POST",
        "/api/samples",
        fill,
        "Put example data in",
        who="admin",
        accepts="none",
        docs=Docs("Workspace", gives="Job", status=202),
    ),
    Route(
        "DELETE",
        "/api/samples",
        remove,
        "Take the example data out",
        who="admin",
        docs=Docs("Workspace", gives="Job", status=202),
    ),
)
