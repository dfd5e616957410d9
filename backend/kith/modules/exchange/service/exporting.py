"""An export as a long job: it can be watched and stopped, and its file waits a day to be fetched."""

import datetime as dt
import uuid
from asyncio import to_thread
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from kith.infra import jobs
from kith.kernel.api import Context, access, records
from kith.kernel.expr import parse_query
from kith.lib.ids import moment_of
from kith.lib.json import Json
from kith.modules.exchange.errors import ExportNotFound
from kith.modules.exchange.service import export
from kith.modules.exchange.service.files import blobs
from kith.modules.exchange.service.run import Open

JOB = "exchange.export"
KEPT = dt.timedelta(days=1)
CHUNK = 1024 * 1024


class Run(Protocol):
    """What an export needs of the job that it runs in."""

    id: uuid.UUID

    async def progress(self, done: int, total: int | None = None, message: str = "") -> None:
        """Show how far it is; raise JobCancelled when somebody wants it to stop."""
        ...


async def ask(ctx: Context, name: str, query: Json, paths: list[str], form: str) -> uuid.UUID:
    """Queue an export and return the job's id; what is wrong with the query is said at once."""
    access.check(ctx, name, "export")
    export.sheet(ctx, name, parse_query(query or {}), paths)
    args = {"object": name, "query": query, "paths": paths, "form": form}
    return await jobs.enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, JOB, args)


async def run_export(
    run: Run,
    open: Open,  # noqa: A002
    *,
    object: str,  # noqa: A002
    query: Json,
    paths: list[str],
    form: str,
) -> Json:
    """Write the file with the rights of who asked for it."""
    with TemporaryDirectory(prefix="kith-export-") as folder:
        path = Path(folder) / "export"
        async with open() as ctx:
            access.check(ctx, object, "export")
            of = export.sheet(ctx, object, parse_query(query or {}), paths)
            total = await _count(ctx, object, query)
            await run.progress(0, total)

            async def told(done: int) -> None:
                await run.progress(min(done, total - 1), total)

            write = export.as_xlsx if form == "xlsx" else export.as_csv
            with path.open("wb") as out:
                async for part in write(ctx, of, told):
                    await to_thread(out.write, part)
            size = await blobs(ctx).put(_key(ctx, run.id), _chunks(path))
    await run.progress(total, total)
    return {"name": f"{object}.{form}", "rows": total, "size": size}


async def fetch(ctx: Context, job_id: uuid.UUID) -> tuple[str, AsyncIterator[bytes]]:
    """Return the name and the content of a finished export of the actor; raise ExportNotFound."""
    job = await jobs.find(ctx.unit, ctx.workspace.slug, job_id)
    if job is None or job.name != JOB or job.state != "done" or job.actor != ctx.actor.user:
        raise ExportNotFound
    return str(job.result["name"]), blobs(ctx).iter(_key(ctx, job_id))


async def forget(ctx: Context) -> Json:
    """Remove the files that nobody fetched in a day; an id says when it was made."""
    store, gone = blobs(ctx), 0
    async for key in store.list(f"{ctx.workspace.id}/export/"):
        if ctx.now - moment_of(uuid.UUID(key.rsplit("/", 1)[1])) > KEPT:
            await store.delete(key)
            gone += 1
    return {"removed": gone}


async def _count(ctx: Context, name: str, query: Json) -> int:
    asked = query if isinstance(query, dict) else {}
    body = {key: asked[key] for key in ("where", "search") if asked.get(key)}
    found = await records.aggregate(ctx, name, {**body, "measures": [{"op": "count", "as": "n"}]})
    total = found["total"]
    return int(str(total["n"])) if isinstance(total, dict) else 0


def _key(ctx: Context, job_id: uuid.UUID) -> str:
    return f"{ctx.workspace.id}/export/{job_id}"


async def _chunks(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while chunk := await to_thread(file.read, CHUNK):
            yield chunk
