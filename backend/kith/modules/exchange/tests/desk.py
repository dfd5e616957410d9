"""Somebody who imports, in a small workspace."""

import contextlib
import io
from dataclasses import replace

from kith.infra.blobs import MemoryBlobs
from kith.infra.jobs.worker import run_pending
from kith.kernel.api import JOBS, records
from kith.main.contexts import Contexts
from kith.modules.exchange.jobs import JOBS as OURS
from kith.modules.exchange.service import run, uploads

FIRMS = "Company,Town,Mail\nAcme,Oslo,hello@acme.example\n华星科技,上海,info@huaxing.example\nBad,Rome,not-a-mail\n"
FIRM_COLUMNS = [
    {"column": "Company", "field": "name"},
    {"column": "Town", "field": "city"},
    {"column": "Mail", "field": "email"},
]


class Stop:
    """A run that is cancelled, or dies, after some reports."""

    def __init__(self, after=10**9, error=None):
        self.left, self.error = after, error

    async def progress(self, _done, _total=None, _message=""):
        self.left -= 1
        if self.left < 0:
            raise self.error


class Killed(BaseException):
    """Ends the work like kill -9: nobody cleans up."""


class Desk:
    """Somebody who imports."""

    def __init__(self, database, company, person, blobs=None):
        self.company = company
        self.contexts = Contexts(database, company.modules, blobs or MemoryBlobs())
        self.user = company.people[person]

    def open(self):
        return self.contexts.open(self.company.workspace.slug, self.user)

    @contextlib.asynccontextmanager
    async def in_chinese(self):
        async with self.open() as ctx:
            yield replace(ctx, actor=replace(ctx.actor, locale="zh-CN"))

    async def upload(self, text, **mapping):
        async with self.open() as ctx:
            record = await uploads.upload(ctx, "file.csv", io.BytesIO(text.encode()))
            return (await uploads.set_mapping(ctx, record, mapping)).id

    async def run(self, import_id, *, dry=False, job=None):
        return await run.run_import(job or Stop(), self.open, import_id=str(import_id), dry=dry)

    async def bring(self, text, *, dry=False, **mapping):
        return await self.run(await self.upload(text, **mapping), dry=dry)

    async def all(self, name, fields=("name",)):
        async with self.open() as ctx:
            query = {"fields": list(fields), "sort": [{"by": "name"}]}
            return [tuple(r[f] for f in fields) async for r in records.iter(ctx, name, query)]

    async def state(self, import_id):
        async with self.open() as ctx:
            return await uploads.get(ctx, import_id)

    async def work(self):
        """Run the jobs that wait, as the worker does."""
        handlers = {name: self._handler(job) for name, job in JOBS.items()}
        handlers |= {f"exchange.{job.name}": self._handler(job.run) for job in OURS}
        await run_pending(self.contexts.database, handlers)

    def _handler(self, job):
        async def handle(running):
            return await job(running, self.open, **running.args)

        return handle
