"""A worker for the tests, made to be killed in the middle of its job."""

import asyncio
import sys

from kith.infra.db import Database
from kith.infra.jobs import JobRun
from kith.infra.jobs.worker import Worker


async def work(url: str) -> None:
    """Report that the job has begun, then never end."""
    database = await Database.open(url, max_size=2)

    async def endless(run: JobRun) -> None:
        await run.progress(1, 2, "half way")
        print("begun", flush=True)
        await asyncio.Event().wait()

    await Worker(database, {"long": endless}, {}).run()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))
