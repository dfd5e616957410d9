"""What can be wrong with an activity."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class EndsBeforeStart(KithError):
    """This meeting ends before it starts."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "activities.ends_before_start"


class AlreadyDone(KithError):
    """This task is done already."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "activities.already_done"
