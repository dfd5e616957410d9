"""Runs one job against one server for some seconds: latency, and CPU per operation of server and database."""

import asyncio
import random
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bench.client import Connection
from bench.processes import cpu_ms

WARM_SECONDS = 1.0
MAX_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Call:
    """One request, and what its answer must hold to count (a piece of the body and how often at least)."""

    method: str
    path: str
    body: bytes | None = None
    expect: bytes = b"{"
    times: int = 1


class Target(Protocol):
    """A server that can do the jobs."""

    name: str
    port: int
    app_pids: list[int]
    db_pids: list[int]
    headers: Mapping[str, str]

    def calls(self, job: str, r: random.Random) -> list[Call]:
        """Return the requests that make one operation of the job."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: milliseconds, operations, failures."""

    p50: float
    p95: float
    app_ms: float
    db_ms: float
    operations: int
    errors: tuple[str, ...]


async def measure(target: Target, job: str, *, clients: int, seconds: float) -> Figures:
    """Load the target with `clients` connections for `seconds`, after a warm-up that does not count."""
    latencies: list[float] = []
    errors: list[str] = []
    start = time.perf_counter() + WARM_SECONDS
    stop = start + seconds

    async def client(number: int) -> None:
        connection, r = (
            Connection("127.0.0.1", target.port),
            random.Random(number * 7919 + time.time_ns()),
        )
        while (begun := time.perf_counter()) < stop and len(errors) < MAX_ERRORS:
            try:
                await _operate(connection, target, job, r)
            except (OSError, ValueError, asyncio.IncompleteReadError) as error:
                errors.append(str(error)[:300])
                continue
            if begun >= start:
                latencies.append(time.perf_counter() - begun)
        connection.close()

    clients_running = asyncio.gather(*(client(n) for n in range(clients)))
    await asyncio.sleep(WARM_SECONDS)
    app, db = cpu_ms(target.app_pids), cpu_ms(target.db_pids)
    await clients_running
    n = max(1, len(latencies))
    return Figures(
        p50=_quantile(latencies, 0.5),
        p95=_quantile(latencies, 0.95),
        app_ms=(cpu_ms(target.app_pids) - app) / n,
        db_ms=(cpu_ms(target.db_pids) - db) / n,
        operations=len(latencies),
        errors=tuple(errors),
    )


def median(runs: list[Figures]) -> Figures:
    """Return the median of each figure."""
    return Figures(
        p50=statistics.median(r.p50 for r in runs),
        p95=statistics.median(r.p95 for r in runs),
        app_ms=statistics.median(r.app_ms for r in runs),
        db_ms=statistics.median(r.db_ms for r in runs),
        operations=sum(r.operations for r in runs),
        errors=tuple(e for r in runs for e in r.errors),
    )


async def _operate(connection: Connection, target: Target, job: str, r: random.Random) -> None:
    for call in target.calls(job, r):
        reply = await connection.request(call.method, call.path, call.body, target.headers)
        if reply.status >= 300 or reply.body.count(call.expect) < call.times:
            raise ValueError(f"{job} {reply.status} {reply.body[:200]!r}")


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return (
        ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000
        if ordered
        else float("nan")
    )
