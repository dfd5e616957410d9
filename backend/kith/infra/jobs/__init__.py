"""Work for later: asked for inside a transaction, done at least once, watched while it runs.

What runs the work is in `kith.infra.jobs.worker`, so that those who only ask for it stay light.
"""

from kith.infra.jobs.errors import JobCancelled
from kith.infra.jobs.ledger import JobRow, JobRun, enqueue, find, list_for, request_cancel
from kith.infra.jobs.schema import install

__all__ = [
    "JobCancelled",
    "JobRow",
    "JobRun",
    "enqueue",
    "find",
    "install",
    "list_for",
    "request_cancel",
]
