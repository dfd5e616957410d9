"""Work for later: asked for inside a transaction, done at least once, watched while it runs."""

from kith.infra.jobs.errors import JobCancelled
from kith.infra.jobs.ledger import JobRow, JobRun, enqueue, find, list_for, request_cancel
from kith.infra.jobs.schema import install
from kith.infra.jobs.worker import Handler, Tick, Worker, run_pending

__all__ = [
    "Handler",
    "JobCancelled",
    "JobRow",
    "JobRun",
    "Tick",
    "Worker",
    "enqueue",
    "find",
    "install",
    "list_for",
    "request_cancel",
    "run_pending",
]
