"""Jobs: how far long work is, and how to stop it. Everybody sees their own; administrators see all."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import NothingHere
from kith.http.route import Docs, Route
from kith.infra import jobs


async def list_jobs(call: Call) -> Answer:
    """Return my latest jobs."""
    ctx = call.ctx
    found = await jobs.list_for(ctx.unit, ctx.workspace.slug, ctx.actor.user)
    return Answer.json({"items": [job.as_json() for job in found]})


async def show_job(call: Call) -> Answer:
    """Return one job."""
    return Answer.json((await _mine(call)).as_json())


async def cancel_job(call: Call) -> Answer:
    """Ask a job to stop; what it has done so far stays, and can be undone."""
    job = await _mine(call)
    await jobs.request_cancel(call.ctx.unit, call.ctx.workspace.slug, job.id)
    return Answer.json((await _mine(call)).as_json(), status=202)


async def _mine(call: Call) -> jobs.JobRow:
    ctx = call.ctx
    job = await jobs.find(ctx.unit, ctx.workspace.slug, call.id())
    if job is None or (job.actor != ctx.actor.user and not ctx.actor.profile.admin):
        raise NothingHere
    return job


ROUTES = (
    Route("GET", "/api/jobs", list_jobs, "My jobs", docs=Docs("Jobs", gives="Jobs")),
    Route("GET", "/api/jobs/{id}", show_job, "One job", docs=Docs("Jobs", gives="Job")),
    Route(
        "POST",
        "/api/jobs/{id}/cancel",
        cancel_job,
        "Stop a job",
        accepts="none",
        docs=Docs("Jobs", gives="Job", status=202),
    ),
)
