"""What can happen to a job."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class JobCancelled(KithError):
    """The job was cancelled."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "jobs.cancelled"


class UnknownJob(KithError):
    """This Kith has no job called {name}."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "jobs.unknown"


class JobBroke(KithError):
    """Something went wrong inside; the log of the server says more (job {id})."""

    code: ClassVar[str] = "jobs.broke"


class QueueTooNew(KithError):
    """The job queue in this database was made by a newer Kith ({found}; this one knows {known})."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "jobs.queue_too_new"
