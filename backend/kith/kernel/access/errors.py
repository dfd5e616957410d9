"""What somebody may not do."""

from typing import ClassVar

from typing_extensions import override

from kith.lib.errors import ErrorKind, KithError


class NotAllowed(KithError):
    """You do not have the right to do this with {label}."""

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "access.not_allowed"


class MayNotRead(NotAllowed):
    """You do not have the right to see {label}."""

    code = "access.may_not_read"


class MayNotCreate(NotAllowed):
    """You do not have the right to create {label}."""

    code = "access.may_not_create"


class MayNotUpdate(NotAllowed):
    """You do not have the right to change {label}."""

    code = "access.may_not_update"


class MayNotDelete(NotAllowed):
    """You do not have the right to delete {label}."""

    code = "access.may_not_delete"


class MayNotExport(NotAllowed):
    """You do not have the right to export {label}."""

    code = "access.may_not_export"


class MayNotBulk(NotAllowed):
    """You do not have the right to change many {label} at once."""

    code = "access.may_not_bulk"


class AdminsOnly(NotAllowed):
    """Only an administrator can do this."""

    code = "access.admins_only"


class ScopeTooSmall(NotAllowed):
    """This API token does not allow "{scope}"."""

    code = "access.scope_too_small"


class UnknownActor(KithError):
    """This person is no longer a user of this workspace."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAUTHENTICATED
    code: ClassVar[str] = "access.unknown_actor"


class UnknownProfile(KithError):
    """There is no profile called "{name}"."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "access.unknown_profile"


class WrongProfile(KithError):
    """At {place}: {reason}"""

    code: ClassVar[str] = "access.wrong_profile"

    @override
    def details(self) -> dict[str, object]:
        """Tell machines the place too."""
        return {"place": self.params.get("place")}


class ProfileInUse(KithError):
    """{count} people have the profile "{name}"; give them another one first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "access.profile_in_use"


class StandardProfile(KithError):
    """The profile "{name}" comes with Kith and stays as it is."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "access.standard_profile"


class LastAdmin(KithError):
    """This is the last administrator who can sign in. Make somebody else an administrator first."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "access.last_admin"
