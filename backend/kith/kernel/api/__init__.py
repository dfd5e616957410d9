"""What modules and the web may use of the kernel, and nothing else."""

from kith.kernel import access, feed, records
from kith.kernel.context import Actor, Context, Workspace
from kith.kernel.records import Change, Page, Record, RecordId

__all__ = [
    "Actor",
    "Change",
    "Context",
    "Page",
    "Record",
    "RecordId",
    "Workspace",
    "access",
    "feed",
    "records",
]
