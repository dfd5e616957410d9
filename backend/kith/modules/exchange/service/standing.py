"""Where an import stands: what its record says, and what became of the job that was to do it."""

from kith.infra import jobs
from kith.kernel.api import Context, Record
from kith.lib.ids import parse_id
from kith.modules.exchange.errors import ImportBusy, ImportOver

AT_WORK = ("checking", "running", "undoing")
BROKEN_OFF = ("failed", "cancelled")
_LEFT = {"checking": "uploaded", "running": "failed"}


async def state(ctx: Context, record: Record) -> str:
    """Return the state as it is now: a worker that died, or a disk that was full, may have left another one behind."""
    kept = str(record["state"])
    asked = parse_id(str(record.get("job")))
    job = await jobs.find(ctx.unit, ctx.workspace.slug, asked) if asked else None
    if job is None:
        return kept
    is_over = job.state not in ("queued", "running")
    if kept == "undone":
        return kept if job.state == "done" else "done" if is_over else "undoing"
    if not is_over or kept not in _LEFT:
        return kept
    if job.state == "done":
        return kept  # it ended well after the record was read; the next look finds both in step
    return "cancelled" if (kept, job.state) == ("running", "cancelled") else _LEFT[kept]


async def check_free(ctx: Context, record: Record) -> str:
    """Return the state; raise ImportBusy while it is at work, ImportOver when it has written something."""
    found = await state(ctx, record)
    if found in AT_WORK:
        raise ImportBusy
    if record.get("batch") and found != "undone":
        raise ImportOver
    return found
