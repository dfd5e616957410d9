"""Takes the example data out of a demo workspace: everything that was there before the first person signed in."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager

from kith.infra.jobs import JobRun
from kith.kernel.api import Context, records
from kith.lib.json import Json
from kith.module import Job
from kith.modules.people.service import count_examples, examples

ORIGIN = "examples"
AT_ONCE = 100

Open = Callable[[], AbstractAsyncContextManager[Context]]


async def remove_examples(run: JobRun, open: Open) -> Mapping[str, Json]:  # noqa: A002 - the worker's word
    """Put them into the bin, in one batch that can be undone; after a crash go on with what is left."""
    async with open() as ctx:
        names = [o.name for o in ctx.catalog.objects.values() if not o.system]
        total = await count_examples(ctx)
    done = 0
    for name in names:
        while True:
            async with open() as ctx:
                gone = await _remove_some(ctx.in_batch(run.id, ORIGIN), name)
            done += gone
            await run.progress(min(done, total), total)
            if gone == 0:
                break
    await run.progress(total, total)
    return {"removed": total, "batch": str(run.id)}


async def _remove_some(ctx: Context, name: str) -> int:
    query = {"where": examples(ctx), "fields": ["created_at"], "limit": AT_ONCE, "count": "none"}
    page = await records.list(ctx, name, query)
    for record in page.items:
        await records.delete(ctx, name, record.id)
    return len(page.items)


JOBS = (Job("remove_examples", remove_examples, long=True),)
