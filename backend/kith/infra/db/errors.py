"""What the database can refuse, in words that people understand."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class DatabaseUnreachable(KithError):
    """The database cannot be opened: {reason}. Check KITH_DATABASE_URL, and that the server runs and lets this role
    in. `kith doctor` looks closer.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.database_unreachable"


class DatabaseUnavailable(KithError):
    """The database does not answer just now. Nothing was changed; try again in a moment."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.database_unavailable"


class DatabaseBusy(KithError):
    """Somebody changed the same data at the same moment. Nothing was changed; try again."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.database_busy"


class DatabaseFull(KithError):
    """The database's disk or memory is full. Nothing was changed; an administrator must make room."""

    kind: ClassVar[ErrorKind] = ErrorKind.NO_ROOM
    code: ClassVar[str] = "infra.database_full"


class TookTooLong(KithError):
    """That took too long and was stopped; nothing was changed. Ask for less at once."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.took_too_long"


class ValueRefused(KithError):
    """A value is outside what the database can hold or compare."""

    code: ClassVar[str] = "infra.value_refused"


class RuleBroken(KithError):
    """This would contradict other data, so nothing was changed."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "infra.rule_broken"
