"""What can be wrong with an archive."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class ArchiveUnreadable(KithError):
    """{path} is not a backup that this Kith can read: {reason}."""

    code: ClassVar[str] = "main.archive_unreadable"


class ArchiveBroken(KithError):
    """The backup {path} is damaged: {what} does not match its checksum. Nothing was changed."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "main.archive_broken"


class WorkspaceInTheWay(KithError):
    """There is a workspace {slug} already. Restore under another name (--as NAME), or over it (--replace)."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "main.workspace_in_the_way"
