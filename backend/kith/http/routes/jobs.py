"""Jobs: how far long work is, and how to stop it. Everybody sees their own; administrators see all."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import NothingHere
from kith.http.route import Docs, Route
from kith.infra import jobs
from kith.kernel.catalog.messages import retold


async def list_jobs(call: Call) -> Answer:
    """Return my latest jobs."""
    ctx = call.ctx
    found = await jobs.list_for(ctx.unit, ctx.workspace.slug, ctx.actor.user)
    return Answer.json({"items": [_shown(job, call.locale) for job in found]})


async def show_job(call: Call) -> Answer:
    """Return one job."""
    return Answer.json(_shown(await _mine(call), call.locale))


async def cancel_job(call: Call) -> Answer:
    """Ask a job to stop; what it has done so far stays, and can be undone."""
    job = await _mine(call)
    await jobs.request_cancel(call.ctx.unit, call.ctx.workspace.slug, job.id)
    return Answer.json(_shown(await _mine(call), call.locale), status=202)


def _shown(job: jobs.JobRow, locale: str) -> dict[str, object]:
    """Say in the reader's language why a job failed."""
    shown = job.as_json()
    if job.state == "failed" and isinstance(job.result, dict) and "code" in job.result:
        told = retold(str(job.result["code"]), job.result.get("params", {}), locale)
        shown["message"] = told or job.message
    return shown


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
