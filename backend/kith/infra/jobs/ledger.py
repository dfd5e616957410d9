"""The list of jobs that people watch, and the one way to ask for work: inside a transaction."""

import datetime as dt
import json
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from kith.infra.db import Database, Unit
from kith.infra.jobs.errors import JobCancelled
from kith.lib.ids import new_id

CHANNEL = "kith"
BETWEEN_REPORTS = 0.2
COLUMNS = "id, workspace, actor, name, state, done, total, message, result, cancel_requested"

ENQUEUE = """
WITH asked AS (
    INSERT INTO kith.job (id, workspace, actor, name, args)
    VALUES ($1, $2, $3, $4, $5::text::jsonb)
)
SELECT jobs.procrastinate_defer_jobs_v1(ARRAY[
    ROW('default', 'kith.job', 0, $6, NULL, jsonb_build_object('job', $1::text), $7)
        ::jobs.procrastinate_job_to_defer_v1
])
"""


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job as people see it."""

    id: uuid.UUID
    workspace: str
    actor: uuid.UUID | None
    name: str
    state: str
    done: int
    total: int | None
    message: str
    result: Any
    cancel_requested: bool

    def as_json(self) -> dict[str, Any]:
        """The Job of the HTTP interface."""
        return {
            "id": str(self.id),
            "kind": self.name,
            "state": self.state,
            "done": self.done,
            "total": self.total,
            "message": self.message,
            "result": self.result,
        }


@dataclass(slots=True)
class JobRun:
    """A job while it runs: it reports, and learns that it should stop."""

    id: uuid.UUID
    workspace: str
    actor: uuid.UUID | None
    name: str
    args: Mapping[str, Any]
    database: Database
    attempt: int = 1
    _reported: float = field(default=0.0, repr=False)

    async def progress(self, done: int, total: int | None = None, message: str = "") -> None:
        """Show how far it is, at once and outside the job's own transaction.

        Raises JobCancelled when somebody asked for it. Calls in quick succession are thinned out.
        """
        is_end = total is not None and done >= total
        if not is_end and time.monotonic() - self._reported < BETWEEN_REPORTS:
            return
        self._reported = time.monotonic()
        async with self.database.unit() as unit:
            row = await unit.fetchrow(
                f"UPDATE kith.job SET done = $2, total = $3, message = $4 WHERE id = $1 RETURNING {COLUMNS}",
                self.id,
                done,
                total,
                message,
            )
            if row is not None:
                await announce(unit, _row(row))
        if row is not None and row["cancel_requested"]:
            raise JobCancelled


async def enqueue(
    unit: Unit,
    workspace: str,
    actor: uuid.UUID | None,
    name: str,
    args: Mapping[str, Any],
    *,
    lock: str | None = None,
    run_at: dt.datetime | None = None,
) -> uuid.UUID:
    """Ask for work; it starts after this transaction commits, and never if it rolls back.

    Jobs with the same `lock` run one after the other.
    """
    job = new_id()
    await unit.fetchval(ENQUEUE, job, workspace, actor, name, json.dumps(args), lock, run_at)
    return job


async def find(unit: Unit, workspace: str, job: uuid.UUID) -> JobRow | None:
    """One job of a workspace."""
    row = await unit.fetchrow(
        f"SELECT {COLUMNS} FROM kith.job WHERE id = $1 AND workspace = $2", job, workspace
    )
    return None if row is None else _row(row)


async def list_for(unit: Unit, workspace: str, actor: uuid.UUID | None) -> tuple[JobRow, ...]:
    """The latest jobs that `actor` asked for, newest first."""
    rows = await unit.fetch(
        f"SELECT {COLUMNS} FROM kith.job WHERE workspace = $1 AND actor IS NOT DISTINCT FROM $2"
        " ORDER BY created_at DESC LIMIT 50",
        workspace,
        actor,
    )
    return tuple(_row(row) for row in rows)


async def request_cancel(unit: Unit, workspace: str, job: uuid.UUID) -> None:
    """Ask a job to stop: a queued one ends here, a running one at its next report."""
    row = await unit.fetchrow(
        "UPDATE kith.job SET cancel_requested = true,"
        " state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,"
        " finished_at = CASE state WHEN 'queued' THEN now() ELSE finished_at END"
        f" WHERE id = $1 AND workspace = $2 AND state IN ('queued', 'running') RETURNING {COLUMNS}",
        job,
        workspace,
    )
    if row is not None:
        await announce(unit, _row(row))


async def begin(database: Database, job: uuid.UUID) -> JobRun | None:
    """Mark a job as running and return what is to be done; None when nobody wants it any more."""
    async with database.unit() as unit:
        row = await unit.fetchrow(
            "UPDATE kith.job SET state = 'running', attempts = attempts + 1,"
            " started_at = coalesce(started_at, now())"
            " WHERE id = $1 AND state IN ('queued', 'running')"
            f" RETURNING {COLUMNS}, args::text AS args_text, attempts",
            job,
        )
        if row is None:
            return None
        await announce(unit, _row(row))
    return JobRun(
        row["id"],
        row["workspace"],
        row["actor"],
        row["name"],
        json.loads(row["args_text"]),
        database,
        row["attempts"],
    )


async def finish(database: Database, job: uuid.UUID, state: str, message: str, result: Any) -> None:  # noqa: ANN401 - any JSON
    """Write down how a job ended."""
    async with database.unit() as unit:
        row = await unit.fetchrow(
            "UPDATE kith.job SET state = $2, finished_at = now(), result = $4::text::jsonb,"
            f" message = CASE WHEN $3 = '' THEN message ELSE $3 END WHERE id = $1 RETURNING {COLUMNS}",
            job,
            state,
            message,
            None if result is None else json.dumps(result),
        )
        if row is not None:
            await announce(unit, _row(row))


async def announce(unit: Unit, job: JobRow) -> None:
    """Tell whoever watches, once this transaction commits."""
    body = {
        "ws": job.workspace,
        "type": "job",
        "actor": str(job.actor) if job.actor else None,
        "job": {**job.as_json(), "result": None, "message": job.message[:500]},
    }
    await unit.execute("SELECT pg_notify($1, $2)", CHANNEL, json.dumps(body, ensure_ascii=False))


def _row(row: asyncpg.Record) -> JobRow:
    result = row["result"]
    return JobRow(
        id=row["id"],
        workspace=row["workspace"],
        actor=row["actor"],
        name=row["name"],
        state=row["state"],
        done=row["done"],
        total=row["total"],
        message=row["message"],
        result=json.loads(result) if isinstance(result, str) else result,
        cancel_requested=row["cancel_requested"],
    )
