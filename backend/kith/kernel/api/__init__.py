"""What modules and the web may use of the kernel, and nothing else."""

from collections.abc import Mapping
from typing import Any

from kith.kernel import access, design, feed, notifications, records, search, views
from kith.kernel.api.delivery import consumers, deliver, due
from kith.kernel.api.undo import undo
from kith.kernel.catalog.messages import message
from kith.kernel.context import Actor, Context, Workspace
from kith.kernel.records import (
    Change,
    Outcome,
    Page,
    Record,
    RecordId,
    RecordNotFound,
    bulk,
    purge,
    undoing,
)

JOBS: Mapping[str, Any] = {
    bulk.JOB: bulk.run,
    undoing.JOB: undoing.run,
    purge.JOB: purge.run,
    **design.JOBS,
}
"""The kernel's own long jobs, by name."""

CRON: Mapping[str, str] = {purge.JOB: "17 3 * * *", design.PURGE: "37 3 * * *"}
"""Those of them that run by the clock."""

__all__ = [
    "CRON",
    "JOBS",
    "Actor",
    "Change",
    "Context",
    "Outcome",
    "Page",
    "Record",
    "RecordId",
    "RecordNotFound",
    "Workspace",
    "access",
    "consumers",
    "deliver",
    "design",
    "due",
    "feed",
    "message",
    "notifications",
    "records",
    "search",
    "undo",
    "views",
]
